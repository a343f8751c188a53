import Testing

@testable import Browser

@Suite struct QuotedWordsTests {
  @Test(
    "Words in quotation marks are told from the words around them",
    arguments: [
      ("said nothing", "said nothing"), ("", ""),
      ("must “end” now", "must |<“end”>| now"), ("“all of it”", "<“all of it”>"),
      ("“one” and “two”", "<“one”>| and |<“two”>"), ("the \"plan\"", "the |<\"plan\">"),
      ("«да» и «нет»", "<«да»>| и |<«нет»>"), ("„ja“, sagte er", "<„ja“>|, sagte er"),
      ("an “open mark", "an “open mark"), ("“open and \"shut\"", "“open and |<\"shut\">"),
      ("the talks’ end", "the talks’ end"),
    ])
  func parts(text: String, parts: String) {
    let shown = QuotedWords.parts(of: text).map { $0.isQuoted ? "<\($0.text)>" : String($0.text) }
    #expect(shown.joined(separator: "|") == parts)
  }

  @Test("The parts put together are the text")
  func nothingIsLost() {
    for text in ["“a” b “c", "«»“”\"\"", "“\u{301}”", "\"\"\"", "a\u{0}“\u{202E}”"] {
      #expect(QuotedWords.parts(of: text).map { String($0.text) }.joined() == text)
    }
  }

  @Test("Many marks that are never closed take no longer than the text")
  func manyOpenMarks() {
    let text = String(repeating: "„“«\"", count: 50_000) + "x"
    #expect(QuotedWords.parts(of: text).map { $0.text.utf8.count }.reduce(0, +) == text.utf8.count)
  }
}
