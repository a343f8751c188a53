import Records
import Screen

extension Session {
  func drawList(in area: Rect, of frame: inout Frame) {
    guard !area.isEmpty else { return }
    frame.name(area, .list)
    let list = pane.list
    guard !list.isEmpty else {
      drawEmptyList(in: area, of: &frame)
      return
    }
    if layout.arrangement == .single {
      guard let selected else { return }
      drawCard(
        rowMaker.card(of: selected, at: list.index, of: list), in: area, of: &frame)
      return
    }
    let maker = rowMaker
    drawItems(of: list, in: area, of: &frame) {
      rowCache[$0] ?? maker.rows(at: $0, of: list)
    }
  }

  /// The items of a list from its top on, by the rows of each.
  func drawItems(
    of list: ListState, in area: Rect, of frame: inout Frame, rows: (_ index: Int) -> [ListRow]
  ) {
    var row = area.row
    var skipped = list.top.skippedRows
    var index = list.top.index
    let selected = list.index
    while row < area.endRow, index < list.count {
      var marked = false
      for item in rows(index) {
        if skipped > 0 {
          skipped -= 1
          continue
        }
        guard row < area.endRow else { break }
        let isSelected = index == selected && !item.isLead
        let line = Rect(column: area.column, row: row, columns: area.columns, rows: 1)
        if !item.isLead { frame.name(line, .item(index)) }
        draw(item, in: line, isSelected: isSelected, isMarked: isSelected && !marked, of: &frame)
        if isSelected, !marked {
          marked = true
          if prompt == nil, pane.focus == .list || layout.detail.isEmpty {
            frame.cursor = line.origin
          }
        }
        row += 1
      }
      index += 1
    }
  }

  private func draw(
    _ item: ListRow, in line: Rect, isSelected: Bool, isMarked: Bool, of frame: inout Frame
  ) {
    let isLit = isSelected && pane.focus == .list
    if isLit { frame.fill(line, style: Style(.text, isSelected: true)) }
    let isRuled = item.isLead || item.isHeading
    let indent = isRuled ? 1 : 2
    if isMarked {
      frame.write(
        StyledText(String(glyphs.arrow), .mark), at: line.origin, columns: 2, isSelected: isLit)
    }
    if let sign = item.sign {
      frame.write(
        StyledText(String(sign), .mark), at: line.splitLeft(1).rest.origin, columns: 1,
        isSelected: isLit)
    }
    let body = line.splitLeft(indent).rest
    let trailing = item.trailing.columns
    let hasTrailing = trailing > 0 && trailing < body.columns / 2 + 8 && trailing < body.columns - 8
    let room = hasTrailing ? body.columns - trailing - 1 : body.columns
    let used = frame.write(item.text, at: body.origin, columns: room, isSelected: isLit)
    if isRuled, body.columns - used > 2 {
      let rule = Rect(
        column: body.column + used + 1, row: line.row,
        columns: (hasTrailing ? room : body.columns) - used - (hasTrailing ? 1 : 2), rows: 1)
      frame.fill(rule, with: glyphs.rule, style: Style(.frame))
    }
    if hasTrailing {
      frame.write(
        item.trailing, at: Point(column: body.endColumn - trailing, row: line.row),
        columns: trailing, isSelected: isLit)
    }
  }

  /// The selected record alone, where there is room for one only.
  func drawCard(_ card: [StyledText], in area: Rect, of frame: inout Frame) {
    guard area.rows > 1 else {
      frame.write(line(of: card, columns: area.columns), at: area.origin, columns: area.columns)
      if prompt == nil { frame.cursor = area.origin }
      return
    }
    // The first line may take all rows but those the next ones need at least.
    let reserved = min(card.count - 1, max(1, area.rows / 3))
    var row = area.row
    for (index, line) in card.enumerated() {
      let room = index == 0 ? max(1, area.rows - reserved) : area.endRow - row
      let pieces = line.wrapped(to: area.columns)
      for (place, piece) in pieces.prefix(max(0, room)).enumerated() where row < area.endRow {
        // Of what does not fit, the last row that does says so.
        let isCut = place == room - 1 && pieces.count > room
        let shown = isCut ? piece + StyledText(" " + pieces[place + 1].plain) : piece
        frame.write(shown, at: Point(column: area.column, row: row), columns: area.columns)
        row += 1
      }
    }
    if prompt == nil { frame.cursor = area.origin }
  }

  /// A card on one line: where there is room, the place in the list before what the record is
  /// called, and the rest of the card behind it.
  private func line(of card: [StyledText], columns: Int) -> StyledText {
    var line = StyledText()
    if layout.title.isEmpty {
      let list = listShown
      let place = "\(Wording.number(list.index + 1))/\(Wording.number(list.count)) "
      if columns >= 60 { line += .program(nameOfList + " ", .current) }
      if columns >= 30, pane.everywhere == nil { line += .program(place, .dim) }
    }
    line += card.first ?? StyledText()
    for rest in card.dropFirst() where line.columns + rest.columns + 3 <= columns {
      line += .program(" \(glyphs.dot) ", .dim) + rest
    }
    return line
  }

  private func drawEmptyList(in area: Rect, of frame: inout Frame) {
    let isFiltered = pane.list.total > 0
    let text =
      isFiltered
      ? "Nothing matches the filter: F lifts it, & changes it"
      : "There are no \(currentView.kind.plural) in this record"
    drawNotice(text, in: area, of: &frame)
  }

  /// What there is to say in the place of a list.
  func drawNotice(_ text: String, in area: Rect, of frame: inout Frame) {
    for (offset, line) in StyledText(text, .notice).wrapped(to: area.columns).enumerated()
    where offset < area.rows {
      frame.write(line, at: Point(column: area.column, row: area.row + offset))
    }
    if prompt == nil { frame.cursor = area.origin }
  }
}
