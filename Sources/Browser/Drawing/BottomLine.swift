import Records
import Screen
import Search

extension Session {
  /// The line that is typed, or what there is to say, or the keys that matter now.
  func drawBottom(in area: Rect, of frame: inout Frame) {
    guard !area.isEmpty else { return }
    frame.fill(area, style: Style(.bar))
    if let prompt {
      draw(prompt, in: area, of: &frame)
    } else if let note {
      frame.write(StyledText(" " + note, .notice), at: area.origin, columns: area.columns)
    } else if count != nil || !pending.isEmpty {
      let keys = (count.map(String.init) ?? "") + pending.map(CommandTable.label(of:)).joined()
      frame.write(
        StyledText(" \(keys)\(glyphs.ellipsis)", .notice), at: area.origin, columns: area.columns)
    } else {
      let told = finding?.words ?? foundElsewhere.map { _ in .program(noMatch, .notice) }
      let words = told.map { $0.cut(to: area.columns * 3 / 5) }
      let columns = words.map(\.columns) ?? 0
      let room = columns > 0 ? area.columns - columns - 2 : area.columns
      drawHints(in: area.splitLeft(room).part, of: &frame)
      if let words {
        frame.write(words, at: Point(column: area.endColumn - columns - 1, row: area.row))
      }
    }
  }

  private func draw(_ prompt: Prompt, in area: Rect, of frame: inout Frame) {
    let query = prompt.purpose.searches ? Query(prompt.line.text, calendar: calendar) : nil
    let sign = prompt.sign
    let line = TextWidth.columns(of: sign + prompt.line.text)
    let why = prompt.purpose == .find || prompt.purpose == .everywhere ? finding?.words : nil
    let remark =
      (.program(remark(on: prompt, query), .notice)
      + (why.map { .program(" \(glyphs.dot) ", .notice) + $0 } ?? StyledText()))
      .cut(to: max(0, area.columns - max(line + 3, area.columns / 3)))
    let remarkColumns = remark.columns
    let room = max(1, area.columns - (remarkColumns > 0 ? remarkColumns + 2 : 0))
    // The end of what stands before the insertion point is always seen.
    var before = prompt.line.textBefore
    while TextWidth.columns(of: sign + before) >= room, !before.isEmpty { before.removeFirst() }
    let cut = prompt.line.textBefore.utf8.count - before.utf8.count
    let typed = styled(prompt.line.text, query, from: cut)
    let signColumns = frame.write(StyledText(sign, .current), at: area.origin, columns: room)
    frame.write(
      typed,
      at: Point(column: area.column + signColumns, row: area.row), columns: room - signColumns)
    let column = min(room - 1, TextWidth.columns(of: sign + before))
    frame.cursor = Point(column: area.column + column, row: area.row)
    frame.write(
      remark, at: Point(column: area.endColumn - remarkColumns - 1, row: area.row),
      columns: remarkColumns)
  }

  /// The line that is typed, from a UTF-8 offset on; of a query, its parts told apart and what is
  /// not understood marked.
  private func styled(_ text: String, _ query: Query?, from start: Int) -> StyledText {
    var styled = StyledText()
    var place = text.utf8.index(text.startIndex, offsetBy: start)
    func append(upTo end: Int, _ role: Role) {
      // A part never begins inside a letter as it is seen.
      let index = text.utf8.index(text.startIndex, offsetBy: end)
      guard index > place, let border = String.Index(index, within: text) else { return }
      styled.append(String(text[place..<border]), role)
      place = border
    }
    for part in query?.parts ?? [] {
      append(upTo: part.range.lowerBound, .bar)
      append(upTo: part.range.upperBound, part.kind.role)
    }
    append(upTo: text.utf8.count, .bar)
    return styled
  }

  /// What is said of the line while it is typed.
  private func remark(on prompt: Prompt, _ query: Query?) -> String {
    if let note { return note }
    if let chosen = prompt.completion?.candidate, layout.bottom.row <= 2 { return chosen.label }
    let text = prompt.line.text
    switch prompt.purpose {
    case .find:
      guard !text.isEmpty else { return "words, \"a phrase\", -not, \(keysOfLine)" }
      if let mistake = mistake(in: query) { return mistake }
      guard let find = pane.list.find, find.text == expanded(text) else { return searching }
      let total = Wording.number(pane.list.hits.count)
      guard let number = pane.list.hitNumber else { return noMatch }
      return "\(Wording.number(number)) of \(total)"
    case .everywhere:
      guard !text.isEmpty else { return "words, \"a phrase\", -not, \(keysOfLine)" }
      if let mistake = mistake(in: query) { return mistake }
      guard let state = pane.everywhere, state.isAnswered else { return searching }
      return Session.matches(state.answer?.count ?? 0)
    case .narrow:
      guard !text.isEmpty else { return "empty: no filter; \(keysOfLine)" }
      if let mistake = mistake(in: query) { return mistake }
      guard let filter = pane.list.filter, filter.text == expanded(text) else { return searching }
      return "\(Wording.number(filter.positions.count)) of \(Wording.number(pane.list.total))"
    case .date:
      guard !text.isEmpty else { return "19 dec, 2025-10, +3w, day 42" }
      switch days(of: text) {
      case .success(let days): return Session.shown(days)
      case .failure(let fault):
        return TextWidth.columns(of: fault.reason) * 2 < size.columns ? fault.reason : fault.problem
      }
    case .link:
      let last = shown.detail.document?.links.count ?? 0
      guard let number = Int(text), let link = shown.detail.document?.link(numbered: number) else {
        return "1\(glyphs.range)\(last)"
      }
      return "Enter: \(link.label)"
    case .findInHelp: return ""
    case .palette:
      guard prompt.choice < paletteRows.count else { return "no command has this name" }
      // Where there is no room for the list of commands, the chosen one is named.
      return layout.bottom.row > 2 ? "" : paletteRows[prompt.choice].name
    case .recall:
      let lines = recalledLines
      guard prompt.choice < lines.count else { return "no line used before has this" }
      return layout.bottom.row > 2 ? "Enter: into the line" : lines[prompt.choice]
    case .name: return remarkOnName(text)
    case .saved: return remarkOnSaved(layout.bottom)
    }
  }

