import Screen
import Search

extension Session {
  /// The facets in front of the detail.
  func drawFacets(of frame: inout Frame) {
    guard let facets else { return }
    let area = facetArea
    guard !area.isEmpty else { return }
    frame.fill(area, style: Style(.text))
    frame.name(area, .overlay)
    let body = facetRows(in: area)
    drawHead(of: facets, in: area.splitTop(body.row - area.row).part, of: &frame)
    let asked = Query(facets.line, calendar: calendar)
    for offset in 0..<body.rows where facets.top + offset < facets.rows.count {
      let index = facets.top + offset
      let line = Rect(column: area.column, row: body.row + offset, columns: area.columns, rows: 1)
      switch facets.rows[index] {
      case .field(let field, let omitted, _):
        let more = omitted > 0 ? "  \(Wording.number(omitted)) rarer ones not listed" : ""
        frame.write(
          .program(" " + field.facetName, .heading) + .program(more, .dim), at: line.origin,
          columns: line.columns)
      case .value(let field, let value, let most):
        let isHere = index == facets.row
        if let place = facets.choices.firstIndex(of: index) { frame.name(line, .choice(place)) }
        let sign = asked.asks(for: field, value.text) ? "[x] " : "[ ] "
        draw(value, sign, most: most, in: line, isHere: isHere, of: &frame)
        if isHere { frame.cursor = line.origin }
      }
    }
    if facets.choices.isEmpty {
      let words = facets.countedLine == nil ? "counting\(glyphs.ellipsis)" : "Nothing to count"
      frame.write(StyledText("  " + words, .notice), at: body.origin, columns: body.columns)
      frame.cursor = body.origin
    }
    let below = facets.rows.count - facets.top - body.rows
    let foot = Rect(
      column: area.column, row: body.endRow, columns: area.columns,
      rows: max(0, area.endRow - body.endRow))
    drawBar("", below > 0 ? "\(Wording.number(below)) more" : "", in: foot, of: &frame)
  }

  /// A rule with how many records are left, and the line that leaves them.
  private func drawHead(of facets: FacetPanel, in area: Rect, of frame: inout Frame) {
    guard area.rows > 0 else { return }
    let rows = area.splitTop(1)
    let isCounted =
      facets.countedLine == facets.line && (pane.list.filterInForce?.text ?? "") == facets.line
    let left = "\(Wording.number(pane.list.count)) of \(Wording.number(pane.list.total))"
    drawBar(
      " Facets ", isCounted ? left : "counting\(glyphs.ellipsis)", in: rows.part, of: &frame)
    guard rows.rest.rows > 0 else { return }
    let line: StyledText =
      facets.line.isEmpty
      ? .program(" what you ask for here joins the filter", .dim)
      : .program(" &", .current) + StyledText(facets.line, .label)
    frame.write(
      line.cut(to: area.columns), at: rows.rest.origin, columns: area.columns)
  }

  /// A value with whether it is asked for, its count, and a bar beside that.
  private func draw(
    _ value: Facet.Value, _ sign: String, most: Int, in line: Rect, isHere: Bool,
    of frame: inout Frame
  ) {
    if isHere { frame.fill(line, style: Style(.text, isSelected: true)) }
    let marker = isHere ? String(glyphs.arrow) : " "
    frame.write(StyledText(marker, .mark), at: line.origin, columns: 1, isSelected: isHere)
    let rest = line.splitLeft(2).rest
    frame.write(.program(sign, .current), at: rest.origin, columns: 4, isSelected: isHere)
    let text = rest.splitLeft(4).rest
    let countColumns = TextWidth.columns(of: Wording.number(most))
    let barColumns = min(16, text.columns / 4)
    let labelColumns = max(
      1, min(36, text.columns - countColumns - barColumns - 3))
    frame.write(
      StyledText(value.label).cut(to: labelColumns), at: text.origin,
      columns: labelColumns, isSelected: isHere)
    let count = Wording.number(value.count)
    let numbers = text.splitLeft(labelColumns + 1).rest
    let indent = max(0, countColumns - TextWidth.columns(of: count))
    frame.write(
      .program(count, .text), at: Point(column: numbers.column + indent, row: line.row),
      columns: max(0, numbers.columns - indent), isSelected: isHere)
    guard value.count > 0, most > 0, barColumns > 0 else { return }
    let bar = numbers.splitLeft(countColumns + 1).rest
    let length = max(1, min(barColumns, value.count * barColumns / most))
    frame.write(
      .program(String(repeating: glyphs.block, count: length), .mark), at: bar.origin,
      columns: bar.columns, isSelected: isHere)
  }
}
