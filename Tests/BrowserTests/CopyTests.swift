import Records
import Screen
import Testing

@testable import Browser

@Suite("Copying")
struct CopyTests {
  @Test("A quote is copied with whose it is, how it came, and where it stands")
  func quote() throws {
    #expect(
      try copy(.quote, "q-naim-lawlessness") == """
        “Our people expect these talks to result in an agreement to put an end to ongoing Israeli \
        lawlessness, halt all violations and compel the occupation to abide by the Sharm \
        El-Sheikh agreement”
        — Bassem Naim, via AFP. “Ceasefire talks in Miami: What to know”, Al Jazeera, \
        19 Dec 2025, paragraph 8
        """)
    #expect(try copy(.quote, "miami-talks") == nil)
  }

  @Test("Only the speaker's own words are copied in quotation marks, and it is said which are")
  func modes() throws {
    let chronicle = try Fixture.chronicle("rare")
    for id in chronicle.quotes {
      let quote = try #require(chronicle.quote(id))
      let text = try #require(Copy(.quote, of: id, in: chronicle)?.text)
      #expect(text.hasPrefix("“") == (quote.mode == .direct || quote.text.hasPrefix("“")))
      #expect(text.contains("(reported speech)") == (quote.mode == .indirect))
      #expect(text.contains("(only the words in quotation marks") == (quote.mode == .mixed))
      #expect(text.contains("(translated from") == (quote.original != nil))
      #expect(text.contains(Block.visible(chronicle.label(of: quote.speaker))))
    }
  }

  @Test("Each other form is what it is called")
  func forms() throws {
    #expect(
      try copy(.text, "miami-talks") == """
        Witkoff meets officials from Qatar, Egypt and Turkiye in Miami
        Talks between the US envoy and officials of three countries about the future of the \
        ceasefire and its next stage.
        """)
    #expect(try copy(.text, "hamas") == "Hamas")
    #expect(
      try copy(.citation, "trt-1218") == """
        [Report on a meeting of Israel’s War Cabinet], TRT World, 18 Dec 2025, \
        https://www.trtworld.com/article/a7fcdc914b34
        """)
    #expect(try copy(.address, "trt-1218") == "https://www.trtworld.com/article/a7fcdc914b34")
    #expect(try copy(.permalink, "miami-talks") == "truce:miami-talks")
    #expect(try copy(.json, "miami")?.hasPrefix("{") == true)
    #expect(try copy(.citation, "miami") == nil && copy(.address, "aj-miami") == nil)
  }

  @Test("An event is cited by every source it was read in, with all paragraphs")
  func citations() throws {
    let lines = try #require(try copy(.citation, "miami-talks")).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].hasSuffix(", Al Jazeera, 19 Dec 2025, paragraphs 1, 2 and 3"))
  }

  @Test("Every record has a text, a permalink and JSON, in which nothing drives a terminal")
  func harmless() throws {
    for store in ["miami", "rare"] {
      let chronicle = try Fixture.chronicle(store)
      for record in RecordKind.allCases.flatMap({ Array(chronicle.records(of: $0)) }) {
        for form in Copy.Form.allCases {
          let text = Copy(form, of: record, in: chronicle)?.text
          let isGiven = [.text, .permalink, .json].contains(form)
          #expect(text != nil || !isGiven, "\(form) of \(chronicle.name(of: record))")
          #expect(text.map { visibleText($0, keepingNewlines: true) } == text)
        }
      }
    }
  }

  @Test("Letters from right to left are copied in the order in which they are read")
  func logicalOrder() {
    #expect(Copy(text: "אבג (1)\u{202E}\u{1B}[2J", name: "").text == "אבג (1)␛[2J")
  }

  @Test("In the detail, what the cursor's link names is copied; else what is selected")
  func chosen() throws {
    var browsing = try Fixture.session()
    try browsing.type("6jyl")
    try browsing.type("lyl]yl")
    try browsing.type("gty]hyq")
    let texts = browsing.effects.map { effect -> String in
      if case .copy(let copy) = effect { copy.text } else { "\(effect)" }
    }
    #expect(texts.count == 3 && texts[0] == texts[1])
    #expect(texts[2] != texts[0] && texts[2].hasPrefix("truce:"))
    #expect(browsing.rows[23].contains("This is no quote"))
  }

  private func copy(_ form: Copy.Form, _ id: String) throws -> String? {
    let chronicle = try Fixture.chronicle("miami")
    let record = try #require(chronicle.id(named: id))
    return Copy(form, of: record, in: chronicle)?.text
  }
}
