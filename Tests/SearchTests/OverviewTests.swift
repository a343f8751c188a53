import Records
import Testing

@testable import Search

@Suite struct OverviewTests {
  /// Each record has the word in one place only; the ids say in which.
  private static let weighed = """
    { "ceasefire": 1, "title": "Weights",
      "sources": [
        { "id": "s-note", "kind": "article", "title": "A report", "publisher": "gazette",
          "published": "2025-01-01", "note": "On the harbour" },
        { "id": "s-title", "kind": "article", "title": "The harbour", "publisher": "gazette",
          "published": "2025-01-02" },
        { "id": "s-begun", "kind": "article", "title": "Two harbours", "publisher": "gazette",
          "published": "2025-01-01" },
        { "id": "s", "kind": "article", "title": "Talks", "publisher": "gazette",
          "published": "2025-01-09" }],
      "places": [{ "id": "p-name", "name": "Harbour" }],
      "actors": [
        { "id": "gazette", "name": "The Gazette", "kind": "outlet" },
        { "id": "a-longer", "name": "A Harbour Authority", "kind": "group" },
        { "id": "a-alias", "name": "Port", "kind": "group", "aka": ["Harbour"] },
        { "id": "a-begun", "name": "Harbourside", "kind": "group" },
        { "id": "a-part", "name": "Crew", "kind": "group", "partOf": ["a-longer"] },
        { "id": "a-summary", "name": "Clerk", "kind": "group", "summary": "Runs the harbour" },
        { "id": "a-note", "name": "Guard", "kind": "group", "note": "At the harbour" }],
      "events": [
        { "id": "e-note", "title": "One", "kind": "talks", "date": "2025-01-01",
          "status": "occurred", "note": "by the harbour", "reports": [{ "source": "s" }] },
        { "id": "e-summary", "title": "Two", "kind": "talks", "date": "2025-01-02",
          "status": "occurred", "summary": "At the harbour", "reports": [{ "source": "s" }] },
        { "id": "e-named", "title": "Three", "kind": "talks", "date": "2025-01-03",
          "status": "occurred", "participants": [{ "actor": "a-longer", "role": "host" }],
          "reports": [{ "source": "s" }] },
        { "id": "e-title-late", "title": "Harbour talks", "kind": "talks", "date": "2025-02-04",
          "status": "occurred", "reports": [{ "source": "s" }] },
        { "id": "e-title-b", "title": "Harbour opens", "kind": "talks", "date": "2025-01-04",
          "status": "occurred", "reports": [{ "source": "s" }] },
        { "id": "e-title-a", "title": "Harbour shuts", "kind": "talks", "date": "2025-01-04",
          "status": "occurred", "reports": [{ "source": "s" }] },
        { "id": "e-begun", "title": "Harbours", "kind": "talks", "date": "2025-01-01",
          "status": "occurred", "reports": [{ "source": "s" }] }],
      "quotes": [
        { "id": "q-note", "speaker": "gazette", "source": "s", "mode": "direct", "text": "Yes",
          "note": "of the harbour", "date": "2025-01-01" },
        { "id": "q-named", "speaker": "a-longer", "source": "s", "mode": "direct", "text": "No",
          "date": "2025-01-01" },
        { "id": "q-begun", "speaker": "gazette", "source": "s", "mode": "direct",
          "text": "The harbours", "date": "2025-01-01" },
        { "id": "q-text", "speaker": "gazette", "source": "s", "mode": "direct",
          "text": "The harbour", "date": "2025-01-01" }] }
    """

  @Test(
    "A line that finds nothing is told which of its conditions stand in the way",
    arguments: [
      ("harbour kind:visit", ["kind:visit 21"]),
      ("harbour kind:talks to:2025-01-01 -harbour", ["-harbour 2"]),
      ("harbour \"no such words\" nor these", []),
      ("nowhere", []), ("harbour OR nowhere", []),
      ("harbour one kind:talks kind:visit", ["kind:visit 1"]),
      (Array(repeating: "x", count: 10).joined(separator: " "), []),
    ])
  func loosened(line: String, expected: [String]) throws {
    var finder = RecordFinder(try Chronicle.store(json: Self.weighed))
    let calendar = QueryCalendar()
    let found = finder.loosened(
      Query(line, calendar: calendar), calendar: calendar, among: Overview.kinds)
    #expect(found?.map { "\($0.condition) \($0.count)" } == expected)
  }

