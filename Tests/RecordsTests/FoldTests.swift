import Testing

@testable import Records

@Suite struct FoldTests {
  let store: SmallStore

  init() throws {
    store = SmallStore()
    for outlet in ["paper", "daily", "agency"] { try store.addOutlet(outlet, days: 10...25) }
    for state in ["north", "south", "east"] { store.addActor(state, .state) }
  }

  private func fold(_ event: RecordID, _ day: Int? = nil) -> FoldedEvent? {
    store.fold(event, asOf: day.flatMap(december))
  }

  @Test("An event is what its first report says, until a later one says otherwise")
  func overlay() throws {
    let event = try store.addEvent(
      date: "2025-12-19", .planned, place: "city",
      with: [store.participant("north", .host, as: "chair")],
      reports: [
        try store.report("paper-17"),
        try store.report(
          "daily-18", place: "town",
          participants: [store.participant("south"), store.participant("north")]),
        try store.report("paper-20", date: "2025-12-20", status: .occurred),
      ])
    #expect(fold(event, 16) == nil)
    let first = try #require(fold(event, 17))
    #expect(first.date?.text == "2025-12-19")
    #expect(first.status == .planned)
    #expect(first.place == store.id("city"))
    #expect(first.participants == [store.participant("north", .host, as: "chair")])
    let second = try #require(fold(event, 19))
    #expect(second.status == .planned)
    #expect(second.place == store.id("town"))
    #expect(
      second.participants
        == [store.participant("north", .host, as: "chair"), store.participant("south")])
    let today = try #require(fold(event))
    #expect(today.date?.text == "2025-12-20")
    #expect(today.status == .occurred)
    #expect(today.accounts.count == 3)
    #expect(today == fold(event, 20))
  }

  @Test("A report that became known before the first stored one is laid under it")
  func earlierReport() throws {
    let event = try store.addEvent(
      date: "2025-12-19", .occurred,
      reports: [
        try store.report("paper-20"),
        try store.report("daily-17", date: "2025-12-18", status: .planned, place: "city"),
      ])
    let early = try #require(fold(event, 18))
    #expect(early.date?.text == "2025-12-18")
    #expect(early.status == .planned)
    let today = try #require(fold(event))
    #expect(today.date?.text == "2025-12-19")
    #expect(today.status == .occurred)
    #expect(today.place == store.id("city"))
  }

  @Test("What the first report says itself counts before the fields of the event")
  func ownFields() throws {
    let event = try store.addEvent(
      date: "2025-12-19", .planned, reports: [try store.report("paper-17", status: .conditional)])
    #expect(fold(event)?.status == .conditional)
    #expect(fold(event)?.date?.text == "2025-12-19")
  }

  @Test("The history says what changed, when it became known and by whose report")
  func history() throws {
    let event = try store.addEvent(
      date: "2025-12-19", .planned, with: [store.participant("north")],
      reports: [
        try store.report("paper-17"),
        try store.report("daily-18", date: "2025-12-19"),
        try store.report("daily-19", by: "south", .denies),
        try store.report(
          "agency-20", date: "2025-12-20", status: .occurred, place: "city",
          participants: [store.participant("north", .host), store.participant("east")]),
      ])
    let entries = try #require(fold(event)).history
    #expect(entries.map(\.account.index) == [0, 2, 3])
    #expect(entries.map { store.name($0.account.origin) } == ["paper", "south", "agency"])
    #expect(entries.map { $0.account.knownOn?.day } == [17, 19, 20])
    #expect(
      entries.map(\.changes) == [
        [
          .date(from: nil, to: try RecordDate("2025-12-19")), .status(from: nil, to: .planned),
          .added([store.participant("north")]),
        ],
        [],
        [
          .date(from: try RecordDate("2025-12-19"), to: try RecordDate("2025-12-20")),
          .status(from: .planned, to: .occurred), .place(from: nil, to: store.id("city")),
          .added([store.participant("north", .host), store.participant("east")]),
        ],
      ])
    #expect(fold(event, 18)?.history.count == 1)
  }

  @Test("A participant is named once in each role; a role gives way to none but the unnamed one")
  func roles() throws {
    let event = try store.addEvent(
      with: [store.participant("north"), store.participant("south", .mediator)],
      reports: [
        try store.report("paper-17"),
        try store.report(
          "daily-18",
          participants: [
            store.participant("north", .host, as: "chair"),
            store.participant("south", .participant, as: "guest"),
            store.participant("south", .invited),
          ]),
        try store.report("daily-19", participants: [store.participant("south", .invited, as: "x")]),
      ])
    #expect(
      fold(event)?.participants == [
        store.participant("north", .host, as: "chair"),
        store.participant("south", .mediator),
        store.participant("south", .invited, as: "guest"),
      ])
    #expect(fold(event)?.history.count == 2)
  }

  @Test("The participants of a correction replace those known before; nothing is deleted")
  func correction() throws {
    let event = try store.addEvent(
      date: "2025-12-19",
      with: [
        store.participant("north", .host, as: "chair"), store.participant("south"),
        store.participant("east", .mediator),
      ],
      reports: [
        try store.report("paper-17"),
        try store.report(
          "paper-20", .corrects, date: "2025-12-18",
          participants: [store.participant("north"), store.participant("east", .witness)]),
        try store.report("paper-21", .corrects, place: "city"),
      ])
    let today = try #require(fold(event))
    #expect(
      today.participants
        == [
          store.participant("north", .host, as: "chair"), store.participant("east", .witness),
        ])
    #expect(
      today.history[1].changes == [
        .date(from: try RecordDate("2025-12-19"), to: try RecordDate("2025-12-18")),
        .added([store.participant("east", .witness)]),
        .removed([store.participant("south"), store.participant("east", .mediator)]),
      ])
    #expect(fold(event, 19)?.participants.count == 3)
    #expect(!today.accountsDiffer)
  }

  @Test("An event with no date stated has none until a report gives one")
  func undated() throws {
    let event = try store.addEvent(
      reports: [try store.report("paper-17"), try store.report("daily-19", date: "2025-12-18")])
    #expect(fold(event, 17)?.date == nil)
    #expect(fold(event)?.history[1].changes == [.date(from: nil, to: try RecordDate("2025-12-18"))])
  }

  @Test("An event that nothing is known of is not known, and neither is one that does not exist")
  func unknown() throws {
    let event = try store.addEvent(reports: [try store.report("nowhere")])
    #expect(fold(event) == nil)
    #expect(store.standing(event, asOf: nil) == nil)
    #expect(store.fold(store.id("nobody"), asOf: nil) == nil)
    #expect(store.fold(term: store.id("nobody"), asOf: nil) == nil)
  }

  @Test("Many reports, participants and origins take time in proportion")
  func many() throws {
    let reports = try (0..<5_000).map { number in
      try store.report(
        "paper-17", by: "origin\(number)", date: "[..2025-12-\(10 + number % 20)]",
        participants: [store.participant("actor\(number)", .party)])
    }
    let event = try store.addEvent(reports: reports)
    let folded = try #require(fold(event))
    #expect(folded.participants.count == 5_000)
    #expect(folded.dates.isEmpty)
    #expect(store.standing(event, asOf: nil)?.origins == 5_000)
  }
}

