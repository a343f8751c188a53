import Testing

@testable import Records

@Suite struct StandingTests {
  let store: SmallStore

  init() throws {
    store = SmallStore()
    for outlet in ["paper", "daily", "agency"] { try store.addOutlet(outlet, days: 10...25) }
    store.addActor("north", .state)
    store.addActor("south", .state)
    store.addActor("northern ministry", .governmentBody, partOf: ["north"])
    store.addActor("northern official", .anonymous, partOf: ["north"])
    store.addActor("other official", .anonymous)
    store.addActor("minister", .person, positions: [try store.position(of: "northern ministry")])
    store.addActor("observer", .person)
  }

  private func summary(_ reports: [Report], _ day: Int? = nil) throws -> StandingSummary {
    let event = try store.addEvent(with: [store.participant("north")], reports: reports)
    return try #require(store.standing(event, asOf: day.flatMap(december)))
  }

  private func standing(_ reports: [Report], _ day: Int? = nil) throws -> Standing {
    try summary(reports, day).standing
  }

  @Test("An origin that has no part in the event makes it reported")
  func reported() throws {
    #expect(try standing([try store.report("paper-17")]) == .reported)
    #expect(try standing([try store.report("paper-17", by: "observer")]) == .reported)
    #expect(
      try standing([
        try store.report("paper-17", by: "north"), try store.report("paper-17", by: "south"),
      ]) == .reported)
  }

  @Test(
    "Only unnamed origins or interested ones make it claimed",
    arguments: [
      ["north"], ["northern ministry"], ["northern official"], ["other official"], ["minister"],
      ["north", "other official", "minister"],
    ])
  func claimed(origins: [String]) throws {
    #expect(try standing(try origins.map { try store.report("paper-17", by: $0) }) == .claimed)
  }

  @Test("A party to the agreement that an event is about is interested, others are not")
  func partyToAgreement() throws {
    store.parties = [store.id("accord"): [store.id("south")]]
    for (origin, standing) in [("south", Standing.claimed), ("observer", .reported)] {
      let event = try store.addEvent(
        about: ["accord"], with: [store.participant("north", .accused)],
        reports: [try store.report("paper-17", by: origin)])
      #expect(store.standing(event, asOf: nil)?.standing == standing, "\(origin)")
    }
  }

  @Test("Some who assert and some who deny make it disputed, none who asserts denied")
  func denied() throws {
    let asserts = try store.report("paper-17", by: "north")
    let denies = try store.report("paper-18", by: "south", .denies)
    #expect(try standing([asserts, denies]) == .disputed)
    #expect(try standing([denies, asserts]) == .disputed)
    #expect(try standing([denies]) == .denied)
    #expect(try standing([denies, denies]) == .denied)
    #expect(try standing([asserts, denies], 17) == .claimed)
    #expect(
      try standing([denies, try store.report("paper-19", .corrects)]) == .disputed)
  }

  @Test("The last account that retracts makes it retracted, an earlier one does not")
  func retracted() throws {
    let reports = [
      try store.report("paper-17"), try store.report("paper-19", .retracts),
    ]
    #expect(try standing(reports) == .retracted)
    #expect(try standing(reports, 18) == .reported)
    #expect(try standing(reports + [try store.report("daily-20")]) == .reported)
    #expect(
      try standing(reports + [try store.report("daily-20", by: "south", .denies)]) == .disputed)
    // The last to become known, wherever it is stored.
    #expect(try standing(reports.reversed()) == .retracted)
  }

  @Test("Only a report makes it confirmed, until another denies or retracts")
  func confirmed() throws {
    let reports = [
      try store.report("paper-17", by: "north"),
      try store.report("daily-17", by: "south", .denies),
      try store.report("agency-18", standing: .confirmed),
    ]
    #expect(try standing(reports) == .confirmed)
    #expect(try standing(reports, 17) == .disputed)
    #expect(try standing(reports + [try store.report("paper-19")]) == .confirmed)
    #expect(
      try standing(reports + [try store.report("paper-19", by: "south", .denies)]) == .disputed)
    #expect(try standing(reports + [try store.report("agency-19", .retracts)]) == .retracted)
  }

  @Test("Origins are counted, not articles, and the unnamed among them")
  func counted() throws {
    let copies = [
      try store.report("paper-17", by: "agency"), try store.report("daily-17", by: "agency"),
      try store.report("daily-18", by: "northern official", via: ["agency"]),
      try store.report("paper-18", by: "other official"),
      try store.report("paper-19", by: "other official"),
    ]
    let today = try summary(copies)
    #expect(
      today
        == StandingSummary(standing: .reported, reports: 5, origins: 3, unnamedOrigins: 2))
    #expect(
      try summary(copies, 17)
        == StandingSummary(standing: .reported, reports: 2, origins: 1, unnamedOrigins: 0))
  }

  @Test("Participants that a later report adds make origins interested from then on")
  func laterParticipants() throws {
    let reports = [
      try store.report("paper-17", by: "south"),
      try store.report(
        "daily-19", by: "other official", participants: [store.participant("south")]),
    ]
    #expect(try standing(reports, 17) == .reported)
    #expect(try standing(reports) == .claimed)
  }
}
