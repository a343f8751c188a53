import Records
import Testing

@testable import Browser

@Suite struct OneLineTests {
  @Test(
    "The path of a quote goes from the speaker to the publisher",
    arguments: [
      ("q-bridge", "Ada North › Plain Wire › The Courier"),
      ("q-official", "a Northland official › Southland Radio › Plain Wire › The Courier"),
      ("q-radio", "Ben South › Southland Radio"), ("q-denial", "Northland"),
    ])
  func path(record: String, path: String) throws {
    let chronicle = try DetailStore.rare.chronicle()
    let quote = try #require(chronicle.id(named: record).flatMap { chronicle.quote($0) })
    #expect(OneLine.path(of: quote, in: chronicle) == path)
  }

  @Test(
    "Words stand in quotation marks only where all of them are the speaker's",
    arguments: [
      ("q-bridge", "“The bridge is open to both sides from Monday”"),
      ("q-observers", "Southland would leave the talks if the “observers are not back by June”"),
      ("q-official", "The withdrawal is under way"),
    ])
  func words(record: String, words: String) throws {
    let chronicle = try DetailStore.rare.chronicle()
    let quote = try #require(chronicle.id(named: record).flatMap { chronicle.quote($0) })
    #expect(OneLine.words(of: quote) == words)
  }

  @Test(
    "Reports and origins are counted, and the unnamed among them",
    arguments: [
      ("e-exchange", "2 reports · 1 origin", "2r 1o"),
      ("e-consultation", "1 report · 1 origin · 1 unnamed", "1r 1o"),
    ])
  func evidence(record: String, long: String, short: String) throws {
    let chronicle = try DetailStore.rare.chronicle()
    let event = try #require(chronicle.id(named: record))
    let summary = try #require(chronicle.standing(event, asOf: nil))
    #expect(OneLine.evidence(summary) == long)
    #expect(OneLine.shortEvidence(summary) == short)
  }

  @Test("The first participants are named, and the others counted")
  func participants() throws {
    let chronicle = try DetailStore.rare.chronicle()
    let event = try #require(chronicle.id(named: "e-talks").flatMap { chronicle.event($0) })
    let people = event.participants
    let name = "Delegations of Northland and Southland"
    #expect(
      OneLine.participants(people, in: chronicle) == "\(name), Cora Mid and 4 more")
    #expect(OneLine.participants(Array(people.prefix(2)), in: chronicle) == "\(name) and Cora Mid")
    #expect(OneLine.participants(people, in: chronicle, limit: 0) == "6 participants")
    #expect(OneLine.participants([], in: chronicle) == "")
  }

  @Test("A position is the one of that day")
  func position() throws {
    let chronicle = try DetailStore.rare.chronicle()
    let actor = try #require(chronicle.id(named: "ada-north").flatMap { chronicle.actor($0) })
    let days = ["2019-01-01", "2021-03-05", "2021-05-01", "2017-01-01"].map { Day(iso: $0) }
    #expect(
      days.map { OneLine.position(of: actor, on: $0, in: chronicle) } == [
        "Foreign Minister, Northland", "Prime Minister, Northland", "President, Northland", nil,
      ])
    #expect(OneLine.position(of: actor, on: nil, in: chronicle) == nil)
  }

  @Test(
    "Any record is told in one line",
    arguments: [
      (
        "e-shots",
        "15 Mar 2021 · violation · occurred · disputed · Shots at the east bank alleged · "
          + "2 reports · 2 origins"
      ),
      (
        "q-bridge",
        "by 15 Feb 2021 · “The bridge is open to both sides from Monday” · "
          + "Ada North › Plain Wire › The Courier · direct"
      ),
      ("s-herald", "18 Feb 2021 · article · The Herald · Talks moved by a week"),
      ("cora-mid", "Cora Mid · person · Envoy, Midland, from 1 Feb 2021"),
      ("northland-official", "a Northland official · unnamed person"),
      ("ford-accord", "Ford Accord · ceasefire · effective 10 Mar 2021"),
      ("plains-framework", "Plains Framework · framework · effective not stated"),
      ("ford-1", "First stage · Ford Accord"), ("t-bridge", "The bridge opens · Ford Accord"),
      ("ford", "Ford · The Vale"), ("vale", "The Vale"),
    ])
  func summary(record: String, line: String) throws {
    let chronicle = try DetailStore.rare.chronicle()
    let id = try #require(chronicle.id(named: record))
    #expect(OneLine.summary(of: id, in: chronicle) == line)
  }

  @Test("An event has no line before it is known")
  func summaryBefore() throws {
    let chronicle = try DetailStore.rare.chronicle()
    let event = try #require(chronicle.id(named: "e-shots"))
    let day = Day(iso: "2021-03-15")
    #expect(OneLine.summary(of: event, in: chronicle, asOf: day) == nil)
  }
}
