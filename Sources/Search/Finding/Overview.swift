package import Records

/// What a query finds in the records of all kinds: how many of each kind, and the best of them.
///
/// The kind whose best hit has most to do with the query comes first; see `Relevance`.
package struct Overview: Sendable {
  /// What was found among the records of one kind.
  package struct Group: Sendable {
    package let kind: RecordKind
    /// All of them: places in `Chronicle.records(of:)`, ascending.
    package let places: [UInt32]
    /// The best of them, the best first; of equal ones the one listed first, by date or by name.
    package let best: [RecordID]
    /// How much the best of them has to do with the query.
    let score: Int
  }

  /// The kinds of which something was found.
  package let groups: [Group]
  /// Words of the query that nothing has, with the names near them that were searched instead.
  package let nearNames: [RecordFinder.NearName]

  /// What was found; nothing unless it is given.
  package init(groups: [Group] = [], nearNames: [RecordFinder.NearName] = []) {
    (self.groups, self.nearNames) = (groups, nearNames)
  }

  /// The kinds that are searched; of equal ones, this is their order.
  package static let kinds: [RecordKind] = [
    .event, .quote, .actor, .agreement, .term, .source, .place,
  ]

  /// How many records were found, of all kinds.
  package var count: Int { groups.reduce(0) { $0 + $1.places.count } }
}

extension RecordFinder {
  /// What a query finds in several kinds of record. An empty one finds nothing.
  ///
  /// A slip in a name is supposed only where the line as it stands finds nothing of any kind.
  ///
  /// - Parameters:
  ///   - query: what to find.
  ///   - kinds: what to look among.
  ///   - limit: how many of each kind to name; all if `nil`.
  ///   - isCancelled: asked about once a millisecond.
  /// - Returns: `nil` if cancelled.
  package mutating func overview(
    of query: Query, among kinds: [RecordKind] = Overview.kinds, best limit: Int?,
    isCancelled: () -> Bool = { false }
  ) -> Overview? {
    try? overview(query, kinds, limit, isCancelled)
  }

  private typealias Part = (kind: RecordKind, found: Found, root: Expression)

  private mutating func overview(
    _ query: Query, _ kinds: [RecordKind], _ limit: Int?, _ isCancelled: () -> Bool
  ) throws(Cancelled) -> Overview {
    guard let root = query.root else { return Overview() }
    var parts: [Part] = []
    for kind in kinds {
      parts.append((kind, try exactly(query, among: kind, isCancelled), root))
    }
    let isExact = { (part: Part) in part.found.nearNames.isEmpty && !part.found.placeSet.isEmpty }
    if parts.contains(where: isExact) {
      parts = parts.filter(isExact)
    } else {
      for index in parts.indices where parts[index].found.placeSet.isEmpty {
        guard let near = try nearby(query, among: parts[index].kind, isCancelled) else { continue }
        (parts[index].found, parts[index].root) = near
      }
    }
    var groups: [Overview.Group] = []
    for part in parts where !part.found.placeSet.isEmpty {
      groups.append(try group(part, query, limit, isCancelled))
    }
    let order = groups.indices.sorted { (-groups[$0].score, $0) < (-groups[$1].score, $1) }
    var names: [NearName] = []
    for name in parts.flatMap(\.found.nearNames) where !names.contains(name) { names.append(name) }
    return Overview(groups: order.map { groups[$0] }, nearNames: names)
  }

  /// As many as are scored in well under a millisecond.
  private static let placesAtOnce = 1024

  /// The best of what was found, without looking further than it takes to know them.
  private mutating func group(
    _ part: Part, _ query: Query, _ limit: Int?, _ isCancelled: () -> Bool
  ) throws(Cancelled) -> Overview.Group {
    let (records, index) = (chronicle.records(of: part.kind), index(of: part.kind))
    let relevance = Relevance(of: part.root, query, in: part.kind, &self)
    let places = part.found.places
    var best = BestPlaces(limit: min(limit ?? .max, places.count))
    for start in stride(from: 0, to: places.count, by: Self.placesAtOnce) {
      if isCancelled() { throw Cancelled() }
      if best.isFull, best.leastScore == relevance.highest || limit == 0 { break }
      let some = places[start..<min(start + Self.placesAtOnce, places.count)]
      let floor = best.isFull ? best.leastScore : -1
      for (place, score) in zip(some, relevance.scores(at: some, in: index, above: floor)) {
        best.add(place, score: score)
      }
    }
    let sorted = best.sorted
    return Overview.Group(
      kind: part.kind, places: places, best: sorted.map { records[Int($0.place)] },
      score: sorted.first?.score ?? 0)
  }
}
