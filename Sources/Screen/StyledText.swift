/// A stretch of text of one role.
package struct Span: Hashable, Sendable {
  /// The characters, in the order in which they are read.
  package var text: String
  /// What they are for.
  package var role: Role
  /// Which way the paragraph runs that the stretch is of; `nil` where that is not settled, and then
  /// the first letter of each field of the line decides.
  package var direction: TextDirection?

  /// A stretch of ordinary text, unless something else is asked for.
  package init(_ text: String, _ role: Role = .text, direction: TextDirection? = nil) {
    self.text = text
    self.role = role
    self.direction = direction
  }
}

/// One logical line: text whose stretches have roles.
///
/// The text is in the order in which it is read; a frame puts it into the order in which it is seen.
package struct StyledText: Hashable, Sendable {
  /// The stretches in order. A role may change within a cluster (a match can end before a mark):
  /// the whole cluster then has the role of its first scalar.
  package var spans: [Span]

  /// An empty line.
  package init() {
    spans = []
  }

  /// A line of one role; empty text makes an empty line.
  package init(_ text: String, _ role: Role = .text) {
    spans = text.isEmpty ? [] : [Span(text, role)]
  }

  /// A line of these stretches.
  package init(spans: [Span]) {
    self.spans = spans
  }

  /// The text without roles.
  package var plain: String {
    spans.count == 1 ? spans[0].text : spans.reduce(into: "") { $0 += $1.text }
  }

  /// The columns it takes where there is room for all of it; O(length).
  package var columns: Int {
    TextWidth.columns(of: plain)
  }

  /// Whether there is no text in it.
  package var isEmpty: Bool {
    spans.allSatisfy(\.text.isEmpty)
  }

  /// Adds text at the end; text of the last role joins the last stretch.
  package mutating func append(_ text: String, _ role: Role = .text) {
    append(Span(text, role))
  }

  /// Adds a stretch at the end, as part of the last one if nothing but the text differs.
  package mutating func append(_ span: Span) {
    guard !span.text.isEmpty else { return }
    if let last = spans.indices.last, spans[last].role == span.role,
      spans[last].direction == span.direction
    {
      spans[last].text += span.text
    } else {
      spans.append(span)
    }
  }

  /// Adds another line's stretches at the end.
  package mutating func append(_ other: StyledText) {
    for span in other.spans { append(span) }
  }

  /// One line after another.
  package static func + (first: StyledText, second: StyledText) -> StyledText {
    var sum = first
    sum.append(second)
    return sum
  }

  /// Adds another line's stretches at the end.
  package static func += (first: inout StyledText, second: StyledText) {
    first.append(second)
  }

  /// The beginning that fits into that many columns, with "…" among them where something is left
  /// out; nothing if there is no room at all.
  package func cut(to columns: Int) -> StyledText {
    guard self.columns > columns else { return self }
    guard columns > 0, var ellipsis = spans.first else { return StyledText() }
    let text = plain
    let kept = TextWidth.prefix(of: text, columns: columns - 1)
    var result = parts(of: text, in: kept.startIndex..<kept.endIndex)
    ellipsis = result.spans.last ?? ellipsis
    ellipsis.text = "…"
    result.append(ellipsis)
    return result
  }

  /// The beginning and the end that fit into that many columns, with "…" between them, where
  /// something is left out: twice as much of the beginning as of the end.
  package func cutInTheMiddle(to columns: Int) -> StyledText {
    guard self.columns > columns else { return self }
    guard columns > 3 else { return cut(to: columns) }
    let text = plain
    let end = columns / 3
    let kept = TextWidth.prefix(of: text, columns: columns - end - 1)
    // No letter is less than a column wide, but one may be more.
    var rest = text.suffix(end)
    while TextWidth.columns(of: String(rest)) > end { rest.removeFirst() }
    var result = parts(of: text, in: kept.startIndex..<kept.endIndex)
    result.append("…", result.spans.last?.role ?? .text)
    result.append(parts(of: text, in: rest.startIndex..<rest.endIndex))
    return result
  }

  /// The part of the line that a range of its plain text covers.
  func parts(of plain: String, in range: Range<String.Index>) -> StyledText {
    var result = StyledText()
    var from = plain.utf8.distance(from: plain.startIndex, to: range.lowerBound)
    var count = plain.utf8.distance(from: range.lowerBound, to: range.upperBound)
    for span in spans where count > 0 {
      let length = span.text.utf8.count
      if from >= length {
        from -= length
        continue
      }
      let taken = span.text.utf8.dropFirst(from).prefix(count)
      count -= taken.count
      from = 0
      result.append(Span(String(Substring(taken)), span.role, direction: span.direction))
    }
    return result
  }
}

extension StyledText: ExpressibleByStringLiteral {
  /// A line of ordinary text.
  package init(stringLiteral value: String) {
    self.init(value)
  }
}
