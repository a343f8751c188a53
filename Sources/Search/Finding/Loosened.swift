package import Records

/// A condition of a query that finds nothing, and what the rest of the line finds without it.
package struct Loosened: Hashable, Sendable {
  /// The condition as it stands in the line.
  package let condition: String
  /// How many records all the others find.
  package let count: Int
}

extension RecordFinder {
  /// A line of more conditions than a person types is not gone into.
  private static let mostConditions = 9

  /// Which conditions of a query stand in the way of any find, in the order of the line: those
  /// without which something is found. Nothing of the kind for a single condition.
  ///
  /// - Parameters:
  ///   - query: what finds nothing.
  ///   - calendar: what its dates are relative to.
  ///   - kinds: what to look among.
  ///   - isCancelled: asked about once a millisecond.
  /// - Returns: `nil` if cancelled.
  package mutating func loosened(
    _ query: Query, calendar: QueryCalendar, among kinds: [RecordKind],
    isCancelled: () -> Bool = { false }
  ) -> [Loosened]? {
    let conditions = query.conditions
    guard (2...Self.mostConditions).contains(conditions.count) else { return [] }
    // What is typed next goes on from the line itself.
    let before = recent
    defer { recent = before }
    var loosened: [Loosened] = []
    for (place, condition) in conditions.enumerated() {
      let rest = Query(query.without(place), calendar: calendar)
      guard !rest.isEmpty else { continue }
      var count = 0
      for kind in kinds {
        guard let found = try? exactly(rest, among: kind, isCancelled) else { return nil }
        count += found.count
      }
      guard count > 0 else { continue }
      loosened.append(Loosened(condition: query.text(in: condition), count: count))
    }
    return loosened
  }
}
