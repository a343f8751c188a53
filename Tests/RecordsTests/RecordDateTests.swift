import Testing

@testable import Records

/// One written date and everything that is said of it.
struct DateRow: Sendable, CustomTestStringConvertible {
  var text: String
  var lower: String?
  var upper: String?
  var precision: RecordDate.Precision
  var shown: String
  var short: String

  init(
    _ text: String, _ lower: String?, _ upper: String?, _ precision: RecordDate.Precision,
    _ shown: String, short: String? = nil
  ) {
    self.text = text
    self.lower = lower
    self.upper = upper
    self.precision = precision
    self.shown = shown
    self.short = short ?? shown
  }

  var testDescription: String { text }

  static let single = [
    DateRow("2025-12-19", "2025-12-19", "2025-12-19", .day, "19 Dec 2025", short: "19 Dec"),
    DateRow("2025-12", "2025-12-01", "2025-12-31", .month, "Dec 2025", short: "Dec"),
    DateRow("2025", "2025-01-01", "2025-12-31", .year, "2025"),
    DateRow("2024-02", "2024-02-01", "2024-02-29", .month, "Feb 2024", short: "Feb"),
    DateRow("2024-02-29", "2024-02-29", "2024-02-29", .day, "29 Feb 2024", short: "29 Feb"),
    DateRow("0000", "0000-01-01", "0000-12-31", .year, "0000"),
    DateRow("0044-03-15", "0044-03-15", "0044-03-15", .day, "15 Mar 0044", short: "15 Mar"),
    DateRow("9999-12-31", "9999-12-31", "9999-12-31", .day, "31 Dec 9999", short: "31 Dec"),
    DateRow(
      "2025-12-19T12:00:00Z", "2025-12-19", "2025-12-19", .instant, "19 Dec 2025 12:00 UTC",
      short: "19 Dec 12:00 UTC"),
    DateRow(
      "2025-12-19T12:00:00+03:00", "2025-12-19", "2025-12-19", .instant,
      "19 Dec 2025 12:00 +03:00", short: "19 Dec 12:00 +03:00"),
    DateRow(
      "2025-12-19T00:30:05-03:30", "2025-12-19", "2025-12-19", .instant,
      "19 Dec 2025 00:30:05 -03:30", short: "19 Dec 00:30:05 -03:30"),
    DateRow(
      "2025-12-19?", "2025-12-19", "2025-12-19", .day, "19 Dec 2025 (?)", short: "19 Dec (?)"),
    DateRow(
      "2025-12-19~", "2025-12-19", "2025-12-19", .day, "about 19 Dec 2025",
      short: "about 19 Dec"),
    DateRow(
      "2025-12-19%", "2025-12-19", "2025-12-19", .day, "about 19 Dec 2025 (?)",
      short: "about 19 Dec (?)"),
    DateRow("2025-12~", "2025-12-01", "2025-12-31", .month, "about Dec 2025", short: "about Dec"),
    DateRow("2025?", "2025-01-01", "2025-12-31", .year, "2025 (?)"),
    DateRow(
      "2025-12-XX", "2025-12-01", "2025-12-31", .month, "Dec 2025, day unknown",
      short: "Dec, day unknown"),
    DateRow(
      "2024-02-XX?", "2024-02-01", "2024-02-29", .month, "Feb 2024, day unknown (?)",
      short: "Feb, day unknown (?)"),
    DateRow("2025-XX", "2025-01-01", "2025-12-31", .year, "2025, month unknown"),
    DateRow("2025-XX-XX", "2025-01-01", "2025-12-31", .year, "2025, month and day unknown"),
    DateRow("202X", "2020-01-01", "2029-12-31", .decade, "2020s"),
    DateRow("202X~", "2020-01-01", "2029-12-31", .decade, "about 2020s"),
    DateRow("20XX", "2000-01-01", "2099-12-31", .century, "2000–2099"),
    DateRow("99XX", "9900-01-01", "9999-12-31", .century, "9900–9999"),
  ]

