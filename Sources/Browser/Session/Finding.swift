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

  init(of record: RecordID, by query: Query, hits: Hits?, in chronicle: Chronicle) {
    self.record = record
    line = query.line
    let near = hits?.nearNames.first { !$0.records.isEmpty }.map { near in
      Finding.words(for: near, chronicle)
    }
    words =
      near ?? Finding.ownWords(of: record, query, chronicle)
      ?? Finding.nameWords(of: record, query, chronicle)
  }

  init(of record: RecordID, by line: String, words: StyledText?) {
    (self.record, self.line, self.words) = (record, line, words)
  }

  /// A word that is taken for a name with a slip in it.
  static func words(
    for near: RecordFinder.NearName, _ chronicle: Chronicle
  ) -> StyledText {
    let names = near.records.prefix(3).map { chronicle.label(of: $0) }
    let more = near.records.count > names.count ? ", …" : ""
    return .program("nothing has “", .notice) + StyledText(near.word, .notice)
      + .program("”: near it ", .notice)
      + StyledText(names.joined(separator: ", ") + more, .notice)
  }

  static func ownWords(
    of record: RecordID, _ query: Query, _ chronicle: Chronicle
  ) -> StyledText? {
    var found: StyledText?
    SearchedTexts(chronicle).forEach(of: record) { text, weight in
      guard found == nil else { return }
      if weight == .name {
        found = words(for: text, of: record, query, chronicle)
      } else if let hit = query.highlights(in: text).first {
        let excerpt = StyledText(excerpt(of: text, around: hit), .notice)
        let field = field(of: text, in: record, chronicle).map { $0 + ":" } ?? "in"
        found = .program("\(field) “", .notice) + excerpt + .program("”", .notice)
      }
    }
    return found
  }

  /// What a text is called where a record has one of the kind; `nil` for others.
  private static func field(
    of text: String, in record: RecordID, _ chronicle: Chronicle
  ) -> String? {
    let (summary, note): (String?, String?) =
      switch chronicle.kind(of: record) {
      case .event: (chronicle.event(record)?.summary, chronicle.event(record)?.note)
      case .quote: (nil, chronicle.quote(record)?.note)
      case .actor: (chronicle.actor(record)?.summary, chronicle.actor(record)?.note)
      case .agreement: (chronicle.agreement(record)?.summary, chronicle.agreement(record)?.note)
      case .source: (nil, chronicle.source(record)?.note)
      case .place, .stage, .term: (nil, nil)
      }
    return text == summary ? "summary" : text == note ? "note" : nil
  }

  /// By which of the names of what it names a record is found.
  static func nameWords(
    of record: RecordID, _ query: Query, _ chronicle: Chronicle
  ) -> StyledText? {
    for owner in RecordFinder.named(by: record, in: chronicle) {
      for name in SearchedTexts(chronicle).names(of: owner) {
        if let words = words(for: name, of: owner, query, chronicle) { return words }
      }
    }
    return nil
  }

  private static func words(
    for name: String, of owner: RecordID, _ query: Query, _ chronicle: Chronicle
  ) -> StyledText? {
    guard !query.highlights(in: name, isName: true).isEmpty else { return nil }
    let label = chronicle.label(of: owner)
    if name == label { return .program("names ", .notice) + StyledText(name, .notice) }
    let alias = StyledText.program("“", .notice) + StyledText(name, .notice)
    return alias + .program("” is ", .notice) + StyledText(label, .notice)
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
    guard pane.everywhere == nil else { return finding = findingEverywhere }
    guard pane.concordance == nil, let selected, let query, !query.isEmpty,
      pane.list.hitNumber != nil || (pane.list.find == nil && pane.list.filterInForce != nil),
      layout.arrangement == .single || !showsHit(rowCache[pane.list.index])
    else {
      finding = nil
      return
    }
    if finding?.record != selected || finding?.line != query.line {
      let hits = pane.list.find ?? pane.list.filterInForce
      finding = Finding(of: selected, by: query, hits: hits, in: chronicle)
    }
  }

  private func showsHit(_ rows: [ListRow]?) -> Bool {
    rows?.contains { row in row.text.spans.contains { $0.role == .hit } } ?? false
  }
}