  @Test(
    "A word counts most in a name, then in a title, a quote, a name named, a summary, a note",
    arguments: [
      (
        RecordKind.actor,
        ["a-alias", "a-longer", "a-begun", "a-part", "a-summary", "a-note"]
      ),
      (
        .event,
        ["e-title-b", "e-title-a", "e-title-late", "e-begun", "e-named", "e-summary", "e-note"]
      ),
      (.quote, ["q-text", "q-begun", "q-named", "q-note"]),
      (.source, ["s-title", "s-begun", "s-note"]),
    ])
  func weights(kind: RecordKind, expected: [String]) throws {
    #expect(try best("harbour", of: kind, in: Chronicle.store(json: Self.weighed)) == expected)
  }

  @Test("Kinds come in the order of their best, and equal ones in that of the lists")
  func kinds() throws {
    let chronicle = try Chronicle.store(json: Self.weighed)
    #expect(
      try groups("harbour", in: chronicle) == [.actor, .place, .event, .source, .quote])
    #expect(try groups("from:2025-01-09", in: chronicle) == [.event, .source])
    #expect(try groups("nothing", in: chronicle) == [])
    #expect(try groups("", in: chronicle) == [])
  }

  @Test("A record with all of the words in a better place comes before one with one of them")
  func severalWords() throws {
    let chronicle = try Chronicle.store(json: Self.weighed)
    #expect(
      try best("harbour talks", of: .event, in: chronicle).first == "e-title-late")
    #expect(
      try best("harbour OR talks", of: .event, in: chronicle).first == "e-title-late")
  }

  @Test(
    "Any spelling of a name finds its bearer first",
    arguments: [
      "Witkoff", "steve witkoff", "ويتكوف", "Wittkoff", "actor:witkoff", "actor:steve-witkoff",
    ])
  func names(line: String) throws {
    let chronicle = try Chronicle.fixture("miami")
    let found = try overview(line, in: chronicle, best: 3)
    let first = try #require(found.groups.first?.best.first)
    #expect(chronicle.name(of: first) == "steve-witkoff", "\(line)")
    #expect(found.nearNames.isEmpty == (line != "Wittkoff"))
  }

  @Test("The whole of a name goes before a longer name, whatever the order of the list")
  func wholeName() throws {
    let chronicle = try Chronicle.store(json: Self.weighed)
    #expect(try best("HARBOUR", of: .actor, in: chronicle).first == "a-alias")
    #expect(try best("\"harbour\"", of: .actor, in: chronicle).first == "a-alias")
    #expect(try best("harbour authority", of: .actor, in: chronicle) == ["a-longer", "a-part"])
  }

  @Test("A slip in a name is supposed only where nothing of any kind is found without")
  func slips() throws {
    let chronicle = try Chronicle.fixture("miami")
    // No place is called so, one is nearly, and other kinds have the word itself.
    for line in ["talks", "wittkoff", "zzzzzzz"] {
      let found = try overview(line, in: chronicle, best: 3)
      #expect(found.nearNames.isEmpty == (line != "wittkoff"), "\(line)")
    }
  }

  @Test("A cancelled search says so, and the next one is whole")
  func cancelled() throws {
    var finder = RecordFinder(try Chronicle.fixture("miami"))
    #expect(finder.overview(of: Query("witkoff"), best: 3, isCancelled: { true }) == nil)
    #expect(finder.overview(of: Query("witkoff"), best: 3)?.groups.isEmpty == false)
  }

  @Test(
    "It finds what a search of each kind finds, and the best of that are the first by score",
    arguments: ["miami", "rare", "hostile"], 0..<40 as Range<UInt64>)
  func plainScan(store: String, seed: UInt64) throws {
    let chronicle = try Chronicle.fixture(store)
    var random = SeededRandom(seed: seed)
    let line = randomLine(chronicle, &random)
    let query = Query(line)
    let limit = Int.random(in: 1...6, using: &random)
    var finder = RecordFinder(chronicle)
    let limited = finder.overview(of: query, best: limit)
    let whole = finder.overview(of: query, best: nil)
    let (found, all) = (try #require(limited), try #require(whole))
    guard found.nearNames.isEmpty, let root = query.root else { return }
    var other = RecordFinder(chronicle)
    for kind in Overview.kinds {
      let place: Comment = "seed \(seed), \(kind) of \(store): \(line)"
      let answer = other.find(query, among: kind)
      let result = try #require(answer)
      let expected = result.nearNames.isEmpty ? result.places : []
      let group = found.groups.first { $0.kind == kind }
      #expect(group?.places ?? [] == expected, place)
      guard let group else { continue }
      let relevance = Relevance(of: root, query, in: kind, &other)
      let records = chronicle.records(of: kind)
      let scores = relevance.scores(
        at: expected[...], in: other.index(of: kind), above: -1)
      let order = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
      let sorted = order.map { records[Int(expected[$0])] }
      #expect(group.best == Array(sorted.prefix(limit)), place)
      #expect(all.groups.first { $0.kind == kind }?.best == sorted, place)
      #expect(scores.allSatisfy { $0 <= relevance.highest }, place)
    }
  }

  @Test("The texts of every record come the most telling first", arguments: ["miami", "rare"])
  func ordered(store: String) throws {
    let chronicle = try Chronicle.fixture(store)
    for kind in RecordKind.allCases {
      let weights = SearchedTexts.weights(of: kind)
      for record in chronicle.records(of: kind) {
        var places: [Int] = []
        SearchedTexts(chronicle).forEach(of: record) { _, weight in
          places.append(weights.firstIndex(of: weight) ?? -1)
        }
        #expect(!places.contains(-1) && places == places.sorted(), "\(chronicle.name(of: record))")
      }
    }
  }

  private func overview(
    _ line: String, in chronicle: Chronicle, best limit: Int?
  ) throws -> Overview {
    var finder = RecordFinder(chronicle)
    let query = Query(line, calendar: QueryCalendar(chronicle))
    let found = finder.overview(of: query, best: limit)
    return try #require(found)
  }

  private func best(
    _ line: String, of kind: RecordKind, in chronicle: Chronicle
  ) throws -> [String] {
    try overview(line, in: chronicle, best: nil).groups.first { $0.kind == kind }?
      .best.map { chronicle.name(of: $0) } ?? []
  }

  private func groups(_ line: String, in chronicle: Chronicle) throws -> [RecordKind] {
    try overview(line, in: chronicle, best: 1).groups.map(\.kind)
  }

  private func randomLine(_ chronicle: Chronicle, _ random: inout SeededRandom) -> String {
    let fields = ["kind:talks", "-mode:direct", "from:2025", "actor:hamas"]
    func item() -> String {
      if Int.random(in: 0..<6, using: &random) == 0 {
        return fields.randomElement(using: &random) ?? ""
      }
      let kind = RecordKind.allCases.randomElement(using: &random) ?? .event
      let record = chronicle.records(of: kind).randomElement(using: &random)
      let words = record.map { chronicle.label(of: $0).split(separator: " ") } ?? []
      let word = words.randomElement(using: &random).map(String.init) ?? "x"
      return String(word.prefix(Int.random(in: 1...max(1, word.count), using: &random)))
    }
    let joins = [" ", " ", " OR ", " -"]
    return (0..<Int.random(in: 1...3, using: &random)).reduce("") { line, number in
      line + (number == 0 ? "" : joins.randomElement(using: &random) ?? "") + item()
    }
  }
}
