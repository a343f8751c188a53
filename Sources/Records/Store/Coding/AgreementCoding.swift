extension Chronicle {
  /// The agreement; `nil` when `id` is another kind of record.
  package func agreement(_ id: RecordID) -> Agreement? {
    guard let decoder = decoder(id, .agreement) else { return nil }
    return Agreement(id, decoder)
  }

  /// The parties, and not the mediators, of an agreement, or of the one that a stage or term is part
  /// of; none for any other record.
  package func parties(of record: RecordID) -> [RecordID] {
    let kinds: [RecordKind] = [.agreement, .stage, .term]
    guard kinds.contains(kind(of: record)) else { return [] }
    let parties = decoder(agreement(containing: record) ?? record, .agreement)?
      .objects("parties", Party.init)
    return (parties ?? []).filter { $0.role == .party }.map(\.actor)
  }

  /// The stage; `nil` when `id` is another kind of record.
  package func stage(_ id: RecordID) -> Stage? {
    decoder(id, .stage).flatMap(Stage.init)
  }

  /// The term; `nil` when `id` is another kind of record.
  package func term(_ id: RecordID) -> Term? {
    decoder(id, .term).flatMap(Term.init)
  }
}

extension Agreement {
  init?(_ id: RecordID, _ decoder: RecordDecoder) {
    guard let name = decoder.text("name") else { return nil }
    self.init(
      id: id, name: name, kind: decoder.word("kind"), aliases: decoder.texts("aka"),
      place: decoder.id("place"), sources: decoder.ids("sources"),
      summary: decoder.text("summary"), note: decoder.text("note"),
      parties: decoder.objects("parties", Party.init), agreed: decoder.date("agreed"),
      effective: decoder.date("effective"), ended: decoder.date("ended"),
      stages: decoder.objects("stages", Stage.init), terms: decoder.objects("terms", Term.init))
  }
}

extension Party {
  init?(_ decoder: RecordDecoder) {
    guard let actor = decoder.id("actor"), let role: PartyRole = decoder.word("role") else {
      return nil
    }
    self.init(actor: actor, role: role)
  }
}

extension Stage {
  init?(_ decoder: RecordDecoder) {
    guard let id = decoder.id("id"), let number = decoder.integer("n"),
      let name = decoder.text("name")
    else { return nil }
    self.init(id: id, number: number, name: name, aliases: decoder.texts("aka"))
  }
}

extension Term {
  init?(_ decoder: RecordDecoder) {
    guard let id = decoder.id("id"), let text = decoder.text("text"),
      let source = decoder.id("source")
    else { return nil }
    self.init(
      id: id, text: text, stage: decoder.id("stage"), by: decoder.ids("by"),
      involves: decoder.ids("involves"), due: decoder.date("due"),
      condition: decoder.text("condition"), source: source, position: decoder.integer("at"),
      reports: decoder.objects("reports", Report.init))
  }
}
