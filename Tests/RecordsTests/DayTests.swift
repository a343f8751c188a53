import Testing

@testable import Records

@Suite struct DayTests {
  @Test("Every day from 0000 to 9999 has the parts it was made of, in order, without a gap")
  func parts() throws {
    var number = Int(Day.first.number)
    var wrong = 0
    for year in 0...9999 {
      for month in 1...12 {
        for day in 1...Day.length(ofMonth: month, year: year) {
          let made = Day(year: year, month: month, day: day)
          let counted = Day(number: number)
          if made != counted || counted?.parts ?? (0, 0, 0) != (year, month, day) { wrong += 1 }
          number += 1
        }
      }
    }
    #expect(wrong == 0)
    #expect(number - 1 == Int(Day.last.number))
  }

  @Test(
    "Known days have their number, weekday and texts",
    arguments: [
      (1970, 1, 1, 0, 4, "1970-01-01", "Thu 1 Jan 1970"),
      (1969, 12, 31, -1, 3, "1969-12-31", "Wed 31 Dec 1969"),
      (2000, 2, 29, 11016, 2, "2000-02-29", "Tue 29 Feb 2000"),
      (2025, 12, 19, 20441, 5, "2025-12-19", "Fri 19 Dec 2025"),
      (0, 1, 1, -719_528, 6, "0000-01-01", "Sat 1 Jan 0000"),
      (44, 3, 15, -703_383, 2, "0044-03-15", "Tue 15 Mar 0044"),
      (9999, 12, 31, 2_932_896, 5, "9999-12-31", "Fri 31 Dec 9999"),
    ])
  func known(
    year: Int, month: Int, day: Int, number: Int, weekday: Int, iso: String, shown: String
  ) throws {
    let made = try #require(Day(year: year, month: month, day: day))
    #expect(Int(made.number) == number)
    #expect(made.weekday == weekday)
    #expect(made.iso == iso)
    #expect(made.shownWithWeekday == shown)
    #expect(Day(iso: iso) == made)
  }

  @Test(
    "A year is a leap year as the Gregorian calendar says",
    arguments: [
      (2024, true), (2025, false), (1900, false), (2000, true), (2100, false), (2400, true),
      (0, true), (4, true), (100, false),
    ])
  func leapYears(year: Int, isLeap: Bool) {
    #expect(Day.isLeap(year) == isLeap)
    #expect((Day(year: year, month: 2, day: 29) != nil) == isLeap)
    #expect(Day.length(ofMonth: 2, year: year) == (isLeap ? 29 : 28))
  }

  @Test(
    "A day that the calendar lacks is no day",
    arguments: [
      (2025, 0, 1), (2025, 13, 1), (2025, 1, 0), (2025, 1, 32), (2025, 4, 31), (2025, 2, 29),
      (-1, 12, 31), (10000, 1, 1), (2025, .max, 1), (2025, 1, .min), (.max, 1, 1),
    ])
  func noSuchDay(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test(
    "Only year, month and day with hyphens is the text of a day",
    arguments: ["", "2025", "2025-12", "2025-12-19?", "2025-12-XX", "2025-02-30", " 2025-12-19"])
  func notISO(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test("Sums of days stop at the ends of the calendar")
  func sums() throws {
    let day = try #require(Day(iso: "2025-12-19"))
    #expect((day + 13).iso == "2026-01-01")
    #expect((day - 19).iso == "2025-11-30")
    #expect((day + 13) - day == 13)
    #expect(day + .max == .last)
    #expect(day + .min == .first)
    #expect(day - .max == .first)
    #expect(day - .min == .last)
    #expect(Day.last + 1 == .last)
    #expect(Day.first - 1 == .first)
    #expect(Day(number: .max) == nil)
    #expect(Day(number: .min) == nil)
  }

  @Test(
    "Months are added on the same day, or on the last day of a shorter month",
    arguments: [
      ("2025-01-31", 1, "2025-02-28"), ("2024-01-31", 1, "2024-02-29"),
      ("2025-12-19", 1, "2026-01-19"), ("2025-12-19", -12, "2024-12-19"),
      ("2024-02-29", 12, "2025-02-28"), ("2025-03-31", -1, "2025-02-28"),
      ("0000-01-31", 0, "0000-01-31"), ("0000-01-31", -1, nil), ("9999-12-31", 1, nil),
      ("2025-12-19", .max, nil), ("2025-12-19", .min, nil),
    ])
  func months(from: String, count: Int, to: String?) throws {
    let day = try #require(Day(iso: from))
    #expect(day.adding(months: count)?.iso == to)
  }
}
