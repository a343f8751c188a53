import Records
import Screen
import Testing

@testable import Browser

@Suite struct DocumentContentTests {
  /// The lines of a record's document in the invented store.
  private func lines(
    _ name: String, context: DetailContext = DetailContext(), columns: Int = 78
  ) throws -> [DocumentLine] {
    let chronicle = try DetailStore.rare.chronicle()
    let record = try #require(chronicle.id(named: name))
    return document(of: record, in: chronicle, context: context).lines(columns: columns)
  }

  private func roles(_ lines: [DocumentLine], of text: String) -> [Role] {
    lines.flatMap(\.text.spans).filter { $0.text.contains(text) }.map(\.role)
  }

  // MARK: No field is hidden

  @Test("Every text of a record and everything it names is in its document")
  func noFieldIsHidden() throws {
    let chronicle = try DetailStore.rare.chronicle()
    for record in chronicle.everyRecord {
      let text = document(of: record, in: chronicle).plainText(columns: nil)
      var wanted: Set<String> = []
      switch chronicle.kind(of: record) {
      case .source: collect(chronicle.source(record), in: chronicle, into: &wanted)
      case .place: collect(chronicle.place(record), in: chronicle, into: &wanted)
      case .actor: collect(chronicle.actor(record), in: chronicle, into: &wanted)
      case .agreement: collect(chronicle.agreement(record), in: chronicle, into: &wanted)
      case .stage: collect(chronicle.stage(record), in: chronicle, into: &wanted)
      case .term: collect(chronicle.term(record), in: chronicle, into: &wanted)
      case .event: collect(chronicle.event(record), in: chronicle, into: &wanted)
      case .quote: collect(chronicle.quote(record), in: chronicle, into: &wanted)
      }
      for value in wanted where !text.contains(value) {
        // The language of the store goes without saying.
        if value == chronicle.language { continue }
        Issue.record("\(chronicle.name(of: record)) does not show “\(value)”")
      }
    }
  }

  /// Every string in a value, and the names of the records in it.
  private func collect(_ value: Any?, in chronicle: Chronicle, into texts: inout Set<String>) {
    guard let value else { return }
    switch value {
    case let text as String: texts.insert(Block.visible(text))
    case let record as RecordID: texts.insert(Block.visible(chronicle.label(of: record)))
    case let date as RecordDate: texts.insert(date.shown())
    case is any Vocabulary: break
    default:
      for child in Mirror(reflecting: value).children {
        collect(child.value, in: chronicle, into: &texts)
      }
    }
  }

  // MARK: What is the speaker's

  @Test("Only words that are the speaker's stand in quotation marks and have their role")
  func quotedWords() throws {
    #expect(try roles(lines("q-bridge"), of: "The bridge is open").first == .quote)
    let mixed = try lines("q-observers")
    #expect(roles(mixed, of: "Southland would leave").allSatisfy { $0 == .text })
    #expect(roles(mixed, of: "“observers are").first == .quote)
    let indirect = try lines("q-official")
    #expect(roles(indirect, of: "The withdrawal is under way").allSatisfy { $0 == .text })
    #expect(!indirect.contains { $0.text.plain.contains("“") })
  }

  @Test("A reader's comment is tagged wherever it stands")
  func comments() throws {
    for record in ["q-reader", "s-courier-comment", "s-courier-plan", "valley-people"] {
      let tags = try roles(lines(record), of: "reader comment · evidence for nothing")
      #expect(!tags.isEmpty && tags.allSatisfy { $0 == .comment }, "\(record)")
    }
  }

  @Test("A person has the title of that day, never a later one")
  func titleOfThatDay() throws {
    let signing = try lines("e-signing").map(\.text.plain).joined(separator: "\n")
    #expect(signing.contains("Ada North, Prime Minister"))
    #expect(!signing.contains("President"))
    let quote = try lines("q-bridge").map(\.text.plain).joined(separator: "\n")
    #expect(quote.contains("Ada North, Prime Minister, [2] Northland"))
  }

