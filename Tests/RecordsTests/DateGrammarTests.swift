import Testing

@testable import Records

/// A text that is not a date, and what is said of it.
struct Rejection: Sendable, CustomTestStringConvertible {
  var text: String
  var fault: DateFault

  init(_ text: String, _ offset: Int, _ problem: String, _ advice: String) {
    self.text = text
    fault = DateFault(problem, advice: advice, offset: offset)
  }

  var testDescription: String { text }
}

@Suite struct DateGrammarTests {
  static let rejected: [Rejection] = [
    Rejection("", 0, "the date is empty", "leave it out when no date is known"),
    Rejection(
      " 2025", 0, "a date holds no spaces",
      "write 2025-12-19, or 2025-12-19T12:00:00Z with a time"),
    Rejection(
      "2025-12-19 ", 10, "a date holds no spaces",
      "write 2025-12-19, or 2025-12-19T12:00:00Z with a time"),
    Rejection(
      "2025-12-19 12:00", 10, "a date holds no spaces",
      "write 2025-12-19, or 2025-12-19T12:00:00Z with a time"),
    Rejection(
      "2025-12-19\n", 10, "a date holds no spaces",
      "write 2025-12-19, or 2025-12-19T12:00:00Z with a time"),
    Rejection(
      "2025-10-10–2025-12-19", 10, "a character outside of ASCII",
      "write digits, and \"/\" between two dates"),
    Rejection(
      "٢٠٢٥", 0, "a character outside of ASCII",
      "write digits, and \"/\" between two dates"),
    // Years
    Rejection("25", 0, "the year has fewer than four digits", "write four, 0000 to 9999"),
    Rejection("202", 0, "the year has fewer than four digits", "write four, 0000 to 9999"),
    Rejection("800-12-25", 0, "the year has fewer than four digits", "write four, 0000 to 9999"),
    Rejection("20251", 4, "there is a digit too many", "write it as 2025-12-19, 2025-12 or 2025"),
    Rejection(
      "20251219", 4, "there is a digit too many",
      "write it as 2025-12-19, 2025-12 or 2025"),
    Rejection("-0043", 0, "a year with a sign", "years go from 0000 to 9999, without a sign"),
    Rejection("+2025", 0, "a year with a sign", "years go from 0000 to 9999, without a sign"),
    Rejection("y170000002", 0, "a year after \"y\"", "write four digits, 0000 to 9999"),
    Rejection("Y170000002", 0, "a year after \"Y\"", "write four digits, 0000 to 9999"),
    Rejection(
      "19-12-2025", 0, "the year does not stand first",
      "write year, month, day: 2025-12-19"),
    Rejection(
      "19.12.2025", 0, "the year does not stand first",
      "write year, month, day: 2025-12-19"),
    Rejection(
      "2X25", 2, "a known digit after one that is not known",
      "only the last digits of a year can be unspecified: 202X, 20XX"),
    Rejection(
      "2XXX", 0, "only the first digit of the year is known",
      "write at least the century: 20XX"),
    Rejection("XXXX", 0, "nothing is known of the year", "leave the date out"),
    // Months
    Rejection("2025-13", 5, "the month 13 does not exist", "months go from 01 to 12"),
    Rejection("2025-00", 5, "the month 00 does not exist", "months go from 01 to 12"),
    Rejection("2025-13-01", 5, "the month 13 does not exist", "months go from 01 to 12"),
    Rejection(
      "2025-21", 5, "seasons and quarters are not part of the format",
      "write the months: 2025-03/2025-05, or [2025-03..2025-05] for a day in them"),
    Rejection(
      "2025-41", 5, "seasons and quarters are not part of the format",
      "write the months: 2025-03/2025-05, or [2025-03..2025-05] for a day in them"),
    Rejection("2025-42", 5, "the month 42 does not exist", "months go from 01 to 12"),
    Rejection("2025-1", 5, "the month has one digit", "write two: 01"),
    Rejection("2025-1-9", 5, "the month has one digit", "write two: 01"),
    Rejection(
      "2025-", 5, "a month is missing after \"-\"",
      "write it as 2025-12-19, 2025-12 or 2025"),
    Rejection(
      "2025-353", 5, "the month has more than two digits",
      "write year, month, day: 2025-12-19 (days of the year are not counted)"),
    Rejection(
      "2025-W51", 5, "weeks are not part of the format",
      "write the days: 2025-12-15/2025-12-21, or [2025-12-15..2025-12-21] for one of them"),
    Rejection("2025-Dec", 5, "a letter in a date", "write it as 2025-12-19, 2025-12 or 2025"),
    Rejection(
      "2025-1X", 6, "one digit of the month is not known",
      "write XX, or a range such as [2025-12-10..2025-12-19]"),
    Rejection(
      "202X-12", 4, "a month of a year that is not known",
      "write the decade or century alone: 202X"),
    Rejection(
      "202X-XX", 4, "a month of a year that is not known",
      "write the decade or century alone: 202X"),
    // Days
    Rejection("2025-02-30", 8, "the day 30 does not exist", "February 2025 has 28 days"),
    Rejection("2024-02-30", 8, "the day 30 does not exist", "February 2024 has 29 days"),
    Rejection("2025-02-29", 8, "the day 29 does not exist", "February 2025 has 28 days"),
    Rejection("1900-02-29", 8, "the day 29 does not exist", "February 1900 has 28 days"),
    Rejection("2025-11-31", 8, "the day 31 does not exist", "November 2025 has 30 days"),
    Rejection("2025-12-00", 8, "the day 00 does not exist", "December 2025 has 31 days"),
    Rejection("2025-12-9", 8, "the day has one digit", "write two: 09"),
    Rejection(
      "2025-12-", 8, "a day is missing after \"-\"",
      "write it as 2025-12-19, 2025-12 or 2025"),
    Rejection(
      "2025-12-190", 8, "the day has more than two digits",
      "write year, month, day: 2025-12-19 (days of the year are not counted)"),
    Rejection(
      "2025-12-19-", 10, "\"-\" cannot stand here",
      "write it as 2025-12-19, 2025-12 or 2025"),
    Rejection(
      "2025-12-1X", 9, "one digit of the day is not known",
      "write XX, or a range such as [2025-12-10..2025-12-19]"),
    Rejection(
      "2025-12-X9", 8, "one digit of the day is not known",
      "write XX, or a range such as [2025-12-10..2025-12-19]"),
    Rejection(
      "2025-XX-19", 8, "a day of a month that is not known",
      "write 2025-XX, or 2025-XX-XX"),
    Rejection(
      "2025/12/19", 7, "a second \"/\"",
      "write a day with hyphens, 2025-12-19, and an interval with one \"/\""),
    // Times
    Rejection(
      "2025-12-19T12:00:00", 19, "the instant has no zone",
      "end it with Z for UTC, or with an offset such as +03:00"),
    Rejection(
      "2025-12-19T24:00:00Z", 11, "24:00 is not part of the format",
      "write the next day at 00:00:00"),
    Rejection("2025-12-19T25:00:00Z", 11, "the hour 25 does not exist", "hours go from 00 to 23"),
    Rejection(
      "2025-12-19T12:60:00Z", 14, "the minute 60 does not exist",
      "minutes go from 00 to 59"),
    Rejection(
      "2025-12-19T23:59:60Z", 17, "the second 60 does not exist",
      "seconds go from 00 to 59"),
    Rejection(
      "2025-12-19T12:00Z", 16, "the time of day is not complete",
      "write hours, minutes and seconds: T12:00:00Z"),
    Rejection(
      "2025-12-19T", 11, "the time of day is not complete",
      "write hours, minutes and seconds: T12:00:00Z"),
    Rejection(
      "2025-12-19T120000Z", 13, "the time of day is not complete",
      "write hours, minutes and seconds: T12:00:00Z"),
    Rejection("2025-12-19T12:00:00z", 19, "the zone is a small letter", "write a capital Z"),
    Rejection(
      "2025-12-19t12:00:00Z", 10, "a letter in a date",
      "write it as 2025-12-19, 2025-12 or 2025"),
    Rejection(
      "2025-12-19T12:00:00.5Z", 19, "fractions of a second are not part of the format",
      "write whole seconds"),
    Rejection(
      "2025-12-19T12:00:00+03", 19, "the offset from UTC is not hours and minutes",
      "write it as +03:00"),
    Rejection(
      "2025-12-19T12:00:00+0300", 19, "the offset from UTC is not hours and minutes",
      "write it as +03:00"),
    Rejection(
      "2025-12-19T12:00:00+03:60", 19, "the offset from UTC is not hours and minutes",
      "write it as +03:00"),
    Rejection(
      "2025-12-19T12:00:00+14:01", 19, "no zone is so far from UTC",
      "offsets go from -12:00 to +14:00"),
    Rejection(
      "2025-12-19T12:00:00-12:01", 19, "no zone is so far from UTC",
      "offsets go from -12:00 to +14:00"),
    Rejection("2025-12-19T12:00:00-00:00", 19, "-00:00 is not an offset", "write Z for UTC"),
    Rejection(
      "2025-12-19T12:00:00Z?", 20, "an instant takes no mark",
      "mark its day instead: 2025-12-19?"),
    Rejection(
      "2025-12-19T12:00:00Z0", 20, "there is a digit too many",
      "write it as 2025-12-19, 2025-12 or 2025"),
    Rejection(
      "2025-12T12:00:00Z", 7, "a time of day needs its day",
      "write it as 2025-12-19T12:00:00Z"),
    Rejection(
      "2025-12-XXT12:00:00Z", 10, "a time of day needs its day",
      "write it as 2025-12-19T12:00:00Z"),
    // Marks
    Rejection("2025-12-19?~", 11, "two marks", "write \"%\" for uncertain and approximate"),
    Rejection(
      "2025?-12", 4, "a mark inside of a date",
      "it stands at the end and means all of it: 2025-12-19?"),
    Rejection(
      "?2025", 0, "a mark inside of a date",
      "it stands at the end and means all of it: 2025-12-19?"),
    Rejection(
      "2025-?12", 5, "a mark inside of a date",
      "it stands at the end and means all of it: 2025-12-19?"),
    Rejection(
      "2025-12-19!", 10, "\"!\" cannot stand here",
      "write it as 2025-12-19, 2025-12 or 2025"),
    // The 2012 draft, and words
    Rejection(
      "unknown", 0, "\"unknown\" is a word of the 2012 draft of EDTF",
      "leave the date out"),
    Rejection(
      "unknown/2025", 0, "\"unknown\" is a word of the 2012 draft of EDTF",
      "leave that end empty: /2025-12-19"),
    Rejection(
      "2025-10-10/unknown", 11, "\"unknown\" is a word of the 2012 draft of EDTF",
      "leave that end empty: /2025-12-19"),
    Rejection(
      "2025-10-10/open", 11, "\"open\" is a word of the 2012 draft of EDTF",
      "write \"..\" for what is ongoing: 2025-10-10/.."),
    Rejection(
      "open", 0, "\"open\" is a word of the 2012 draft of EDTF",
      "write \"..\" for what is ongoing: 2025-10-10/.."),
    Rejection(
      "2025-12-uu", 8, "\"u\" is a letter of the 2012 draft of EDTF",
      "write a capital X for each digit that is not known: 2025-12-XX"),
    Rejection(
      "202u", 3, "\"u\" is a letter of the 2012 draft of EDTF",
      "write a capital X for each digit that is not known: 2025-12-XX"),
    Rejection(
      "202x", 3, "\"x\" is a letter of the 2012 draft of EDTF",
      "write a capital X for each digit that is not known: 2025-12-XX"),
    Rejection(
      "2025-12-1x", 9, "\"x\" is a letter of the 2012 draft of EDTF",
      "write a capital X for each digit that is not known: 2025-12-XX"),
    Rejection(
      "2025-12-19X", 10, "X in place of this character",
      """
      a day, a month, or the last one or two digits of a year can be unspecified: 2025-12-XX, \
      2025-XX, 202X, 20XX
      """),
    Rejection("Friday", 0, "a letter in a date", "write it as 2025-12-19, 2025-12 or 2025"),
    Rejection("1950S2", 4, "a letter in a date", "write it as 2025-12-19, 2025-12 or 2025"),
    // Intervals
    Rejection(
      "2025-12-19/2025-10-10", 11, "2025-10-10 is before 2025-12-19",
      "write the earlier end first"),
    Rejection("2025/2024", 5, "2024 is before 2025", "write the earlier end first"),
    Rejection(
      "2025-12-19T12:00:00Z/2025-12-19T14:00:00+03:00", 21,
      "2025-12-19T14:00:00+03:00 is before 2025-12-19T12:00:00Z",
      "write the earlier end first"),
    Rejection("/", 0, "the interval has no end that is known", "leave the date out"),
    Rejection(
      "2025/2026/2027", 9, "a second \"/\"",
      "write a day with hyphens, 2025-12-19, and an interval with one \"/\""),
    Rejection(
      "../2025", 0, "an interval without a beginning is not part of the format",
      "leave a start that is not given empty: /2025-12-19"),
    Rejection(
      "../..", 0, "an interval without a beginning is not part of the format",
      "leave a start that is not given empty: /2025-12-19"),
    Rejection(
      "2025-10-10/...", 11, "dots outside of a range",
      "write [2025-12-17..2025-12-19] for one day of a range, or 2025-10-10/.. for what is ongoing"),
    Rejection(
      "2025..2026", 4, "dots outside of a range",
      "write [2025-12-17..2025-12-19] for one day of a range, or 2025-10-10/.. for what is ongoing"),
    Rejection(
      "2025/[2026..]", 5, "a bracket inside of a date",
      "brackets enclose a range: [2025-12-17..2025-12-19]"),
    // Ranges
    Rejection(
      "[2025-12-19..2025-12-17]", 13, "2025-12-17 is before 2025-12-19",
      "write the earlier end first"),
    Rejection("[..]", 0, "the range has no end that is known", "leave the date out"),
    Rejection("[]", 0, "the range is empty", "leave the date out"),
    Rejection(
      "[2025]", 0, "the range has one end",
      "write it without brackets, or as [2025-12-17..2025-12-19]"),
    Rejection(
      "[2025..", 7, "the range is not closed",
      "end it with \"]\": [2025-12-17..2025-12-19]"),
    Rejection("[", 1, "the range is not closed", "end it with \"]\": [2025-12-17..2025-12-19]"),
    Rejection(
      "[2025..]?", 8, "a mark inside of a date",
      "it stands at the end and means all of it: 2025-12-19?"),
    Rejection(
      "2025..]", 4, "dots outside of a range",
      "write [2025-12-17..2025-12-19] for one day of a range, or 2025-10-10/.. for what is ongoing"),
    Rejection(
      "[2025,2026]", 5, "a list of dates is not part of the format",
      "write a range, [2025-12-17..2025-12-19], or a record for each date"),
    Rejection(
      "{2025..2026}", 0, "a list of dates is not part of the format",
      "write a range, [2025-12-17..2025-12-19], or a record for each date"),
    Rejection(
      "[2025/2026]", 0, "the range has one end",
      "write it without brackets, or as [2025-12-17..2025-12-19]"),
    Rejection(
      "[2025..unknown]", 7, "\"unknown\" is a word of the 2012 draft of EDTF",
      "leave that end empty: /2025-12-19"),
  ]

  @Test("A text that is not a date is rejected, with its place and a reason", arguments: rejected)
  func rejection(row: Rejection) {
    let fault = #expect(throws: DateFault.self) { try RecordDate(row.text) }
    #expect(fault == row.fault)
  }

  @Test("No bytes trap the reader, and what it takes reads back as the same date")
  func anyBytes() throws {
    let seed: UInt64 = 0x1219
    var random = SplitMix(seed: seed)
    for _ in 0..<60_000 {
      let bytes = DateTexts.random(using: &random)
      bytes.withUnsafeBytes { bytes in
        do throws(DateFault) {
          let date = try RecordDate(bytes: bytes)
          let text = date.text
          let again = try? RecordDate(text)
          let bounds = date.bounds
          #expect(again == date, "seed \(seed), \(text)")
          #expect(bounds.lower <= bounds.upper, "seed \(seed), \(text)")
          #expect(!date.shown().isEmpty && !date.shown(.short).isEmpty, "seed \(seed), \(text)")
        } catch {
          let isInside = error.offset >= 0 && error.offset <= bytes.count
          #expect(isInside && !error.advice.isEmpty, "seed \(seed), \(Array(bytes))")
        }
      }
    }
  }
}
