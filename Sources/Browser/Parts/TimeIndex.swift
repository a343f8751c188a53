package import Records

/// The days on which a list of events begins something, for headings, gaps and the ribbon.
///
/// A day takes one entry however many events it has; made in one pass over the list.
package struct TimeIndex: Hashable, Sendable {
  /// One day that has events.
  struct Entry: Hashable, Sendable {
    let day: Int32
    /// How many events of the list come before the day's last one, and it.
    let end: Int32
    /// The last day that any event up to here is known to reach.
    let reach: Int32
  }

  let entries: [Entry]

  /// The days of events that come in the order of their days, those without a date left out.
  package init(_ records: some Sequence<RecordID>, in chronicle: Chronicle) {
    var entries: [Entry] = []
    var end: Int32 = 0
    var reach = Int32.min
    var current: Int32?
    for record in records {
      let bounds = chronicle.dayBounds(of: record)
      guard let day = (bounds.lower ?? bounds.upper ?? chronicle.firstKnown(of: record))?.number
      else { continue }
      if let current, current != day {
        entries.append(Entry(day: current, end: end, reach: reach))
      }
      current = day
      end += 1
      // A time without an end on one side says nothing about how long it lasted.
      let last = bounds.lower == nil ? day : bounds.upper?.number ?? day
      reach = max(reach, last, day)
    }
    if let current { entries.append(Entry(day: current, end: end, reach: reach)) }
    self.entries = entries
  }

  /// Days given one by one, ascending.
  init(entries: [Entry]) {
    self.entries = entries
  }

  /// The first and last day; `nil` without any.
  package var days: ClosedRange<Day>? {
    guard let first = entries.first, let last = entries.last,
      let from = Day(number: Int(first.day)), let to = Day(number: Int(last.day)), from <= to
    else { return nil }
    return from...to
  }

  /// How many events have a day.
  package var count: Int { Int(entries.last?.end ?? 0) }

  /// How many events there are from one day to before another.
  package func count(from day: Int, before end: Int) -> Int {
    let first = firstEntry(atLeast: day)
    let last = firstEntry(atLeast: end)
    guard last > first else { return 0 }
    return Int(entries[last - 1].end) - (first == 0 ? 0 : Int(entries[first - 1].end))
  }

  /// How many days before a day with events nothing is recorded for; 0 for the first one.
  package func gap(before day: Day) -> Int {
    gap(beforeEntry: firstEntry(atLeast: Int(day.number)))
  }

  func gap(beforeEntry index: Int) -> Int {
    guard index > 0, index < entries.count else { return 0 }
    return max(0, Int(entries[index].day) - Int(entries[index - 1].reach) - 1)
  }

  /// From how many days on a gap is worth a row: in a record of weeks one day, in one of years a
  /// week.
  package var leastGap: Int {
    guard let days else { return 1 }
    return days.upperBound - days.lowerBound <= 92 ? 1 : 7
  }

  /// The first entry that is not before a day; O(log n).
  func firstEntry(atLeast day: Int) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(entries[middle].day) < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
