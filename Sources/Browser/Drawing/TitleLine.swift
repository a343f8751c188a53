import Records
import Screen

extension Session {
  /// Where one is, under which filter, what the search found, and the day.
  func drawTitle(in area: Rect, of frame: inout Frame) {
    guard !area.isEmpty else { return }
    frame.fill(area, style: Style(.bar))
    let parts = titleParts
    var left = StyledText(" \(currentView.name) ", .current)
    var room = area.columns - left.columns
    for part in parts.left {
      let width = TextWidth.columns(of: part) + 2
      guard width <= room else { continue }
      left.append("  " + part, .bar)
      room -= width
    }
    frame.write(left, at: area.origin, columns: area.columns)
    guard let right = parts.right.first(where: { TextWidth.columns(of: $0) + 3 <= room }) else {
      return
    }
    let columns = TextWidth.columns(of: right)
    frame.write(
      StyledText(right, .bar),
      at: Point(column: area.endColumn - columns - 1, row: area.row), columns: columns)
  }

  /// The parts of the title: those on the left in order, and for the right the longest form first.
  private var titleParts: (left: [String], right: [String]) {
    let list = pane.list
    var left: [String] = []
    if let filter = list.filter {
      left.append(
        list.isLifted
          ? "(&\(filter.text))"
          : "&\(filter.text)  \(Wording.number(list.count))/\(Wording.number(list.total))")
    }
    if let find = list.find {
      let total = Wording.number(list.hits.count)
      let found =
        list.hitNumber.map { "\(Wording.number($0)) of \(total)" }
        ?? (list.hits.isEmpty ? "no match" : total == "1" ? "1 match" : "\(total) matches")
      left.append("/\(find.text)  \(found)")
    }
    if left.isEmpty, list.count > 0 {
      left.append("\(Wording.number(list.index + 1))/\(Wording.number(list.count))")
    }
    var right = [chronicle.title]
    if selectedDay != nil, let span = selected.flatMap(rowMaker.span(of:)) {
      let count = span.length == .day ? dayCount.number(of: span.start) : nil
      let name = count.map { "day \($0.number) of \($0.basis.name)" }
      let short = count.map { "day \($0.number)" }
      right = [name, short].compactMap { $0 }.map { "\(span.name) \(glyphs.dot) \($0)" }
      right += [span.name, span.start.shown]
    }
    return (left, right)
  }
}
