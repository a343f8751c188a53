import Records

/// The stretch of time that a heading of the timeline names: a day, or as much as the dates under
/// it say.
struct DaySpan: Hashable {
  /// How long it is.
  enum Length: Hashable {
    case day, month, year, decade, century
  }

  let start: Day
  let length: Length

  /// The stretch under which a record stands that is sorted by a day; with bounds of exactly a
  /// month, a year, a decade or a century it is that.
  init(sortedBy day: Day, lower: Day?, upper: Day?) {
    start = day
    length = DaySpan.length(from: lower, to: upper) ?? .day
  }

  /// What a heading calls it.
  var name: String {
    let parts = start.parts
    return switch length {
    case .day: start.shownWithWeekday
    case .month: "\(Day.shortName(ofMonth: parts.month)) \(parts.year)"
    case .year: "\(parts.year)"
    case .decade: "\(parts.year)s"
    case .century: "\(parts.year)–\(parts.year + 99)"
    }
  }

  private static func length(from lower: Day?, to upper: Day?) -> Length? {
    guard let lower, let upper, lower < upper else { return nil }
    let start = lower.parts
    guard start.day == 1, upper < Day.last else { return nil }
    let months: [(Int, Length)] =
      start.month > 1
      ? [(1, .month)] : [(1, .month), (12, .year), (120, .decade), (1200, .century)]
    for (count, length) in months where lower.adding(months: count) == upper + 1 {
      let years = count / 12
      return years < 10 || start.year % years == 0 ? length : nil
    }
    return nil
  }
}
