package import Records
package import Screen
package import Search

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
    let near = hits?.nearNames.first { !$0.records.isEmpty }?.words(in: chronicle)
    words = near ?? Finding.best(of: record, query, chronicle)?.words
  }

  init(of record: RecordID, by line: String, words: StyledText?) {
    (self.record, self.line, self.words) = (record, line, words)
  }

  /// In which of a record's own texts, or by which of the names of what it names, most of the words
  /// asked for stand; the first of those, and how many words.
  static func best(
    of record: RecordID, _ query: Query, _ chronicle: Chronicle
  ) -> (words: StyledText, count: Int)? {
    var best: (count: Int, text: String, bearer: RecordID?)?
    func offer(_ text: String, nameOf bearer: RecordID?) {
      let count = query.countOfWords(in: text, isName: bearer != nil)
      if count > best?.count ?? 0 { best = (count, text, bearer) }
    }
    let texts = SearchedTexts(chronicle)
    texts.forEach(of: record) { text, weight in
      offer(text, nameOf: weight == .name ? record : nil)
    }
    for bearer in RecordFinder.named(by: record, in: chronicle) {
      for name in texts.names(of: bearer) { offer(name, nameOf: bearer) }
    }
    guard let best else { return nil }
    let reason =
      best.bearer.map { words(for: best.text, of: $0, chronicle) }
      ?? words(in: best.text, of: record, query, chronicle)
    return reason.map { ($0, best.count) }
  }

  private static func words(
    in text: String, of record: RecordID, _ query: Query, _ chronicle: Chronicle
  ) -> StyledText? {
    // The longest hit says most; of equal ones the first does.
    let hits = query.highlights(in: text)
    let longest = hits.map { text[$0].utf8.count }.max()
    guard let hit = hits.first(where: { text[$0].utf8.count == longest }) else { return nil }
    let excerpt = StyledText(excerpt(of: text, around: hit), .notice)
    let field = field(of: text, in: record, chronicle).map { $0 + ":" } ?? "in"
    return .program("\(field) “", .notice) + excerpt + .program("”", .notice)
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

  private static func words(
    for name: String, of owner: RecordID, _ chronicle: Chronicle
  ) -> StyledText {
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

extension RecordFinder.NearName {
  /// That the word is taken for a name with a slip in it, and for whose; without such a name, that
  /// nothing is called so.
  package func words(in chronicle: Chronicle) -> StyledText {
    guard !records.isEmpty else {
      return .program("nothing is called “", .notice) + StyledText(word, .notice)
        + .program("”", .notice)
    }
    let names = records.prefix(3).map { chronicle.label(of: $0) }
    let more = records.count > names.count ? ", …" : ""
    return .program("nothing has “", .notice) + StyledText(word, .notice)
      + .program("”: near it ", .notice)
      + StyledText(names.joined(separator: ", ") + more, .notice)
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
