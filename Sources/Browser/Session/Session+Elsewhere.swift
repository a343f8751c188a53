import Records
import Screen
import Search

// What is found nowhere in a list may be in others.

extension Session {
  /// Asks other lists for what is found nowhere in this one, unless they have answered or have been
  /// asked.
  mutating func refreshElsewhere() -> [Effect] {
    guard let line = lineForElsewhere, elsewhere?.line != line, elsewhereAsked != line else {
      return []
    }
    elsewhereAsked = line
    return [
      .search(
        SearchRequest(
          generation: nextGeneration(of: .elsewhere), view: currentView, text: line,
          purpose: .elsewhere))
    ]
  }

  mutating func takeElsewhere(_ result: SearchResult) {
    elsewhereAsked = nil
    elsewhere = result.everywhere
  }

  /// What the list one is in was searched for in vain.
  private var lineForElsewhere: String? {
    guard pane.everywhere == nil, pane.concordance == nil, let find = pane.list.find,
      find.positions.isEmpty, !Query(find.text, calendar: calendar).isEmpty
    else { return nil }
    return find.text
  }

  /// How many records of which kinds other lists have: "3 quotes and 1 source"; `nil` where they
  /// have none, or have not answered yet.
  var foundElsewhere: String? {
    guard let line = lineForElsewhere, let elsewhere, elsewhere.line == line else { return nil }
    let kinds = elsewhere.groups.map {
      Wording.count($0.count, $0.kind.word, plural: $0.kind.plural)
    }
    return kinds.isEmpty ? nil : Wording.list(kinds)
  }

  /// The same in a sentence.
  var noMatchNote: String {
    let place = foundElsewhere.map { "; elsewhere \($0)" } ?? ""
    return "No match in this list\(place): g/ searches everywhere"
  }

  /// That the list has no match, and where there are some.
  var noMatch: String {
    foundElsewhere.map { "no match here \(glyphs.dot) elsewhere \($0): g/" } ?? "no match"
  }
}

extension Finder {
  /// How many records of each kind a request finds; `nil` if cancelled.
  mutating func elsewhere(
    for request: SearchRequest, isCancelled: () -> Bool
  ) -> SearchResult? {
    let query = Query(request.text, calendar: calendar)
    let kinds = Overview.kinds.filter { $0 != request.view.kind }
    guard
      let found = records.overview(of: query, among: kinds, best: 1, isCancelled: isCancelled)
    else { return nil }
    let groups = found.groups.map {
      EverywhereAnswer.Group(kind: $0.kind, count: $0.places.count, hits: [])
    }
    return SearchResult(
      request: request,
      everywhere: EverywhereAnswer(
        line: request.text, groups: groups, nearNames: [], loosened: []))
  }
}
