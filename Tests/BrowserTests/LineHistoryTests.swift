import Screen
import Testing

@testable import Browser

@Suite("Lines used before")
struct LineHistoryTests {
  private static func history(_ lines: String...) -> LineHistory {
    LineHistory(text: lines.map { $0 + "\n" }.joined().utf8)
  }

  @Test("A line stands once, where it was used last")
  func once() {
    var history = Self.history("a", "b", "c", "b")
    #expect(history.lines == ["a", "c", "b"])
    let isKept = history.add("a")
    #expect(isKept)
    #expect(history.lines == ["c", "b", "a"])
    #expect(history.text == "c\nb\na\n")
    #expect(LineHistory(text: history.text.utf8) == history)
  }

  @Test("Empty lines, and those that begin with a space, are not kept")
  func notKept() {
    var history = LineHistory()
    let kept = ["", " ", " secret", "\t", "\u{A0}x"].filter { history.add($0) }
    #expect(kept.isEmpty)
    #expect(history == LineHistory())
    #expect(Self.history("", " a", "b c ").lines == ["b c "])
  }

  @Test("The latest 500 are kept, and none that is longer than 2000 bytes")
  func limits() {
    let text = (1...1700).map { "line \($0)\n" }.joined()
    let history = LineHistory(text: text.utf8)
    #expect(history.lines.count == 500)
    #expect(history.lines.first == "line 1201" && history.lines.last == "line 1700")
    let long = String(repeating: "x", count: 2000)
    #expect(Self.history(long, long + "x").lines == [long])
  }

  @Test(
    "What is no text, drives a terminal or hides is left out",
    arguments: [
      ([0x61, 0xFF, 0x62, 0xC3, 0x0A], ["ab"]), ([0xFF, 0xFE, 0x0A], []),
      (Array("\u{1B}[2Ja\u{7}\u{0}\u{9B}b\r\n".utf8), ["[2Jab"]),
      (Array("a\u{202E}b\u{2028}c\n".utf8), ["ab c"]), (Array("no end".utf8), ["no end"]),
      (Array("عزة\n".utf8), ["عزة"]),
    ] as [([UInt8], [String])])
  func hostile(bytes: [UInt8], lines: [String]) {
    #expect(LineHistory(text: bytes).lines == lines)
  }

  @Test("Any bytes give lines that are shown as they are")
  func anyBytes() {
    var random = Seeded(7)
    for _ in 0..<200 {
      let bytes = (0..<300).map { _ in UInt8.random(in: 0...255, using: &random) }
      let history = LineHistory(text: bytes)
      for line in history.lines { #expect(visibleText(line) == line, "\(bytes)") }
      #expect(LineHistory(text: history.text.utf8) == history, "\(bytes)")
    }
  }

  @Test("Those that go on from what is typed are gone through, the latest first")
  func beginning() {
    let history = Self.history("talks", "aid", "talks gaza", "Talks")
    #expect(history.lines(beginningWith: "talks") == ["talks gaza"])
    #expect(history.lines(beginningWith: "ta") == ["talks gaza", "talks"])
    #expect(history.lines(beginningWith: "") == ["Talks", "talks gaza", "aid", "talks"])
  }

  @Test("Those that hold all words are listed with their numbers, the latest first")
  func holding() {
    let history = Self.history("talks", "aid GAZA", "gaza talks")
    #expect(history.lines(holding: " gaza A").map(\.number) == [1, 2])
    #expect(history.lines(holding: "talks").map(\.line) == ["gaza talks", "talks"])
    #expect(history.line(numbered: 3) == "talks")
    for number in [0, -1, 4, .max, .min] { #expect(history.line(numbered: number) == nil) }
    #expect(LineHistory().line(numbered: 1) == nil)
  }

  @Test(
    "Only lines taken with Enter are kept, and where they are those of a query",
    arguments: [
      ("/aid<Enter>", ["aid"]), ("&aid<Enter>", ["aid"]), ("g/aid<Enter>", ["aid"]),
      ("/aid<Esc>", []), ("/ aid<Enter>", []), ("/<Enter>", []), ("t18 dec<Enter>", []),
      ("?/aid<Enter>q", []), (":quotes<Enter>", []), ("/a<Enter>/a<Enter>", ["a", "a"]),
      ("/aid<Enter>&<C-r><Enter>x<Enter>", ["aid", "aidx"]),
      ("/aid<Enter>&<C-r><Enter><Esc>", ["aid"]),
    ])
  func kept(_ keys: String, _ lines: [String]) throws {
    var browsing = try Fixture.session()
    try browsing.type(keys)
    #expect(browsing.effects == lines.map { .keepLine($0) })
  }

  @Test(
    "Up and Down go through the lines that begin with what is typed",
    arguments: [
      ("/<Up>", "gaza"), ("/<Up><Up>", "talks aid"), ("/<Up><Up><Up><Up><Up>", "talks"),
      ("/ta<Up>", "talks aid"), ("/ta<Up><Up><Up>", "talks"), ("/ta<Up><Up><Down>", "talks aid"),
      ("/ta<Up><Up><Down><Down><Down>", "ta"), ("/zz<Up>", "zz"),
      ("/ta<Up><BS><BS><Up>", "talks aid"),
      ("/talks<Up> now<Down>", "talks aid now"), ("&<Up>", "gaza"), ("g/<C-p>", "gaza"),
      ("/<Up><C-r><Down><Enter>", "talks aid"), ("/ta<Up><C-r><Down><Enter>", "talks"),
      ("/<C-r>", "talks"), ("/ta<C-r><Esc>", "ta"), ("/<C-r>lks<Enter>", "talks aid"),
      ("/<C-r><C-r><Enter>", "talks aid"), ("/<C-r><Down><Down><Up><Enter>", "talks aid"),
      ("/x<C-r><BS><Enter>", "gaza"), ("/x<C-r>zz<Enter><Esc>", "x"), ("/x<C-r><BS><BS>", "x"),
    ])
  func walked(_ keys: String, _ line: String) throws {
    var browsing = try Fixture.session()
    browsing.session.lines = Self.history("talks", "talks aid", "gaza")
    try browsing.type(keys)
    if keys == "/<C-r>" {
      #expect(browsing.session.recalledLines == ["gaza", "talks aid", "talks"])
      return
    }
    #expect(browsing.session.prompt?.line.text == line)
    #expect(browsing.session.prompt?.behind.isEmpty == true)
    // What stands in the line is what is searched for.
    guard keys.hasPrefix("/") else { return }
    #expect(browsing.session.pane.list.find?.text == line)
  }

  @Test("A filter that is there to be changed does not narrow the lines gone through")
  func givenFilter() throws {
    var browsing = try Fixture.session()
    browsing.session.lines = Self.history("talks", "aid")
    try browsing.type("&talks<Enter>&<Up>")
    #expect(browsing.session.prompt?.line.text == "aid")
    try browsing.type("<Down>")
    #expect(browsing.session.prompt?.line.text == "talks")
  }
}
