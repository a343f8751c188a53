import Records
import Testing

@testable import Browser

@Suite struct LedgerTests {
  private func text(of name: String, reports: [String] = []) throws -> String {
    let days = (1...9).map { day in
      """
      {"id": "s\(day)", "kind": "article", "publisher": "paper", "published": "2021-02-0\(day)"}
      """
    }
    let actors = ["North", "South", "Wire", "Radio", "Envoy", "League", "Council"].map {
      #"{"id": "\#($0.lowercased())", "name": "\#($0)", "kind": "organisation"}"#
    }
    let chronicle = try DetailStore.chronicle(
      """
      {"ceasefire": 1, "title": "t", "sources": [\(days.joined(separator: ","))],
       "actors": [{"id": "paper", "name": "Paper", "kind": "outlet"},
                  \(actors.joined(separator: ","))],
       "agreements": [{"id": "accord", "name": "Accord", "terms": [
         {"id": "term", "text": "All is quiet", "source": "s1",
          "reports": [\(reports.joined(separator: ","))]}]}],
       "events": [
         {"id": "start", "title": "It begins", "kind": "ceasefire", "status": "occurred",
          "about": ["accord"], "links": [{"rel": "fulfils", "to": "accord"}],
          "reports": [{"source": "s1"}]},
         {"id": "shots", "title": "Shots", "kind": "violation", "status": "occurred",
          "links": [{"rel": "breaches", "to": "accord"}, {"rel": "breaches", "to": "term"}],
          "reports": [{"source": "s2", "by": "north"}, {"source": "s3", "by": "south",
                      "says": "denies"}]}]}
      """)
    let record = try #require(chronicle.id(named: name))
    let text = document(of: record, in: chronicle).plainText(columns: 200)
    return text.replacing(#/\[\d+\] /#, with: "").replacing("\u{A0}", with: " ")
  }

  private func report(_ day: Int, _ origin: String, _ rest: String) -> String {
    #"{"source": "s\#(day)", "by": "\#(origin)"\#(rest.isEmpty ? "" : ", ")\#(rest)}"#
  }

  @Test("A state is followed by everybody whose last word it is, the last of them first")
  func tellers() throws {
    let text = try text(
      of: "term",
      reports: [
        report(1, "wire", #""state": "partial""#), report(2, "north", #""state": "breached""#),
        report(3, "radio", #""state": "full""#), report(4, "south", #""state": "breached""#),
      ])
    #expect(
      text.contains("state       breached, according to South, North (last reported 4 Feb 2021)\n"))
    #expect(text.contains("others say  partial (Wire); full (Radio)\n"))
  }

  @Test("Beside other terms not all who say so are named, and how many are not is said")
  func manyTellers() throws {
    let origins = ["north", "south", "wire", "radio", "envoy", "league", "council"]
    let reports = origins.enumerated().map {
      report($0.offset + 1, $0.element, #""state": "full""#)
    }
    let text = try text(of: "accord", reports: reports)
    #expect(text.contains("according to Council, League, Envoy, Radio, Wire, … and 2 more ("))
  }

  @Test("A denial is about what somebody else had said before it, not about what came after")
  func denials() throws {
    let text = try text(
      of: "term",
      reports: [
        report(1, "south", #""state": "breached""#), report(2, "north", #""says": "denies""#),
        report(3, "north", #""state": "breached""#), report(4, "radio", #""state": "breached""#),
        report(5, "north", #""says": "denies""#), report(6, "wire", #""state": "partial""#),
      ])
    #expect(text.contains("state       partial, according to Wire (last reported"))
    #expect(
      text.contains(
        "denied      by North (known 5 Feb 2021), after Radio said breached; once before\n"))
  }

  @Test("A denial that names a state is about that state")
  func denialOfAState() throws {
    let text = try text(
      of: "term",
      reports: [
        report(1, "south", #""state": "breached""#), report(2, "radio", #""state": "partial""#),
        report(3, "north", #""says": "denies", "state": "breached""#),
      ])
    #expect(text.contains("state       partial, according to Radio ("))
    #expect(text.contains("after South said breached\n"))
  }

  @Test("Who reports an event is not made to say that it breaks a term")
  func effects() throws {
    let text = try text(of: "term")
    #expect(
      text.contains(
        "said to be breached by Shots · no date stated · disputed"
          + " · the event itself as told by North\n"))
  }

  @Test("What is said to keep or break a whole agreement stands apart from what is about it")
  func wholeAgreement() throws {
    let text = try text(of: "accord")
    #expect(text.contains("SAID TO BE FULFILLED BY (1)\n  It begins"))
    #expect(text.contains("SAID TO BE BREACHED BY (1)\n  Shots"))
    #expect(text.contains("EVENTS (1)\n  It begins"))
  }
}
