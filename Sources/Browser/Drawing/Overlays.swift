import Screen

extension Session {
  func drawHelp(of frame: inout Frame) {
    guard let help else { return }
    let area = helpArea
    guard !area.isEmpty else { return }
    drawBox(area, of: &frame)
    frame.name(area, .overlay)
    let filter = help.filter.isEmpty ? "/ filters, q closes" : "/\(help.filter)"
    let rows = area.splitTop(area.rows > 2 ? 1 : 0)
    drawBar(" \(help.topic.title) ", filter, in: rows.part, of: &frame)
    let body = rows.rest.splitBottom(rows.rest.rows > 2 ? 1 : 0)
    let more = help.lines.count - help.top - body.rest.rows
    drawBar("", more > 0 ? "\(more) more" : "", in: body.part, of: &frame)
    for offset in 0..<body.rest.rows where help.top + offset < help.lines.count {
      let isHere = help.top + offset == help.place
      let line = Rect(
        column: area.column, row: body.rest.row + offset, columns: area.columns, rows: 1
      ).inset(columns: area.columns < size.columns ? 1 : 0)
      frame.name(line, .choice(help.top + offset))
      draw(help.lines[help.top + offset], in: line, isHere: isHere, of: &frame)
      if isHere, prompt == nil { frame.cursor = line.origin }
    }
    if help.lines.isEmpty {
      frame.write(StyledText("  Nothing matches", .notice), at: body.rest.origin)
      if prompt == nil { frame.cursor = body.rest.origin }
    }
  }

  private func draw(
    _ line: Help.Line, in area: Rect, isHere: Bool, of frame: inout Frame
  ) {
    if isHere { frame.fill(area, style: Style(.text, isSelected: true)) }
    let text = area.splitLeft(1).rest
    switch line {
    case .heading(let heading):
      frame.write(
        StyledText(heading, .heading), at: text.origin, columns: text.columns, isSelected: isHere)
    case .text(let line):
      frame.write(
        StyledText(line), at: Point(column: text.column + 1, row: text.row),
        columns: text.columns - 1, isSelected: isHere)
    case .entry(let keys, let help):
      let width = area.columns >= 60 ? 20 : 12
      frame.write(
        StyledText(" " + keys, .current), at: text.origin, columns: width, isSelected: isHere)
      let rest = text.splitLeft(width + 1).rest
      frame.write(StyledText(help), at: rest.origin, columns: rest.columns, isSelected: isHere)
    }
  }

  /// Clears a part of the screen, with upright rules at its sides unless it has all the width.
  private func drawBox(_ area: Rect, of frame: inout Frame) {
    frame.fill(area, style: Style(.text))
    guard area.columns < size.columns else { return }
    // A blank column on either side keeps it apart from what it covers.
    frame.fill(
      Rect(column: area.column - 1, row: area.row, columns: area.columns + 2, rows: area.rows),
      style: Style(.text))
    frame.fill(area.splitLeft(1).part, with: glyphs.bar, style: Style(.frame))
    frame.fill(area.splitRight(1).part, with: glyphs.bar, style: Style(.frame))
  }

  /// A rule with words at its ends.
  func drawBar(_ left: String, _ right: String, in area: Rect, of frame: inout Frame) {
    guard !area.isEmpty else { return }
    frame.fill(area, with: glyphs.rule, style: Style(.frame))
    frame.write(
      StyledText(left, .current), at: Point(column: area.column + 2, row: area.row),
      columns: area.columns - 2)
    guard !right.isEmpty else { return }
    let columns = TextWidth.columns(of: right) + 2
    guard columns + TextWidth.columns(of: left) + 4 < area.columns else { return }
    frame.write(
      StyledText(" \(right) ", .dim),
      at: Point(column: area.endColumn - columns - 2, row: area.row), columns: columns)
  }

  /// The commands for what is typed, above the line.
  func drawPalette(above bottom: Rect, of frame: inout Frame) {
    drawChoices(of: .palette, "Commands", paletteRows, above: bottom, of: &frame) {
      row, line, isHere, frame in
      draw(row, in: line, isHere: isHere, of: &frame)
    }
  }

  /// The choices that what is typed for a purpose leaves, above the line.
  func drawChoices<Choice>(
    of purpose: Prompt.Purpose, _ title: String, _ choices: [Choice], above bottom: Rect,
    of frame: inout Frame, draw: (Choice, _ line: Rect, _ isHere: Bool, inout Frame) -> Void
  ) {
    guard let prompt, prompt.purpose == purpose, bottom.row > 2, !choices.isEmpty else { return }
    let area = roomForChoices(choices.count, most: 12, above: bottom)
    drawBar(" \(title) ", "\(prompt.choice + 1)/\(choices.count)", in: area.bar, of: &frame)
    drawChoices(choices, chosen: prompt.choice, in: area.list, of: &frame, draw: draw)
  }

  /// Where so many choices are listed, above the line that is typed, and the rule above them. Three
  /// rows have to be there.
  func roomForChoices(_ count: Int, most: Int, above bottom: Rect) -> (bar: Rect, list: Rect) {
    let rows = min(count, most, bottom.row - 2)
    let list = Rect(column: 0, row: bottom.row - rows, columns: size.columns, rows: rows)
    return (Rect(column: 0, row: list.row - 1, columns: size.columns, rows: 1), list)
  }

  /// Choices of which as many are seen as have room, the chosen one among them.
  func drawChoices<Choice>(
    _ choices: [Choice], chosen: Int?, in area: Rect, of frame: inout Frame,
    draw: (Choice, _ line: Rect, _ isHere: Bool, inout Frame) -> Void
  ) {
    let first = firstChoice(of: choices.count, chosen: chosen, rows: area.rows)
    for offset in 0..<area.rows {
      let isHere = first + offset == chosen
      let line = Rect(
        column: area.column, row: area.row + offset, columns: area.columns, rows: 1)
      frame.fill(line, style: Style(.text, isSelected: isHere))
      frame.name(line, .choice(first + offset))
      let marker = isHere ? String(glyphs.arrow) : " "
      frame.write(StyledText(marker, .mark), at: line.origin, columns: 1, isSelected: isHere)
      draw(choices[first + offset], line, isHere, &frame)
    }
  }

  /// The first of the choices that are seen.
  func firstChoice(of count: Int, chosen: Int?, rows: Int) -> Int {
    max(0, min((chosen ?? 0) - rows / 2, count - rows))
  }

  private func draw(_ row: CommandRow, in line: Rect, isHere: Bool, of frame: inout Frame) {
    let keys = row.keys.prefix(2).map(CommandTable.label(ofKeys:)).joined(separator: " ")
    let keyColumns = min(TextWidth.columns(of: keys), 12)
    let text = line.splitLeft(2).rest.splitRight(keyColumns + 2).rest
    let nameColumns = min(22, max(8, text.columns / 3))
    frame.write(StyledText(row.name), at: text.origin, columns: nameColumns, isSelected: isHere)
    let help = text.splitLeft(nameColumns + 1).rest
    if help.columns > 8 {
      frame.write(
        StyledText(row.help, .dim), at: help.origin, columns: help.columns, isSelected: isHere)
    }
    frame.write(
      StyledText(keys, .current),
      at: Point(column: line.endColumn - keyColumns - 1, row: line.row), columns: keyColumns,
      isSelected: isHere)
  }
}
