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

  /// The stretch under which a record stands that is sorted by a day, known with a precision: the
  /// first day of a month, a year, a decade or a century, or the last, stands for all of it.
  init(sortedBy day: Day, _ precision: RecordDate.Precision) {
    start = day
    length =
      switch precision {
      case .century: .century
      case .decade: .decade
      case .year: .year
      case .month: .month
      case .day, .instant, .none: .day
      }
  }

  /// What a heading calls it.
  var name: String {
    let parts = start.parts
    return switch length {
    case .day: start.shownWithWeekday
    case .month: "\(Day.shortName(ofMonth: parts.month)) \(parts.year)"
    case .year: "\(parts.year)"
    case .decade: "\(parts.year / 10 * 10)s"
    case .century: "\(parts.year / 100 * 100)–\(parts.year / 100 * 100 + 99)"
    }
  }
}
