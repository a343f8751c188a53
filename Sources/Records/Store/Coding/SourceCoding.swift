extension Chronicle {
  /// The source; `nil` when `id` is another kind of record.
  package func source(_ id: RecordID) -> Source? {
    guard let decoder = decoder(id, .source) else { return nil }
    return Source(id, decoder)
  }

  /// The language that a source says its words are in, without the rest of it: for those who ask all
  /// sources.
  package func statedLanguage(ofSource id: RecordID) -> String? {
    decoder(id, .source)?.text("lang")
  }
}

extension Source {
  init?(_ id: RecordID, _ decoder: RecordDecoder) {
    guard let kind: SourceKind = decoder.word("kind"), let publisher = decoder.id("publisher"),
      let published = decoder.date("published")
    else { return nil }
    self.init(
      id: id, kind: kind, title: decoder.text("title"), author: decoder.text("author"),
      publisher: publisher, published: published, url: decoder.text("url"),
      language: decoder.text("lang"), note: decoder.text("note"), partOf: decoder.id("partOf"),
      position: decoder.integer("at"), corrects: decoder.id("corrects"),
      retracts: decoder.id("retracts"), text: decoder.texts("text"))
  }
}
