import Records
import Screen
import Search

extension Session {
  /// Begins a search of all kinds, or goes on with the one there is.
  mutating func beginEverywhere() {
    var prompt = Prompt(.everywhere, origin: stop)
    if pane.everywhere == nil {
      // What is found nowhere in the list is looked for elsewhere.
      let list = pane.list
      let line = list.find.map { $0.positions.isEmpty ? $0.text : "" } ?? ""
      pane.everywhere = EverywhereState(line: line)
    }
    prompt.begin(with: pane.everywhere?.line ?? "")
    pane.focus = .list
    self.prompt = prompt
  }

  /// Back to the list behind the hits.
  mutating func leaveEverywhere() {
    jump { session in
      session.pane.everywhere = nil
      session.pane.focus = .list
    }
  }

  /// Asks for what the line finds, unless it is there or has been asked for.
  mutating func refreshEverywhere() -> [Effect] {
    guard let state = pane.everywhere else { return [] }
    guard !state.isBlank else {
      if state.answer != nil { pane.everywhere?.clear() }
      return []
    }
    guard !state.isAnswered, state.line != everywhereAsked else { return [] }
    everywhereAsked = state.line
    return [
      .search(
        SearchRequest(
          generation: nextGeneration(of: .everywhere), view: currentView, text: state.line,
          purpose: .everywhere))
    ]
  }

  /// Takes what was found, unless something else is searched for by now.
  mutating func takeEverywhere(_ result: SearchResult) {
    everywhereAsked = nil
    let place = result.request.view.rawValue
    guard let answer = result.everywhere, panes[place].everywhere?.line == answer.line else {
      return
    }
    panes[place].everywhere?.take(answer)
  }

  // MARK: Going on from there

  /// Goes to the selected hit in the list of its kind; from the name of a kind, to all hits of it.
  mutating func enterEverywhere() -> [Effect] {
    guard let state = pane.everywhere, let item = state.item else { return [] }
    if let hit = item.hit {
      show(hit.record)
      return search(state.line, for: .mark)
    }
    jump { session in
      session.currentView = View(of: item.group.kind)
      session.pane.everywhere = nil
      session.pane.concordance = nil
      session.pane.focus = .list
    }
    return search(state.line, for: .narrow)
  }

  /// Goes to another hit, or to the first one of another kind, past an end from the other one.
  mutating func moveEverywhere(by steps: Int, overKinds: Bool = false) {
    guard var state = pane.everywhere, state.item != nil else {
      note = "Nothing is found yet: g/ changes what is searched for"
      return
    }
    let isPast =
      overKinds
      ? state.moveToKind(by: steps) : state.moveToHit(from: state.list.index, by: steps)
    jump { $0.pane.everywhere = state }
    if isPast ?? false { noteEndPassed(by: steps) }
  }

  // MARK: What the cursor is on

  /// Searches everywhere for the word found where the cursor is, or else for the record it is on.
  mutating func searchHere() {
    guard let line = lineHere else {
      note = "There is nothing here to search for: g/ takes words"
      return
    }
    guard pane.everywhere?.line != line else {
      note = "This is what is searched for"
      return
    }
    jump { session in
      session.pane.everywhere = EverywhereState(line: line)
      session.pane.focus = .list
    }
    remember(line, for: .everywhere)
  }

  private var lineHere: String? {
    if pane.focus == .detail {
      if let link = focusedLink, let record = Session.record(of: link) { return line(for: record) }
      let text = shown.detail.lines.dropFirst(pane.detail.line).first?.text.plain
      if let word = text.flatMap(wordFound(in:)) { return word }
    }
    if pane.everywhere == nil, let line = pane.concordance?.line {
      return String(line.parts(in: chronicle).hit)
    }
    return selected.map(line(for:))
  }

  /// What finds all that has to do with a record.
  private func line(for record: RecordID) -> String {
    func clause(_ field: Field, _ record: RecordID) -> String {
      Query("").toggling(field, chronicle.name(of: record))
    }
    switch chronicle.kind(of: record) {
    case .actor: return clause(.actor, record)
    case .place: return clause(.place, record)
    case .source: return clause(.source, record)
    case .agreement: return clause(.about, record)
    case .stage, .term:
      return clause(.about, chronicle.agreement(containing: record) ?? record)
    case .event: return wordFound(in: chronicle.label(of: record)) ?? clause(.about, record)
    case .quote:
      let word = wordFound(in: chronicle.label(of: record))
      return word ?? clause(.actor, chronicle.speaker(of: record) ?? record)
    }
  }

  /// The first whole word of a text that is searched for.
  private func wordFound(in text: String) -> String? {
    guard let query, let hit = Keywords(query).hits(in: text).first else { return nil }
    return String(decoding: Array(text.utf8)[hit], as: UTF8.self)
  }
}

extension Command {
  /// Whether it is about a list of one kind: hits of several kinds have no use for it.
  var wantsOneKind: Bool {
    switch self {
    case .narrow, .liftFilter, .facets, .concordance, .sort, .goToDate, .nextDay, .previousDay,
      .nextGap, .previousGap, .latest:
      true
    default: false
    }
  }
}