  static let intervals = [
    DateRow(
      "2025-10-10/2025-12-19", "2025-10-10", "2025-12-19", .day, "10 Oct – 19 Dec 2025",
      short: "10 Oct – 19 Dec"),
    DateRow(
      "2025-12-17/2025-12-19", "2025-12-17", "2025-12-19", .day, "17 – 19 Dec 2025",
      short: "17 – 19 Dec"),
    DateRow(
      "2025-12-30/2026-01-02", "2025-12-30", "2026-01-02", .day, "30 Dec 2025 – 2 Jan 2026"),
    DateRow(
      "2025-12-19/2025-12-19", "2025-12-19", "2025-12-19", .day, "19 Dec 2025", short: "19 Dec"),
    DateRow(
      "2025-10/2025-12", "2025-10-01", "2025-12-31", .month, "Oct – Dec 2025", short: "Oct – Dec"),
    DateRow("2023/2025", "2023-01-01", "2025-12-31", .year, "2023 – 2025"),
    DateRow(
      "2025-10/2025-12-19", "2025-10-01", "2025-12-19", .month, "Oct – 19 Dec 2025",
      short: "Oct – 19 Dec"),
    DateRow(
      "2025-12-19/2025-12", "2025-12-19", "2025-12-31", .month, "19 Dec – Dec 2025",
      short: "19 Dec – Dec"),
    DateRow("2025/2025-12-19", "2025-01-01", "2025-12-19", .year, "2025 – 19 Dec 2025"),
    DateRow(
      "2025-10-10~/2025-12-19?", "2025-10-10", "2025-12-19", .day,
      "about 10 Oct 2025 – 19 Dec 2025 (?)"),
    DateRow(
      "2025-10-XX/2025-12-19", "2025-10-01", "2025-12-19", .month,
      "Oct 2025, day unknown – 19 Dec 2025"),
    DateRow(
      "2025-12-19T12:00:00Z/2025-12-19T14:30:00Z", "2025-12-19", "2025-12-19", .instant,
      "19 Dec 2025 12:00 – 14:30 UTC", short: "19 Dec 12:00 – 14:30 UTC"),
    DateRow(
      "2025-12-19T12:00:00Z/2025-12-20T14:30:00+02:00", "2025-12-19", "2025-12-20", .instant,
      "19 Dec 2025 12:00 UTC – 20 Dec 2025 14:30 +02:00",
      short: "19 Dec 12:00 UTC – 20 Dec 14:30 +02:00"),
    DateRow(
      "2025-12-19T01:00:00+03:00/2025-12-18T23:30:00Z", "2025-12-18", "2025-12-19", .instant,
      "19 Dec 2025 01:00 +03:00 – 18 Dec 2025 23:30 UTC",
      short: "19 Dec 01:00 +03:00 – 18 Dec 23:30 UTC"),
    DateRow(
      "2025-10-10/..", "2025-10-10", nil, .day, "since 10 Oct 2025", short: "since 10 Oct"),
    DateRow("2023~/..", "2023-01-01", nil, .year, "since about 2023"),
    DateRow(
      "2025-10-10/", "2025-10-10", nil, .day, "from 10 Oct 2025, end not given",
      short: "from 10 Oct, end not given"),
    DateRow("/2025-12-19", nil, "2025-12-19", .day, "until 19 Dec 2025", short: "until 19 Dec"),
    DateRow("/2025", nil, "2025-12-31", .year, "until 2025"),
    DateRow("/..", nil, nil, .none, "ongoing, start not given"),
  ]

  static let ranges = [
    DateRow("[..2025-12-19]", nil, "2025-12-19", .day, "by 19 Dec 2025", short: "by 19 Dec"),
    DateRow(
      "[2025-12-19..]", "2025-12-19", nil, .day, "on or after 19 Dec 2025",
      short: "on or after 19 Dec"),
    DateRow(
      "[2025-12..]", "2025-12-01", nil, .month, "in or after Dec 2025", short: "in or after Dec"),
    DateRow(
      "[2025-12-19T12:00:00Z..]", "2025-12-19", nil, .instant,
      "at or after 19 Dec 2025 12:00 UTC", short: "at or after 19 Dec 12:00 UTC"),
    DateRow(
      "[2025-12-17..2025-12-19]", "2025-12-17", "2025-12-19", .day,
      "between 17 and 19 Dec 2025", short: "between 17 and 19 Dec"),
    DateRow(
      "[2025-11-30..2025-12-02]", "2025-11-30", "2025-12-02", .day,
      "between 30 Nov and 2 Dec 2025", short: "between 30 Nov and 2 Dec"),
    DateRow(
      "[2025-12-30..2026-01-02]", "2025-12-30", "2026-01-02", .day,
      "between 30 Dec 2025 and 2 Jan 2026"),
    DateRow("[2023..2025]", "2023-01-01", "2025-12-31", .year, "between 2023 and 2025"),
    DateRow(
      "[2025-12-19..2025-12-19]", "2025-12-19", "2025-12-19", .day, "19 Dec 2025", short: "19 Dec"),
    DateRow("[..202X]", nil, "2029-12-31", .decade, "by 2020s"),
  ]

