package import Records

/// The day-N clocks: day 0 of each agreement is the day on which it took effect.
package struct DayCount: Hashable, Sendable {
  /// What a day is counted from.
  package struct Basis: Hashable, Sendable {
    package let name: String
    package let start: Day
    let end: Day?
  }

  /// By their first days.
  let bases: [Basis]

  /// The clocks of the agreements that say on which day they took effect.
  package init(_ chronicle: Chronicle) {
    let agreements = chronicle.agreements.prefix(DayCount.limit)
    bases = agreements.compactMap { chronicle.agreement($0) }.compactMap { agreement in
      // A month or a year has no day 0, nor has a day that is not sure.
      guard let effective = agreement.effective, let start = effective.lower,
        start == effective.upper, !effective.isUncertain, !effective.isApproximate
      else { return nil }
      return Basis(name: agreement.name, start: start, end: agreement.ended?.upper)
    }.sorted { $0.start < $1.start }
  }

  /// The clock that runs on a day: of those that began and have not ended, the last to begin.
  package func basis(on day: Day) -> Basis? {
    bases.last { basis in
      basis.start <= day && basis.end.map { day <= $0 } != false
    }
  }

  /// The clock that runs on a day, else the next to begin, else the last that ran.
  package func basis(nearest day: Day) -> Basis? {
    basis(on: day) ?? bases.first { $0.start > day } ?? bases.last
  }

  /// The number of a day, and what it is counted from; `nil` when no clock runs.
  package func number(of day: Day) -> (number: Int, basis: Basis)? {
    basis(on: day).map { (day - $0.start, $0) }
  }

  /// No clock is looked for beyond these: more at once would say nothing.
  private static let limit = 1000
}
