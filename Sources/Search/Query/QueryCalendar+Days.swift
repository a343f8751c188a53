package import Records

extension QueryCalendar {
  /// The calendar for searching a chronicle: dates are counted from its newest event or quote up to
  /// today, days from the latest agreement in effect by then.
  package init(_ chronicle: Chronicle, today: Day? = nil) {
    let last = chronicle.period?.upperBound
    let newest = [last, today].compactMap { $0 }.min()
    var zero: Day?
    for agreement in chronicle.agreements {
      guard let day = chronicle.agreement(agreement)?.effective?.lower else { continue }
      if newest.map({ day <= $0 }) ?? true { zero = max(zero ?? day, day) }
    }
    self.init(newest: newest, dayZero: zero, today: today)
  }

  /// The days that the value of a field means.
  func days(of text: String, as field: Field) throws(DateFault) -> ClosedRange<Day> {
    switch field {
    case .last: try stretch(text)
    case .day:
      try TypedDate.parse("day " + text, reference: newest, dayZero: dayZero, today: today)
    default: try days(of: text)
    }
  }

  /// The days of a date; where it names no year, the last such day or month up to the newest.
  func days(of text: String) throws(DateFault) -> ClosedRange<Day> {
    // The nearest to the middle of the year before it is the last one up to it.
    let exact = try TypedDate.parse(text, reference: newest, dayZero: dayZero, today: today)
    guard exact.lowerBound > newest else { return exact }
    let middle = newest - 182
    let earlier = try TypedDate.parse(text, reference: middle, dayZero: dayZero, today: today)
    let isRelative = text.first.map { "+-".contains($0) } ?? false
    return isRelative ? exact : earlier
  }

  /// `30d`: from so long before the newest day up to it.
  private func stretch(_ text: String) throws(DateFault) -> ClosedRange<Day> {
    let start = try TypedDate.parse("-" + text, reference: newest, dayZero: nil, today: today)
    return min(start.lowerBound, newest)...newest
  }
}
