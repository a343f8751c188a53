import Screen

/// Writes lines with columns: for people, who read down a column, and for `grep`, which wants a
/// record on one line. Columns are filled up with spaces, never cut.
struct TableWriter {
  /// One line: what stands in columns, and the text behind them.
  struct Line {
    let cells: [String]
    let text: String
  }

  private let output: Output
  /// Lines that wait until the widths of the columns are known.
  private var waiting: [Line] = []
  private var widths: [Int]?

  /// The columns are as wide as the first lines need; later ones may be wider, and stick out.
  private static let measured = 1000
  /// No column gets wider than this, an instant with its zone, for the sake of the others.
  private static let widest = 25

  init(_ output: Output) {
    self.output = output
  }

  mutating func add(_ line: Line) throws {
    if let widths { return try write(line, widths) }
    waiting.append(line)
    if waiting.count == Self.measured { try finish() }
  }

  /// Writes what waits.
  mutating func finish() throws {
    let widths = self.widths ?? Self.widths(of: waiting)
    self.widths = widths
    for line in waiting { try write(line, widths) }
    waiting = []
  }

  private func write(_ line: Line, _ widths: [Int]) throws {
    var text = ""
    for (cell, width) in zip(line.cells, widths) where width > 0 {
      let cell = visibleText(cell)
      text += cell
      text += String(repeating: " ", count: max(0, width - TextWidth.columns(of: cell)) + 2)
    }
    try output.write(text + visibleText(line.text) + "\n")
  }

  private static func widths(of lines: [Line]) -> [Int] {
    var widths: [Int] = []
    for line in lines {
      for (index, cell) in line.cells.enumerated() {
        if index == widths.count { widths.append(0) }
        widths[index] = max(widths[index], min(widest, TextWidth.columns(of: visibleText(cell))))
      }
    }
    return widths
  }
}
