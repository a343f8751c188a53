package import Screen

extension Session {
  /// Draws the state: the same state gives the same frame.
  package func view() -> Frame {
    var frame = Frame(size: size, order: textOrder)
    let layout = layout
    drawTitle(in: layout.title, of: &frame)
    drawRibbon(in: layout.ribbon, of: &frame)
    drawRules(layout, of: &frame)
    if pane.everywhere != nil {
      drawEverywhere(in: layout.listText, of: &frame)
    } else if pane.concordance == nil {
      drawList(in: layout.listText, of: &frame)
    } else {
      drawConcordance(in: layout.list, of: &frame)
      drawCounts(in: layout.counts, of: &frame)
    }
    drawDetail(in: layout.detail, of: &frame)
    drawPreview(in: layout.preview, of: &frame)
    drawFacets(of: &frame)
    drawHelp(of: &frame)
    drawPalette(above: layout.bottom, of: &frame)
    drawRecall(above: layout.bottom, of: &frame)
    drawSaved(above: layout.bottom, of: &frame)
    drawCompletion(above: layout.bottom, of: &frame)
    // What is typed and what there is to say is seen even where there is but one row.
    let isNeeded = prompt != nil || note != nil || count != nil || !pending.isEmpty
    let lastRow = frame.bounds.splitBottom(1).part
    drawBottom(in: isNeeded ? lastRow : layout.bottom, of: &frame)
    if glyphs == .ascii { frame.replace(PlainSigns.ofSigns) }
    return frame
  }

  private func drawRules(_ layout: Layout, of frame: inout Frame) {
    for rule in layout.rules {
      let isUpright = rule.columns == 1 && rule.rows > 1
      frame.fill(rule, with: isUpright ? glyphs.bar : glyphs.rule, style: Style(.frame))
    }
    guard layout.arrangement == .stacked, facets == nil, let rule = layout.rules.first
    else { return }
    // How far one has read, where the rule has room for it.
    let count = shown.detail.lines.count
    guard count > layout.detail.rows else { return }
    let last = min(count, pane.detail.top + layout.detail.rows)
    let lines = "\(Wording.number(pane.detail.top + 1))\(glyphs.range)\(Wording.number(last))"
    let text = " detail: \(lines) of \(Wording.count(count, "line")) "
    let columns = TextWidth.columns(of: text)
    frame.write(
      StyledText(text, .dim),
      at: Point(column: max(rule.column, rule.endColumn - columns - 1), row: rule.row))
  }
}
