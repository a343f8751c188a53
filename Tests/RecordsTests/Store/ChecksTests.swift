import Testing

@testable import Records

/// Each check of the format with a case that is found and one that is not.
@Suite struct ChecksTests {
  @Test("A report may cite anything but a comment, itself or through a quote")
  func comments() {
    let quote = #"{"id": "qc", "speaker": "ann", "text": "T", "mode": "direct", "source": "c"}"#
    let message = "a report cites a comment, which is evidence for nothing"
    expectFindings(
      store(["events": event("x", reports: #"{"source": "s"}, ▸{"source": "c"}"#)]),
      #"event "x", field "reports": \#(message)"#)
    expectFindings(
      store(["events": event("x", reports: #"▸{"quote": "qc"}"#), "quotes": quote]),
      #"event "x", field "reports": \#(message)"#)
    expectFindings(
      store([
        "agreements": #"""
        {"id": "g", "name": "G", "terms": [{"id": "t", "text": "T", "source": "s",
        "reports": [▸{"source": "c"}]}]}
        """#
      ]),
      #"term "t", field "reports": \#(message)"#)
    expectFindings(store(["quotes": quote]))
  }

  @Test("A report rests on one quote or one source")
  func basis() {
    expectFindings(
      store(["events": event("x", reports: #"▸{"quote": "q", "source": "s"}, ▸{"note": "N"}"#)]),
      #"event "x", field "reports": this report names both a quote and a source"#,
      #"event "x", field "reports": this report names neither a quote nor a source"#)
  }

  @Test("An event needs a report")
  func noReports() {
    expectFindings(
      store([
        "events": event("x", reports: "").replacing("\"reports\": []", with: "\"reports\": ▸[]")
      ]),
      #"event "x", field "reports": the list is empty"#)
  }

  @Test("Only a report with a note can say that something is confirmed, and nothing else")
  func confirmed() {
    expectFindings(
      store([
        "events": event(
          "x",
          reports: #"""
            {"source": "s", "standing": "confirmed", "note": "N"}
            """#)
      ]))
    expectFindings(
      store([
        "events": event(
          "x",
          reports: #"""
            ▸{"source": "s", "standing": "confirmed"}, ▸{"source": "s", "standing": "denied",
            "note": "N"}
            """#)
      ]),
      #"event "x", field "standing": "confirmed" needs a "note" that says why"#,
      #"event "x", field "standing": a report can only state "confirmed""#)
  }

  @Test("The report that is known first needs a status")
  func firstStatus() {
    let early = #"{"source": "s", "reported": "2021-01-01"}"#
    expectFindings(
      store(["events": event("x", reports: #"{"source": "s"}, ▸"# + early)]),
      #"event "x", field "reports": the report known first gives no "status""#)
    expectFindings(
      store([
        "events": event(
          "x",
          reports: #"""
            {"source": "s"}, {"source": "s", "reported": "2021-01-01", "status": "planned"}
            """#)
      ]))
    expectFindings(store(["events": event("x", reports: early + #", {"source": "s"}"#)]))
  }

  @Test("A condition belongs to what is conditional")
  func condition() {
    expectFindings(
      store(["events": "▸" + event("x", #""condition": "if""#)]),
      #"event "x" has a "condition", but its status is not "conditional""#)
    expectFindings(
      store(["events": event("x", #""condition": "if""#).replacing("occurred", with: "conditional")]
      ))
  }

  @Test("An unnamed actor needs its source")
  func anonymous() {
    let named = event("x", #""participants": [{"actor": "a"}]"#)
    expectFindings(
      store(["actors": #"▸{"id": "a", "name": "someone", "kind": "anonymous"}"#, "events": named]),
      #"actor "a" is anonymous and names no "source""#)
    expectFindings(
      store([
        "actors": #"""
        {"id": "a", "name": "someone", "kind": "anonymous", "source": "s"}
        """#, "events": named,
      ]))
  }

  @Test(
    "An agreement does not end before it takes effect, nor a position before it begins",
    arguments: [
      ("2021-02-01", "2021-01-31", true), ("2021-02-01", "2021-02-01", false),
      ("2021-02", "2021", false), ("2021", "2021-01", false), ("2021-05", "[..2021-04-30]", true),
      ("2021-05", "[2021-01-01..]", false), ("/..", "2021", false),
    ])
  func order(from: String, to: String, isWrong: Bool) {
    let mark = isWrong ? "▸" : ""
    expectFindings(
      [
        store([
          "agreements": #"""
          \#(mark){"id": "g", "name": "G", "effective": "\#(from)", "ended": "\#(to)"}
          """#
        ])
      ],
      isWrong ? [#"agreement "g": "ended" lies before "effective""#] : [])
    expectFindings(
      [
        store([
          "actors": #"""
          {"id": "a", "name": "A", "kind": "person", "partOf": ["a"],
          "positions": [\#(mark){"title": "T", "of": "north", "from": "\#(from)",
          "to": "\#(to)"}]}
          """#
        ])
      ],
      isWrong ? [#"actor "a", field "positions": "to" lies before "from""#] : [])
  }

  @Test("What has occurred was not known before")
  func knowledge() {
    expectFindings(
      store(["events": event("x", #""date": "2021-01-06""#, reports: #"▸{"source": "s"}"#)]),
      #"w: event "x" is reported to have occurred on 2021-01-06 or later by a "#
        + #"report known on 2021-01-05"#)
    for date in ["2021-01-05", "2021-01", "2021", "[..2021-02-01]", "/2021-02-01"] {
      expectFindings(store(["events": event("x", #""date": "\#(date)""#)]))
    }
    expectFindings(
      store(["events": event("x", #""date": "2021-12-06""#).replacing("occurred", with: "planned")])
    )
    expectFindings(
      store([
        "events": event(
          "x", #""date": "2021-01-01""#,
          reports: #"""
            {"source": "s"}, ▸{"source": "s", "status": "occurred", "date": "2021-03"}
            """#)
      ]),
      #"w: event "x" is reported to have occurred on 2021-03-01 or later by a "#
        + #"report known on 2021-01-05"#)
  }

  @Test(
    "A plan whose last day has passed wants a later report",
    arguments: [
      ("2021-06-14", "2021-01-05", true), ("2021-06-15", "2021-01-05", false),
      ("2021-05", "2021-01-05", true), ("2021-06", "2021-01-05", false),
      ("[2021-01-01..]", "2021-01-05", false), ("2021-02-01", "2021-02-02", false),
      ("2021-02-01", "2021-02-01", true),
    ])
  func outcome(date: String, reported: String, isFound: Bool) {
    let text = store([
      "events": event(
        "x", #""date": "\#(date)""#,
        reports: #"{"source": "s"}, {"source": "s", "reported": "\#(reported)"}"#
      ).replacing("\"occurred\"", with: "\"planned\"")
    ])
    let messages = load(text).problems.map(\.message)
    #expect(messages.count == (isFound ? 1 : 0))
    #expect(messages.allSatisfy { $0.contains("no later report says what became of it") })
    #expect(load(text).errorCount == 0)
  }

  @Test("An actor that no record names is warned of")
  func unmentioned() {
    expectFindings(
      store(["actors": #"▸{"id": "a", "name": "A", "kind": "state"}"#]),
      #"w: actor "a" is named by no other record"#)
  }

  @Test("Two named actors of one name are warned of; unnamed ones are not")
  func names() {
    let named = event("x", #""participants": [{"actor": "a"}, {"actor": "b"}]"#)
    expectFindings(
      store([
        "actors": #"""
        {"id": "a", "name": ▸"aNN", "kind": "state"}, {"id": "b", "name": "B",
        "kind": "state"}
        """#, "events": named,
      ]),
      #"w: actor "a" has the same name as the actor "ann""#)
    let unnamed = ["a", "b"].map {
      #"{"id": "\#($0)", "name": "Ann", "kind": "anonymous", "source": "s"}"#
    }
    expectFindings(store(["actors": unnamed.joined(separator: ","), "events": named]))
  }

  @Test(
    "An address leads to a page",
    arguments: [
      ("https://a.example/x", nil), ("http://a.example/?p=1", nil), ("https://a.example/x/", nil),
      ("https://a.example", true), ("https://a.example/", true), ("http://a.example:80/", true),
      ("a.example/x", false), ("ftp://a.example/x", false), ("", false),
      ("javascript:x//https://a.example/x", false),
    ])
  func addresses(address: String, isFrontPage: Bool?) {
    let mark = isFrontPage == nil ? "" : "▸"
    let text = store([
      "sources": #"""
      {"id": "u", "kind": "post", "publisher": "paper", "published": "2021",
      "url": "\#(mark)\#(address)"}
      """#
    ])
    let messages = isFrontPage.map {
      $0
        ? [#"w: source "u", field "url": this is only the front page of a site"#]
        : ["source \"u\", field \"url\": \"\(address)\" is not a web address"]
    }
    expectFindings([text], messages ?? [])
  }

  @Test("References name records that are there, of the right kind")
  func references() {
    expectFindings(
      store([
        "quotes": #"""
        {"id": "x", "speaker": ▸"north-", "text": "T", "mode": "direct", "source": ▸"ann",
        "via": ["ann", ▸"s", ▸"nobody"], "also": [{"source": ▸"q"}]}
        """#
      ]),
      #"quote "x", field "speaker": there is no record "north-""#,
      #"quote "x", field "source": "ann" is an actor, not a source"#,
      #"quote "x", field "via": "s" is a source, not an actor"#,
      #"quote "x", field "via": there is no record "nobody""#,
      #"quote "x", field "source": "q" is a quote, not a source"#)
    let problem = load(store(["places": #"{"id": "x", "name": "X", "within": "heer"}"#])).problems
    #expect(problem.map(\.advice) == [#"add the record, or correct the id (closest: "here")"#])
  }

  @Test("The same wrong id is found at each place where it stands")
  func sameTwice() {
    expectFindings(
      store(["events": event("x", #""participants": [{"actor": ▸"no"}, {"actor": ▸"no"}]"#)]),
      #"event "x", field "actor": there is no record "no""#,
      #"event "x", field "actor": there is no record "no""#)
  }
}
