package import Records
import Search

/// Carries the searches of a session out. Whoever runs it may take time over it: the first search of
/// a view reads all of its records once, later ones only scan their folded text.
package struct Finder: Sendable {
  let chronicle: Chronicle
  let calendar: QueryCalendar
  var records: RecordFinder
  /// What was put in its context last, to be sorted anew.
  var lastConcordance: (base: ConcordanceState.Base, lines: Concordance)?

  /// A finder for a chronicle; `today` is the day of the clock, for dates that are counted from it.
  package init(_ chronicle: Chronicle, today: Day? = nil) {
    self.chronicle = chronicle
    calendar = QueryCalendar(chronicle, today: today)
    records = RecordFinder(chronicle)
  }

  /// What a request asks for; `nil` if cancelled.
  ///
  /// `isCancelled` is asked now and then, on the thread the search runs on.
  package mutating func answer(
    _ request: SearchRequest, isCancelled: () -> Bool = { false }
  ) -> SearchResult? {
    switch request.purpose {
    case .concordance: return concordance(for: request, isCancelled: isCancelled)
    case .everywhere: return everywhere(for: request, isCancelled: isCancelled)
    case .elsewhere: return elsewhere(for: request, isCancelled: isCancelled)
    case .completion:
      let completion = records.completion(
        of: request.text, at: request.offset,
        among: request.isOfAllKinds ? Overview.kinds : [request.view.kind])
      return SearchResult(request: request, completion: completion)
    case .facets:
      let query = Query(request.text, calendar: calendar)
      return records.facets(
        of: query, among: request.view.kind, calendar: calendar, isCancelled: isCancelled
      ).map { SearchResult(request: request, positions: [], facets: $0) }
    case .find, .narrow, .mark:
      let query = Query(request.text, calendar: calendar)
      guard
        let found = records.find(query, among: request.view.kind, isCancelled: isCancelled)
      else { return nil }
      return SearchResult(
        request: request, positions: found.positions, nearNames: found.nearNames,
        time: time(of: found, request))
    }
  }

  /// The days of the events that a filter leaves, made here so that no key waits for it.
  private func time(of found: RecordFinder.Found, _ request: SearchRequest) -> TimeIndex? {
    guard request.view == .timeline, request.purpose == .narrow else { return nil }
    let events = chronicle.events
    let dated = events.count - chronicle.undatedCount
    return TimeIndex(
      found.places.lazy.prefix { $0 < dated }.map { events[Int($0)] }, in: chronicle)
  }

  /// Reads the records of a view, so that its first search need not: in the time it takes nobody
  /// waits.
  package mutating func prepare(_ view: View) {
    records.prepare(view.kind)
  }

  /// Reads what filters and facets of a view need, for the time in which nothing is asked; see
  /// `RecordFinder.prepareFields`. Returns whether it came to the end.
  package mutating func prepareFields(of view: View, isCancelled: () -> Bool) -> Bool {
    records.prepareFields(of: view.kind, isCancelled: isCancelled)
  }
}

extension RecordFinder.Found {
  /// The places as a list of a view holds them.
  fileprivate var positions: [Int32] {
    [Int32](unsafeUninitializedCapacity: count) { positions, filled in
      for place in placeSet {
        positions[filled] = Int32(bitPattern: place)
        filled += 1
      }
    }
  }
}
