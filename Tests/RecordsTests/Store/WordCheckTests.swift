import Testing

@testable import Records

/// Words said to be a speaker's own stand in the source, where the store keeps its text.
@Suite struct WordCheckTests {
  private static let source = #"""
    {"id": "t", "kind": "article", "publisher": "paper", "published": "2021", "text": [
      "“We will leave,” Ann said. She didn’t say when.",
      "The next   day she\u00a0was \"not sure\".\nNobody knew.",
      ""]}
    """#

  private func check(
    _ quote: String, _ messages: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectFindings(
      [
        store([
          "sources": Self.source,
          "quotes":
            "{\"id\": \"x\", \"speaker\": \"ann\", \"mode\": \"direct\", \"source\": \"t\", \(quote)}",
        ])
      ], messages, sourceLocation: sourceLocation)
  }

  static let absent =
    #"quote "x", field "text": these words do not stand in "t" as the store keeps it"#

  @Test(
    "Quotation marks, apostrophes and spaces may be written otherwise, words may be left out at …",
    arguments: [
      (#""We will leave""#, 1), (#""She didn't say when""#, 1), (#""'We will leave,'""#, nil),
      (#""\"We will leave,\"""#, 1), (#""„We will leave,« Ann said""#, 1),
      (#""  We   will\tleave ""#, 1), (#""We will … say when""#, 1), (#""We … leave …""#, 1),
      (#""The next day she was “not sure”. Nobody knew.""#, 2), (#""nobody knew""#, nil),
      (#""We leave""#, nil), (#""We will leave not""#, nil), (#""say when … The next""#, nil),
      (#""Nobody""#, 2), (#""nNobody""#, nil),
    ] as [(String, Int?)])
  func words(text: String, paragraph: Int?) {
    check(
      "\"text\": ▸\(text)".replacing("▸", with: paragraph == nil ? "▸" : ""),
      paragraph == nil ? [Self.absent] : [])
    for at in 1...2 {
      let isThere = paragraph == at
      check("\"at\": \(at), \"text\": \(isThere ? "" : "▸")\(text)", isThere ? [] : [Self.absent])
    }
  }

  @Test("Reported speech is not looked for, what is mixed is")
  func modes() {
    let words = #""text": ▸"She may leave""#
    check(words, [Self.absent])
    expectFindings(
      store([
        "sources": Self.source,
        "quotes": #"""
        {"id": "x", "speaker": "ann", "mode": "indirect", "source": "t", "text": "Yes"}
        """#,
      ]))
    expectFindings(
      store([
        "sources": Self.source,
        "quotes": #"{"id": "x", "speaker": "ann", "mode": "mixed", "source": "t", "text": ▸"Yes"}"#,
      ]), Self.absent)
  }

  @Test("A paragraph that the source does not have is found")
  func paragraphs() {
    for at in ["0", "4", "999999999"] {
      check(
        #""text": "We", "at": ▸\#(at)"#,
        [#"quote "x", field "at": "t" has 3 paragraphs, and this is number \#(at)"#])
    }
    check(#""at": 3, "text": ▸"We""#, [Self.absent])
  }

  @Test("Other printings are looked for where they were printed")
  func printings() {
    let base = #""text": "We will leave", "at": 1, "also": "#
    check(
      base + #"""
        [{"source": "t", "at": 2, "text": "not sure"}, {"source": "s", "text": "Any"}]
        """#, [])
    check(base + #"[{"source": "t", "at": 2, "text": ▸"sure not"}]"#, [Self.absent])
    check(base + #"[{"source": "t", "at": 2}]"#, [])
    expectFindings(
      store([
        "sources": Self.source,
        "quotes": #"""
        {"id": "x", "speaker": "ann", "mode": "indirect", "source": "s", "text": "Yes",
        "also": [{"source": "t", "text": ▸"Yes"}]}
        """#,
      ]), Self.absent)
  }

  @Test("Where the store keeps no text nothing is looked for")
  func noText() {
    expectFindings(
      store([
        "quotes": #"""
        {"id": "x", "speaker": "ann", "mode": "direct", "source": "s", "text": "Yes",
        "at": 9}
        """#
      ]))
  }

  @Test("A long source is gone through as a short one is")
  func long() {
    let paragraphs = (1...3000).map { "\"Paragraph \($0) of a long text that goes on.\"" }
    let quotes = (1...300).map { number in
      #"""
      {"id": "x\#(number)", "speaker": "ann", "mode": "direct", "source": "t",
      "at": \#(number),
      "text": \#(number == 7 ? "▸" : "")"Paragraph \#(number == 7 ? 8 : number) of"}
      """#
    }
    expectFindings(
      store([
        "sources": #"""
        {"id": "t", "kind": "article", "publisher": "paper", "published": "2021",
        "text": [\#(paragraphs.joined(separator: ","))]}
        """#,
        "quotes": quotes.joined(separator: ",\n"),
      ]), #"quote "x7", field "text": these words do not stand in "t" as the store keeps it"#)
  }
}
