import Screen
import Testing

@Suite("Frames")
struct FrameTests {
  /// A frame of one row with a text at its beginning.
  private func row(_ text: StyledText, columns: Int) -> Frame {
    var frame = Frame(size: Size(columns: columns, rows: 1))
    frame.write(text, at: Point(column: 0, row: 0), columns: columns)
    return frame
  }

  @Test(
    "a written line is cut with an ellipsis and padded with blanks",
    arguments: [
      ("abc", 5, "abc  "), ("abcdef", 5, "abcd…"), ("abcdé", 5, "abcdé"), ("abcdéf", 5, "abcd…"),
      ("日本語", 5, "日本…"), ("日本語", 4, "日… "), ("日本語", 1, "…"), ("é日", 2, "é…"),
      ("\u{1B}[2J", 6, "␛[2J  "), ("a\tb\nc", 6, "a b c "), ("\u{202E}abc", 4, "abc "),
      ("👩🏽‍⚖️!", 4, "👩! "), ("e\u{301}", 2, "e\u{301} "), ("🇵🇸", 3, "🇵🇸 "), ("🇵🇸x", 2, "…"),
    ] as [(String, Int, String)])
  func writing(text: String, columns: Int, expected: String) {
    // A cell "…" in two columns leaves a blank after it.
    let shown = row(StyledText(text), columns: columns).text(row: 0)
    let width = TextWidth.columns(of: expected)
    #expect(codes(shown) == codes(expected + String(repeating: " ", count: columns - width)))
  }

  @Test("write tells the columns it used")
  func used() {
    var frame = Frame(size: Size(columns: 10, rows: 2))
    let origin = Point(column: 0, row: 0)
    #expect(frame.write("abc", at: origin, columns: 5) == 3)
    #expect(frame.write("日本語", at: origin, columns: 4) == 3)
    #expect(frame.write("abc", at: Point(column: 8, row: 1), columns: 5) == 2)
    #expect(frame.text(row: 1) == "        a…")
    #expect(frame.write("abc", at: Point(column: 10, row: 0), columns: 5) == 0)
    #expect(frame.write("abc", at: Point(column: 0, row: 2), columns: 5) == 0)
    #expect(frame.write("abc", at: origin, columns: 0) == 0)
    #expect(frame.write("abc", at: origin, columns: -1) == 0)
  }

  @Test("styles follow their characters, and a role is that of the first scalar of a cluster")
  func styles() {
    let line =
      StyledText("ab", .label) + StyledText("日", .hit) + StyledText("e", .quote)
      + StyledText("\u{301}x", .hit)
    var frame = row(line, columns: 8)
    #expect(frame.styles(row: 0) == "llmmqm..")
    frame.write(line, at: Point(column: 0, row: 0), columns: 8, isSelected: true)
    #expect(frame.styles(row: 0) == "LLMMQM..")
    frame.restyle(frame.bounds) { Style($0.role, isSelected: false) }
    #expect(frame.styles(row: 0) == "llmmqm..")
  }

  @Test(
    "what overwrites half of a wide character leaves a blank for the other half",
    arguments: [
      ("日本語", 0, "x 本語"), ("日本語", 1, " x本語"), ("日本語", 2, "日x 語"), ("日本語", 5, "日本 x"),
    ] as [(String, Int, String)])
  func halves(text: String, column: Int, expected: String) {
    var frame = row(StyledText(text), columns: 6)
    frame.write("x", at: Point(column: column, row: 0), columns: 1)
    #expect(frame.text(row: 0) == expected)
  }

  @Test("a wide character over the halves of two others leaves two blanks")
  func wideOverHalves() {
    var frame = row("日本語", columns: 6)
    frame.write("国", at: Point(column: 1, row: 0), columns: 2)
    #expect(frame.text(row: 0) == " 国 語")
  }

  @Test("what begins left of the frame is cut there, a wide character to a blank")
  func leftOfFrame() {
    var frame = Frame(size: Size(columns: 4, rows: 1))
    frame.write("日本語", at: Point(column: -1, row: 0), columns: 9)
    #expect(frame.text(row: 0) == " 本…")
    frame.write("x", at: Point(column: .min, row: 0), columns: .max)
    frame.write("x", at: Point(column: .max, row: .max), columns: .max)
    #expect(frame.text(row: 0) == " 本…")
  }

  @Test("a fill stays inside, and a wide character that does not fit is a blank")
  func filling() {
    var frame = Frame(size: Size(columns: 6, rows: 3))
    frame.fill(
      Rect(column: 1, row: 1, columns: 3, rows: 9), with: "日", style: Style(.frame))
    #expect((0..<3).map(frame.text(row:)) == ["      ", " 日   ", " 日   "])
    #expect(frame.styles(row: 1) == ".fff..")
    frame.fill(Rect(column: -5, row: -5, columns: .max, rows: .max), style: Style(.bar))
    #expect(frame.styles(row: 0) == "bbbbbb")
    #expect(frame.text(row: 2) == "      ")
  }

