extension Chronicle {
  /// The event; `nil` when `id` is another kind of record.
  package func event(_ id: RecordID) -> Event? {
    guard let decoder = decoder(id, .event) else { return nil }
    return Event(id, decoder)
  }

  /// What kind of event it is, without decoding the record; `nil` for other records. O(1).
  package func eventKind(of id: RecordID) -> EventKind? {
    guard kind(of: id) == .event else { return nil }
    return word(at: table[id].code)
  }

  /// An event's status as all its reports together have it, without decoding the record; `nil` for
  /// other records.
  package func status(of id: RecordID) -> Status? {
    guard kind(of: id) == .event else { return nil }
    return word(at: table.foldedStatus(of: Int(id.number)))
  }

  func word<Word: Vocabulary>(at position: UInt8) -> Word? {
    let words = Array(Word.allCases)
    return Int(position) < words.count ? words[Int(position)] : nil
  }
}

extension Event {
  init?(_ id: RecordID, _ decoder: RecordDecoder) {
    guard let title = decoder.text("title"), let kind: EventKind = decoder.word("kind"),
      let status: Status = decoder.word("status")
    else { return nil }
    self.init(
      id: id, title: title, summary: decoder.text("summary"), note: decoder.text("note"),
      kind: kind, date: decoder.date("date"), status: status,
      weight: decoder.word("weight") ?? .normal, condition: decoder.text("condition"),
      likelihood: decoder.text("likelihood"), place: decoder.id("place"),
      about: decoder.ids("about"),
      participants: decoder.objects("participants", Participant.init),
      links: decoder.objects("links", Link.init),
      reports: decoder.objects("reports", Report.init))
  }
}

extension Participant {
  init?(_ decoder: RecordDecoder) {
    guard let actor = decoder.id("actor") else { return nil }
    self.init(
      actor: actor, role: decoder.word("role") ?? .participant, title: decoder.text("as"))
  }
}

extension Link {
  init?(_ decoder: RecordDecoder) {
    guard let relation: Relation = decoder.word("rel"), let target = decoder.id("to") else {
      return nil
    }
    self.init(relation: relation, target: target)
  }
}

extension Report {
  init?(_ decoder: RecordDecoder) {
    let basis: Basis
    if let quote = decoder.id("quote") {
      basis = .quote(quote)
    } else if let source = decoder.id("source") {
      basis = .source(source, position: decoder.integer("at"))
    } else {
      return nil
    }
    self.init(
      basis: basis, by: decoder.id("by"), via: decoder.ids("via"),
      says: decoder.word("says") ?? .asserts, reported: decoder.date("reported"),
      date: decoder.date("date"), status: decoder.word("status"), place: decoder.id("place"),
      participants: decoder.objects("participants", Participant.init),
      state: decoder.word("state"), standing: decoder.word("standing"),
      text: decoder.text("text"), note: decoder.text("note"))
  }
}
