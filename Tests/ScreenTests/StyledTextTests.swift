import Screen
import Testing

@Suite("Styled text")
struct StyledTextTests {
  @Test("text of one role after text of the same role is one span")
  func appending() {
    var line: StyledText = "a"
    line.append("b")
    line.append("c", .hit)
    line.append("")
    line += StyledText("d", .hit) + "e"
    #expect(line.spans == [Span("ab"), Span("cd", .hit), Span("e")])
    #expect(line.plain == "abcde")
    #expect(line.columns == 5)
    #expect(!line.isEmpty)
    #expect(StyledText("").isEmpty)
    #expect(StyledText(spans: [Span(""), Span("")]).isEmpty)
  }

  @Test(
    "a cut line ends in an ellipsis that is counted",
    arguments: [
      ("plain", 5, "plain"), ("plain", 4, "pla…"), ("plain", 1, "…"), ("plain", 0, ""),
      ("plain", -3, ""), ("日本語", 6, "日本語"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
      ("e\u{301}a\u{301}o\u{301}", 2, "e\u{301}…"), ("🇵🇸🇮🇱", 3, "🇵🇸…"), ("", 0, ""),
    ] as [(String, Int, String)])
  func cutting(text: String, columns: Int, expected: String) {
    let cut = StyledText(text).cut(to: columns)
    #expect(cut.plain == expected)
    #expect(cut.columns <= max(0, columns))
  }

  @Test("a cut line keeps its roles, and the ellipsis has that of the text before it")
  func cuttingRoles() {
    let line = StyledText("one ", .label) + StyledText("two ", .hit) + StyledText("three", .dim)
    #expect(line.cut(to: 7).spans == [Span("one ", .label), Span("tw…", .hit)])
    #expect(line.cut(to: 5).spans == [Span("one …", .label)])
    #expect(line.cut(to: 99) == line)
  }

  @Test("Cut in the middle, a line keeps its beginning and its end and their roles")
  func cutInTheMiddle() {
    let line = StyledText("[1] ", .link) + StyledText("https://paper.example/talks.html")
    #expect(
      line.cutInTheMiddle(to: 20).spans == [Span("[1] ", .link), Span("https://p…s.html", .text)])
    #expect(line.cutInTheMiddle(to: 99) == line)
    #expect(line.cutInTheMiddle(to: 3) == line.cut(to: 3))
    #expect(line.cutInTheMiddle(to: 0).isEmpty)
  }

  @Test("Cut in the middle, no line is wider than asked, whatever its letters")
  func cutInTheMiddleWidths() {
    for text in [
      String(repeating: "x", count: 300), "停戦合意の第二段階について", "a\u{301}\u{302} b",
      "👩‍👩‍👧‍👦🇵🇸 talks and more talks", "نشرة المساء في فورد",
    ] {
      for columns in 0...40 {
        #expect(StyledText(text).cutInTheMiddle(to: columns).columns <= columns)
      }
    }
  }
}
