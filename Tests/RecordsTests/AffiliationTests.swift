import Testing

@testable import Records

@Suite struct AffiliationTests {
  let store: SmallStore

  init() throws {
    store = SmallStore()
    try store.addOutlet("paper", days: 10...25)
    for state in ["north", "south", "east"] { store.addActor(state, .state) }
    store.addActor("northern ministry", .governmentBody, partOf: ["north"])
    store.addActor("northern office", .governmentBody, partOf: ["northern ministry"])
    store.addActor("league", .organisation, members: ["north", "south", "west"])
    store.addActor("movement", .armedGroup, members: ["member", "commander"])
    store.addActor("member", .person)
    store.addActor("commander", .person)
    store.addActor("mediators", .group, members: ["south", "east"])
    store.addActor("northern minister", .person, positions: [try store.position(of: "north")])
    store.addActor(
      "former minister", .person, positions: [try store.position(of: "north", to: "2024")])
    store.addActor(
      "next minister", .person, positions: [try store.position(of: "north", from: "2026")])
    store.addActor(
      "envoy", .person, positions: [try store.position(of: "north", asOf: "2025-12-20")])
    store.addActor("eastern minister", .person, positions: [try store.position(of: "east")])
    store.addActor("people", .population, partOf: ["people"])
    store.addActor("resident", .person, partOf: ["people"])
    store.addActor("neighbour", .person, partOf: ["people"])
    store.addActor("ring", .organisation, partOf: ["wheel"], members: ["wheel"])
    store.addActor("wheel", .organisation, partOf: ["ring"], members: ["ring"])
  }

  private func isInterested(
    _ origin: String, in participant: String, asOf day: Day? = nil
  ) throws -> Bool {
    let event = try store.addEvent(
      date: "2025-12-19", with: [store.participant(participant)],
      reports: [try store.report("paper-15", by: origin)])
    let fold = try #require(store.fold(event, asOf: day))
    return store.interestedOrigins(in: fold, asOf: day).contains(store.id(origin))
  }

  @Test(
    "An origin is interested when it takes part, or shares a state or a body with who does",
    arguments: [
      ("north", "north", true), ("north", "south", false),
      // By `partOf`, over any number of steps, up and down.
      ("northern office", "north", true), ("north", "northern office", true),
      ("northern office", "northern ministry", true),
      // By positions.
      ("northern minister", "north", true), ("northern minister", "northern office", true),
      ("northern minister", "east", false), ("north", "northern minister", true),
      // By members, down and, for a person, up.
      ("member", "movement", true), ("movement", "member", true), ("member", "commander", true),
      ("east", "mediators", true), ("eastern minister", "mediators", true),
      ("mediators", "east", true), ("north", "mediators", false),
      ("league", "north", true), ("north", "league", true),
      // Members of one organisation or group are not each other's.
      ("north", "south", false), ("south", "east", false),
      // A population is no body.
      ("resident", "neighbour", false),
      // Circles end.
      ("ring", "wheel", true), ("ring", "north", false),
      // Nobody of that name has a record.
      ("stranger", "north", false), ("stranger", "stranger", true),
    ])
  func interest(origin: String, participant: String, isInterested expected: Bool) throws {
    #expect(try isInterested(origin, in: participant) == expected)
  }

  @Test("A position counts unless it ended before the event or began after it")
  func positions() throws {
    #expect(try !isInterested("former minister", in: "north"))
    #expect(try !isInterested("next minister", in: "north"))
    #expect(try isInterested("envoy", in: "north"))
  }

  @Test("A position that is first known of later does not count as of a day")
  func laterPositions() throws {
    #expect(try !isInterested("envoy", in: "north", asOf: december(18)))
    #expect(try isInterested("envoy", in: "north", asOf: december(20)))
  }
}
