import Testing

@testable import Records

@Suite struct TypedDateTests {
  private func days(_ text: String, from reference: String = "2025-12-19") throws -> String {
    let days = try TypedDate.parse(
      text, reference: try #require(Day(iso: reference)), dayZero: Day(iso: "2025-10-10"),
      today: Day(iso: "2026-02-01"))
    return days.lowerBound == days.upperBound
      ? days.lowerBound.iso : "\(days.lowerBound.iso)...\(days.upperBound.iso)"
  }

  @Test(
    "What is typed means the days it says, nearest to the reference where no year is given",
    arguments: [
      ("2025", "2025-01-01...2025-12-31"), ("1948", "1948-01-01...1948-12-31"),
      ("2025-10", "2025-10-01...2025-10-31"), ("2025-12-19", "2025-12-19"),
      ("2025-1-9", "2025-01-09"), (" 2025-10-9 ", "2025-10-09"),
      ("202X", "2020-01-01...2029-12-31"), ("2025-12-XX", "2025-12-01...2025-12-31"),
      ("2025-12-19?", "2025-12-19"), ("2025-10-10/2025-12-19", "2025-10-10...2025-12-19"),
      ("2025-10-10/..", "2025-10-10"), ("[..2025-12-19]", "2025-12-19"),
      ("2025-12-19T12:00:00Z", "2025-12-19"),
      ("dec 2025", "2025-12-01...2025-12-31"), ("December 2025", "2025-12-01...2025-12-31"),
      ("2025 DEC", "2025-12-01...2025-12-31"), ("sept 2024", "2024-09-01...2024-09-30"),
      ("feb 2024", "2024-02-01...2024-02-29"), ("may 2025", "2025-05-01...2025-05-31"),
      ("19 dec 2025", "2025-12-19"), ("Dec 19 2025", "2025-12-19"),
      ("December 19, 2025", "2025-12-19"), ("2025 dec 19", "2025-12-19"),
      ("19th of december", nil), ("19th december 2024", "2024-12-19"),
      ("1st Jan 2026", "2026-01-01"),
      ("19dec2025", "2025-12-19"), ("19-dec-2025", "2025-12-19"), ("19. Dec. 2025", "2025-12-19"),
      ("2025-dec-19", "2025-12-19"),
      ("19 dec", "2025-12-19"), ("dec 19", "2025-12-19"), ("1 jan", "2026-01-01"),
      ("1 jul", "2025-07-01"), ("1 jun", "2026-06-01"), ("10 oct", "2025-10-10"),
      ("19 jun", "2026-06-19"), ("20 jun", "2025-06-20"),
      ("29 feb", "2024-02-29"), ("dec", "2025-12-01...2025-12-31"),
      ("jan", "2026-01-01...2026-01-31"), ("nov", "2025-11-01...2025-11-30"),
      ("+3w", "2026-01-09"), ("-10d", "2025-12-09"), ("+2m", "2026-02-19"), ("+1y", "2026-12-19"),
      ("-0d", "2025-12-19"), ("+ 2 weeks", "2026-01-02"), ("-1 MONTH", "2025-11-19"),
      ("day 0", "2025-10-10"), ("day 42", "2025-11-21"), ("DAY42", "2025-11-21"),
      ("day -3", "2025-10-07"), ("day +3", "2025-10-13"),
      ("today", "2026-02-01"), ("Yesterday", "2026-01-31"), ("tomorrow", "2026-02-02"),
    ] as [(String, String?)])
  func typed(text: String, meant: String?) throws {
    #expect((try? days(text)) == meant)
  }

  @Test("A 29 February is found around 1900, and at both ends of the calendar")
  func leapDays() throws {
    #expect(try days("29 feb", from: "1899-06-01") == "1896-02-29")
    #expect(try days("29 feb", from: "1900-06-01") == "1904-02-29")
    #expect(try days("29 feb", from: "0001-01-01") == "0000-02-29")
    #expect(try days("dec", from: "0000-01-02") == "0000-12-01...0000-12-31")
    #expect(try days("31 dec", from: "9999-06-01") == "9998-12-31")
    #expect(try days("jan", from: "9999-12-31") == "9999-01-01...9999-01-31")
  }

  @Test("Of two days or months as near, the earlier is taken")
  func ties() throws {
    // 366 days lie between the two, 183 on either side of 31 August.
    #expect(try days("1 mar", from: "2023-08-31") == "2023-03-01")
    #expect(try days("1 mar", from: "2023-09-01") == "2024-03-01")
  }

  @Test("Months added to the last day of a month stay in the month that is meant")
  func monthEnds() throws {
    #expect(try days("+1m", from: "2025-01-31") == "2025-02-28")
    #expect(try days("-1y", from: "2024-02-29") == "2023-02-28")
  }

