extension Chronicle {
  /// The actor; `nil` when `id` is another kind of record.
  package func actor(_ id: RecordID) -> Actor? {
    guard let decoder = decoder(id, .actor) else { return nil }
    return Actor(id, decoder)
  }

  /// What kind of actor it is, without decoding the record; `nil` for other records. O(1).
  package func actorKind(of id: RecordID) -> ActorKind? {
    guard kind(of: id) == .actor else { return nil }
    return word(at: table[id].code)
  }
}

extension Actor {
  init?(_ id: RecordID, _ decoder: RecordDecoder) {
    guard let name = decoder.text("name"), let kind: ActorKind = decoder.word("kind") else {
      return nil
    }
    self.init(
      id: id, name: name, kind: kind, aliases: decoder.texts("aka"),
      partOf: decoder.ids("partOf"), members: decoder.ids("members"),
      positions: decoder.objects("positions", Position.init), source: decoder.id("source"),
      summary: decoder.text("summary"), note: decoder.text("note"))
  }
}

extension Position {
  init?(_ decoder: RecordDecoder) {
    guard let title = decoder.text("title"), let of = decoder.id("of") else { return nil }
    self.init(
      title: title, of: of, from: decoder.date("from"), to: decoder.date("to"),
      asOf: decoder.date("asOf"), source: decoder.id("source"))
  }
}
