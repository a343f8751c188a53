import Testing

@testable import Records

/// A later file may add to a record by repeating its id.
@Suite struct ExtensionTests {
  private func more(_ list: String, _ records: String) -> String {
    "{\"ceasefire\": 1, \"title\": \"More\", \"\(list)\": [\(records)]}"
  }

  @Test(
    "A record of any kind can be extended, and nothing of it is lost",
    arguments: [
      ("sources", #"{"id": "s", "note": "N", "text": ["Words"]}"#, "s"),
      ("places", #"{"id": "here", "aka": ["Hier"]}"#, "here"),
      (
        "actors",
        #"""
        {"id": "ann", "aka": ["Anne"], "positions": [{"title": "Chair", "of": "north"}]}
        """#, "ann"
      ),
      ("agreements", #"{"id": "pact", "parties": [{"actor": "north", "role": "party"}]}"#, "pact"),
      ("events", #"{"id": "e", "place": "here", "about": ["pact"]}"#, "e"),
      ("quotes", #"{"id": "q", "verb": "said", "note": "N"}"#, "q"),
    ])
  func kinds(list: String, addition: String, id: String) throws {
    for files in [[store(), more(list, addition)], [more(list, addition), store()]] {
      let result = load(files)
      #expect(result.problems.map(\.description) == [])
      let chronicle = try #require(result.chronicle)
      let record = try chronicle.the(id)
      let json = chronicle.json(of: record)
      for piece in addition.split(separator: "\"", omittingEmptySubsequences: true)
      where piece.contains(where: \.isLetter) {
        #expect(json.contains("\"\(piece)\""), "\(piece) in \(json)")
      }
      #expect(chronicle.name(of: record) == id)
      #expect(chronicle.records(of: chronicle.kind(of: record)).count { $0 == record } == 1)
      #expect(chronicle.label(of: record) == load(store()).chronicle?.labelNamed(id))
    }
  }

  @Test("Lists append in the order of the files, and a name that is there stays once")
  func lists() throws {
    let chronicle = try chronicle(
      store([
        "actors": #"""
        {"id": "x", "name": "X", "kind": "group", "aka": ["A", "B"], "members": ["ann"]}
        """#,
        "events": event("x1", #""about": ["x"]"#),
      ]),
      more("actors", #"{"id": "x", "aka": ["B", "C"], "members": ["north", "ann"]}"#),
      more("actors", #"{"id": "x", "aka": ["D"]}"#))
    let actor = try #require(chronicle.id(named: "x").flatMap(chronicle.actor))
    #expect(actor.aliases == ["A", "B", "C", "D"])
    #expect(chronicle.names(actor.members) == ["ann", "north"])
    #expect(try chronicle.names(chronicle.groups(with: chronicle.the("north"))) == ["x"])
  }

  @Test("Reports of three files are one history")
  func reports() throws {
    let text = #"""
      {"id": "e", "reports": [{"source": "s", "reported": "2021-03-01",
      "status": "postponed"}]}
      """#
    let later = #"""
      {"id": "e", "reports": [{"source": "s", "reported": "2021-02-01", "date": "2021-02"}]}
      """#
    let chronicle = try chronicle(store(), more("events", text), more("events", later))
    let id = try chronicle.the("e")
    #expect(chronicle.event(id)?.reports.count == 3)
    #expect(chronicle.status(of: id) == .postponed)
    #expect(chronicle.dayBounds(of: id).upper == Day(year: 2021, month: 2, day: 28))
    #expect(chronicle.fold(id, asOf: nil)?.history.count == 3)
    #expect(try chronicle.records(reportedIn: chronicle.the("s")) == [id])
  }

  @Test("Stages and terms are extended through their agreement, by id")
  func terms() throws {
    let addition = """
      {"id": "pact", "stages": [{"id": "st2", "n": 2, "name": "Second"}],
       "terms": [{"id": "tm", "stage": "st2", "reports": [{"source": "s", "state": "full"}]},
                 {"id": "tm2", "text": "To stay", "source": "s"}]}
      """
    for files in [
      [store(), more("agreements", addition)], [more("agreements", addition), store()],
    ] {
      let result = load(files)
      #expect(result.problems.map(\.description) == [])
      let chronicle = try #require(result.chronicle)
      let term = try chronicle.the("tm")
      #expect(chronicle.term(term)?.text == "To leave")
      #expect(chronicle.term(term)?.stage == chronicle.id(named: "st2"))
      #expect(chronicle.fold(term: term, asOf: nil)?.state == .full)
      #expect(chronicle.agreement(containing: term) == chronicle.id(named: "pact"))
      #expect(chronicle.records(of: .term).count == 2 && chronicle.records(of: .stage).count == 2)
      let pact = try #require(chronicle.agreement(chronicle.the("pact")))
      #expect(pact.terms.count == 2 && pact.stages.count == 2)
    }
  }

  @Test("Where pieces disagree both places are named, for every field, and nothing else")
  func conflicts() {
    let (texts, places) = unmarked([
      store(["events": event("x", #""note": ▸"One", "weight": "key""#)]),
      more("events", #"{"id": "x", "note": ▸"Two", "title": ▸"X", "weight": "key"}"#),
    ])
    let problems = load(
      texts + [
        more(
          "events",
          event(
            "y",
            #"""
            "links": [{"rel": "follows", "to": "x"}]
            """#))
      ]
    ).problems
    #expect(
      problems.map { "\($0.file):\($0.line ?? 0):\($0.column ?? 0)" } == [places[1], places[2]])
    #expect(
      problems.map(\.message) == [
        "event \"x\", field \"note\": it disagrees with the same record at \(places[0])",
        "event \"x\", field \"title\": it disagrees with the same record at a.json:21:22",
      ])
  }

  @Test("An id may be extended, not used twice: not in one file, not for two kinds or two owners")
  func clashes() {
    expectFindings(
      store([
        "events": event("x").replacing("\"x\"", with: "\"ann\"").replacing(
          "\"id\": \"", with: "\"id\": \"▸")
      ]),
      #"event "ann": this id stands twice in this file"#)
    expectFindings(
      [store(), more("places", #"{"id": "▸ann", "name": "A"}"#)],
      [#"place "ann": another file has an actor of this id"#])
    expectFindings(
      [store(), more("events", #"{"id": "e", "note": "N"}, {"id": "▸e", "place": "here"}"#)],
      [#"event "e": this id stands twice in this file"#])
    expectFindings(
      [
        store(),
        more(
          "agreements",
          #"""
          {"id": "b", "name": "B", "terms": [{"id": "▸tm", "text": "T", "source": "s"}]}
          """#),
      ],
      [#"term "tm": the agreement "pact" has a part of this id"#])
    expectFindings(
      store([
        "agreements": #"""
        {"id": "b", "name": "B", "stages": [{"id": "▸b", "n": 1, "name": "S"}]}
        """#
      ])
      .replacing(#"{"id": "b""#, with: #"{"id": "▸b""#).replacing(
        #"[{"id": "▸b""#, with: #"[{"id": "b""#),
      #"agreement "b": this id stands twice in this file"#)
  }

  @Test("What a record still lacks, or names, is found at its pieces")
  func places() {
    expectFindings(
      [
        more("events", #"▸▸▸{"id": "x", "note": "N"}"#),
        store(["events": #"{"id": "x", "title": "X"}"#]),
      ],
      [#"event "x" has no "kind""#, #"event "x" has no "status""#, #"event "x" has no "reports""#])
    expectFindings(
      [
        store(["events": event("x", #""about": ["pact", ▸"one"], "place": ▸"ann""#)]),
        more(
          "events",
          #"""
          {"note": "N", "id": "x", "about": ["here", ▸"two"],
          "participants": [{"actor": ▸"three"}]}
          """#),
      ],
      [
        #"event "x", field "about": there is no record "one""#,
        #"event "x", field "place": "ann" is an actor, not a place"#,
        #"event "x", field "about": there is no record "two""#,
        #"event "x", field "actor": there is no record "three""#,
      ])
    expectFindings(
      [
        store(["events": event("x", #""date": "2021""#)]),
        more(
          "events",
          #"""
          {"id": "x", "note": "N", "reports": [{"source": "s"}, ▸{"source": "c"}]}
          """#),
      ],
      [#"event "x", field "reports": a report cites a comment, which is evidence for nothing"#])
  }

  @Test("A check between fields waits for all pieces")
  func whole() {
    let lacking = #"{"id": "x", "name": "someone", "kind": "anonymous"}"#
    let named = event("y", #""participants": [{"actor": "x"}]"#)
    expectFindings(
      store(["actors": "▸" + lacking, "events": named]),
      #"actor "x" is anonymous and names no "source""#)
    expectFindings(
      [
        store(["actors": lacking, "events": named]), more("actors", #"{"id": "x", "source": "s"}"#),
      ], [])
    expectFindings(
      [
        store(["events": #"▸{"id": "x", "condition": "if", "status": "planned"}"#]),
        more("events", event("x").replacing("occurred", with: "planned")),
      ], [#"event "x" has a "condition", but its status is not "conditional""#])
    expectFindings(
      [
        store(["agreements": #"▸{"id": "x", "name": "X", "effective": "2021-02-01"}"#]),
        more("agreements", #"{"id": "x", "ended": "2021-01-01"}"#),
      ], [#"agreement "x": "ended" lies before "effective""#])
  }

  @Test("A record in a thousand pieces is one record")
  func many() throws {
    let pieces = (0..<1000).map { number in
      more("events", #"{"id": "e", "reports": [{"source": "s", "note": "\#(number)"}]}"#)
    }
    let chronicle = try #require(load([store()] + pieces).chronicle)
    let id = try chronicle.the("e")
    #expect(chronicle.event(id)?.reports.compactMap(\.note) == (0..<1000).map(String.init))
  }

  @Test("The title is that of the first file; language and note are the first that are stated")
  func headers() throws {
    let chronicle = try chronicle(
      #"{"ceasefire": 1, "title": "One"}"#,
      #"{"ceasefire": 1, "title": "Two", "lang": "ar"}"#,
      #"{"ceasefire": 1, "title": "Three", "lang": "en", "note": "N"}"#)
    #expect(chronicle.title == "One" && chronicle.language == "ar" && chronicle.note == "N")
  }
}

extension Chronicle {
  fileprivate func labelNamed(_ name: String) -> String? {
    id(named: name).map(label(of:))
  }
}