@Suite struct FoldedTermTests {
  let store: SmallStore

  init() throws {
    store = SmallStore()
    for outlet in ["paper", "daily"] { try store.addOutlet(outlet, days: 10...25) }
  }

  @Test("The state of a term is the last that was reported by then")
  func states() throws {
    let term = store.addTerm(
      source: "paper-12",
      reports: [
        try store.report("paper-15", state: .notStarted),
        try store.report("paper-18", state: .partial),
        try store.report("paper-18"), try store.report("paper-20", .denies),
      ])
    #expect(store.fold(term: term, asOf: december(11)) == nil)
    #expect(store.fold(term: term, asOf: december(12))?.state == nil)
    #expect(store.fold(term: term, asOf: december(15))?.state == .notStarted)
    let today = try #require(store.fold(term: term, asOf: nil))
    #expect(today.state == .partial)
    #expect(today.accounts.count == 4)
    #expect(today.history.map(\.account.index) == [0, 1, 3])
    #expect(today.history[1].changes == [.state(from: .notStarted, to: .partial)])
    #expect(!today.accountsDiffer)
  }

  @Test("A term that nobody has reported on has no state")
  func silent() throws {
    let term = store.addTerm(source: "paper-12", reports: [])
    let folded = try #require(store.fold(term: term, asOf: nil))
    #expect(folded.state == nil)
    #expect(folded.history.isEmpty)
  }

  @Test("A report that became known before the source of the term makes it known")
  func reportFirst() throws {
    let term = store.addTerm(
      source: "paper-20", reports: [try store.report("daily-15", state: .full)])
    #expect(store.fold(term: term, asOf: december(14)) == nil)
    #expect(store.fold(term: term, asOf: december(15))?.state == .full)
  }

  @Test("Two origins that last gave different states differ")
  func differing() throws {
    let term = store.addTerm(
      source: "paper-12",
      reports: [
        try store.report("paper-15", state: .full), try store.report("daily-16", state: .breached),
        try store.report("paper-17", state: .partial),
      ])
    let folded = try #require(store.fold(term: term, asOf: nil))
    #expect(folded.state == .partial)
    #expect(
      folded.states == [
        Variant(value: .breached, origins: [store.id("daily")]),
        Variant(value: .partial, origins: [store.id("paper")]),
      ])
  }

  @Test("The state that a denial names is denied, not reported")
  func deniedState() throws {
    let term = store.addTerm(
      source: "paper-12",
      reports: [
        try store.report("paper-15", state: .partial),
        try store.report("daily-16", .denies, state: .breached),
      ])
    let folded = try #require(store.fold(term: term, asOf: nil))
    #expect(folded.state == .partial)
    #expect(!folded.accountsDiffer)
    #expect(folded.history.map(\.account.report.says) == [.asserts, .denies])
  }
}
