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
    let isExact = { (part: Part) in part.found.nearNames.isEmpty && !part.found.places.isEmpty }
    if parts.contains(where: isExact) {
      parts = parts.filter(isExact)
    } else {
      for index in parts.indices where parts[index].found.places.isEmpty {
        guard let near = try nearby(query, among: parts[index].kind, isCancelled) else { continue }
        (parts[index].found, parts[index].root) = near
      }
    }
    var groups: [Overview.Group] = []
    for part in parts where !part.found.places.isEmpty {
      groups.append(try group(part, query, limit, isCancelled))
    }
    let order = groups.indices.sorted { (-groups[$0].score, $0) < (-groups[$1].score, $1) }
    var names: [NearName] = []
    for name in parts.flatMap(\.found.nearNames) where !names.contains(name) { names.append(name) }
    return Overview(groups: order.map { groups[$0] }, nearNames: names)
  }

  /// The best of what was found, without looking further than it takes to know them.
  private mutating func group(
    _ part: Part, _ query: Query, _ limit: Int?, _ isCancelled: () -> Bool
  ) throws(Cancelled) -> Overview.Group {
    let records = chronicle.records(of: part.kind)
    let relevance = Relevance(of: part.root, query, in: part.kind, &self)
    let (places, highest) = (part.found.places, relevance.highest)
    let chosen = index(of: part.kind).withRowWords { words -> BestPlaces? in
      var best = BestPlaces(limit: min(limit ?? .max, places.count))
      for (number, place) in places.enumerated() {
        if number & 1023 == 0, isCancelled() { return nil }
        if best.isFull, best.leastScore == highest || limit == 0 { break }
        best.add(place, score: relevance.score(of: records[Int(place)], row: place, words))
      }
      return best
    }
    guard let best = chosen?.sorted else { throw Cancelled() }
    return Overview.Group(
      kind: part.kind, places: places, best: best.map { records[Int($0.place)] },
      score: best.first?.score ?? 0)
  }
}