  @Test("What is not stated is said to be so")
  func silence() throws {
    let text = try lines("t-observance").map(\.text.plain)
    #expect(text.contains("by          not stated"))
    #expect(text.contains("due         not stated"))
    #expect(text.contains("state       nobody has reported on this term"))
    #expect(try lines("e-letter").contains { $0.text.plain.contains("no date stated") })
    #expect(
      try lines("cora-mid").contains {
        $0.text.plain == "silence     named 3 times, not quoted; gave an account of 1 record"
      })
  }

  @Test("A conditional event without a condition says so, or names the event it requires")
  func conditions() throws {
    let chronicle = try DetailStore.miami.chronicle()
    func text(_ name: String) throws -> String {
      let record = try #require(chronicle.id(named: name))
      return document(of: record, in: chronicle).plainText(columns: 100)
    }
    #expect(try text("trump-disengages").contains("condition   not stated\n"))
  }

  // MARK: As of a day

  @Test("Before its first report an event is not known, and its title is not shown")
  func notKnownYet() throws {
    let day = try #require(Day(iso: "2021-02-14"))
    let text = try lines("e-talks", context: DetailContext(asOf: day)).map(\.text.plain)
    #expect(text == ["e-talks", "not known yet on 14 Feb 2021"])
  }

  @Test(
    "Before it is published a source is not known, nor are its quotes and the terms in it",
    arguments: ["s-courier-plan", "q-bridge", "t-bridge"])
  func notPublishedYet(name: String) throws {
    let day = try #require(Day(iso: "2021-02-14"))
    let text = try lines(name, context: DetailContext(asOf: day)).map(\.text.plain)
    #expect(text == [name, "not known yet on 14 Feb 2021"])
  }

  @Test("As of a day, later titles are not there")
  func laterTitles() throws {
    let day = try #require(Day(iso: "2021-04-30"))
    let text = try lines("ada-north", context: DetailContext(asOf: day))
      .map(\.text.plain).joined(separator: "\n")
    #expect(text.contains("Prime Minister"))
    #expect(!text.contains("President"))
  }

  @Test("The program's own words are never marked as found")
  func ownWords() throws {
    let context = DetailContext(highlights: { [$0.startIndex..<$0.endIndex] })
    for name in ["e-talks", "ford-accord", "ada-north", "s-courier-plan", "q-bridge"] {
      let hits = try lines(name, context: context).flatMap(\.text.spans)
        .filter { $0.role == .hit }.map(\.text)
      let own = ["WHO", "SAID", "known ", "not stated", "paragraph ", "by:", "search for"]
      for words in own { #expect(!hits.contains { $0.contains(words) }, "\(name): \(words)") }
    }
  }

  @Test("As of a day, later reports, quotes and sources are not there, in counts either")
  func asOf() throws {
    let day = try #require(Day(iso: "2021-02-18"))
    let text = try lines("e-talks", context: DetailContext(asOf: day))
      .map(\.text.plain).joined(separator: "\n")
    #expect(text.contains("status      planned → postponed (known 18 Feb 2021)"))
    #expect(text.contains("evidence    2 reports, 2 origins"))
    #expect(text.contains("ACCOUNTS (2)"))
    #expect(!text.contains("Archive of the talks"))
    let actor = try lines("ben-south", context: DetailContext(asOf: day))
      .map(\.text.plain).joined(separator: "\n")
    #expect(actor.contains("SAID (1)"))
    #expect(!actor.contains("The bridge will open tomorrow"))
  }

  // MARK: Searching

  @Test("What is searched for is marked, in names and in words alike")
  func highlights() throws {
    let context = DetailContext(highlights: { text in
      var ranges: [Range<String.Index>] = []
      var start = text.startIndex
      while let range = text[start...].firstRange(of: "bridge") {
        ranges.append(range)
        start = range.upperBound
      }
      return ranges
    })
    let lines = try lines("q-bridge", context: context)
    let hits = lines.flatMap(\.text.spans).filter { $0.role == .hit }
    #expect(hits.count >= 2)
    #expect(hits.allSatisfy { $0.text == "bridge" })
    let plain = try self.lines("q-bridge").map(\.text.plain)
    #expect(lines.map(\.text.plain) == plain)
  }

  // MARK: Long lists

  @Test("A long list is cut, and says how much is left out and where it is")
  func longLists() throws {
    let quotes = (1...1980).map { number in
      """
      {"id": "q-\(number)", "speaker": "s", "text": "Sentence \(number)", "mode": "direct",
       "source": "a"}
      """
    }
    let chronicle = try DetailStore.chronicle(
      """
      {"ceasefire": 1, "title": "t",
       "sources": [{"id": "a", "kind": "article", "publisher": "o", "published": "2021-02-03"}],
       "actors": [{"id": "o", "name": "Outlet", "kind": "outlet"},
                  {"id": "s", "name": "Speaker", "kind": "person"}],
       "quotes": [\(quotes.joined(separator: ","))]}
      """)
    let speaker = try #require(chronicle.id(named: "s"))
    let text = document(of: speaker, in: chronicle).plainText(columns: 78)
    #expect(text.contains("activity    no events · 1\u{A0}980 quotes"))
    #expect(text.contains("SAID (1\u{A0}980)"))
    #expect(text.contains("… and 1\u{A0}955 more: in Quotes, search for “Speaker”"))
    let source = try #require(chronicle.id(named: "a"))
    let carried = document(of: source, in: chronicle).plainText(columns: 78)
    #expect(carried.contains("CARRIES (1\u{A0}980)"))
    #expect(carried.contains("… and 1\u{A0}860 more\n"))
    #expect(carried.split(separator: "\n").count < 1000)
  }

  @Test("A place that holds many has a document that is made within one frame: no longer for that")
  func placesWithin() throws {
    let inner = (1...40).map { #"{"id": "p-\#($0)", "name": "Inner \#($0)", "within": "p"}"# }
    let events = (1...4000).map { number in
      """
      {"id": "e-\(number)", "title": "Event \(number)", "kind": "other", "status": "occurred",
       "place": "p-\(number % 40 + 1)", "reports": [{"source": "a"}]}
      """
    }
    let chronicle = try DetailStore.chronicle(
      """
      {"ceasefire": 1, "title": "t",
       "sources": [{"id": "a", "kind": "article", "publisher": "o", "published": "2021-02-03"}],
       "actors": [{"id": "o", "name": "Outlet", "kind": "outlet"}],
       "places": [{"id": "p", "name": "Region"}, \(inner.joined(separator: ","))],
       "events": [\(events.joined(separator: ","))]}
      """)
    let region = try #require(chronicle.id(named: "p"))
    let text = document(of: region, in: chronicle).plainText(columns: 78)
    #expect(text.contains("… and 95 more: in Timeline, search for “Inner 25”"))
    #expect(text.split(separator: "\n").count { $0.contains("] Event ") } == 25 * 5)
  }

  @Test("Text of a store that would drive a terminal is shown, not sent")
  func hostileText() throws {
    let chronicle = try DetailStore.chronicle(
      #"""
      {"ceasefire": 1, "title": "t",
       "places": [{"id": "p", "name": "A\u001b[2J\nB\u202e", "aka": ["\u0007"], "within": "p2"},
                  {"id": "p2", "name": "\u009b31m"}]}
      """#)
    for record in chronicle.everyRecord {
      let text = document(of: record, in: chronicle).plainText(columns: 40)
      for scalar in text.unicodeScalars where scalar != "\n" {
        let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        #expect(!isControl && scalar.value != 0x202E, "U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  @Test("Places that lie in each other are each named once")
  func circleOfPlaces() throws {
    let chronicle = try DetailStore.chronicle(
      """
      {"ceasefire": 1, "title": "t",
       "places": [{"id": "p", "name": "Inner", "within": "q"},
                  {"id": "q", "name": "Outer", "within": "p"}]}
      """)
    let place = try #require(chronicle.id(named: "p"))
    let text = document(of: place, in: chronicle).plainText(columns: 60)
    #expect(text.contains("within      [1] Outer, Inner\n"))
  }
}
