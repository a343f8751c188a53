import Records
import Screen
import Search

extension Session {
  /// Where one is, under which filter, what the search found, and the day.
  func drawTitle(in area: Rect, of frame: inout Frame) {
    guard !area.isEmpty else { return }
    frame.fill(area, style: Style(.bar))
    var left = StyledText(" \(nameOfList) ", .current)
    var room = area.columns - left.columns
    frame.name(area.splitLeft(left.columns).part, .command(.palette))
    for (part, target) in chips(in: room) {
      let width = part.columns + 2
      guard width <= room else { continue }
      let chip = area.splitLeft(left.columns + 2).rest.splitLeft(part.columns).part
      if let target { frame.name(chip, target) }
      left += StyledText.program("  ") + part
      room -= width
    }
    frame.write(left, at: area.origin, columns: area.columns)
    guard let right = dayForms.first(where: { TextWidth.columns(of: $0) + 3 <= room }) else {
      return
    }
    let columns = TextWidth.columns(of: right)
    let place = Point(column: area.endColumn - columns - 1, row: area.row)
    frame.write(StyledText(right, .bar), at: place, columns: columns)
    if currentView.hasDays {
      frame.name(
        Rect(column: place.column, row: place.row, columns: columns, rows: 1), .command(.goToDate))
    }
  }

  /// What the list is called: the view, unless it is of all kinds.
  var nameOfList: String { pane.everywhere == nil ? currentView.name : "Everywhere" }

  /// The filter, the search, or else the place in the list, each with what a press of the mouse
  /// there is for.
  private func chips(in room: Int) -> [(text: StyledText, target: Area.Target?)] {
    if let everywhere = pane.everywhere {
      return [(chip(of: everywhere), .command(.everywhere))]
    }
    let list = pane.list
    let place = "\(Wording.number(list.index + 1))/\(Wording.number(list.count))"
    var chips = conditionChips(in: room)
    if chips.isEmpty, let filter = list.filter {
      let text = StyledText(filter.text, .bar)
      let counts = "  \(Wording.number(list.count))/\(Wording.number(list.total))"
      let chip: StyledText =
        list.isLifted
        ? .program("(&") + text + .program(")")
        : .program("&") + text + .program(counts)
      chips.append((chip, .command(.liftFilter)))
    }
    if let concordance = pane.concordance {
      return chips + [
        (concordanceChip(concordance), .command(.findNext)),
        (.program("sort: \(concordance.order.words)"), .command(.sort)),
      ]
    }
    if let find = list.find {
      let found = list.hits.isEmpty ? "no match" : hitCount(of: list)
      let chip = .program("/") + StyledText(find.text, .bar) + .program("  " + found)
      chips.append((chip, .command(.findNext)))
    } else if list.count > 0, list.filter == nil || list.isLifted {
      chips.append((.program(place), nil))
    }
    if let order = pane.order {
      let words = room < 50 ? order.shortWords : order.words
      chips.append((.program("sort: \(words)"), .command(.sort)))
    }
    return chips
  }

  /// What is searched for everywhere, and how many records match.
  private func chip(of state: EverywhereState) -> StyledText {
    guard !state.isBlank else { return StyledText() }
    let found = query?.isEmpty ?? true || !state.isAnswered ? nil : state.answer?.count
    return .program("/") + StyledText(state.line, .bar)
      + .program(found.map { "  " + Self.matches($0) } ?? "")
  }

  static func matches(_ count: Int) -> String {
    count == 0 ? "no match" : Wording.count(count, "match", plural: "matches")
  }

  /// The line one is on among the words in context.
  private func concordanceChip(_ state: ConcordanceState) -> StyledText {
    // On a narrow screen the place says more than the words, which are in every line.
    let named = size.columns < 60 ? nil : pane.list.find
    let find = named.map { .program("/") + StyledText($0.text, .bar) + .program("  ") }
    let count = Wording.number(state.list.count)
    let place =
      state.list.isEmpty
      ? state.concordance == nil ? "" : "no line "
      : "\(Wording.number(state.list.index + 1)) of \(count) "
    return (find ?? StyledText()) + .program("\(place)in context")
  }

  private func hitCount(of list: ListState) -> String {
    let total = Wording.number(list.hits.count)
    if let number = list.hitNumber { return "\(Wording.number(number)) of \(total)" }
    return Self.matches(list.hits.count)
  }

  /// The day of what is selected, the longest form first; the name of the store where there is none.
  private var dayForms: [String] {
    guard selectedDay != nil, let span = selected.flatMap(rowMaker.span(of:)) else {
      return [visibleText(chronicle.title)]
    }
    let count = span.length == .day ? dayCount.number(of: span.start) : nil
    let long = count.map { "\(span.name) \(glyphs.dot) day \($0.number) of \($0.basis.name)" }
    let short = count.map { "\(span.name) \(glyphs.dot) day \($0.number)" }
    return [long, short, span.name, count.map { _ in span.start.shown }].compactMap { $0 }
  }
}
