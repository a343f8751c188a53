import Records
import Screen

extension Session {
  /// Moves where the keys go: in the help, the list, or the detail.
  mutating func move(_ command: Command, times: Int?) {
    if help != nil {
      moveInHelp(command, times: times)
    } else if facets != nil {
      moveInFacets(command, times: times)
    } else if pane.focus == .list {
      moveInList(command, times: times)
    } else {
      moveInDetail(command, times: times)
    }
  }

  /// Where a move leads from a place, from 0, in a row of `count` things, `page` of them a page.
  static func target(
    of command: Command, times: Int?, from place: Int, count: Int, page: Int
  ) -> Int {
    let steps = times ?? 1
    let wanted: Int
    switch command {
    case .down: wanted = place + steps
    case .up: wanted = place - steps
    case .halfPageDown: wanted = place + steps * max(1, page / 2)
    case .halfPageUp: wanted = place - steps * max(1, page / 2)
    case .pageDown: wanted = place + steps * max(1, page - 1)
    case .pageUp: wanted = place - steps * max(1, page - 1)
    case .first: wanted = (times ?? 1) - 1
    case .last: wanted = (times ?? count) - 1
    default: wanted = place
    }
    return max(0, min(count - 1, wanted))
  }

  private mutating func moveInList(_ command: Command, times: Int?) {
    let scroll = listScroll
    guard !listShown.isEmpty else { return }
    let index = listShown.index
    if command == .centre {
      listShown.top = scroll.top(centring: index)
      return
    }
    let page = scroll.visibleItems(from: listShown.top)
    let target = Session.target(
      of: command, times: times, from: index, count: listShown.count, page: page)
    switch command {
    case .first, .last:
      jump { $0.listShown.select(index: target) }
    case .pageDown, .pageUp, .halfPageDown, .halfPageUp:
      // The page turns with the selection, which stays where it was on the screen.
      let top = max(0, listShown.top.index + target - index)
      listShown.top = ListState.Top(index: min(top, listShown.count - 1))
      listShown.select(index: target)
    default:
      listShown.select(index: target)
    }
  }

  private mutating func moveInDetail(_ command: Command, times: Int?) {
    let lines = shown.detail.lines.count
    let rows = layout.detail.rows
    guard lines > 0 else { return }
    let line = pane.detail.line
    if command == .centre {
      pane.detail.top = max(0, line - rows / 2)
      return
    }
    let place = Session.target(of: command, times: times, from: line, count: lines, page: rows)
    let target = shown.detail.readableLine(from: place, isForward: place > line)
    switch command {
    case .pageDown, .pageUp, .halfPageDown, .halfPageUp:
      pane.detail.top = max(0, pane.detail.top + target - line)
    default: break
    }
    pane.detail.line = target
    pane.detail.link = 0
  }

  /// How the list of the view scrolls on the screen as it is.
  var listScroll: Scroll {
    let list = listShown
    guard layout.arrangement != .single, pane.concordance == nil || pane.everywhere != nil else {
      let rows = layout.arrangement == .single ? 1 : layout.list.rows
      return Scroll(count: list.count, rows: rows) { _ in (0, 1) }
    }
    if let items = pane.everywhere?.items {
      return Scroll(count: items.count, rows: layout.list.rows) {
        (0, RowMaker.height(of: items[$0]))
      }
    }
    let maker = rowMaker
    return Scroll(count: list.count, rows: layout.list.rows) { maker.height(at: $0, of: list) }
  }
}
