import Records
import Search

extension Session {
  /// The list that keys move in: that of the view, or what stands in its place.
  var listShown: ListState {
    get { pane.everywhere?.list ?? pane.concordance?.list ?? pane.list }
    set {
      if pane.everywhere != nil {
        pane.everywhere?.list = newValue
      } else if pane.concordance == nil {
        pane.list = newValue
      } else {
        pane.concordance?.list = newValue
      }
    }
  }

  /// Puts the hits in their context, or goes back to the list as it was.
  mutating func toggleConcordance() {
    guard pane.concordance == nil else { return leaveConcordance() }
    guard currentView == .quotes else {
      note = "Words in context are those of quotes: gq goes there"
      return
    }
    guard concordanceBase != nil else {
      note = "Nothing is searched for: / searches, then K shows the words in context"
      return
    }
    jump { session in
      session.pane.concordance = ConcordanceState(selecting: session.selected)
      session.pane.focus = .list
    }
  }

  mutating func leaveConcordance() {
    jump { session in
      session.pane.concordance = nil
      session.pane.focus = .list
    }
  }

  /// Sorts the lines by the next key.
  mutating func sortConcordance(by steps: Int) {
    guard let state = pane.concordance else { return }
    let steps = steps % Concordance.Order.allCases.count
    pane.concordance?.order = (0..<steps).reduce(state.order) { order, _ in order.next }
  }

  /// Goes to another line, past an end to the other one.
  mutating func moveInConcordance(by steps: Int) {
    let list = listShown
    guard !list.isEmpty else { return }
    let target = list.index + steps
    let wrapped = target.wrapped(into: list.count)
    if target != wrapped { noteEndPassed(by: steps) }
    listShown.select(index: wrapped)
  }

  // MARK: Its lines

  /// What lines are to be made of: the search, else the filter in force.
  private var concordanceBase: ConcordanceState.Base? {
    let list = pane.list
    if let find = list.find {
      return ConcordanceState.Base(text: find.text, positions: list.hits)
    }
    return list.filterInForce.map { .init(text: $0.text, positions: $0.positions) }
  }

  /// Asks for the lines, unless they are there or have been asked for.
  mutating func refreshConcordance() -> [Effect] {
    guard pane.everywhere == nil, let state = pane.concordance else { return [] }
    guard let base = concordanceBase else {
      endConcordance(state)
      return []
    }
    let wanted = ConcordanceRequest(base: base, order: state.order)
    guard !state.shows(base), wanted != concordanceAsked else { return [] }
    concordanceAsked = wanted
    return [
      .search(
        SearchRequest(
          generation: nextGeneration(of: .concordance), view: .quotes, text: base.text,
          purpose: .concordance, positions: base.positions, order: state.order))
    ]
  }

  /// Where nothing is searched for any more: the list, with the record selected; while something
  /// is typed it may yet be.
  private mutating func endConcordance(_ state: ConcordanceState) {
    guard prompt == nil, facets == nil else {
      if state.base != nil { pane.concordance?.clear() }
      return
    }
    pane.concordance = nil
    if let record = state.record { pane.list.select(position: chronicle.position(of: record)) }
  }

  /// Takes the lines that were asked for.
  mutating func takeConcordance(_ result: SearchResult) {
    concordanceAsked = nil
    guard let concordance = result.concordance else { return }
    let base = ConcordanceState.Base(
      text: result.request.text, positions: result.request.positions)
    panes[View.quotes.rawValue].concordance?.take(concordance, result.counts, of: base)
  }
}

/// Lines that have been asked for and have not come.
struct ConcordanceRequest: Hashable, Sendable {
  let base: ConcordanceState.Base
  let order: Concordance.Order
}

extension Finder {
  /// The lines a request asks for, and their counts; `nil` if cancelled.
  mutating func concordance(
    for request: SearchRequest, isCancelled: () -> Bool
  ) -> SearchResult? {
    let base = ConcordanceState.Base(text: request.text, positions: request.positions)
    let concordance: Concordance?
    if let last = lastConcordance, last.base == base {
      concordance = last.lines.sorted(
        by: request.order, in: chronicle, isCancelled: isCancelled)
    } else {
      concordance = Concordance(
        Query(request.text, calendar: calendar), in: chronicle,
        among: request.positions.lazy.map { UInt32($0) }, by: request.order,
        isCancelled: isCancelled)
    }
    guard let concordance else { return nil }
    lastConcordance = (base, concordance)
    return SearchResult(
      request: request, concordance: concordance,
      counts: ConcordanceCounts(concordance, in: chronicle))
  }
}
