import Records
import Screen
import Search

extension Finder {
  /// How many hits of each kind are shown: few, so that several kinds are seen at once.
  private static let hitsOfKind = 5

  /// What a request finds among the records of all kinds; `nil` if cancelled.
  mutating func everywhere(
    for request: SearchRequest, isCancelled: () -> Bool
  ) -> SearchResult? {
    let query = Query(request.text, calendar: calendar)
    let limit = Self.hitsOfKind
    let found = records.overview(of: query, best: limit + 1, isCancelled: isCancelled)
    guard let found else { return nil }
    var loosened: [Loosened] = []
    if found.groups.isEmpty {
      let conditions = records.loosened(
        query, calendar: calendar, among: Overview.kinds, isCancelled: isCancelled)
      guard let conditions else { return nil }
      loosened = conditions
    }
    let groups = found.groups.map { group in
      // One that is left out would be told of on a line of its own: it can as well stand there.
      let isWhole = group.places.count == group.best.count
      return EverywhereAnswer.Group(
        kind: group.kind, count: group.places.count,
        hits: group.best.prefix(isWhole ? limit + 1 : limit).map {
          .init(record: $0, reason: Finding.reason(of: $0, by: query, in: chronicle))
        })
    }
    let answer = EverywhereAnswer(
      line: request.text, groups: groups, nearNames: found.nearNames, loosened: loosened)
    return SearchResult(request: request, everywhere: answer)
  }
}

extension Finding {
  /// Why a record is found, where a row with what it is called, and who speaks or publishes it, does
  /// not show it.
  static func reason(
    of record: RecordID, by query: Query, in chronicle: Chronicle
  ) -> StyledText? {
    let isName = chronicle.kind(of: record).isNamed
    let other = chronicle.speaker(of: record) ?? chronicle.source(record)?.publisher
    let shown = max(
      query.countOfWords(in: chronicle.label(of: record), isName: isName),
      other.map { query.countOfWords(in: chronicle.label(of: $0), isName: true) } ?? 0)
    return best(of: record, query, chronicle).flatMap { $0.count > shown ? $0.words : nil }
  }
}
