import Screen
import Testing

@Suite("Text from right to left")
struct BidiTests {
  /// What a row shows from left to right, without the blanks at its end.
  private func shown(_ line: StyledText, columns: Int = 60) -> String {
    var frame = Frame(size: Size(columns: columns, rows: 1))
    let used = frame.write(line, at: Point(column: 0, row: 0), columns: columns)
    return TextWidth.prefix(of: frame.text(row: 0), columns: used).description
  }

  @Test(
    "Where others order it, text stays as it is read, and no paragraph moves to the right",
    arguments: [TextOrder.terminal, .off])
  func logicalOrder(order: TextOrder) {
    var frame = Frame(size: Size(columns: 20, rows: 2), order: order)
    let lines = StyledText("שלום (א) world 12 and more").wrapped(to: 20)
    for (row, line) in lines.enumerated() {
      frame.write(line, at: Point(column: 0, row: row), columns: 20)
    }
    let marked = order == .terminal ? "שלום (א) world 12\u{200E}   " : "שלום (א) world 12   "
    #expect(codes(frame.text(row: 0)) == codes(marked))
    #expect(frame.text(row: 1) == "and more            ")
  }

  @Test("Arabic letters are joined and stand in the order in which they are seen")
  func arabic() {
    #expect(
      codes(shown("السلام عليكم"))
        == "fee2 fedc fef4 fee0 fecb 20 fee1 fefc feb4 fedf fe8d")
  }

  @Test("a non-joiner parts letters and is not drawn")
  func nonJoiner() {
    #expect(codes(shown("می\u{200C}خ")) == "fea5 fbfd fee3")
  }

  @Test("marks stay on their letters, also on lam and alef drawn as one")
  func marks() {
    #expect(codes(shown("שָׁלוֹם")) == "5dd 5d5 5b9 5dc 5e9 5b8 5c1")
    #expect(codes(shown("لَاً")) == "fefb 64e 64b")
    #expect(codes(shown("بَلَّا")) == "fefc 64e 651 fe91 64e")
  }

  @Test(
    "words of both directions stand as the Unicode algorithm says",
    arguments: [
      ("The city (ירושלים) 1099", "The city (םילשורי) 1099"),
      ("שלום world 123", "world 123 םולש"),
      ("שלום (x) [y]", "[y] (x) םולש"),
      ("abc אבג 12 דהו", "abc והד 12 גבא"),
      ("“שלום”", "”םולש“"),
      ("שלום!", "!םולש"),
      ("plain", "plain"),
      ("שלום 日本", "日本 םולש"),
      ("👩🏽‍⚖️ שלום", "👩 םולש"),
    ] as [(String, String)])
  func mixed(text: String, expected: String) {
    #expect(shown(StyledText(text)) == expected)
  }

  @Test(
    "fields of a row keep their places",
    arguments: [
      ("שלום  5r  4o", "םולש  5r  4o"),
      ("5r  שלום 7!  ok", "5r  !7 םולש  ok"),
      ("שלום │ אבג", "םולש │ גבא"),
      ("▸ ● שלום (א)", "▸ ● (א) םולש"),
      ("   שלום!", "   !םולש"),
    ] as [(String, String)])
  func fields(text: String, expected: String) {
    #expect(shown(StyledText(text)) == expected)
  }

  @Test("styles follow their characters")
  func styles() {
    var frame = Frame(size: Size(columns: 12, rows: 1))
    let line = StyledText("של", .hit) + StyledText("ום ") + StyledText("abc", .quote)
    frame.write(line, at: Point(column: 0, row: 0), columns: 12)
    #expect(frame.text(row: 0) == "abc םולש    ")
    #expect(frame.styles(row: 0) == "qqq...mm....")
  }

  @Test("a role that changes inside a word does not part its letters")
  func joinedAcrossSpans() {
    let whole = shown("السلام")
    let parts = StyledText("الس", .hit) + StyledText("ل", .text) + StyledText("ام", .hit)
    #expect(codes(shown(parts)) == codes(whole))
  }

  @Test("a stretch known to run from right to left is one field, at the right end of the line")
  func aligned() {
    let known = StyledText(spans: [Span("שלום  abc.", .quote, direction: .rightToLeft)])
    var frame = Frame(size: Size(columns: 20, rows: 2))
    let place = Point(column: 1, row: 0)
    #expect(frame.write(known, at: place, columns: 12, isSelected: true) == 12)
    #expect(frame.text(row: 0) == "   .abc  םולש       ")
    #expect(frame.styles(row: 0) == ".SSQQQQQQQQQQ.......")
    let labelled = StyledText("said  ", .label) + known
    #expect(frame.write(labelled, at: Point(column: 0, row: 1), columns: 18) == 18)
    #expect(frame.text(row: 1) == "said    .abc  םולש  ")
    let followed = known + StyledText("  said", .label)
    #expect(shown(followed) == ".abc  םולש  said")
  }

  @Test("an ellipsis alone stands for a line without room, whatever its direction")
  func noRoom() {
    for direction in [nil, TextDirection.leftToRight, .rightToLeft] {
      let line = StyledText(spans: [Span("日本 שלום", direction: direction)])
      #expect(shown(line, columns: 1) == "…")
    }
  }

  @Test("a stretch known to run from left to right is one field")
  func leftToRight() {
    let known = StyledText(spans: [Span("שלום 12!  אב", direction: .leftToRight)])
    #expect(shown(known) == "בא  !12 םולש")
  }

  @Test("a line that is cut has its ellipsis where the text goes on")
  func cut() {
    #expect(shown("אבגדהוזח", columns: 5) == "…דגבא")
    #expect(shown("abc אבגדהוזח", columns: 7) == "abc בא…")
  }

  @Test("the line takes as many columns as its text counts", arguments: 0..<200 as Range<UInt64>)
  func width(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var line = randomLine(upTo: 6, using: &generator)
    for index in line.spans.indices {
      line.spans[index].direction = [nil, .leftToRight].randomElement(using: &generator) ?? nil
    }
    var frame = Frame(size: Size(columns: 600, rows: 1))
    let used = frame.write(line, at: Point(column: 0, row: 0), columns: 600)
    #expect(used == line.columns, "seed \(seed): \(codes(line.plain))")
  }
}
