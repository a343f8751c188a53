import Records
import Screen

extension Session {
  mutating func toggleMouse() -> [Effect] {
    usesMouse.toggle()
    let key = CommandTable.row(of: .mouse)?.keys.first ?? ""
    note =
      usesMouse
      ? "The mouse selects and scrolls here; \(key) gives it back to the terminal"
      : "The mouse is the terminal’s again, to select text"
    return [.setMouse(usesMouse)]
  }

  /// Answers the mouse, by what the frame says about the cell under it.
  mutating func take(_ event: MouseEvent) -> [Effect] {
    guard usesMouse else { return [] }
    forgetKeys()
    let target = view().target(at: event.point)
    switch event.action {
    case .press: return press(target)
    case .wheelUp: scroll(target, by: -Session.wheelRows)
    case .wheelDown: scroll(target, by: Session.wheelRows)
    }
    return []
  }

  /// How many rows a notch of the wheel moves, as in most programs.
  private static let wheelRows = 3

  // MARK: Pressing

  private mutating func press(_ target: Area.Target?) -> [Effect] {
    if case .choice(let place) = target {
      if help != nil {
        help?.move(to: place)
        return []
      }
      if prompt == nil, facets != nil {
        facets?.move(to: place)
        return toggleFacet()
      }
      if prompt?.completion != nil { return takeCandidate(place) }
      prompt?.choice = place
      return edit(.accept)
    }
    if target == .overlay { return [] }
    let effects = leaveLine()
    if help != nil {
      help = nil
      return effects
    }
    if facets != nil {
      closeFacets()
      return effects
    }
    return effects + answer(target)
  }

  /// A press outside of a line that is typed ends it: a search stays, anything else is given up.
  private mutating func leaveLine() -> [Effect] {
    if prompt?.purpose == .recall { _ = edit(.cancel) }
    guard let prompt else { return [] }
    return edit(prompt.purpose.searches ? .accept : .cancel)
  }

  private mutating func answer(_ target: Area.Target?) -> [Effect] {
    switch target {
    case .keys(let keys): return keys.flatMap { handle($0) }
    case .list: pane.focus = .list
    case .item(let index):
      let isSecond = pane.focus == .list && index == listShown.index
      pane.focus = .list
      listShown.select(index: index)
      if isSecond { return perform(.enter, times: nil) }
    case .text: if selected != nil { pane.focus = .detail }
    case .line(let line):
      let isSecond = pane.focus == .detail && line == pane.detail.line
      pane.focus = .detail
      (pane.detail.line, pane.detail.link) = (line, 0)
      if isSecond, focusedLink != nil { return perform(.enter, times: nil) }
    case .link(let number):
      return shown.detail.document?.link(numbered: number).map { follow($0) } ?? []
    case .days(let numbers):
      guard let first = Day(number: numbers.lowerBound), let last = Day(number: numbers.upperBound)
      else { return [] }
      pane.focus = .list
      go(to: first...last)
    case .overlay, .choice, nil: break
    }
    return []
  }

  // MARK: The wheel

  private mutating func scroll(_ target: Area.Target?, by rows: Int) {
    if help != nil {
      help?.move(by: rows)
      return
    }
    if facets != nil {
      moveInFacets(rows < 0 ? .up : .down, times: abs(rows))
      return
    }
    switch target {
    case .list, .item: scrollList(by: rows)
    case .text, .line, .link: scrollDetail(by: rows)
    case .choice:
      _ = edit(rows < 0 ? .earlier : .later)
    case .keys, .days, .overlay, nil: break
    }
  }

  /// Moves the list under its selection, which comes along when it would leave the screen.
  private mutating func scrollList(by rows: Int) {
    let scroll = listScroll
    guard !listShown.isEmpty else { return }
    guard layout.arrangement != .single else {
      listShown.select(index: listShown.index + rows.signum())
      return
    }
    let top = scroll.top(listShown.top, movedBy: rows)
    listShown.top = top
    let first = top.index + (top.skippedRows > 0 ? 1 : 0)
    let last = first + scroll.visibleItems(from: top) - (top.skippedRows > 0 ? 2 : 1)
    let index = min(max(listShown.index, first), max(first, last))
    listShown.select(index: index)
  }

  private mutating func scrollDetail(by rows: Int) {
    let (count, room) = (shown.detail.lines.count, layout.detail.rows)
    let top = max(0, min(count - room, pane.detail.top + rows))
    pane.detail.top = top
    let line = min(max(pane.detail.line, top), top + room - 1)
    if line != pane.detail.line { (pane.detail.line, pane.detail.link) = (line, 0) }
  }
}

extension Area.Target {
  /// Pressing there is typing the first key of a command.
  static func command(_ command: Command) -> Area.Target {
    let keys = CommandTable.row(of: command)?.keys.first ?? ""
    return .keys((try? Key.parse(keys)) ?? [])
  }
}
