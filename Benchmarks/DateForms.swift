import Records

extension ByteWriter {
  /// Writes the day as `2025-12-19`, and what is to come directly behind it.
  mutating func write(_ day: Day, then rest: String = "") {
    let (year, month, dayOfMonth) = day.parts
    write(year: year, month: month, then: "-")
    write(dayOfMonth, digits: 2)
    write(rest)
  }

  private mutating func write(year: Int, month: Int, then rest: String = "") {
    write(year, digits: 4)
    write("-")
    write(month, digits: 2)
    write(rest)
  }

  /// Writes a date in the given form. What it means lies on `day`, or begins there or before.
  mutating func write(date day: Day, form: DateForm) {
    let (year, month, _) = day.parts
    switch form {
    case .day: write(day)
    case .instant: write(day, then: "T09:30:00Z")
    case .instantElsewhere: write(day, then: "T12:05:00+03:00")
    case .month: write(year: year, month: month)
    case .year: write(year, digits: 4)
    case .uncertain: write(day, then: "?")
    case .approximate: write(day, then: "~")
    case .uncertainAndApproximate: write(day, then: "%")
    case .dayUnknown: write(year: year, month: month, then: "-XX")
    case .decade:
      write(year / 10, digits: 3)
      write("X")
    case .interval:
      write(day - 5, then: "/")
      write(day)
    case .since: write(day, then: "/..")
    case .until:
      write("/")
      write(day)
    case .ongoing: write("/..")
    case .before:
      write("[..")
      write(day, then: "]")
    case .after:
      write("[")
      write(day, then: "..]")
    case .between:
      write("[")
      write(day - 3, then: "..")
      write(day, then: "]")
    }
  }
}

/// The forms of a date in a store.
enum DateForm: Int, CaseIterable {
  case day, instant, instantElsewhere, month, year, uncertain, approximate
  case uncertainAndApproximate, dayUnknown, decade, interval, since, until, ongoing, before
  case after, between
}
