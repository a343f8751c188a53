/// How many columns text takes on the screen; the one place that decides it.
///
/// The unit is the grapheme cluster. Of each cluster the base is drawn, with the marks that take no
/// column; a joiner and the emoji after it, variation selectors and skin tones are left out, because
/// terminals disagree about what they take and ncurses counts every scalar by itself. A flag is two
/// letters. Arabic lam and alef, two clusters, are drawn as one and count as one. What has no base
/// gets a dotted circle, or U+FFFD where it would not stand on one.
package enum TextWidth {
  /// The columns a text takes; O(length), and a count of bytes if it is printable ASCII.
  package static func columns(of text: some StringProtocol) -> Int {
    if let count = printableASCIICount(of: text) { return count }
    var sum = 0
    for scalar in text.unicodeScalars {
      let columns = scalar.solitaryColumns
      guard columns > 0 else { return TextUnits(text).reduce(0) { $0 + $1.columns } }
      sum += columns
    }
    return sum
  }

  /// The columns a character takes when it stands alone.
  package static func columns(of character: Character) -> Int {
    var columns = 0
    forEachPiece(of: character.unicodeScalars) { columns += $0.width }
    return columns
  }

  /// The longest beginning of a text that takes at most that many columns; clusters stay whole.
  package static func prefix<Text: StringProtocol>(
    of text: Text, columns: Int
  ) -> Text.SubSequence where Text.SubSequence == Substring {
    var used = 0
    var end = text.startIndex
    for unit in TextUnits(text) {
      used += unit.columns
      guard used <= columns else { break }
      end = unit.range.upperBound
    }
    return text[..<end]
  }

  /// The number of bytes if all are printable ASCII, else `nil`.
  static func printableASCIICount(of text: some StringProtocol) -> Int? {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { $0 &- 0x20 < 0x5F } ? bytes.count : nil
    } ?? nil
  }
}

/// A text as the parts that stay whole when it is cut: grapheme clusters, and lam with alef.
struct TextUnits: Sequence, IteratorProtocol {
  struct Unit {
    var range: Range<String.Index>
    var first: Unicode.Scalar
    var columns: Int
    /// Whether it is one scalar.
    var isSingle: Bool
    /// Whether it is one scalar and drawn as it is.
    var isSolitary: Bool

    /// Whether it is a space or a tab, without marks.
    var isBlank: Bool { isSingle && (first == " " || first == "\t") }
  }

  private let text: Substring
  private let scalars: Substring.UnicodeScalarView
  private var position: String.Index
  /// The scalar at `position`, where it was already looked at.
  private var ahead: (scalar: Unicode.Scalar, columns: Int)?
  /// The cells of the last unit, in plain style; empty if that is solitary.
  private(set) var pieces: [Cell] = []

  init(_ text: some StringProtocol) {
    self.text = Substring(text)
    scalars = self.text.unicodeScalars
    position = self.text.startIndex
  }

  mutating func next() -> Unit? {
    let start = position
    guard start < text.endIndex else { return nil }
    let (first, columns) = ahead ?? look(at: start)
    if !pieces.isEmpty { pieces.removeAll(keepingCapacity: true) }
    ahead = nil
    if columns > 0 {
      let end = scalars.index(after: start)
      if end < text.endIndex { ahead = look(at: end) }
      if ahead?.columns != 0 {
        position = end
        return Unit(
          range: start..<end, first: first, columns: columns, isSingle: true, isSolitary: true)
      }
      ahead = nil
    }
    position = endOfUnit(from: start, first: first)
    var sum = 0
    forEachPiece(of: scalars[start..<position]) { piece in
      sum += piece.width
      pieces.append(piece)
    }
    return Unit(
      range: start..<position, first: first, columns: sum,
      isSingle: scalars.index(after: start) == position, isSolitary: false)
  }

  private func look(at index: String.Index) -> (scalar: Unicode.Scalar, columns: Int) {
    let scalar = scalars[index]
    return (scalar, scalar.solitaryColumns)
  }

  private func endOfUnit(from start: String.Index, first: Unicode.Scalar) -> String.Index {
    let end = text.index(after: start)
    guard first == .lam, end < text.endIndex, first.joined(with: scalars[end]) != nil,
      !scalars[scalars.index(before: end)].shapesItsNeighbours
    else { return end }
    return text.index(after: end)
  }
}

/// Gives the cells that show one unit of text, from left to right and without right halves; their
/// style is plain.
func forEachPiece(of unit: some Sequence<Unicode.Scalar>, _ body: (Cell) -> Void) {
  var pending: Cell?
  var previous: Unicode.Scalar?
  for scalar in unit {
    defer { previous = scalar }
    if scalar.isControl {
      guard !(scalar == "\n" && previous == "\r") else { continue }
      if let pending { body(pending) }
      pending = Cell(base: scalar.pictureOfControl, width: 1, style: Style())
      continue
    }
    if let base = pending?.base, let joined = base.joined(with: scalar) {
      pending?.base = joined
      pending?.width = ScalarKind(of: joined) == .wide ? 2 : 1
      continue
    }
    let kind = ScalarKind(of: scalar)
    switch kind {
    case .dropped:
      continue
    case .mark:
      if scalar.isPartOfSyllable, pending?.base.beginsSyllable != true {
        if let pending { body(pending) }
        pending = Cell(base: .replacement, width: 1, style: Style())
      } else {
        if pending == nil { pending = Cell(base: .dottedCircle, width: 1, style: Style()) }
        pending?.add(mark: scalar)
      }
    case .narrow, .wide, .unknown:
      let belongsToEmoji = previous == .zeroWidthJoiner && scalar.properties.isEmoji
      if pending != nil, scalar.isSkinTone || belongsToEmoji { continue }
      if let pending { body(pending) }
      let isShown = kind != .unknown && !scalar.isSkinTone
      pending = Cell(
        base: isShown ? scalar : .replacement, width: isShown && kind == .wide ? 2 : 1,
        style: Style())
    }
  }
  if let pending { body(pending) }
}
