import Records
import Screen
import Search

/// One row of a list, without the marker of the selection before it.
struct ListRow: Hashable, Sendable {
  /// What stands before the text, behind the marker of the selection.
  var sign: Character?
  var text: StyledText
  /// What stands at the right edge.
  var trailing = StyledText()
  /// Whether it stands above an item rather than being part of it; a rule then fills the middle.
  var isLead = false
  /// Whether it is an item by itself that is drawn as what stands above others is.
  var isHeading = false
}

/// Makes the rows of a list, one item at a time, at the cost of decoding that record.
struct RowMaker {
  let view: View
  let chronicle: Chronicle
  let records: RecordList
  /// The order of the records, where there is more than one.
  let order: ListOrder?
  /// The room of a row behind the marker.
  let columns: Int
  let glyphs: Glyphs
  let dayCount: DayCount
  /// The days of the events shown.
  let time: TimeIndex
  /// Whether a filter hides some of the records.
  let isFiltered: Bool
  /// What is searched for, to be highlighted.
  let query: Query?

  /// How many rows an item takes: those above it and its own. O(log days), nothing is decoded.
  func height(at index: Int, of list: ListState) -> (lead: Int, body: Int) {
    switch view {
    case .timeline: (leads(at: index, of: list).count, 1)
    case .quotes, .sources: (0, 2)
    case .actors, .agreements, .places: (0, 1)
    }
  }

  /// The rows of an item, as many as `height` says.
  func rows(at index: Int, of list: ListState) -> [ListRow] {
    let record = records[list.position(at: index)]
    switch view {
    case .timeline:
      return leads(at: index, of: list).map(row(of:)) + [eventRow(record, at: index, of: list)]
    case .quotes: return quoteRows(record)
    case .actors: return [actorRow(record)]
    case .agreements: return [agreementRow(record)]
    case .sources: return sourceRows(record)
    case .places: return [placeRow(record)]
    }
  }

  /// The lines that stand for a record where there is room for one record only.
  func card(of record: RecordID, at index: Int, of list: ListState) -> [StyledText] {
    switch view {
    case .timeline: eventCard(record, at: index, of: list)
    case .quotes, .sources, .actors, .agreements, .places:
      [text(chronicle.label(of: record))]
        + rows(at: index, of: list).dropFirst(view == .quotes || view == .sources ? 1 : 0).map {
          $0.trailing.isEmpty ? $0.text : $0.trailing
        }
    }
  }
}

// MARK: - Text

extension RowMaker {
  /// Text of a record, with what is searched for marked in it.
  func text(_ string: String, _ role: Role = .text, isName: Bool = false) -> StyledText {
    guard let query, !query.isEmpty else { return StyledText(string, role) }
    var styled = StyledText()
    var place = string.startIndex
    for range in query.highlights(in: string, isName: isName) {
      styled.append(String(string[place..<range.lowerBound]), role)
      styled.append(String(string[range]), .hit)
      place = range.upperBound
    }
    styled.append(String(string[place...]), role)
    return styled
  }

  /// A text cut to a width so that the first hit in it is seen.
  func window(_ string: String, _ role: Role, columns: Int) -> StyledText {
    let whole = text(string, role)
    guard whole.columns > columns, let hit = whole.spans.firstIndex(where: { $0.role == .hit })
    else { return whole }
    let before = whole.spans[..<hit].map(\.text).joined()
    let needed = TextWidth.columns(of: before) + TextWidth.columns(of: whole.spans[hit].text)
    guard needed >= columns else { return whole }
    // A third of the width for what comes before the hit, or what is left by all that comes from it
    // on; from the start of a word.
    let rest = whole.columns - TextWidth.columns(of: before)
    let kept = before.suffix(max(1, columns / 3, columns - rest - 1))
    let start = kept.firstIndex(of: " ").map { kept.index(after: $0) } ?? kept.startIndex
    var cut = StyledText(String(glyphs.ellipsis), role)
    cut.append(String(kept[start...]), role)
    for span in whole.spans[hit...] { cut.append(span.text, span.role) }
    return cut
  }

  /// A text in a column of its own: cut or filled up to the width.
  func column(_ text: StyledText, _ width: Int) -> StyledText {
    var text = text.cut(to: width)
    text += .program(String(repeating: " ", count: max(0, width - text.columns)), .text)
    return text
  }

  /// Short facts on one line.
  func joined(_ parts: [StyledText]) -> StyledText {
    var line = StyledText()
    for part in parts where !part.isEmpty {
      if !line.isEmpty { line += .program(" \(glyphs.dot) ", .dim) }
      line.append(part)
    }
    return line
  }
}