  private static let hint = "try 2025-12-19, dec 2025, 19 dec, +3w or day 42"

  static let rejected: [Rejection] = [
    Rejection("", 0, "no date is typed", hint),
    Rejection("  ", 0, "no date is typed", hint),
    Rejection("19", 0, "a number alone", "try 19 dec for a day, or day 19 to count from day 0"),
    Rejection("30 feb", 0, "the day 30 does not exist", "February has 29 days"),
    Rejection("29 feb 2025", 0, "the day 29 does not exist", "February 2025 has 28 days"),
    Rejection("0 dec", 0, "the day 0 does not exist", "December has 31 days"),
    Rejection("2025-13", 0, "the month 13 does not exist", "months go from 01 to 12"),
    Rejection("2025-2-30", 0, "the day 30 does not exist", "February 2025 has 28 days"),
    Rejection(
      "12/10/2025", 0, "day and month cannot be told apart",
      "write 19 dec 2025 or 2025-12-19"),
    Rejection("12.10.", 0, "day and month cannot be told apart", "write 19 dec 2025 or 2025-12-19"),
    Rejection(
      "19-12-2025", 0, "day and month cannot be told apart",
      "write 19 dec 2025 or 2025-12-19"),
    Rejection("friday", 0, "the word is not the name of a month", hint),
    Rejection("de 2025", 0, "the word is not the name of a month", hint),
    Rejection("dec jan", 4, "there are two words", hint),
    Rejection("1 2 dec", 2, "there are two days", hint),
    Rejection("dec 123", 4, "the number is neither a day nor a year", hint),
    Rejection("2024 dec 2025", 9, "the number is neither a day nor a year", hint),
    Rejection("+", 0, "a number is missing after \"+\"", "try +3w"),
    Rejection("-w", 1, "a number is missing after \"-\"", "try -3w"),
    Rejection(
      "+3", 1, "no unit is given",
      "add d, w, m or y for days, weeks, months or years: +3d"),
    Rejection(
      "+3h", 2, "the unit is not known",
      "write d, w, m or y for days, weeks, months or years"),
    Rejection("+3w 2d", 4, "there is more than a step", "try +3d"),
    Rejection("+999999999d", 1, "that is outside of the calendar", "years go from 0000 to 9999"),
    Rejection("-999999999y", 1, "that is outside of the calendar", "years go from 0000 to 9999"),
    Rejection("+12345678901d", 1, "the number is too long", hint),
    Rejection("day", 0, "\"day\" is not followed by a number", "try day 42"),
    Rejection("day zero", 4, "\"day\" is not followed by a number", "try day 42"),
    Rejection("day 999999999", 4, "that is outside of the calendar", "years go from 0000 to 9999"),
    Rejection("/..", 0, "day and month cannot be told apart", "write 19 dec 2025 or 2025-12-19"),
    Rejection("déc", 1, "this character is not part of a date", hint),
    Rejection("19 dec!", 6, "this character is not part of a date", hint),
    Rejection("today now", 6, "there is more than a day", hint),
  ]

  @Test("What cannot be read gets a hint", arguments: rejected)
  func faults(row: Rejection) {
    let fault = #expect(throws: DateFault.self) { try days(row.text) }
    #expect(fault == row.fault)
  }

  @Test("Without an agreement there is no day 0, and without a clock no today")
  func noContext() throws {
    let day = try #require(Day(iso: "2025-12-19"))
    for (text, reason) in [
      (
        "day 42",
        "there is no day 0 to count from; choose an agreement that says when it took effect"
      ),
      ("today", "the clock is not used here; write the date: 2025-12-19"),
    ] {
      #expect {
        try TypedDate.parse(text, reference: day)
      } throws: { ($0 as? DateFault)?.reason == reason }
    }
  }

  @Test("No text traps the parser")
  func anyText() throws {
    let seed: UInt64 = 0x7E57
    var random = SplitMix(seed: seed)
    let pieces = [
      "19", "dec", "2025", "+", "-", "3", "w", "day", "/", ".", ",", " ", "th", "today", "XX", "[",
      "..", "]", "é", "\u{7F}", "999999999", "feb", "29", "0", "y",
    ]
    for reference in [Day.first, Day.last, try #require(Day(iso: "2024-02-29"))] {
      for _ in 0..<20_000 {
        let count = Int.random(in: 0...6, using: &random)
        let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        do throws(DateFault) {
          _ = try TypedDate.parse(text, reference: reference, dayZero: .last, today: .first)
        } catch {
          #expect(error.offset <= text.utf8.count, "seed \(seed), \(text)")
        }
      }
    }
  }
}
