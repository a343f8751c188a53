import Screen
import Search

extension Session {
  /// The rows that the list of what a line could go on with has at most.
  private static let mostRows = 8

  /// What the line could go on with, above it.
  func drawCompletion(above bottom: Rect, of frame: inout Frame) {
    guard let list = prompt?.completion, bottom.row > 2 else { return }
    let candidates = list.found.candidates
    let area = roomForChoices(candidates.count, most: Self.mostRows, above: bottom)
    let total = Wording.number(candidates.count + list.found.omitted)
    let place = list.choice.map { "\($0 + 1)/" } ?? ""
    drawBar(" Tab goes through ", place + total, in: area.bar, of: &frame)
    frame.name(area.bar, .overlay)
    let rows = area.list.rows
    let first = firstChoice(of: candidates.count, chosen: list.choice, rows: rows)
    let texts = candidates[first..<first + rows].map { TextWidth.columns(of: $0.text) }
    let width = min(texts.max() ?? 0, max(8, size.columns / 2))
    drawChoices(candidates, chosen: list.choice, in: area.list, of: &frame) {
      candidate, line, isHere, frame in
      draw(candidate, in: line, textColumns: width, isHere: isHere, of: &frame)
    }
  }

  private func draw(
    _ candidate: Completion.Candidate, in line: Rect, textColumns: Int, isHere: Bool,
    of frame: inout Frame
  ) {
    let count = candidate.countWords ?? ""
    let countColumns = TextWidth.columns(of: count)
    let text = line.splitLeft(2).rest.splitRight(countColumns + 2).rest
    frame.write(
      StyledText(candidate.text, .current).cut(to: textColumns),
      at: text.origin, columns: text.columns, isSelected: isHere)
    let label = text.splitLeft(textColumns + 2).rest
    if label.columns > 4 {
      frame.write(
        StyledText(candidate.label, .dim).cut(to: label.columns),
        at: label.origin, columns: label.columns, isSelected: isHere)
    }
    frame.write(
      StyledText(count, .dim),
      at: Point(column: line.endColumn - countColumns - 1, row: line.row), columns: countColumns,
      isSelected: isHere)
  }
}

extension Completion.Candidate {
  /// How many records have it, or how often it is named; `nil` where that is not known.
  var countWords: String? {
    count.map { Wording.number($0) } ?? mentions.map { "named \(Wording.number($0))" }
  }
}
