package import Records
package import Screen
package import Search

/// A line of a concordance cut to a width, so that the hits of all lines stand in one column.
///
/// Words are left out whole where that leaves enough; an ellipsis stands for them. The words of a
/// direct quote stand in quotation marks, which open before the part that is shown and close behind
/// it.
package struct KeywordLine: Hashable, Sendable {
  /// A part of the line, and whether a blank parts it from the hit.
  package struct Side: Hashable, Sendable {
    package let text: String
    package let isParted: Bool

    /// The columns it takes with the blank.
    var columns: Int { TextWidth.columns(of: text) + (isParted ? 1 : 0) }
  }

  /// What comes before the hit and after it, in reading order.
  package let before: Side
  package let after: Side
  package let hit: String
  /// Which way the quote runs. From right to left, what comes before stands right of the hit.
  package let direction: TextDirection
  /// In which of the columns the hit begins, from 0.
  package let hitColumn: Int
  private let columns: Int

  /// Fits a line into columns, at least 1. If it is mirrored, what comes before the hit is to stand
  /// right of it in a quote that runs from right to left.
  package init(
    _ line: Concordance.Line, in chronicle: Chronicle, columns: Int, glyphs: Glyphs = .unicode,
    isMirrored: Bool = true
  ) {
    let parts = line.parts(in: chronicle)
    let isDirect = chronicle.kindWord(of: line.record) == QuoteMode.direct.rawValue
    let whole = Block.visible("\(parts.before)\(parts.hit)\(parts.after)")
    direction = isMirrored ? TextDirection(ofParagraph: whole) : .leftToRight
    self.columns = max(1, columns)
    hitColumn = Self.hitColumn(columns: self.columns)
    let cut = Cut(
      ellipsis: String(glyphs.ellipsis), open: isDirect ? String(glyphs.openQuote) : "",
      close: isDirect ? String(glyphs.closeQuote) : "")
    hit = cut.head(of: Block.visible(String(parts.hit)), columns: self.columns - hitColumn)
    let rest = self.columns - hitColumn - TextWidth.columns(of: hit)
    let isTurned = direction == .rightToLeft
    before = cut.before(String(parts.before), columns: isTurned ? rest : hitColumn)
    after = cut.after(String(parts.after), columns: isTurned ? hitColumn : rest)
  }

  /// What stands left of the hit on the screen.
  var left: Side { direction == .rightToLeft ? after : before }
  /// What stands right of the hit on the screen.
  var right: Side { direction == .rightToLeft ? before : after }

  /// The line in reading order, as wide as the columns.
  package var text: String {
    let lead = String(repeating: " ", count: max(0, hitColumn - before.columns))
    let line =
      lead + before.text + (before.isParted ? " " : "") + hit
      + (after.isParted ? " " : "") + after.text
    return line + String(repeating: " ", count: max(0, columns - TextWidth.columns(of: line)))
  }

  /// A little left of the middle, since hits are words and not points.
  private static func hitColumn(columns: Int) -> Int { max(0, (columns - 8) / 2) }
}

extension Chronicle {
  /// Whether a quote stands in a reader's comment.
  package func isComment(_ quote: RecordID) -> Bool {
    kindWord(of: records(namedBy: quote, as: MentionSet(.quoteSource)).first ?? quote)
      == SourceKind.comment.rawValue
  }
}

/// Cuts the sides of a hit.
private struct Cut {
  let ellipsis: String
  /// The marks around words reproduced exactly; empty for others.
  let open: String
  let close: String

  func before(_ side: String, columns: Int) -> KeywordLine.Side {
    let text = Block.visible(side)
    let isParted = text.last?.isWhitespace ?? false
    let room = columns - (isParted ? 1 : 0) - TextWidth.columns(of: open)
    guard room >= 0 else { return KeywordLine.Side(text: "", isParted: isParted && columns > 0) }
    let end = String(text.reversed().drop(while: \.isWhitespace).reversed())
    return KeywordLine.Side(text: open + tail(of: end, columns: room), isParted: isParted)
  }

  func after(_ side: String, columns: Int) -> KeywordLine.Side {
    let text = Block.visible(side)
    let isParted = text.first?.isWhitespace ?? false
    let room = columns - (isParted ? 1 : 0) - TextWidth.columns(of: close)
    guard room >= 0 else { return KeywordLine.Side(text: "", isParted: isParted && columns > 0) }
    let start = String(text.drop(while: \.isWhitespace))
    return KeywordLine.Side(text: head(of: start, columns: room) + close, isParted: isParted)
  }

  /// The beginning of a text, up to the end of a word.
  func head(of text: String, columns: Int) -> String {
    guard TextWidth.columns(of: text) > columns else { return text }
    guard columns > 0 else { return "" }
    let kept = TextWidth.prefix(of: text, columns: columns - 1)
    guard kept.endIndex < text.endIndex, !text[kept.endIndex].isWhitespace,
      let end = kept.lastIndex(where: \.isWhitespace),
      kept.distance(from: end, to: kept.endIndex) * 2 < kept.count
    else { return kept + ellipsis }
    return kept[..<end] + ellipsis
  }

  /// The end of a text, from the start of a word on.
  func tail(of text: String, columns: Int) -> String {
    guard TextWidth.columns(of: text) > columns else { return text }
    guard columns > 0 else { return "" }
    var start = text.endIndex
    var used = 1
    while start > text.startIndex {
      let next = text.index(before: start)
      used += TextWidth.columns(of: text[next])
      guard used <= columns else { break }
      start = next
    }
    let kept = text[start...]
    guard start > text.startIndex, !text[text.index(before: start)].isWhitespace,
      let gap = kept.firstIndex(where: \.isWhitespace),
      kept.distance(from: start, to: gap) * 2 < kept.count
    else { return ellipsis + kept.drop(while: \.isWhitespace) }
    return ellipsis + kept[gap...].drop(while: \.isWhitespace)
  }
}
