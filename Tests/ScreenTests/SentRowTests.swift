import CFribidi
import Screen
import Testing

@Suite("Rows for a terminal that orders text itself")
struct SentRowTests {
  /// What such a terminal shows: it takes the row for one paragraph that runs from left to right.
  /// Some drop the marks that stand in no cell of their own.
  private struct OrderingTerminal {
    let keepsMarks: Bool

    /// The cells from left to right, by their numbers in the row.
    func order(of cells: [Cell]) -> [Int] {
      var scalars: [FriBidiChar] = []
      var owners: [Int] = []
      for (index, cell) in cells.enumerated() {
        let kept = cell.marks.filter { $0 != "\u{200E}" || keepsMarks }
        for scalar in [cell.base] + kept {
          scalars.append(scalar.value)
          owners.append(index)
        }
      }
      var type = FRIBIDI_PAR_LTR
      var sources = [FriBidiStrIndex](repeating: 0, count: scalars.count)
      let count = FriBidiStrIndex(scalars.count)
      guard fribidi_log2vis(scalars, count, &type, nil, nil, &sources, nil) != 0 else { return [] }
      var seen: Set<Int> = []
      return sources.map { owners[Int($0)] }.filter { seen.insert($0).inserted }
    }

    func shows(_ cells: some Sequence<Cell>) -> String {
      let cells = cells.filter { $0.width > 0 }
      var text = order(of: cells).map { String(cells[$0].base) }.joined()
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  private func row(_ line: StyledText, columns: Int = 40) -> Frame {
    var frame = Frame(size: Size(columns: columns, rows: 1), order: .terminal)
    frame.write(line, at: Point(column: 0, row: 0), columns: columns)
    return frame
  }

  @Test(
    "Fields keep their places, in a terminal that keeps marks",
    arguments: [
      ("שלום  5r  4o", "םולש  5r  4o"), ("שלום  אבג", "םולש  גבא"), ("5r  שלום", "5r  םולש"),
      ("שלום 12  7  אבג", "12 םולש  7  גבא"), ("▸ ● שלום  ٤٥  3", "▸ ● םולש  ٤٥  3"),
      ("no mark", "no mark"),
    ])
  func fields(text: String, shown: String) {
    #expect(OrderingTerminal(keepsMarks: true).shows(row(StyledText(text)).sentRow(0)) == shown)
  }

  @Test("A paragraph is one field, whatever blanks are in it")
  func paragraph() {
    let line = StyledText(spans: [Span("שלום  אבג", direction: .rightToLeft)])
    #expect(OrderingTerminal(keepsMarks: true).shows(row(line).sentRow(0)) == "גבא  םולש")
  }

  @Test("A mark has room behind any other marks")
  func crowded() {
    let frame = row(StyledText("א" + String(repeating: "\u{5B8}", count: 9) + "  5"))
    #expect(frame[Point(column: 0, row: 0)].marks.count == Cell.maximumMarks)
    #expect(frame[Point(column: 0, row: 0)].marks.last == "\u{200E}")
  }

  @Test(
    "A rule is a letter beside text from right to left, and only there and then",
    arguments: [(TextOrder.terminal, "\u{1C0}"), (.app, "│"), (.off, "│")] as [(TextOrder, String)])
  func rules(order: TextOrder, rule: String) {
    var frame = Frame(size: Size(columns: 20, rows: 2), order: order)
    for (row, word) in ["שלום", "word"].enumerated() {
      frame.write(StyledText(word), at: Point(column: 2, row: row), columns: 8)
    }
    frame.fill(
      Rect(column: 10, row: 0, columns: 1, rows: 2), with: "│", style: Style(.frame))
    #expect(String(Array(frame.sentRow(0))[10].base) == rule)
    #expect(String(Array(frame.sentRow(1))[10].base) == "│")
    #expect(Array(frame.sentRow(0))[0].marks == (order == .terminal ? ["\u{200E}"] : []))
    #expect(frame.sentRow(0).map(\.width) == frame.row(0).map(\.width))
  }

  @Test(
    "No word leaves its pane, whether the terminal keeps marks or drops them",
    arguments: 0..<300 as Range<UInt64>)
  func panes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var frame = Frame(size: Size(columns: 62, rows: 1), order: .terminal)
    let panes = [0..<20, 21..<41, 42..<62]
    for pane in panes {
      frame.write(
        randomLine(upTo: 4, using: &generator), at: Point(column: pane.lowerBound, row: 0),
        columns: pane.count)
    }
    let bar: Character = seed.isMultiple(of: 7) ? "|" : "│"
    for column in [20, 41] {
      let rule = Rect(column: column, row: 0, columns: 1, rows: 1)
      frame.fill(rule, with: bar, style: Style(.frame))
    }
    let sent = Array(frame.sentRow(0))
    for keepsMarks in [true, false] {
      let order = OrderingTerminal(keepsMarks: keepsMarks).order(of: sent)
      #expect(order.count == 62)
      for (place, source) in order.enumerated() {
        let isAtHome = panes.contains { $0.contains(place) && $0.contains(source) }
        #expect(isAtHome || place == source, "seed \(seed): \(codes(frame.text(row: 0)))")
      }
    }
  }
}
