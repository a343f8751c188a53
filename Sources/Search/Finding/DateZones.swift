import Records

/// Between which days the dates of records lie that stand together in the list of their kind.
///
/// Lists are in the order of time, so of most stretches all records or none are within some days,
/// and only those at the ends of a filter are looked at one by one.
struct DateZones: Sendable {
  /// The bounds of both ends of the dates of a stretch. A record without a date is within no days.
  private struct Zone {
    var lower: (least: Day, greatest: Day) = (.last, .first)
    var upper: (least: Day, greatest: Day) = (.last, .first)
    var hasDateless = false

    mutating func take(in days: ClosedRange<Day>?) {
      guard let days else { return hasDateless = true }
      lower = (min(lower.least, days.lowerBound), max(lower.greatest, days.lowerBound))
      upper = (min(upper.least, days.upperBound), max(upper.greatest, days.upperBound))
    }

    func mayMeet(_ wanted: ClosedRange<Day>) -> Bool {
      lower.least <= wanted.upperBound && upper.greatest >= wanted.lowerBound
    }

    func allMeet(_ wanted: ClosedRange<Day>) -> Bool {
      !hasDateless && lower.greatest <= wanted.upperBound && upper.least >= wanted.lowerBound
    }
  }

  /// How many records a stretch has: a few words of a `PlaceSet`.
  static let length = 256

  private var zones: [Zone] = []

  func isComplete(for records: RecordList) -> Bool {
    zones.count * Self.length >= records.count
  }

  /// Reads the records that were not read yet. What was read until it is cancelled stays.
  mutating func fill(
    from records: RecordList, _ isCancelled: () -> Bool, days: (RecordID) -> ClosedRange<Day>?
  ) throws(RecordFinder.Cancelled) {
    while !isComplete(for: records) {
      if isCancelled() { throw RecordFinder.Cancelled() }
      let first = zones.count * Self.length
      var zone = Zone()
      for place in first..<min(first + Self.length, records.count) {
        zone.take(in: days(records[place]))
      }
      zones.append(zone)
    }
  }

  /// Of some records of a list that was read to its end, those whose date may mean one of the days
  /// wanted. Whether a single record's does is asked where its stretch does not tell.
  func places(
    among places: PlaceSet, meeting wanted: [ClosedRange<Day>], _ isCancelled: () -> Bool,
    where meets: (UInt32) -> Bool
  ) throws(RecordFinder.Cancelled) -> PlaceSet {
    var found = places
    for (number, zone) in zones.enumerated() where !wanted.contains(where: zone.allMeet) {
      if isCancelled() { throw RecordFinder.Cancelled() }
      let first = number * Self.length
      let stretch = first..<min(first + Self.length, places.total)
      let mayMeet = wanted.contains(where: zone.mayMeet)
      found.keep(in: stretch) { mayMeet && meets($0) }
    }
    return found
  }
}
