/// A calendar day of the proleptic Gregorian calendar, without a time zone.
///
/// Days run from 0000-01-01 to 9999-12-31, the years that four digits can write. Arithmetic stops
/// at these ends instead of leaving them.
package struct Day: Hashable, Sendable {
  /// Days since 1970-01-01, negative before it.
  package let number: Int32

  /// 0000-01-01.
  package static let first = Day(unchecked: -719_528)

  /// 9999-12-31.
  package static let last = Day(unchecked: 2_932_896)

  /// The day with a number; `nil` outside of `first`…`last`.
  package init?(number: Int) {
    guard number >= Int(Day.first.number), number <= Int(Day.last.number) else { return nil }
    self.number = Int32(number)
  }

  /// The day of a date; `nil` when the calendar has no such day.
  ///
  /// - Parameters:
  ///   - year: 0 to 9999.
  ///   - month: 1 to 12.
  ///   - day: 1 to the length of that month.
  package init?(year: Int, month: Int, day: Int) {
    guard year >= 0, year <= 9999, month >= 1, month <= 12, day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    number = Day.number(year: year, month: month, day: day)
  }

  /// The day written as `2025-12-19`; `nil` for any other text.
  package init?(iso text: some StringProtocol) {
    var text = String(text)
    let bounds = text.withUTF8 { RecordDate.scan(UnsafeRawBufferPointer($0)) }
    guard let bounds, text.utf8.count == 10, bounds.precision == .day,
      bounds.lower == bounds.upper
    else { return nil }
    number = bounds.lower
  }

  init(unchecked number: Int32) {
    self.number = number
  }
}

// MARK: - Parts

extension Day {
  /// The year, 0 to 9999.
  package var year: Int { parts.year }

  /// The month, 1 to 12.
  package var month: Int { parts.month }

  /// The day of the month, 1 to 31.
  package var day: Int { parts.day }

  /// The day of the week, from 1 for Monday to 7 for Sunday.
  package var weekday: Int {
    // 1970-01-01 was a Thursday; the first day of the range keeps the dividend positive.
    (Int(number) - Int(Day.first.number) + 5) % 7 + 1
  }

  /// Year, month and day at once, which costs as much as one of them.
  package var parts: (year: Int, month: Int, day: Int) {
    // Counted in eras of 400 years that begin on 1 March, so that the leap day comes last:
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// The number of days in a month (1 to 12) of a year.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether a year has a 29 February.
  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of a day that is known to exist, by Hinnant's days_from_civil.
  static func number(year: Int, month: Int, day: Int) -> Int32 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(truncatingIfNeeded: era * 146_097 + dayOfEra - 719_468)
  }
}

// MARK: - Arithmetic

extension Day: Comparable {
  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// The day that many days later, or `Day.first` or `Day.last` when that is outside of the range.
  package static func + (day: Day, days: Int) -> Day {
    let (sum, overflow) = Int(day.number).addingReportingOverflow(days)
    if overflow { return days < 0 ? .first : .last }
    return Day(number: sum) ?? (sum < 0 ? .first : .last)
  }

  /// The day that many days earlier, stopping like `+`.
  package static func - (day: Day, days: Int) -> Day {
    days == .min ? .last : day + -days
  }

  /// How many days the left day is after the right one; negative when it is before.
  package static func - (left: Day, right: Day) -> Int { Int(left.number) - Int(right.number) }

  /// The same day of the month that many months later, or the last one of a shorter month.
  ///
  /// Returns `nil` outside of the years 0000 to 9999.
  package func adding(months: Int) -> Day? {
    let (year, month, day) = parts
    let (sum, overflow) = months.addingReportingOverflow(year * 12 + month - 1)
    guard !overflow, sum >= 0, sum < 10_000 * 12 else { return nil }
    let (newYear, newMonth) = (sum / 12, sum % 12 + 1)
    let length = Day.length(ofMonth: newMonth, year: newYear)
    return Day(year: newYear, month: newMonth, day: min(day, length))
  }
}

// MARK: - Text

extension Day {
  /// The day as `2025-12-19`.
  package var iso: String {
    let (year, month, day) = parts
    return "\(Day.padded(year, 4))-\(Day.padded(month, 2))-\(Day.padded(day, 2))"
  }

  /// The day as `19 Dec 2025`.
  package var shown: String {
    let (year, month, day) = parts
    return "\(day) \(Day.shortName(ofMonth: month)) \(Day.padded(year, 4))"
  }

  /// The day as `Fri 19 Dec 2025`.
  package var shownWithWeekday: String {
    "\(Day.weekdayNames[weekday - 1].prefix(3)) \(shown)"
  }

  /// The English names of the months, January first.
  package static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The English names of the days of the week, Monday first.
  package static let weekdayNames = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// The first three letters of the name of a month, 1 to 12.
  package static func shortName(ofMonth month: Int) -> String {
    String(monthNames[month - 1].prefix(3))
  }

  /// A number of at least that many digits, zeros in front.
  static func padded(_ value: Int, _ digits: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
