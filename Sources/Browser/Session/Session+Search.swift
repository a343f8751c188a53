extension Session {
  mutating func beginSearch(_ purpose: Prompt.Purpose) {
    guard help == nil else {
      prompt = Prompt(.findInHelp, origin: stop)
      if let filter = help?.filter { prompt?.begin(with: filter) }
      return
    }
    prompt = Prompt(purpose, origin: stop)
    if purpose == .narrow, let filter = pane.list.filter { prompt?.begin(with: filter.text) }
  }

  /// Asks for a search of the current view; an empty text ends it at once.
  mutating func search(_ text: String, for purpose: SearchRequest.Purpose) -> [Effect] {
    let generation = nextGeneration(of: purpose)
    // What is typed now goes before what was brought along.
    if purpose == .find { generations[.mark, default: 0] += 1 }
    guard !text.allSatisfy(\.isWhitespace) else {
      if let origin = prompt?.origin.pane.list { pane.list.top = origin.top }
      setHits(nil, for: purpose, in: currentView)
      return []
    }
    return [
      .search(
        SearchRequest(generation: generation, view: currentView, text: text, purpose: purpose))
    ]
  }

  /// The number of a new search, after which the result of no earlier one is taken.
  mutating func nextGeneration(of purpose: SearchRequest.Purpose) -> Int {
    let generation = (generations[purpose] ?? 0) + 1
    generations[purpose] = generation
    return generation
  }

  /// Takes what a search found, unless a later one has been asked for.
  mutating func take(_ result: SearchResult) -> [Effect] {
    let request = result.request
    guard generations[request.purpose] == request.generation else { return [] }
    switch request.purpose {
    case .facets: facets?.take(result.facets, countedFor: request.text)
    case .concordance: takeConcordance(result)
    case .completion: return takeCompletion(result)
    case .everywhere: takeEverywhere(result)
    case .elsewhere: takeElsewhere(result)
    case .find, .narrow, .mark: takeHits(result)
    }
    return []
  }

  private mutating func takeHits(_ result: SearchResult) {
    let request = result.request
    let hits = Hits(
      text: request.text, positions: result.positions, nearNames: result.nearNames,
      time: result.time)
    setHits(placed(hits, in: request.view), for: request.purpose, in: request.view)
  }

  /// No result of a search that is still under way is to be taken.
  mutating func abandonSearches() {
    for purpose in generations.keys { generations[purpose]? += 1 }
    (concordanceAsked, everywhereAsked, elsewhereAsked) = (nil, nil, nil)
  }

  private mutating func setHits(
    _ hits: Hits?, for purpose: SearchRequest.Purpose, in view: View
  ) {
    var list = panes[view.rawValue].list
    let origin =
      prompt.flatMap {
        $0.purpose.searches || $0.purpose == .recall ? $0.origin : nil
      } ?? facets?.origin
    let start = origin?.view == view ? origin?.pane.list.position ?? 0 : list.position
    switch purpose {
    case .find:
      list.set(find: hits)
      if hits == nil || !list.selectHit(atOrAfter: start) { list.select(atOrAfter: start) }
    case .narrow:
      list.set(filter: hits)
      list.select(atOrAfter: start)
    case .mark: list.set(find: hits)
    case .facets, .concordance, .everywhere, .completion, .elsewhere: break
    }
    panes[view.rawValue].list = list
  }

  /// Goes to another hit, in the list or in the help.
  mutating func findAgain(by steps: Int) -> [Effect] {
    guard help == nil else {
      help?.move(by: steps)
      return []
    }
    guard pane.list.find != nil || pane.concordance != nil || pane.everywhere != nil else {
      note = "Nothing is searched for: / searches"
      return []
    }
    if pane.focus == .detail, findInDetail(forward: steps > 0) { return [] }
    guard pane.everywhere == nil else {
      moveEverywhere(by: steps)
      wantHit(steps > 0 ? .first : .last)
      return []
    }
    guard pane.concordance == nil else {
      moveInConcordance(by: steps)
      wantHit(steps > 0 ? .first : .last)
      return []
    }
    jump { session in
      defer { session.wantHit(steps > 0 ? .first : .last) }
      switch session.pane.list.selectHit(by: steps) {
      case nil: session.note = "Nothing matches"
      case true?: session.noteEndPassed(by: steps)
      case false?: break
      }
    }
    return []
  }

  /// In the detail, a hit further on in it comes before the next record.
  private mutating func findInDetail(forward: Bool) -> Bool {
    let lines = shown.detail.lines
    let line = pane.detail.line
    let places =
      forward
      ? Array(min(line + 1, lines.count)..<lines.count)
      : (0..<min(line, lines.count)).reversed()
    guard let found = places.first(where: { lines[$0].hasHit }) else { return false }
    pane.detail.line = found
    pane.detail.link = 0
    return true
  }

  private mutating func wantHit(_ hit: DetailState.WantedHit) {
    guard pane.focus == .detail else { return }
    pane.detail = DetailState(record: selected, wanted: hit)
  }

  /// Tells that going to another hit led past an end of the list.
  mutating func noteEndPassed(by steps: Int) {
    note = steps > 0 ? "From the end to the start" : "From the start to the end"
  }

  mutating func liftFilter() {
    guard pane.list.filter != nil else {
      note = "There is no filter: & narrows the list"
      return
    }
    jump { $0.pane.list.toggleFilter() }
  }
}

extension Prompt.Purpose {
  /// Whether the line is searched for while it is typed.
  var searches: Bool { self == .find || self == .narrow || self == .everywhere }

  /// Whether what is typed narrows a list to choose from.
  var hasChoices: Bool { self == .palette || self == .recall || self == .saved }
}