  @Test("a fill of Arabic letters keeps its columns")
  func fillingArabic() {
    var frame = Frame(size: Size(columns: 2, rows: 1))
    frame.fill(Rect(column: 0, row: 0, columns: 1, rows: 1), with: "ل", style: Style())
    frame.fill(Rect(column: 1, row: 0, columns: 1, rows: 1), with: "ا", style: Style())
    #expect(codes(frame.text(row: 0)) == "fedd fe8d")
  }

  @Test("a size that is not a screen's becomes one")
  func sizes() {
    #expect(Frame(size: Size(columns: 0, rows: 0)).size == Size(columns: 1, rows: 1))
    #expect(Frame(size: Size(columns: .max, rows: 1)).size.columns == Frame.maximumSize.columns)
  }

  @Test("the cursor is always inside")
  func cursor() {
    var frame = Frame(size: Size(columns: 6, rows: 3))
    #expect(frame.cursor == Point(column: 0, row: 0))
    frame.cursor = Point(column: 99, row: -4)
    #expect(frame.cursor == Point(column: 5, row: 0))
    frame.cursor = Point(column: 2, row: 1)
    #expect(frame.cursor == Point(column: 2, row: 1))
  }

  @Test("outside there is nothing")
  func outside() {
    let frame = row("abc", columns: 3)
    #expect(frame[Point(column: 3, row: 0)] == .blank)
    #expect(frame[Point(column: 0, row: -1)] == .blank)
    #expect(frame.text(row: 7).isEmpty)
    #expect(frame.row(-1).isEmpty)
  }

  @Test("frames that show the same are equal, however they were drawn")
  func equality() {
    var first = row("日e\u{301}", columns: 4)
    var second = row("xxxx", columns: 4)
    second.write(" e\u{301}x", at: Point(column: 1, row: 0), columns: 3)
    second.write("e\u{301} ", at: Point(column: 2, row: 0), columns: 2)
    second.write("日", at: Point(column: 0, row: 0), columns: 2)
    #expect(first == second)
    first.cursor = Point(column: 1, row: 0)
    #expect(first != second)
  }

  @Test("random writes never break a row", arguments: 0..<200 as Range<UInt64>)
  func invariants(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var frame = Frame(
      size: Size(
        columns: Int.random(in: 1...30, using: &generator),
        rows: Int.random(in: 1...4, using: &generator)))
    for _ in 0..<20 {
      var line = randomLine(upTo: 5, using: &generator)
      for index in line.spans.indices {
        line.spans[index].direction =
          [nil, .leftToRight, .rightToLeft].randomElement(using: &generator) ?? nil
      }
      let point = Point(
        column: Int.random(in: -6...31, using: &generator),
        row: Int.random(in: -1...4, using: &generator))
      let columns = Int.random(in: -1...40, using: &generator)
      let used = frame.write(
        line, at: point, columns: columns, isSelected: Bool.random(using: &generator))
      #expect(used >= 0 && used <= max(0, columns), "seed \(seed)")
      if Int.random(in: 0..<5, using: &generator) == 0 {
        frame.fill(
          Rect(column: point.column, row: point.row, columns: 5, rows: 2),
          with: materials.randomElement(using: &generator)?.first ?? " ", style: Style(.frame))
      }
    }
    for row in 0..<frame.size.rows { expectWhole(frame, row: row, seed: seed) }
  }

  /// Checks that a row is as wide as the frame and every wide character has its right half.
  private func expectWhole(_ frame: Frame, row: Int, seed: UInt64) {
    let text = frame.text(row: row)
    #expect(TextWidth.columns(of: text) == frame.size.columns, "seed \(seed): \(codes(text))")
    #expect(frame.styles(row: row).count == frame.size.columns, "seed \(seed)")
    #expect(visibleText(text).unicodeScalars.elementsEqual(text.unicodeScalars), "seed \(seed)")
    var expectsHalf = false
    for cell in frame.row(row) {
      #expect((cell.width == 0) == expectsHalf, "seed \(seed): \(codes(text))")
      expectsHalf = cell.width == 2
    }
    #expect(!expectsHalf, "seed \(seed)")
  }

  @Test("Characters are shown by others, and cells of other characters stay as they are")
  func replaced() {
    var frame = Frame(size: Size(columns: 12, rows: 2))
    frame.write("“ab…” 停戦 x", at: Point(column: 0, row: 0))
    let before = frame
    frame.replace(["“": "\"", "”": "\"", "…": "~"])
    #expect(frame.text(row: 0).hasPrefix("\"ab~\" 停戦"))
    #expect(frame.row(1) == before.row(1))
    frame.replace([:])
    #expect(frame.text(row: 0).hasPrefix("\"ab~\" 停戦"))
  }
}
