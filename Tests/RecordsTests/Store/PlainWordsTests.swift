import Testing

@testable import Records

@Suite struct PlainWordsTests {
  private func contains(_ text: String, _ words: String) -> Bool {
    PlainWords(text).contain(PlainWords(words))
  }

  @Test("Quotation marks and apostrophes are of one kind, and runs of space are one")
  func plain() {
    #expect(contains("He said: “we  will not”.", "\"we will not\""))
    #expect(contains("«We’ll» see", "“We'll”"))
    #expect(contains("on\u{A0}the\u{2009}\n\tway", " on the way "))
    #expect(contains("مرحبا بكم", "مرحبا  بكم"))
    #expect(!contains("onthe way", "on the way"))
    #expect(!contains("we will", "we will not"))
  }

  @Test("What stands between ellipses is looked for piece by piece")
  func ellipses() {
    #expect(contains("the first, the second and the third", "the first … the third"))
    #expect(contains("the first", "… first…"))
    #expect(contains("anything", "…"))
    #expect(contains("", ""))
    #expect(contains("anything", ""))
    #expect(!contains("the first", "the first … the third"))
    #expect(!contains("", "a"))
  }

  @Test("Every character is space, or a mark, or itself, as Unicode has it")
  func everyCharacter() {
    let doubles: Set<Unicode.Scalar> = ["“", "”", "„", "«", "»", "\""]
    let singles: Set<Unicode.Scalar> = ["‘", "’", "‚", "'", "ʼ"]
    for value in UInt32(1)...0x1FFFF where value != 0x2026 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let wanted =
        doubles.contains(scalar)
        ? "\"" : singles.contains(scalar) ? "'" : scalar.properties.isWhitespace ? " " : nil
      let found = contains("a\(wanted ?? String(scalar))b", "a\(String(scalar))b")
      #expect(found, "U+\(String(value, radix: 16))")
      if wanted == nil {
        #expect(!contains("a b", "a\(String(scalar))b"), "U+\(String(value, radix: 16))")
      }
    }
  }
}
