import Testing

@testable import Records

@Suite struct DifferencesTests {
  let store: SmallStore

  init() throws {
    store = SmallStore()
    for outlet in ["paper", "daily", "agency"] { try store.addOutlet(outlet, days: 10...25) }
  }

  private func differs(_ reports: [Report], _ day: Int? = nil) throws -> Bool {
    let event = try store.addEvent(date: "2025-12-19", .planned, reports: reports)
    return try #require(store.fold(event, asOf: day.flatMap(december))).accountsDiffer
  }

  @Test(
    "Dates are at odds when they cannot all be right",
    arguments: [
      (["2025-12-18", "2025-12-19"], true), (["2025-12-19", "2025-12-19?"], false),
      (["2025-12", "2025-12-19"], false), (["2025-12-XX", "2025-11-30"], true),
      (["[..2025-12-18]", "2025-12-19?"], true), (["[..2025-12-18]", "[2025-12-18..]"], false),
      (["2025-12-17/2025-12-19", "2025-12-18"], false),
      (["2025-12-17/2025-12-19", "2025-12-20"], true),
      (["2025-12-17/2025-12-19", "2025-12-17/2025-12-20"], true),
      (["2025-12-17/2025-12-19", "2025-12/2025-12"], false),
      (["2025-12-17/..", "2025-12-17/2025-12-20"], false),
      (["2025-12-17/..", "2025-12-18/.."], true), (["/2025-12-17", "2025-12-18/.."], false),
      (["/..", "2025-12-18"], false),
      (["2025-12-19T12:00:00Z", "2025-12-19T15:00:00+03:00"], false),
      (["2025-12-19T12:00:00Z", "2025-12-19T12:00:01Z"], true),
      (["2025-12-19T12:00:00Z", "2025-12-19"], false),
      (["2025", "2025-12", "2025-12-19", "2025-12-20"], true), (["2025-12-19"], false), ([], false),
    ])
  func dates(texts: [String], areAtOdds: Bool) throws {
    let dates = try texts.map { try RecordDate($0) }
    #expect(RecordDate.areAtOdds(dates) == areAtOdds)
    #expect(RecordDate.areAtOdds(dates.reversed()) == areAtOdds)
  }

  @Test("Two origins with different dates or statuses differ, and each is named with its own")
  func differing() throws {
    let event = try store.addEvent(
      date: "2025-12-19?", .ongoing,
      reports: [
        try store.report("paper-19"), try store.report("agency-19", status: .ongoing),
        try store.report("daily-18", date: "[..2025-12-18]", status: .occurred),
      ])
    let fold = try #require(store.fold(event, asOf: nil))
    #expect(fold.accountsDiffer)
    #expect(
      fold.statuses == [
        Variant(value: .occurred, origins: [store.id("daily")]),
        Variant(value: .ongoing, origins: [store.id("paper"), store.id("agency")]),
      ])
    #expect(fold.dates.map(\.value.text) == ["[..2025-12-18]", "2025-12-19?"])
    let early = try #require(store.fold(event, asOf: december(18)))
    #expect(!early.accountsDiffer)
  }

  @Test("What was planned does not differ from what came of it")
  func planned() throws {
    #expect(
      try !differs([
        try store.report("paper-18"),
        try store.report("daily-20", date: "2025-12-20", status: .occurred),
      ]))
  }

  @Test("Who still tells of a plan after it came about differs")
  func plannedAfter() throws {
    #expect(
      try differs([
        try store.report("paper-18"),
        try store.report("daily-20", status: .occurred),
        try store.report("agency-21", status: .planned),
      ]))
  }

  @Test("Two plans for different days differ, one origin's new plan does not")
  func plans() throws {
    #expect(
      try differs([
        try store.report("paper-18"), try store.report("daily-18", date: "2025-12-20"),
      ]))
    #expect(
      try !differs([
        try store.report("paper-17"), try store.report("paper-18", date: "2025-12-20"),
      ]))
  }

  @Test("What was ongoing may have ended since, on the same date")
  func ended() throws {
    #expect(
      try !differs([
        try store.report("paper-18", status: .ongoing),
        try store.report("daily-20", status: .occurred),
      ]))
    #expect(
      try differs([
        try store.report("paper-18", status: .ongoing),
        try store.report("daily-20", date: "2025-12-18", status: .occurred),
      ]))
  }

  @Test("An account whose source was corrected or retracted does not count")
  func withdrawn() throws {
    try store.addSource("fix", by: "agency", "2025-12-22", corrects: "paper-20")
    try store.addSource("end", by: "agency", "2025-12-22", retracts: "paper-20")
    let reports = [
      try store.report("daily-20", status: .occurred),
      try store.report("paper-20", date: "2025-12-20", status: .cancelled),
    ]
    #expect(try differs(reports))
    let fix = try store.report("fix", .corrects, date: "2025-12-19", status: .occurred)
    #expect(try !differs(reports + [fix]))
    #expect(try !differs(reports + [try store.report("end", .retracts)]))
    #expect(try differs(reports + [fix], 21))
  }

  @Test("An account that says nothing of date or status differs from none")
  func silent() throws {
    #expect(
      try !differs([
        try store.report("paper-18"), try store.report("daily-18", .denies),
        try store.report("agency-19"),
      ]))
  }
}
