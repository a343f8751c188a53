import Records
import Screen
import Search

extension Session {
  /// The lines, with the words found in one column.
  func drawConcordance(in area: Rect, of frame: inout Frame) {
    guard !area.isEmpty, let state = pane.concordance else { return }
    frame.name(area, .list)
    guard let concordance = state.concordance, let line = state.line else {
      return drawNotice(why(in: state), in: area, of: &frame)
    }
    guard layout.arrangement != .single else {
      return drawConcordanceCard(line, in: area, of: &frame)
    }
    let drawing = ContextDrawing(
      chronicle: chronicle, glyphs: glyphs, order: state.order, textOrder: textOrder,
      isLit: pane.focus == .list)
    let top = state.list.top.index
    for (offset, index) in (top..<state.list.count).prefix(area.rows).enumerated() {
      let row = Rect(column: area.column, row: area.row + offset, columns: area.columns, rows: 1)
      frame.name(row, .item(index))
      let isSelected = index == state.list.index
      drawing.draw(concordance.lines[index], in: row, isSelected: isSelected, of: &frame)
      if isSelected, prompt == nil, pane.focus == .list || layout.detail.isEmpty {
        frame.cursor = row.origin
      }
    }
  }

  /// Where there is room for one line: it, then whose words they are, when, and where one is.
  private func drawConcordanceCard(
    _ line: Concordance.Line, in area: Rect, of frame: inout Frame
  ) {
    let drawing = ContextDrawing(
      chronicle: chronicle, glyphs: glyphs, order: .right, textOrder: textOrder, isLit: false)
    drawing.drawBare(line, in: area.splitTop(1).part, isSelected: false, of: &frame)
    let facts = [
      StyledText(drawing.speaker(of: line)),
      StyledText(drawing.date(of: line), .dim),
    ]
    for (offset, fact) in facts.enumerated() where offset + 1 < area.rows {
      let place = Point(column: area.column, row: area.row + offset + 1)
      frame.write(fact, at: place, columns: area.columns)
    }
    if prompt == nil { frame.cursor = area.origin }
  }

  /// Why there is no line.
  private func why(in state: ConcordanceState) -> String {
    guard let concordance = state.concordance, let base = state.base else {
      return pane.list.find == nil && pane.list.filterInForce == nil
        ? "Nothing is searched for: / searches, K goes back to the list"
        : "searching\(glyphs.ellipsis)"
    }
    if base.positions.isEmpty { return "No quote matches: K goes back to the list" }
    let quotes = Wording.count(concordance.otherCount, "quote")
    return Keywords(Query(base.text, calendar: calendar)).isEmpty
      ? "\(quotes), found by no word of theirs: / with a word shows it in context, K the list"
      : "\(quotes), found by a name, a note or the original and not by their text: K lists them"
  }
}

/// Draws lines of a concordance.
struct ContextDrawing {
  let chronicle: Chronicle
  let glyphs: Glyphs
  /// By what the lines are sorted: that is shown at the edge.
  let order: Concordance.Order
  let textOrder: TextOrder
  /// Whether keys go to the list.
  let isLit: Bool

  /// A line with the marker of the selection before it.
  func draw(
    _ line: Concordance.Line, in row: Rect, isSelected: Bool, of frame: inout Frame
  ) {
    let isLit = isSelected && self.isLit
    if isLit { frame.fill(row, style: Style(.text, isSelected: true)) }
    if isSelected {
      frame.write(
        StyledText(String(glyphs.arrow), .mark), at: row.origin, columns: 2, isSelected: isLit)
    }
    var rest = row.splitLeft(2).rest
    for (text, columns) in trailing(line, columns: rest.columns).reversed() {
      let cell: Rect
      (cell, rest) = rest.splitRight(columns)
      frame.write(
        StyledText(text, .dim), at: cell.origin, columns: cell.columns, isSelected: isLit)
      rest = rest.splitRight(1).rest
    }
    drawBare(line, in: rest, isSelected: isLit, of: &frame)
  }

  /// A line by itself.
  func drawBare(
    _ line: Concordance.Line, in area: Rect, isSelected: Bool, of frame: inout Frame
  ) {
    guard !area.isEmpty else { return }
    let text = KeywordLine(
      line, in: chronicle, columns: area.columns, glyphs: glyphs,
      isMirrored: textOrder == .app)
    let isDirect = chronicle.kindWord(of: line.record) == QuoteMode.direct.rawValue
    let role = isDirect ? Role.quote : .text
    func write(_ words: String, _ role: Role, endingAt end: Int? = nil, at start: Int = 0) {
      let columns = TextWidth.columns(of: words)
      guard columns > 0 else { return }
      let column = end.map { $0 - columns } ?? start
      frame.write(
        StyledText(spans: [Span(words, role, direction: text.direction)]),
        at: Point(column: area.column + column, row: area.row), columns: columns,
        isSelected: isSelected)
    }
    write(text.left.text, role, endingAt: text.hitColumn - (text.left.isParted ? 1 : 0))
    write(text.hit, .hit, at: text.hitColumn)
    let end = text.hitColumn + TextWidth.columns(of: text.hit)
    write(text.right.text, role, at: end + (text.right.isParted ? 1 : 0))
  }

  /// What stands at the right edge, and in how many columns: whose words and when, where both have
  /// room; what the lines are sorted by, where one has.
  private func trailing(
    _ line: Concordance.Line, columns: Int
  ) -> [(text: String, columns: Int)] {
    let name = order == .outlet ? outlet(of: line) : speaker(of: line)
    if columns >= 140 { return [(name, 32), (date(of: line), 24)] }
    if columns >= 98 { return [(name, 20), (date(of: line), 16)] }
    guard columns >= 60 else { return [] }
    return [(order == .date ? date(of: line) : name, 16)]
  }

  /// Whose words they are; a reader's comment is named as one.
  func speaker(of line: Concordance.Line) -> String {
    let name =
      chronicle.speaker(of: line.record).map { Block.visible(chronicle.label(of: $0)) } ?? ""
    return chronicle.isComment(line.record) ? "[comment] " + name : name
  }

  private func outlet(of line: Concordance.Line) -> String {
    chronicle.outlet(of: line.record).map { Block.visible(chronicle.label(of: $0)) } ?? ""
  }

  /// When they were said, or else published.
  func date(of line: Concordance.Line) -> String {
    guard let quote = chronicle.quote(line.record) else { return "" }
    if let date = quote.date { return date.shown() }
    return chronicle.source(quote.source).map { "pub \($0.published.shown())" } ?? ""
  }
}
