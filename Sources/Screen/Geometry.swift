/// A number of columns and rows, in cells.
package struct Size: Hashable, Sendable {
  /// How wide it is.
  package var columns: Int
  /// How high it is.
  package var rows: Int

  /// Negative numbers become 0.
  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A place on the screen, in cells from 0 at the top left.
package struct Point: Hashable, Sendable {
  /// From 0, at the left.
  package var column: Int
  /// From 0, at the top.
  package var row: Int

  /// The place in that column and row; it may be off the screen.
  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A part of the screen: its top left cell, and how far it reaches, in cells.
///
/// A rectangle is never of negative size, and every part made from it lies inside it, so a
/// layout that runs out of space ends in empty rectangles and not in a trap.
package struct Rect: Hashable, Sendable {
  /// Its first column.
  package var column: Int
  /// Its first row.
  package var row: Int
  /// How many columns it has.
  package var columns: Int
  /// How many rows it has.
  package var rows: Int

  /// Negative extents become 0.
  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The whole of a screen of that size.
  package init(size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// The top left cell.
  package var origin: Point { Point(column: column, row: row) }

  /// How far it reaches.
  package var size: Size { Size(columns: columns, rows: rows) }

  /// Whether no cell is in it.
  package var isEmpty: Bool { columns == 0 || rows == 0 }

  /// The column right of the last one; the largest integer where the sum has none.
  package var endColumn: Int { saturatingSum(column, columns) }

  /// The row below the last one; the largest integer where the sum has none.
  package var endRow: Int { saturatingSum(row, rows) }

  /// Whether the cell at that place is in it.
  package func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
  }

  /// What two rectangles share; empty where they share nothing.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top,
      columns: max(left, min(endColumn, other.endColumn)) - left,
      rows: max(top, min(endRow, other.endRow)) - top)
  }

  /// What is left after taking that many cells from each side.
  package func inset(columns: Int = 0, rows: Int = 0) -> Rect {
    splitLeft(columns).rest.splitRight(columns).rest.splitTop(rows).rest.splitBottom(rows).rest
  }

  /// Its first columns, at most `count`, and the rest.
  package func splitLeft(_ count: Int) -> (part: Rect, rest: Rect) {
    let taken = min(max(0, count), columns)
    return (
      Rect(column: column, row: row, columns: taken, rows: rows),
      Rect(column: column + taken, row: row, columns: columns - taken, rows: rows)
    )
  }

  /// Its last columns, at most `count`, and the rest.
  package func splitRight(_ count: Int) -> (part: Rect, rest: Rect) {
    let (rest, part) = splitLeft(columns - min(max(0, count), columns))
    return (part, rest)
  }

  /// Its first rows, at most `count`, and the rest.
  package func splitTop(_ count: Int) -> (part: Rect, rest: Rect) {
    let taken = min(max(0, count), rows)
    return (
      Rect(column: column, row: row, columns: columns, rows: taken),
      Rect(column: column, row: row + taken, columns: columns, rows: rows - taken)
    )
  }

  /// Its last rows, at most `count`, and the rest.
  package func splitBottom(_ count: Int) -> (part: Rect, rest: Rect) {
    let (rest, part) = splitTop(rows - min(max(0, count), rows))
    return (part, rest)
  }

  private func saturatingSum(_ start: Int, _ length: Int) -> Int {
    let (sum, overflow) = start.addingReportingOverflow(length)
    return overflow ? Int.max : sum
  }
}