  /// What helps with a query line that is still empty.
  private var keysOfLine: String {
    lines.lines.isEmpty ? "Tab lists fields" : "Tab fields, ^r earlier"
  }

  /// What is wrong where one types; what is wrong before it once one has typed on.
  private func mistake(in query: Query?) -> String? {
    guard let query, let line = prompt?.line else { return nil }
    if let remark = remarkOnNames { return remark }
    let hints = query.hints.filter(\.isMistake)
    // A field that waits for its value is not a mistake yet.
    let end = line.textBefore.utf8.count
    return hints.first { hint in
      if case .valueMissing = hint.kind { return hint.range.upperBound + 1 < end }
      return true
    }?.message
  }

  private var searching: String { "searching\(glyphs.ellipsis)" }

  /// The keys that matter now, as many as fit.
  private func drawHints(in area: Rect, of frame: inout Frame) {
    let scope = scope
    let rows = CommandTable.rows.filter { row in
      row.hint.map { !$0.scopes.isDisjoint(with: scope) } ?? false && matters(row.command)
    }
    let ranked = rows.sorted { ($0.hint?.rank ?? 0) < ($1.hint?.rank ?? 0) }
    var room = area.columns - 1
    var kept: [CommandRow] = []
    for row in ranked {
      let width = TextWidth.columns(of: hint(of: row).plain) + 2
      guard width <= room else { continue }
      room -= width
      kept.append(row)
    }
    var line = StyledText(" ", .bar)
    for (index, row) in kept.enumerated() {
      if index > 0 { line.append("  ", .bar) }
      let hint = hint(of: row)
      // A hint for several commands leads to none of them.
      if row.hint?.keys == nil {
        frame.name(
          area.splitLeft(line.columns).rest.splitLeft(hint.columns).part, .command(row.command))
      }
      line += hint
    }
    frame.write(line, at: area.origin, columns: area.columns)
  }

  private func hint(of row: CommandRow) -> StyledText {
    let keys = row.hint?.keys ?? row.keys.first.map(CommandTable.label(ofKeys:))
    var text = StyledText(keys ?? "", .current)
    text.append(" " + (word(for: row) ?? ""), .bar)
    return text
  }

  /// What a command does here, in a word.
  private func word(for row: CommandRow) -> String? {
    switch row.command {
    case .concordance where pane.concordance != nil: return "list"
    case .everywhere where pane.everywhere != nil: return "search"
    case .enter where pane.focus == .list:
      guard let item = pane.everywhere?.item, item.hit == nil else { return row.hint?.word }
      return "all \(item.group.kind.plural)"
    default: return row.hint?.word
    }
  }

  /// Whether a command would do something now.
  private func matters(_ command: Command) -> Bool {
    if let everywhere = pane.everywhere, let answer = matters(command, in: everywhere) {
      return answer
    }
    return switch command {
    case .back: history.canGoBack
    case .forward: history.canGoForward
    case .findNext, .findPrevious: !pane.list.hits.isEmpty
    case .liftFilter: pane.list.filter != nil
    case .concordance:
      currentView == .quotes && (pane.list.find != nil || pane.list.filterInForce != nil)
    case .sort: pane.concordance != nil || pane.order != nil
    case .goToDate: currentView.hasDays && pane.concordance == nil
    case .nextLink, .followNumber: !(shown.detail.document?.links.isEmpty ?? true)
    case .openAddress: addressToOpen != nil
    case .enter: pane.focus == .list || focusedLink != nil
    default: true
    }
  }

  /// The same among hits of all kinds; `nil` where that makes no difference.
  private func matters(_ command: Command, in state: EverywhereState) -> Bool? {
    switch command {
    case .find: false
    case .findNext: state.item != nil
    case .enter: pane.focus == .detail ? nil : state.item != nil
    default: command.wantsOneKind ? false : nil
    }
  }
}

extension Query.Part.Kind {
  fileprivate var role: Role {
    switch self {
    case .word: .bar
    case .phrase, .value: .quote
    case .fieldName: .label
    case .sign: .current
    case .mistake: .mistake
    }
  }
}