  static let all = single + intervals + ranges
}

@Suite struct RecordDateTests {
  @Test("A date is read, bounded and shown as precisely as it is known", arguments: DateRow.all)
  func table(row: DateRow) throws {
    let date = try RecordDate(row.text)
    #expect(date.lower?.iso == row.lower)
    #expect(date.upper?.iso == row.upper)
    #expect(date.precision == row.precision)
    #expect(date.shown() == row.shown)
    #expect(date.shown(.short) == row.short)
  }

  @Test("A date is written as it was read, and read as it was written", arguments: DateRow.all)
  func roundTrip(row: DateRow) throws {
    let date = try RecordDate(row.text)
    #expect(date.text == row.text)
    #expect(try RecordDate(date.text) == date)
  }

  @Test("The offset +00:00 is written as Z and is the same date")
  func zeroOffset() throws {
    let date = try RecordDate("2025-12-19T12:00:00+00:00")
    #expect(date.text == "2025-12-19T12:00:00Z")
    #expect(date == (try RecordDate("2025-12-19T12:00:00Z")))
  }

  @Test("Marks of any part are seen in the whole")
  func marks() throws {
    #expect(try RecordDate("2025-12-19%").isUncertain)
    #expect(try RecordDate("2025-12-19%").isApproximate)
    #expect(try RecordDate("2025~/2026").isApproximate)
    #expect(try !RecordDate("2025~/2026").isUncertain)
    #expect(try RecordDate("[2025..2026?]").isUncertain)
    #expect(try RecordDate("/2026-XX").isUnspecified)
    #expect(try !RecordDate("2025-12-19/..").isUnspecified)
  }

  @Test("What is meant is told apart: one time, an interval, one day of a range, ongoing")
  func extents() throws {
    #expect(try RecordDate("2025-12-19").extent == .single)
    #expect(try RecordDate("2025-12-17/2025-12-19").extent == .interval)
    #expect(try RecordDate("[2025-12-17..2025-12-19]").extent == .oneOf)
    #expect(try RecordDate("2025-12-17/..").isOngoing)
    #expect(try RecordDate("/..").isOngoing)
    #expect(try !RecordDate("2025-12-17/").isOngoing)
    #expect(try !RecordDate("[2025-12-17..]").isOngoing)
  }

  @Test(
    "An instant counts seconds of UTC from 1970, whatever its zone",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("1970-01-01T03:00:00+03:00", 0),
      ("1969-12-31T12:00:00-12:00", 0), ("2025-12-19T12:00:00Z", 1_766_145_600),
      ("2025-12-19T12:00:00+03:00", 1_766_134_800), ("0000-01-01T00:00:00Z", -62_167_219_200),
      ("9999-12-31T23:59:59-12:00", 253_402_343_999),
    ])
  func instants(text: String, seconds: Int64) throws {
    #expect(try RecordDate(text).instant == seconds)
  }

  @Test("Only one instant has an instant")
  func noInstant() throws {
    #expect(try RecordDate("2025-12-19").instant == nil)
    #expect(try RecordDate("2025-12-19T12:00:00Z/..").instant == nil)
  }

  @Test("What is ongoing reaches to the day one looks back from")
  func asOf() throws {
    let day = try #require(Day(iso: "2025-12-19"))
    let before = try #require(Day(iso: "2025-10-01"))
    let since = try RecordDate("2025-10-10/..")
    #expect(since.days(asOf: day).upper == day)
    #expect(since.days(asOf: before).upper == since.lower)
    #expect(since.days(asOf: nil).upper == nil)
    #expect(try RecordDate("/..").days(asOf: day).upper == day)
    #expect(try RecordDate("[2025-10-10..]").days(asOf: day).upper == nil)
    #expect(try RecordDate("2025-10").days(asOf: day).upper?.iso == "2025-10-31")
  }

  @Test(
    "A report is sure to be known on its last day, or else its first",
    arguments: [
      ("2025-12-19", "2025-12-19"), ("2025-12", "2025-12-31"), ("[..2025-12-19]", "2025-12-19"),
      ("[2025-12-19..]", "2025-12-19"), ("2025-10-10/..", "2025-10-10"), ("/..", nil),
    ] as [(String, String?)])
  func known(text: String, day: String?) throws {
    #expect(try RecordDate(text).knownOn?.iso == day)
  }

  @Test("The date of a day is that day")
  func ofDay() throws {
    let day = try #require(Day(iso: "2025-12-19"))
    #expect(RecordDate(day) == (try RecordDate("2025-12-19")))
    #expect("\(RecordDate(day))" == "2025-12-19")
  }
}
