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
}
