extension RecordDate {
  /// How much of a date is shown.
  package enum Style: Sendable {
    /// All of it: `19 Dec 2025`.
    case full
    /// Without the year where a month says enough beside a heading with the year: `19 Dec`.
    case short
  }

  /// The date in words, as precise as it is known and no more: `19 Dec 2025 (?)`,
  /// `Dec 2025, day unknown`, `10 Oct – 19 Dec 2025`, `since 10 Oct 2025`, `by 19 Dec 2025`.
  package func shown(_ style: Style = .full) -> String {
    switch form {
    case .single(let part):
      part.shown(style)
    case .interval(let start?, .on(let end)):
      start == end ? end.shown(style) : RecordDate.joined(start, end, " – ", style)
    case .interval(let start?, .ongoing):
      "since \(start.shown(style))"
    case .interval(let start?, .notGiven):
      "from \(start.shown(style)), end not given"
    case .interval(nil, .on(let end)):
      "until \(end.shown(style))"
    case .interval(nil, .ongoing), .interval(nil, .notGiven):
      "ongoing, start not given"
    case .oneOf(let from?, let to?):
      from == to
        ? to.shown(style) : "between " + RecordDate.joined(from, to, " and ", style)
    case .oneOf(let from?, nil):
      "\(from.preposition) or after \(from.shown(style))"
    case .oneOf(nil, let to?):
      "by \(to.shown(style))"
    case .oneOf(nil, nil):
      "not stated"
    }
  }

  /// Two parts, the first without what it shares with the second.
  private static func joined(
    _ left: DatePart, _ right: DatePart, _ separator: String, _ style: Style
  ) -> String {
    var yearStyle = Style.full
    var first: String?
    if left.isPlain, right.isPlain, left.year == right.year, left.month.value != nil,
      right.month.value != nil
    {
      yearStyle = style
      if left.time == nil, right.time == nil {
        first = left.shown(.short)
        if left.month == right.month, right.day.value != nil, let day = left.day.value {
          first = String(day)
        }
      } else if left.day == right.day, left.month == right.month, let start = left.time,
        let end = right.time, start.offset == end.offset
      {
        let day = left.withoutTime.shown(style)
        let clock = end.clock(withSeconds: false)
        let zone = end.zone(utc: "UTC")
        return "\(day) \(start.clock(withSeconds: false))\(separator)\(clock) \(zone)"
      }
    }
    return (first ?? left.shown(yearStyle)) + separator + right.shown(yearStyle)
  }
}

extension DatePart {
  /// Whether all of it is known, without a mark.
  fileprivate var isPlain: Bool { qualifier == .plain && !isUnspecified }

  fileprivate var withoutTime: DatePart {
    var part = self
    part.time = nil
    return part
  }

  /// The word before `or after` that fits a day, an instant, or a longer time.
  fileprivate var preposition: String {
    switch precision {
    case .day: "on"
    case .instant: "at"
    default: "in"
    }
  }

  fileprivate func shown(_ style: RecordDate.Style) -> String {
    let about = qualifier.isApproximate ? "about " : ""
    return about + shownPlain(style) + (qualifier.isUncertain ? " (?)" : "")
  }

  private func shownPlain(_ style: RecordDate.Style) -> String {
    let year = Day.padded(Int(year), 4)
    guard case .known(let month) = month else {
      return switch (unspecifiedYearDigits, month, day) {
      case (1, _, _): "\(year)s"
      case (2, _, _): "\(year)–\(Day.padded(Int(self.year) + 99, 4))"
      case (_, .unspecified, .unspecified): "\(year), month and day unknown"
      case (_, .unspecified, _): "\(year), month unknown"
      default: year
      }
    }
    let name = Day.shortName(ofMonth: Int(month))
    let monthAndYear = style == .full ? "\(name) \(year)" : name
    switch day {
    case .absent: return monthAndYear
    case .unspecified: return "\(monthAndYear), day unknown"
    case .known(let day):
      guard let time else { return "\(day) \(monthAndYear)" }
      return "\(day) \(monthAndYear) \(time.clock(withSeconds: false)) \(time.zone(utc: "UTC"))"
    }
  }
}
