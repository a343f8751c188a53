import CFribidi

/// Which way a line runs.
package enum TextDirection: Hashable, Sendable {
  /// As in Latin, Greek and Cyrillic.
  case leftToRight
  /// As in Arabic and Hebrew.
  case rightToLeft
}

/// A character that is not drawn but steers how its neighbours are, and the cell it stands before.
struct ShapingControl {
  var cell: Int
  var scalar: Unicode.Scalar
}

/// The order in which text is seen, by the Unicode Bidirectional Algorithm (UAX #9), and the joined
/// forms of Arabic letters, both by fribidi; about 5 µs for a line.
///
/// The terminal gets every row in the order of its columns. Most would not reorder at all, and those
/// that do take the whole row for one paragraph; where the order is left to them, what is sent holds
/// the fields of a row together and apart from each other as well as can be.
enum Bidi {
  /// Whether a scalar belongs to a script that runs from right to left.
  static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x590: false
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE: true
    case 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  /// The direction of the first letter of a text that has letters from right to left; `nil` of a
  /// text that has none.
  static func direction(of text: String) -> TextDirection? {
    guard text.unicodeScalars.contains(where: isRightToLeft) else { return nil }
    for scalar in text.unicodeScalars {
      let type = fribidi_get_bidi_type(scalar.value).rawValue
      if type == FRIBIDI_PAR_LTR.rawValue { return .leftToRight }
      // Hebrew letters and, with one bit more, Arabic ones.
      if type & FRIBIDI_PAR_RTL.rawValue == FRIBIDI_PAR_RTL.rawValue { return .rightToLeft }
    }
    return nil
  }

  /// The cells of a line in the order in which they are seen; as many columns as before.
  ///
  /// A stretch of known direction is ordered as a whole. In another one every field is ordered by
  /// itself, in the direction of its first letter, so that a name in Arabic never moves the columns
  /// beside it: two blanks or more and rules part the fields, and signs before the first word of a
  /// field (▸, ●) stay before it.
  ///
  /// - Parameters:
  ///   - cells: a line, or a part of one that stands by itself.
  ///   - controls: what steers those cells, counted from their first one.
  ///   - direction: that of the paragraph the cells are of, if it is known.
  /// - Returns: the same cells in another order, their bases shaped and mirrored.
  static func visual(
    _ cells: [Cell], controls: [ShapingControl], direction: TextDirection?
  ) -> [Cell] {
    if let direction {
      guard direction == .rightToLeft || cells.contains(where: { isRightToLeft($0.base) }) else {
        return cells
      }
      return Field(cells[...], controls: controls[...]).visual(in: direction)
    }
    var result: [Cell] = []
    result.reserveCapacity(cells.count)
    for range in fields(of: cells) {
      let field = cells[range]
      if field.contains(where: { isRightToLeft($0.base) }) {
        let own = controls.filter { range.lowerBound <= $0.cell && $0.cell <= range.upperBound }
        result += Field(field, controls: own[...]).visual(in: nil)
      } else {
        result += field
      }
    }
    return result
  }

  /// Ends every field of a line with a mark, so that a terminal that orders the line as one paragraph
  /// finds something that runs from left to right between them, and keeps each in its place.
  static func part(_ cells: inout ArraySlice<Cell>, direction: TextDirection?) {
    let fields = direction == nil ? fields(of: Array(cells)) : [0..<cells.count]
    for field in fields {
      let range = cells.startIndex + field.lowerBound..<cells.startIndex + field.upperBound
      guard cells[range].contains(where: { isRightToLeft($0.base) }) else { continue }
      cells[range.upperBound - 1].close(with: .leftToRightMark)
    }
  }

  /// A row of a frame with a letter for each upright rule, and a mark on the sign it begins with.
  ///
  /// The letter of a click, U+01C0, looks like a rule. Terminals that drop marks, as some do, keep
  /// that one.
  static func withLettersForRules(_ cells: ArraySlice<Cell>) -> ArraySlice<Cell> {
    var cells = cells
    let first = cells.startIndex
    // Behind a letter the mark would part it from its word.
    if !isRightToLeft(cells[first].base) { cells[first].close(with: .leftToRightMark) }
    for index in cells.indices where cells[index].style.role == .frame {
      switch cells[index].base {
      case "│": cells[index].base = "\u{1C0}"
      case "|": cells[index].base = "l"
      default: break
      }
    }
    return cells
  }

