import Testing

@testable import Records

@Suite struct OrdersTests {
  private func events(_ dates: [(id: String, members: String)]) throws -> Chronicle {
    try chronicle(
      store(["events": dates.map { event($0.id, $0.members) }.joined(separator: ",\n")]))
  }

  @Test("Events are listed by lower bound, else upper, else report; coarse before fine; as stored")
  func dates() throws {
    let wanted = [
      ("year", #""date": "2020""#), ("month", #""date": "2020-01""#),
      ("day", #""date": "2020-01-01""#), ("day-too", #""date": "2020-01-01?""#),
      ("morning", #""date": "2020-01-01T08:00:00Z""#),
      ("noon", #""date": "2020-01-01T12:00:00Z""#),
      ("until", #""date": "[..2020-02-01]""#), ("range", #""date": "2020-02-01/2020-02-03""#),
      ("either", #""date": "[2020-02-01..2020-02-02]""#),
      ("e", ""),
      // Known on the day on which its source was published.
      ("unbounded", #""date": "/..""#),
      ("since", #""date": "2021-03-01/..""#), ("after", #""date": "[2021-03-01..]""#),
      ("exact", #""date": "2021-03-01""#),
      ("none", ""), ("none-too", ""),
    ]
    for order in [wanted.indices.reversed(), Array(wanted.indices)] as [[Int]] {
      let stored = order.map { wanted[$0] }.filter { $0.0 != "e" }
      let chronicle = try events(stored.map { (id: $0.0, members: $0.1) })
      var names = chronicle.names(chronicle.events)
      // Those of one date stand as in the file.
      let ties = [["day", "day-too"], ["since", "after"], ["none", "none-too"]]
      for tie in ties where order.first != 0 {
        guard let place = names.firstIndex(of: tie[1]) else { continue }
        names.swapAt(place, place + 1)
      }
      #expect(names == wanted.map(\.0))
      #expect(chronicle.undatedCount == 2)
      #expect(chronicle.period?.lowerBound == Day(year: 2020, month: 1, day: 1))
      #expect(chronicle.period?.upperBound == Day(year: 2021, month: 3, day: 1))
    }
  }

  @Test("Events without a date come last, by the day they were first reported")
  func undated() throws {
    let more = [("u1", "2021-05-01"), ("u2", "2021-04-01"), ("u3", "2021-05-01"), ("u4", "/..")]
      .map { event($0.0, reports: #"{"source": "s", "reported": "\#($0.1)"}"#) }
    let chronicle = try chronicle(
      store(["events": more.joined(separator: ",") + "," + event("dated", #""date": "9999""#)]))
    #expect(chronicle.names(chronicle.events) == ["e", "dated", "u2", "u1", "u3", "u4"])
    #expect(chronicle.undatedCount == 4)
    #expect(try chronicle.sortDay(of: chronicle.the("u2")) == Day(year: 2021, month: 4, day: 1))
    #expect(try chronicle.sortDay(of: chronicle.the("u4")) == nil)
    #expect(try chronicle.firstKnown(of: chronicle.the("u4")) == nil)
  }

  @Test("A date that only a later report gives is a date")
  func datedLater() throws {
    let reports = #"{"source": "s"}, {"source": "s", "reported": "2021-02-01", "date": "2020-07"}"#
    let chronicle = try chronicle(store(["events": event("later", reports: reports)]))
    #expect(chronicle.names(chronicle.events) == ["later", "e"])
    #expect(chronicle.undatedCount == 0)
  }

  @Test("Other lists have their own orders")
  func others() throws {
    let chronicle = try chronicle(
      store([
        "sources": """
        {"id": "s0", "kind": "post", "publisher": "paper", "published": "2020"},
        {"id": "s1", "kind": "post", "publisher": "paper", "published": "[..2021-01-04]"}
        """,
        "places": #"""
        {"id": "p1", "name": "here"}, {"id": "p0", "name": "Élan"}, {"id": "p2",
        "name": "a"}
        """#,
        "actors": """
        {"id": "z", "name": "beth", "kind": "state", "partOf": ["z", "a"]},
        {"id": "a", "name": "ANN?", "kind": "state"}
        """,
        "agreements": """
        {"id": "g3", "name": "A"}, {"id": "g2", "name": "B", "agreed": "2021"},
        {"id": "g0", "name": "D", "sources": ["s1", "s0"]},
        {"id": "g1", "name": "C", "effective": "2020-05"}
        """,
        "quotes": """
        {"id": "q2", "speaker": "ann", "text": "T", "mode": "direct", "source": "s",
         "date": "2021-02"},
        {"id": "q0", "speaker": "ann", "text": "T", "mode": "direct", "source": "s0"},
        {"id": "q1", "speaker": "ann", "text": "T", "mode": "direct", "source": "s"}
        """,
      ]))
    #expect(chronicle.names(chronicle.sources) == ["s0", "s1", "s", "c"])
    #expect(chronicle.names(chronicle.places) == ["p2", "here", "p1", "p0"])
    #expect(chronicle.names(chronicle.actors) == ["ann", "a", "z", "north", "paper"])
    #expect(chronicle.names(chronicle.agreements) == ["g1", "g0", "g2", "pact", "g3"])
    #expect(chronicle.names(chronicle.quotes) == ["q0", "q", "q1", "q2"])
    for kind in RecordKind.allCases {
      for (position, id) in chronicle.records(of: kind).enumerated() {
        #expect(chronicle.position(of: id) == position)
        #expect(chronicle.kind(of: id) == kind)
        #expect(chronicle.id(named: chronicle.name(of: id)) == id)
      }
    }
  }
}
