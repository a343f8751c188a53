import Screen

extension Session {
  /// Carries a command out where the keys go now; `times` is the number typed before it.
  mutating func perform(_ command: Command, times: Int?) -> [Effect] {
    if pane.everywhere != nil, command.wantsOneKind {
      note = "These are hits of all kinds: Enter on the name of one lists it alone"
      return []
    }
    switch command {
    case .down, .up, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .first, .last, .centre:
      move(command, times: times)
    case .enter: return enter()
    case .leave: leave()
    case .nextPane, .previousPane: switchPane()
    case .growList: share = min(share + (times ?? 1), 5)
    case .shrinkList: share = max(share - (times ?? 1), -4)
    case .alone: isAlone.toggle()
    case .showTimeline, .showQuotes, .showActors, .showAgreements, .showSources, .showPlaces:
      if let view = View.allCases.first(where: { $0.command == command }) { show(view) }
    case .back:
      travel(times: times ?? 1, end: "This is where you began") { $0.back(from: $1) }
    case .forward:
      travel(times: times ?? 1, end: "Nothing lies ahead") { $0.forward(from: $1) }
    case .goToDate: beginDate()
    case .nextMonth where pane.everywhere != nil: moveEverywhere(by: times ?? 1, overKinds: true)
    case .previousMonth where pane.everywhere != nil:
      moveEverywhere(by: -(times ?? 1), overKinds: true)
    case .nextDay, .previousDay, .nextMonth, .previousMonth, .nextGap, .previousGap, .latest:
      moveInTime(command, times: times ?? 1)
    case .everywhere: beginEverywhere()
    case .searchHere: searchHere()
    case .find where pane.everywhere != nil && help == nil: beginEverywhere()
    case .find, .narrow: beginSearch(command == .find ? .find : .narrow)
    case .findNext: return findAgain(by: times ?? 1)
    case .findPrevious: return findAgain(by: -(times ?? 1))
    case .liftFilter: liftFilter()
    case .liftCondition: beginLifting()
    case .facets: return switchFacets()
    case .toggleFacet: return toggleFacet()
    case .saveQuery: beginSaving()
    case .savedQueries: listSaved()
    case .concordance: toggleConcordance()
    case .sort: sort(by: times ?? 1)
    case .followNumber: return beginLink(digit: nil)
    case .nextLink: moveToLink(by: times ?? 1)
    case .previousLink: moveToLink(by: -(times ?? 1))
    case .openAddress: openAddress()
    case .copyText: return copy(.text)
    case .copyQuote: return copy(.quote)
    case .copyCitation: return copy(.citation)
    case .copyAddress: return copy(.address)
    case .copyPermalink: return copy(.permalink)
    case .copyJSON: return copy(.json)
    case .palette: prompt = Prompt(.palette, origin: stop)
    case .help: help = help == nil ? Help(scope: scope, glyphs: glyphs) : nil
    case .queryHelp: help = Help(.query, Help.queryLines)
    case .aboutStore: help = Help(.store, Help.lines(about: chronicle))
    case .mouse: return toggleMouse()
    case .textOrder: return switchTextOrder()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .stepBack: stepBack()
    case .upOne: return upOne()
    case .quit: return [.quit]
    case .interrupt: return interrupt()
    case .accept, .cancel, .eraseBack, .eraseForward, .eraseWord, .eraseToStart, .eraseToEnd,
      .lineLeft, .lineRight, .lineStart, .lineEnd, .earlier, .later, .recall,
      .deleteQuery, .complete, .completeBack:
      return edit(command)
    }
    return []
  }

  private mutating func show(_ view: View) {
    jump { session in
      session.currentView = view
      session.pane.everywhere = nil
      session.pane.focus = .list
    }
  }

  private mutating func switchTextOrder() -> [Effect] {
    textOrder = textOrder.next
    note =
      switch textOrder {
      case .app: "Text from right to left: ordered here"
      case .terminal: "Text from right to left: ordered by the terminal, if it does that"
      case .off: "Text from right to left: not ordered, as it is read from left to right"
      }
    return [.setTextOrder(textOrder)]
  }

  private mutating func travel(
    times: Int, end: String, _ step: (inout Trail<Stop>, Stop) -> Stop?
  ) {
    for _ in 0..<min(times, 1000) {
      guard let target = step(&history, stop) else {
        note = end
        return
      }
      restore(target)
    }
  }

  private mutating func enter() -> [Effect] {
    guard pane.focus == .detail else {
      if pane.everywhere != nil { return enterEverywhere() }
      if selected != nil { pane.focus = .detail }
      return []
    }
    guard let link = focusedLink else {
      note = "No link on this line: ] goes to the next"
      return []
    }
    return follow(link)
  }

  private mutating func leave() {
    guard pane.focus == .detail else {
      note = "This is the list: < goes back, q leaves"
      return
    }
    pane.focus = .list
  }

  private mutating func switchPane() {
    guard selected != nil || pane.focus == .detail else { return }
    pane.focus = pane.focus == .list ? .detail : .list
  }

  /// Esc: takes back the last thing that is still in force, and never leaves the program.
  private mutating func stepBack() {
    if let help {
      if help.filter.isEmpty { self.help = nil } else { self.help?.set(filter: "") }
    } else if facets != nil {
      closeFacets()
    } else if pane.focus == .detail {
      pane.focus = .list
    } else if isAlone {
      isAlone = false
    } else if pane.everywhere != nil {
      leaveEverywhere()
    } else if pane.concordance != nil {
      leaveConcordance()
    } else if pane.list.find != nil {
      pane.list.set(find: nil)
    } else if pane.list.filterInForce != nil {
      jump { $0.pane.list.toggleFilter() }
      note = "The filter is lifted: F brings it back"
    } else {
      note = "Nothing to step back from: q leaves, < goes back"
    }
  }

  private mutating func upOne() -> [Effect] {
    if help != nil {
      help = nil
    } else if facets != nil {
      closeFacets()
    } else if pane.focus == .detail {
      pane.focus = .list
    } else if pane.everywhere != nil {
      leaveEverywhere()
    } else if pane.concordance != nil {
      leaveConcordance()
    } else {
      return [.quit]
    }
    return []
  }

  private mutating func interrupt() -> [Effect] {
    if help != nil {
      help = nil
      return []
    }
    guard facets == nil else {
      closeFacets()
      return []
    }
    guard !wasInterrupted else { return [.quit] }
    wasInterrupted = true
    note = "^C again leaves the program, and so does Q"
    return []
  }
}
