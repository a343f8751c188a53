import Records
import Screen
import Search

/// Why a record is found whose row in the list does not show it: by another name, or by words of a
/// field that only the detail has.
struct Finding: Hashable, Sendable {
  /// For which record and which search this was asked.
  let record: RecordID
  let line: String
  /// What to tell; `nil` where nothing by itself explains it.
  let words: StyledText?

  init(of record: RecordID, by query: Query, in chronicle: Chronicle) {
    self.record = record
    line = query.line
    var found: StyledText?
    var texts = SearchedTexts(chronicle)
    texts.forEach(of: record) { text in
      if found == nil { found = Finding.words(for: text, query, chronicle) }
    }
    words = found
  }

  private static func words(
    for text: SearchedText, _ query: Query, _ chronicle: Chronicle
  ) -> StyledText? {
    switch text {
    case .name(let name, let owner):
      guard !query.highlights(in: name, isName: true).isEmpty else { return nil }
      let label = chronicle.label(of: owner)
      if name == label { return .program("names ", .notice) + StyledText(name, .notice) }
      let alias = StyledText.program("“", .notice) + StyledText(name, .notice)
      return alias + .program("” is ", .notice) + StyledText(label, .notice)
    case .text(let text):
      guard let hit = query.highlights(in: text).first else { return nil }
      let excerpt = StyledText(excerpt(of: text, around: hit), .notice)
      return .program("in “", .notice) + excerpt + .program("”", .notice)
    }
  }

  /// The hit with a word or two on either side.
  private static func excerpt(of text: String, around hit: Range<String.Index>) -> String {
    let before = text[..<hit.lowerBound].suffix(12)
    let after = text[hit.upperBound...].prefix(16)
    let start =
      before.startIndex == text.startIndex ? before : before.drop { $0 != " " }.dropFirst()
    var end = after
    if after.endIndex < text.endIndex {
      while let last = end.last, last != " " { end.removeLast() }
      while end.last == " " { end.removeLast() }
    }
    let isCutBefore = start.startIndex > text.startIndex
    let isCutAfter = end.endIndex < text.endIndex
    return (isCutBefore ? "…" : "") + start + text[hit] + end + (isCutAfter ? "…" : "")
  }
}

extension Session {
  /// Brings `finding` up to date.
  mutating func settleFinding() {
    guard let selected, let query, !query.isEmpty,
      pane.list.hitNumber != nil || (pane.list.find == nil && pane.list.filterInForce != nil),
      layout.arrangement == .single || !showsHit(rowCache[pane.list.index])
    else {
      finding = nil
      return
    }
    if finding?.record != selected || finding?.line != query.line {
      finding = Finding(of: selected, by: query, in: chronicle)
    }
  }

  private func showsHit(_ rows: [ListRow]?) -> Bool {
    rows?.contains { row in row.text.spans.contains { $0.role == .hit } } ?? false
  }
}
