/// A screen as a grid of cells, and the place of the cursor.
///
/// Nothing that is written reaches beyond its edges or breaks a wide character: what would be half
/// of one is a blank. Equal frames show the same.
package struct Frame: Hashable, Sendable {
  /// The largest screen there is; a larger size is taken for this one.
  package static let maximumSize = Size(columns: 2_000, rows: 1_000)

  /// How many columns and rows it has, at least one of each.
  package let size: Size
  /// Who orders text from right to left in it.
  package let order: TextOrder
  /// Row by row, `size.columns` cells each.
  private var cells: [Cell]
  private var cursorPlace = Point(column: 0, row: 0)
  /// The parts that pressing the mouse is for something on.
  package internal(set) var areas: [Area] = []

  /// A screen of blanks with the cursor at the top left.
  package init(size: Size, order: TextOrder = .app) {
    self.order = order
    self.size = Size(
      columns: min(max(1, size.columns), Frame.maximumSize.columns),
      rows: min(max(1, size.rows), Frame.maximumSize.rows))
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  /// Where the terminal's cursor stands; a place outside becomes the nearest one inside.
  package var cursor: Point {
    get { cursorPlace }
    set {
      cursorPlace = Point(
        column: min(max(0, newValue.column), size.columns - 1),
        row: min(max(0, newValue.row), size.rows - 1))
    }
  }

  /// The whole screen.
  package var bounds: Rect { Rect(size: size) }

  /// The cell at a place; a blank outside.
  package subscript(point: Point) -> Cell {
    guard bounds.contains(point) else { return .blank }
    return cells[point.row * size.columns + point.column]
  }

  /// The cells of a row from left to right; none outside.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// The cells of a row as a terminal has to get them.
  ///
  /// One that orders text itself takes a row for one paragraph, and would carry words over the rules
  /// between the panes. So a rule beside such text is a letter there that looks like one, and the
  /// row says where it begins that it runs from left to right.
  package func sentRow(_ row: Int) -> ArraySlice<Cell> {
    let cells = self.row(row)
    guard order == .terminal, cells.contains(where: { Bidi.isRightToLeft($0.base) }) else {
      return cells
    }
    return Bidi.withLettersForRules(cells)
  }

  /// Writes one line from a point on and tells how many columns it took.
  ///
  /// Text that needs more than `columns`, or more than there are up to the right edge, ends in "…".
  /// Hostile characters are shown as `visibleText` shows them. Text from right to left is put into
  /// the order in which it is seen, unless that is left to others. A line that ends in a stretch
  /// known to run that way then takes all of `columns`, with that stretch at the right end.
  @discardableResult
  package mutating func write(
    _ text: StyledText, at point: Point, columns: Int = .max, isSelected: Bool = false
  ) -> Int {
    guard point.row >= 0, point.row < size.rows, point.column < size.columns,
      point.column > -Frame.maximumSize.columns
    else { return 0 }
    let room = min(columns, size.columns - point.column)
    let line = LineOfCells(text, columns: room, isSelected: isSelected, order: order)
    var column = point.column
    for cell in line.cells {
      put(cell, column: column, row: point.row)
      column += cell.width
    }
    return line.columns
  }

  /// Shows other characters in the place of some, each as wide as what it stands for.
  package mutating func replace(_ others: [Unicode.Scalar: Unicode.Scalar]) {
    for index in cells.indices where !cells[index].base.isASCII {
      if let other = others[cells[index].base] { cells[index].base = other }
    }
  }

  /// Fills a part of the screen with a character; a wide one that does not fit in the last column
  /// leaves a blank there.
  package mutating func fill(_ rect: Rect, with character: Character = " ", style: Style) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    var piece: Cell?
    forEachPiece(of: character.unicodeScalars) { if piece == nil { piece = $0 } }
    var cell = piece ?? .blank
    if Bidi.isRightToLeft(cell.base) {
      cell = Bidi.visual([cell], controls: [], direction: nil).first ?? cell
    }
    cell.style = style
    var blank = Cell.blank
    blank.style = style
    for row in area.row..<area.endRow {
      var column = area.column
      while column < area.endColumn {
        let fits = column + cell.width <= area.endColumn
        put(fits ? cell : blank, column: column, row: row)
        column += fits ? cell.width : 1
      }
    }
  }

  /// Gives the cells of a part of the screen another style and leaves what they show.
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      for index in row * size.columns + area.column..<row * size.columns + area.endColumn {
        cells[index].style = change(cells[index].style)
      }
    }
  }

  /// What a row shows, exactly as wide as the frame.
  package func text(row: Int) -> String {
    self.row(row).reduce(into: "") { $1.append(to: &$0) }
  }

  /// The styles of a row, one letter for each column.
  package func styles(row: Int) -> String {
    self.row(row).reduce(into: "") { $0.append($1.style.letter) }
  }

  /// Draws one cell, with its right half if it is wide.
  private mutating func put(_ cell: Cell, column: Int, row: Int) {
    guard column < size.columns, column + cell.width > 0 else { return }
    let start = row * size.columns
    guard column >= 0, column + cell.width <= size.columns else {
      var half = Cell.blank
      half.style = cell.style
      put(half, column: max(0, column), row: row)
      return
    }
    clearHalves(around: column..<column + cell.width, in: start)
    cells[start + column] = cell
    if cell.width == 2 {
      cells[start + column + 1] = Cell(base: " ", width: 0, style: cell.style)
    }
  }

  /// Blanks the halves that stay behind when the columns between them are overwritten.
  private mutating func clearHalves(around range: Range<Int>, in start: Int) {
    if cells[start + range.lowerBound].width == 0, range.lowerBound > 0 {
      blank(start + range.lowerBound - 1)
    }
    if range.upperBound < size.columns, cells[start + range.upperBound].width == 0 {
      blank(start + range.upperBound)
    }
  }

  private mutating func blank(_ index: Int) {
    var blank = Cell.blank
    blank.style = cells[index].style
    cells[index] = blank
  }
}