  /// Stretches that are ordered by themselves; together they are the whole line.
  private static func fields(of cells: [Cell]) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    var start = 0
    var hasWord = false
    var index = 0
    while index < cells.count {
      var end = index
      while end < cells.count, cells[end].parts { end += 1 }
      let isBorder = end - index > 1 || end > index && (!hasWord || cells[index].base != " ")
      if isBorder {
        if start < index { fields.append(start..<index) }
        fields.append(index..<end)
        start = end
        hasWord = false
      } else if end == index {
        hasWord = hasWord || cells[index].beginsWord
      }
      index = max(end, index + 1)
    }
    if start < cells.count { fields.append(start..<cells.count) }
    return fields
  }
}

extension Cell {
  /// Whether it is a blank or a piece of a rule.
  fileprivate var parts: Bool {
    base == " " && !hasMarks || (0x2500...0x259F).contains(base.value)
  }

  /// Whether it is of a word, a number or a quotation, not a sign that stands before one.
  fileprivate var beginsWord: Bool {
    switch base.properties.generalCategory {
    case .otherSymbol, .mathSymbol, .dashPunctuation, .otherPunctuation, .modifierSymbol: false
    default: true
    }
  }
}

/// A stretch of cells that is ordered as one paragraph.
private struct Field {
  private let cells: [Cell]
  /// What fribidi is to see: bases, the letters of ligatures, controls.
  private var scalars: [FriBidiChar] = []
  /// The cell of each of these scalars; -1 for a control.
  private var owners: [Int] = []

  init(_ slice: ArraySlice<Cell>, controls: ArraySlice<ShapingControl>) {
    cells = Array(slice)
    scalars.reserveCapacity(cells.count + 8)
    owners.reserveCapacity(cells.count + 8)
    var pending = controls
    for (index, cell) in cells.enumerated() {
      while let control = pending.first, control.cell - slice.startIndex <= index {
        append(control.scalar, owner: -1)
        pending.removeFirst()
      }
      if let alef = cell.alefOfLigature {
        append(.lam, owner: index)
        append(alef, owner: index)
      } else {
        append(cell.base, owner: index)
      }
    }
    for control in pending { append(control.scalar, owner: -1) }
  }

  private mutating func append(_ scalar: Unicode.Scalar, owner: Int) {
    scalars.append(scalar.value)
    owners.append(owner)
  }

  /// The cells in the order in which they are seen, their bases shaped and mirrored.
  ///
  /// A base that fribidi merges with that of another cell stays as it was, so that the width holds.
  func visual(in direction: TextDirection?) -> [Cell] {
    guard !scalars.isEmpty, let count = FriBidiStrIndex(exactly: scalars.count)
    else { return cells }
    var type =
      switch direction {
      case .leftToRight: FRIBIDI_PAR_LTR
      case .rightToLeft: FRIBIDI_PAR_RTL
      case nil: FRIBIDI_PAR_ON
      }
    var shaped = [FriBidiChar](repeating: 0, count: scalars.count + 1)
    var sources = [FriBidiStrIndex](repeating: 0, count: scalars.count)
    guard fribidi_log2vis(scalars, count, &type, &shaped, nil, &sources, nil) != 0 else {
      return cells
    }
    var result: [Cell] = []
    result.reserveCapacity(cells.count)
    var last = -1
    for (place, source) in sources.enumerated() {
      let owner = owners[Int(source)]
      guard owner >= 0 else { continue }
      let form = Unicode.Scalar(shaped[place]) ?? .replacement
      if owner == last {
        if form.isLamAlef { result[result.count - 1].base = form }
        continue
      }
      last = owner
      var cell = cells[owner]
      if (cell.alefOfLigature != nil) == form.isLamAlef, form.value != fillerValue {
        cell.base = form
      }
      result.append(cell)
    }
    return result
  }

  /// What fribidi leaves in the place of a letter that became part of a ligature.
  private let fillerValue: UInt32 = 0xFEFF
}

extension Unicode.Scalar {
  fileprivate static let leftToRightMark: Unicode.Scalar = "\u{200E}"

  /// Whether it is a ligature of lam and alef, of either form.
  fileprivate var isLamAlef: Bool { (0xFEF5...0xFEFC).contains(value) }
}

extension Cell {
  /// The alef of a cell that shows a ligature of lam and alef.
  fileprivate var alefOfLigature: Unicode.Scalar? {
    switch base.value {
    case 0xFEF5, 0xFEF6: "\u{622}"
    case 0xFEF7, 0xFEF8: "\u{623}"
    case 0xFEF9, 0xFEFA: "\u{625}"
    case 0xFEFB, 0xFEFC: "\u{627}"
    default: nil
    }
  }
}
