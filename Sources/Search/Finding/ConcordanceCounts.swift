package import Records

/// How the lines of a concordance are spread over speakers and months.
package struct ConcordanceCounts: Hashable, Sendable {
  /// Lines of one speaker.
  package struct Speaker: Hashable, Sendable {
    package let speaker: RecordID
    package let count: Int
  }

  /// Lines of one month.
  package struct Month: Hashable, Sendable {
    /// The first day of the month.
    package let start: Day
    package let count: Int
    /// How many months without a line come before it, since the last one that has one.
    package let gap: Int
  }

  /// The most lines first, then by name.
  package let speakers: [Speaker]
  /// In the order of time; months without a line are left out.
  package let months: [Month]
  /// Lines of quotes whose date is not known to the month. A date that has one known end counts in
  /// the month of that end, where lists have it too.
  package let undatedCount: Int

  /// Counts lines; linear in them.
  package init(_ concordance: Concordance, in chronicle: Chronicle) {
    var speakers: [RecordID: Int] = [:]
    var months: [Day: Int] = [:]
    var undated = 0
    for line in concordance.lines {
      if let speaker = chronicle.speaker(of: line.record) { speakers[speaker, default: 0] += 1 }
      if let month = chronicle.month(of: line.record) {
        months[month, default: 0] += 1
      } else {
        undated += 1
      }
    }
    let named = speakers.map { (Speaker(speaker: $0.key, count: $0.value), $0.key) }
    self.speakers = named.map(\.0).sorted { one, other in
      let places = (chronicle.position(of: one.speaker), chronicle.position(of: other.speaker))
      return one.count == other.count ? places.0 < places.1 : one.count > other.count
    }
    undatedCount = undated
    self.months = Self.months(months)
  }

  private static func months(_ counts: [Day: Int]) -> [Month] {
    var months: [Month] = []
    for (start, count) in counts.sorted(by: { $0.key < $1.key }) {
      let before = months.last?.start.parts
      let parts = start.parts
      let steps = before.map { (parts.year - $0.year) * 12 + parts.month - $0.month } ?? 1
      months.append(Month(start: start, count: count, gap: steps - 1))
    }
    return months
  }
}

extension Chronicle {
  /// The first day of the month a quote is of; `nil` where its date reaches over several.
  fileprivate func month(of quote: RecordID) -> Day? {
    let bounds = dayBounds(of: quote)
    guard let day = bounds.lower ?? bounds.upper ?? firstKnown(of: quote) else { return nil }
    let start = day - (day.day - 1)
    if let last = bounds.upper, last.year != day.year || last.month != day.month { return nil }
    return start
  }
}
