// What the columns hold of a record without its being decoded, for those who look at all of them.

extension Chronicle {
  /// How many records there are of all kinds; `RecordID.number` is below it.
  package var recordCount: Int { table.rows.count }

  /// The record's word of the field `kind` (a quote's `mode`), as a file writes it; `nil` when it
  /// has none.
  package func kindWord(of id: RecordID) -> String? {
    let row = table[id]
    guard let words = Self.kindWords(of: kind(of: id)), Int(row.code) < words.count else {
      return nil
    }
    return words[Int(row.code)]
  }

  /// The words that the field `kind` of such records (a quote's `mode`) may hold; `nil` when they
  /// have no such field.
  package static func kindWords(of kind: RecordKind) -> [String]? {
    switch kind {
    case .source: WordList.sourceKind.words
    case .actor: WordList.actorKind.words
    case .agreement: WordList.agreementKind.words
    case .event: WordList.eventKind.words
    case .quote: WordList.quoteMode.words
    case .place, .stage, .term: nil
    }
  }

  /// The position of that word in its vocabulary; 255 when it has none.
  package func kindCode(of id: RecordID) -> UInt8 { table[id].code }

  /// What a speaker does by a quote.
  package func act(of quote: RecordID) -> Act? {
    guard kind(of: quote) == .quote else { return nil }
    let code = Int(table[quote].status)
    return code < Self.acts.count ? Self.acts[code] : .say
  }

  /// How much an event matters when one looks from far away; `nil` for other records.
  package func weight(of event: RecordID) -> Weight? {
    guard kind(of: event) == .event else { return nil }
    let flags = table[event].flags
    return flags.contains(.isKey) ? .key : flags.contains(.isMinor) ? .minor : .normal
  }

  /// Whether a quote has more words to search than its text: a note, an original, other printings.
  package func hasMoreText(_ quote: RecordID) -> Bool {
    table[quote].flags.contains(.hasMoreText)
  }

  /// Whether a quote says in which language it is given or was said; one that does not is in the
  /// language of its source.
  package func saysLanguage(_ quote: RecordID) -> Bool {
    !table[quote].flags.isDisjoint(with: [.hasLanguage, .hasMoreText])
  }

  private static let acts = Act.allCases
}

// MARK: - Who names whom, for many at once

/// Fields in which one record names another.
package struct MentionSet: OptionSet, Sendable {
  /// Bit i stands for the mention of raw value i.
  package let rawValue: UInt64

  package init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  package init(_ mentions: Mention...) {
    rawValue = mentions.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
  }

  /// Whether the mention of a raw value is in it.
  func contains(_ mention: UInt8) -> Bool { rawValue >> UInt64(mention) & 1 == 1 }
}

extension Chronicle {
  /// Of some records of a kind, or of all, those that name one of a set in one of the fields, or are
  /// in it themselves if asked.
  ///
  /// Linear in the references of those looked at, or in those that name the set: whichever is quicker.
  /// `isCancelled` is asked now and then; `nil` if it says so.
  package func places(
    within places: PlaceSet?, of kind: RecordKind, naming named: RecordSet,
    as mentions: MentionSet, orBeingOne countsItself: Bool = false,
    isCancelled: () -> Bool = { false }
  ) -> PlaceSet? {
    guard !named.isEmpty else { return PlaceSet(total: records(of: kind).count) }
    // To look at what a record names takes about as long as to go through fifty that name another.
    let most = 50 * (places?.count ?? records(of: kind).count)
    guard mentionCount(of: named, upTo: most) < most else {
      return scan(places, kind, naming: named, mentions, countsItself, isCancelled)
    }
    var found = namers(of: named, kind, mentions, countsItself, isCancelled)
    if let places { found?.formIntersection(places) }
    return found
  }

  /// How many references name one of a set, in any field, or a number above a limit.
  private func mentionCount(of named: RecordSet, upTo limit: Int) -> Int {
    var count = 0
    for id in named {
      count += inverse.count(naming: id)
      if count > limit { break }
    }
    return count
  }

  /// Goes through those that name the set.
  private func namers(
    of named: RecordSet, _ kind: RecordKind, _ mentions: MentionSet, _ countsItself: Bool,
    _ isCancelled: () -> Bool
  ) -> PlaceSet? {
    var found = PlaceSet(total: records(of: kind).count)
    for (number, id) in named.enumerated() {
      if number & 1023 == 0, isCancelled() { return nil }
      if countsItself, self.kind(of: id) == kind {
        found.insert(orders.positions[Int(id.number)])
      }
      inverse.add(kind, naming: id, as: mentions, to: &found)
    }
    return found
  }

  /// Goes through what the records name.
  private func scan(
    _ places: PlaceSet?, _ kind: RecordKind, naming named: RecordSet, _ mentions: MentionSet,
    _ countsItself: Bool, _ isCancelled: () -> Bool
  ) -> PlaceSet? {
    let (list, rows) = (orders.lists[Int(kind.rawValue)].rows.values, table.rows.values)
    let numbers = named.numbers
    var found = PlaceSet(total: list.count)
    var untilAsked = 0
    for place in places ?? PlaceSet(all: list.count) {
      untilAsked -= 1
      if untilAsked < 0 {
        if isCancelled() { return nil }
        untilAsked = 16_383
      }
      let number = list[Int(place)]
      if countsItself && numbers.contains(number)
        || table.names(from: rows[Int(number)], as: mentions, where: numbers.contains)
      {
        found.insert(place)
      }
    }
    return found
  }

  /// The records that a record names in some of its fields, in the order of the file, each once.
  package func records(namedBy id: RecordID, as mentions: MentionSet) -> [RecordID] {
    var found: [RecordID] = []
    forEachRecord(namedBy: id, as: mentions) { if !found.contains($0) { found.append($0) } }
    return found
  }

  /// Goes through what a record names in some of its fields, in the order of the file; what it names
  /// several times comes several times. Makes nothing, for those who look at many records.
  package func forEachRecord(
    namedBy id: RecordID, as mentions: MentionSet, _ body: (RecordID) -> Void
  ) {
    _ = table.names(from: table[id], as: mentions) { target in
      body(RecordID(number: target))
      return false
    }
  }

  /// Whether a record names one of a set in one of the fields.
  package func names(oneOf named: RecordSet, in id: RecordID, as mentions: MentionSet) -> Bool {
    table.names(from: table[id], as: mentions, where: named.numbers.contains)
  }

  /// All records of a kind that name one of a set in one of the fields.
  package func records(
    of kind: RecordKind, naming named: RecordSet, as mentions: MentionSet
  ) -> [RecordID] {
    let list = records(of: kind)
    let found = places(within: nil, of: kind, naming: named, as: mentions)
    return found?.places.map { list[Int($0)] } ?? []
  }
}
