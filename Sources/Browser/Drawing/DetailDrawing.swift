import Screen

extension Session {
  func drawDetail(in area: Rect, of frame: inout Frame) {
    guard !area.isEmpty else { return }
    frame.name(area, .text)
    let lines = shown.detail.lines
    let detail = pane.detail
    let isFocused = pane.focus == .detail
    let text = area.splitLeft(gutter).rest
    for offset in 0..<area.rows where detail.top + offset < lines.count {
      let line = lines[detail.top + offset]
      let row = area.row + offset
      let isHere = isFocused && detail.top + offset == detail.line
      let whole = Rect(column: area.column, row: row, columns: area.columns, rows: 1)
      frame.name(whole, .line(detail.top + offset))
      for link in line.links {
        let marker = Block.marker(link.number).columns - 1
        frame.name(
          Rect(column: text.column + link.column, row: row, columns: marker, rows: 1),
          .link(link.number))
      }
      if isHere {
        frame.fill(whole, style: Style(.text, isSelected: true))
        if gutter > 0 {
          frame.write(
            StyledText(String(glyphs.arrow), .mark), at: whole.origin, columns: 1,
            isSelected: true)
        }
        let start = Point(column: text.column, row: row)
        if prompt == nil { frame.cursor = cursor(in: line, at: start) }
      }
      frame.write(
        line.text, at: Point(column: text.column, row: row), columns: text.columns,
        isSelected: isHere)
    }
    if isFocused, lines.isEmpty, prompt == nil { frame.cursor = text.origin }
    guard gutter > 0 else { return }
    drawMore(
      in: area, above: detail.top, below: lines.count - detail.top - area.rows, of: &frame)
  }

  private func cursor(in line: DocumentLine, at start: Point) -> Point {
    guard !line.links.isEmpty else { return start }
    let link = line.links[min(pane.detail.link, line.links.count - 1)]
    return Point(column: start.column + link.column, row: start.row)
  }

  /// Marks at the edge for lines that are not seen.
  private func drawMore(in area: Rect, above: Int, below: Int, of frame: inout Frame) {
    func mark(_ glyph: Character, row: Int) {
      let place = Point(column: area.column, row: row)
      guard frame[place].base == " " else { return }
      frame.write(StyledText(String(glyph), .frame), at: place, columns: 1)
    }
    if above > 0 { mark(glyphs.moreAbove, row: area.row) }
    if below > 0 { mark(glyphs.moreBelow, row: area.endRow - 1) }
  }

  /// What the focused link leads to, from its beginning.
  func drawPreview(in area: Rect, of frame: inout Frame) {
    guard !area.isEmpty else { return }
    let text = area.splitLeft(2).rest
    guard let link = previewLink else { return }
    frame.name(area, .link(link.number))
    var title = StyledText("[\(link.number)] ", .link)
    title.append(link.label, .dim)
    frame.write(title, at: text.origin, columns: text.columns)
    for (offset, line) in shown.preview.lines.prefix(max(0, area.rows - 2)).enumerated() {
      frame.write(
        line.text, at: Point(column: text.column, row: area.row + 2 + offset),
        columns: text.columns)
    }
  }
}
