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

  /// Whether a quote has more words to search than its text: a note, an original, other printings.
  package func hasMoreText(_ quote: RecordID) -> Bool {
    table[quote].flags.contains(.hasMoreText)
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
}

extension Chronicle {
  /// Of records given by their places in the list of their kind, those that name one of a set in one
  /// of the fields, or are in it themselves if asked; in the order given. Linear in their references.
  ///
  /// The places are places in `records(of: kind)`; each must be one. `isCancelled` is asked now and
  /// then; `nil` if it says so.
  package func places(
    _ places: some RandomAccessCollection<UInt32>, of kind: RecordKind, naming named: RecordSet,
    as mentions: MentionSet, orBeingOne countsItself: Bool = false,
    isCancelled: () -> Bool = { false }
  ) -> [UInt32]? {
    guard !named.isEmpty else { return [] }
    let list = orders.lists[Int(kind.rawValue)].rows.values
    let (rows, targets) = (table.rows.values, table.edgeTargets.values)
    let fields = table.edgeMentions.values
    var kept: [UInt32] = []
    var untilAsked = 0
    return named.bits.withUnsafeBufferPointer { bits -> [UInt32]? in
      func holds(_ row: UInt32) -> Bool { bits[Int(row >> 6)] >> UInt64(row & 63) & 1 == 1 }
      for place in places {
        untilAsked -= 1
        if untilAsked < 0 {
          if isCancelled() { return nil }
          untilAsked = 1 << 14
        }
        let number = list[Int(place)]
        if countsItself, holds(number) {
          kept.append(place)
          continue
        }
        let row = rows[Int(number)]
        var edge = Int(row.edges)
        while edge < Int(row.edgesEnd) {
          if mentions.rawValue >> UInt64(fields[edge]) & 1 == 1, targets[edge] != Row.none,
            holds(targets[edge])
          {
            kept.append(place)
            break
          }
          edge += 1
        }
      }
      return kept
    }
  }

  /// The records that a record names in some of its fields, in the order of the file, each once.
  package func records(namedBy id: RecordID, as mentions: MentionSet) -> [RecordID] {
    var found: [RecordID] = []
    for edge in table[id].edgeRange
    where mentions.rawValue >> UInt64(table.edgeMentions[edge]) & 1 == 1
      && table.edgeTargets[edge] != Row.none
    {
      let target = RecordID(number: table.edgeTargets[edge])
      if !found.contains(target) { found.append(target) }
    }
    return found
  }

  /// Goes through what a record names in some of its fields, in the order of the file; what it names
  /// several times comes several times. Makes nothing, for those who look at many records.
  package func forEachRecord(
    namedBy id: RecordID, as mentions: MentionSet, _ body: (RecordID) -> Void
  ) {
    for edge in table[id].edgeRange
    where mentions.rawValue >> UInt64(table.edgeMentions[edge]) & 1 == 1
      && table.edgeTargets[edge] != Row.none
    {
      body(RecordID(number: table.edgeTargets[edge]))
    }
  }

  /// All records of a kind that name one of a set in one of the fields.
  package func records(
    of kind: RecordKind, naming named: RecordSet, as mentions: MentionSet
  ) -> [RecordID] {
    let list = records(of: kind)
    let all = 0..<UInt32(list.count)
    return places(all, of: kind, naming: named, as: mentions)?.map { list[Int($0)] } ?? []
  }
}
