import Records
import Testing

@testable import Search

@Suite("Facets") struct FacetsTests {
  private static let lines = [
    "", "aid", "kind:talks", "-kind:talks", "status:occurred standing:reported", "actor:israel",
    "role:accused", "role:accused actor:israel", "asof:2025-12-18", "on:2025", "lang:en",
    "mode:direct act:demand", "source:aljazeera", "place:florida", "aid OR talks", "nothingatall",
    "kind:article,person", "kind:nonsense",
  ]

  @Test(
    "A value's count is how many records the line has once it asks for it",
    arguments: ["miami", "rare"])
  func counts(_ store: String) throws {
    let chronicle = try Chronicle.fixture(store)
    var finder = RecordFinder(chronicle)
    let calendar = QueryCalendar(chronicle)
    var seen = 0
    for kind in RecordKind.allCases {
      for line in Self.lines {
        let query = Query(line, calendar: calendar)
        let facets = finder.facets(of: query, among: kind, calendar: calendar)
        for facet in try #require(facets) {
          for value in facet.values where value.count > 0 {
            let base = Query(query.lifting(facet.field), calendar: calendar)
            let asking = Query(base.toggling(facet.field, value.text), calendar: calendar)
            let found = finder.find(asking, among: kind)?.places.count
            #expect(found == value.count, "\(kind) \(asking.line)")
            seen += 1
          }
        }
      }
    }
    #expect(seen > 500)
  }

  @Test("Of many names the most frequent are counted out, and one that is asked for")
  func manyNames() throws {
    // Actor n is quoted once, the last ten of them twice.
    let people = (10..<60).map { #"{"id": "a\#($0)", "name": "Name \#($0)", "kind": "person"}"# }
    let quotes = (Array(10..<60) + Array(50..<60)).enumerated().map { number, actor in
      #"{"id": "q\#(number)", "speaker": "a\#(actor)", "text": "words", "mode": "direct", "#
        + #""source": "s"}"#
    }
    let source =
      #"{"id": "s", "publisher": "out", "kind": "article", "published": "2025-12-18", "#
      + #""title": "t"}"#
    let outlet = #"{"id": "out", "name": "Outlet", "kind": "outlet"}"#
    let chronicle = try Chronicle.store(
      json: #"{"ceasefire": 1, "title": "t", "actors": ["#
        + (people + [outlet]).joined(separator: ",\n")
        + #"], "sources": [\#(source)], "quotes": [\#(quotes.joined(separator: ",\n"))]}"#)
    var finder = RecordFinder(chronicle)
    func facet(_ line: String) throws -> Facet {
      let facets = finder.facets(of: Query(line), among: .quote)
      return try #require(facets?.first { $0.field == .actor })
    }
    let all = try facet("")
    #expect(all.values.prefix(10).map(\.text) == (50..<60).map { "a\($0)" })
    #expect(all.values.dropFirst(10).map(\.text) == (10..<40).map { "a\($0)" })
    #expect(all.values.first?.count == 2 && all.values.last?.count == 1 && all.omitted == 10)
    let asked = try facet("actor:a45")
    #expect(asked.values.map(\.text) == all.values.map(\.text) + ["a45"])
    #expect(asked.values.last?.count == 1 && asked.omitted == 9)
  }

  @Test("Facets of words have every word that some record has")
  func complete() throws {
    let chronicle = try Chronicle.fixture("miami")
    var finder = RecordFinder(chronicle)
    let facets = finder.facets(of: Query(""), among: .event) ?? []
    let kinds = facets.first { $0.field == .kind }
    #expect(kinds?.values.reduce(0) { $0 + $1.count } == chronicle.events.count)
    let standings = facets.first { $0.field == .standing }
    #expect(standings?.values.reduce(0) { $0 + $1.count } == chronicle.events.count)
    let counts = kinds?.values.map(\.count) ?? []
    #expect(counts == counts.sorted(by: >))
  }

  @Test("What the line asks for is listed, though nothing has it any more")
  func asked() throws {
    var finder = RecordFinder(try Chronicle.fixture("miami"))
    let facets =
      finder.facets(of: Query("nothingatall kind:talks actor:egypt"), among: .event) ?? []
    #expect(facets.map(\.field) == [.kind, .actor])
    #expect(facets.flatMap { $0.values.map(\.count) } == [0, 0])
  }

  @Test(
    "With the columns of fields made, everything is found and counted as without",
    arguments: ["miami", "rare"])
  func columns(_ store: String) throws {
    let chronicle = try Chronicle.fixture(store)
    let calendar = QueryCalendar(chronicle)
    for kind in RecordKind.allCases {
      var prepared = RecordFinder(chronicle)
      #expect(prepared.prepareFields(of: kind) { false })
      for line in Self.lines {
        let query = Query(line, calendar: calendar)
        var fresh = RecordFinder(chronicle)
        #expect(
          prepared.find(query, among: kind)?.places == fresh.find(query, among: kind)?.places,
          "\(kind) \(line)")
        #expect(
          prepared.facets(of: query, among: kind, calendar: calendar)
            == fresh.facets(of: query, among: kind, calendar: calendar), "\(kind) \(line)")
      }
    }
  }

  @Test("Columns that were cancelled go on where they were, and end as they would have")
  func resumed() throws {
    let chronicle = try Chronicle.fixture("rare")
    var (whole, halting) = (RecordFinder(chronicle), RecordFinder(chronicle))
    #expect(whole.prepareFields(of: .event) { false })
    var (asked, turns) = (0, 0)
    while turns < 1000 {
      turns += 1
      asked = 0
      let isComplete = halting.prepareFields(of: .event) {
        asked += 1
        return asked > 1
      }
      if isComplete { break }
    }
    #expect(turns > 1 && turns < 1000)
    let (one, other) = (
      whole.facets(of: Query(""), among: .event), halting.facets(of: Query(""), among: .event)
    )
    #expect(one != nil && one == other)
  }

  @Test("A field of which there is too much to be numbered is counted by looking at each record")
  func tooVaried() throws {
    let records = try Chronicle.fixture("miami").events
    var column = FieldColumn<Int>()
    var number = 0
    while number <= Int(UInt16.max) + 1, !column.isTooVaried {
      number += 1
      column.append(number)
    }
    #expect(column.isTooVaried && number == Int(UInt16.max) + 2)
    #expect(!column.isComplete(for: records))
  }

  @Test("Counting ends when it is told to")
  func cancelled() throws {
    var finder = RecordFinder(try Chronicle.fixture("miami"))
    #expect(finder.facets(of: Query(""), among: .event, isCancelled: { true }) == nil)
  }
}
