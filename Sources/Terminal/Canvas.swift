import CTerminal
import Screen

/// Puts frames on ncurses' screen, and remembers what is on it.
struct Canvas {
  private let looks: [(attributes: attr_t, pair: Int32)]
  private let isUTF8: Bool
  private let descriptor: Int32
  private var shown: Frame?
  private var line: [cchar_t] = []
  /// Where in `line` the cursor has to be placed anew.
  private var seams: [Seam] = []

  /// Call it after `newterm`.
  ///
  /// - Parameters:
  ///   - wantsColor: false for attributes only.
  ///   - isUTF8: false draws what is not ASCII as "?".
  ///   - descriptor: the terminal.
  init(wantsColor: Bool, isUTF8: Bool, descriptor: Int32) {
    self.isUTF8 = isUTF8
    self.descriptor = descriptor
    // The background must stay the terminal's own; a type that cannot go back to it gets no colour.
    let hasColor =
      wantsColor && has_colors() && start_color() == OK && use_default_colors() == OK
    let palette = Palette(colors: hasColor ? Int(terminal_color_count()) : 0)
    var pairs: [Int: Int32] = [:]
    looks = Role.allCases.sorted { $0.rawValue < $1.rawValue }.flatMap { role in
      [false, true].map { isSelected in
        let look = palette.look(Style(role, isSelected: isSelected))
        return (Self.attributes(look), Self.pair(look.color, in: &pairs))
      }
    }
  }

  /// What is on the screen is not known any more: the next frame is drawn as a whole.
  mutating func forget() { shown = nil }

  /// Sends what differs from the frame before, and the cursor's place last.
  ///
  /// A row with text whose width terminals disagree about is drawn anew from its beginning, and the
  /// cursor is placed behind every such piece: what follows stands in its column, whatever the
  /// terminal made of that piece.
  mutating func draw(_ frame: Frame) {
    guard let window = terminal_window() else { return }
    let (columns, rows) = (Int(getmaxx(window)), Int(getmaxy(window)))
    let known = shown?.size == frame.size ? shown : nil
    if known == nil { werase(window) }
    var doubtful: [Int] = []
    for row in 0..<min(rows, frame.size.rows) {
      let cells = frame.row(row)
      if let known, known.row(row) == cells { continue }
      fill(frame.sentRow(row).prefix(columns))
      if seams.isEmpty {
        draw(line[...], row: Int32(row), column: 0, in: window)
      } else {
        wmove(window, Int32(row), 0)
        wclrtoeol(window)
        doubtful.append(row)
      }
    }
    shown = frame
    if !doubtful.isEmpty {
      wnoutrefresh(window)
      doupdate()
      for row in doubtful {
        fill(frame.sentRow(row).prefix(columns))
        drawPieces(row: Int32(row), in: window)
      }
    }
    let place = frame.cursor
    wmove(window, Int32(min(place.row, rows - 1)), Int32(min(place.column, columns - 1)))
    wnoutrefresh(window)
    doupdate()
  }

  /// Draws the line piece by piece, so that each begins where it should.
  private func drawPieces(row: Int32, in window: UnsafeMutablePointer<WINDOW>) {
    var start = Seam()
    for seam in seams {
      draw(line[start.cells..<seam.cells], row: row, column: start.column, in: window)
      // ncurses believes the cursor to be behind the piece, and so does not move it.
      wmove(window, row, Int32(seam.column))
      wnoutrefresh(window)
      doupdate()
      terminal_place_cursor(descriptor, Int32(seam.column), row)
      start = seam
    }
    draw(line[start.cells...], row: row, column: start.column, in: window)
  }

  private func draw(
    _ piece: ArraySlice<cchar_t>, row: Int32, column: Int, in window: UnsafeMutablePointer<WINDOW>
  ) {
    piece.withUnsafeBufferPointer { cells in
      _ = mvwadd_wchnstr(window, row, Int32(column), cells.baseAddress, Int32(cells.count))
    }
  }

  /// Fills the line with the cells of a row.
  ///
  /// ncurses counts columns by the C library. Where that differs from the frame's own count, a
  /// replacement keeps everything right of it in its column.
  private mutating func fill(_ cells: ArraySlice<Cell>) {
    line.removeAll(keepingCapacity: true)
    var found = Seams()
    var place = Seam()
    for cell in cells where cell.width > 0 {
      let look = looks[Int(cell.style.role.rawValue) * 2 + (cell.style.isSelected ? 1 : 0)]
      var doubt = isUTF8 ? DoubtfulWidth(of: cell.base) : nil
      // In the last column a terminal that takes it for wide would go on in the next row.
      let isAtEdge = doubt != nil && cell.width == 1 && place.column == cells.count - 1
      if cell.base.isPrintableASCII && !cell.hasMarks {
        append(cell.base, look)
      } else if isUTF8, !isAtEdge, Int(terminal_columns_of(cell.base.value)) == cell.width {
        append(cell.base, marks: cell.hasMarks ? cell.marks : [], look)
      } else {
        doubt = nil
        append(Self.replacement(cell.base), look)
        if cell.width == 2 { append(" ", look) }
      }
      let end = Seam(cells: line.count, column: place.column + cell.width)
      found.take(doubt, from: place, to: end)
      place = end
    }
    found.finish(at: place)
    seams = found.places.filter { $0.column < cells.count }
  }

  private mutating func append(
    _ base: Unicode.Scalar, marks: [Unicode.Scalar] = [],
    _ look: (attributes: attr_t, pair: Int32)
  ) {
    var cell = cchar_t()
    if marks.isEmpty {
      var scalar = base.value
      terminal_set_cell(&cell, &scalar, 1, look.attributes, look.pair)
    } else {
      let scalars = [base.value] + marks.map(\.value).filter { terminal_columns_of($0) == 0 }
      terminal_set_cell(&cell, scalars, Int32(scalars.count), look.attributes, look.pair)
    }
    line.append(cell)
  }

  /// The sign of ASCII that comes nearest.
  private static func replacement(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case _ where scalar.isPrintableASCII: scalar
    case "\u{A0}", "\u{2000}"..."\u{200A}", "\u{202F}", "\u{3000}": " "
    case "\u{2010}"..."\u{2015}", "\u{2212}": "-"
    case "\u{2018}", "\u{2019}", "\u{2032}": "'"
    case "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}", "\u{2033}": "\""
    case "\u{2026}": "~"
    default: "?"
    }
  }

  private static func attributes(_ look: Palette.Look) -> attr_t {
    var attributes: attr_t = 0
    if look.isBold { attributes |= TERMINAL_BOLD }
    if look.isDim { attributes |= TERMINAL_DIM }
    if look.isUnderlined { attributes |= TERMINAL_UNDERLINE }
    if look.isReversed { attributes |= TERMINAL_REVERSE }
    return attributes
  }

  /// The pair of that colour on the terminal's own background; 0, its own colours, for nil.
  private static func pair(_ color: Int?, in pairs: inout [Int: Int32]) -> Int32 {
    guard let color else { return 0 }
    if let pair = pairs[color] { return pair }
    let pair = Int32(pairs.count + 1)
    guard init_pair(Int16(pair), Int16(color), -1) == OK else { return 0 }
    pairs[color] = pair
    return pair
  }
}

extension Unicode.Scalar {
  /// Whether it can go to any terminal. Frames hold no control characters; should one come all the
  /// same, it ends here.
  fileprivate var isPrintableASCII: Bool { 0x20...0x7E ~= value }
}
