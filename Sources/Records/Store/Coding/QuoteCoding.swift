extension Chronicle {
  /// The quote; `nil` when `id` is another kind of record.
  package func quote(_ id: RecordID) -> Quote? {
    guard let decoder = decoder(id, .quote) else { return nil }
    return Quote(id, decoder)
  }

  /// What a quote says, in every form it has: its words and those of the original, and, as notes, its
  /// note and the words of other printings. Whom it names is not looked up: for those who read all
  /// quotes.
  package func texts(ofQuote id: RecordID) -> (words: [String], notes: [String]) {
    let fields = ["text", "original", "note", "also"]
    guard let decoder = decoder(id, .quote, fields: fields) else { return ([], []) }
    return (
      [decoder.text("text"), decoder.object("original")?.text("text")].compactMap { $0 },
      [decoder.text("note")].compactMap { $0 } + decoder.objects("also") { $0.text("text") }
    )
  }
}

extension Quote {
  init?(_ id: RecordID, _ decoder: RecordDecoder) {
    guard let speaker = decoder.id("speaker"), let text = decoder.text("text"),
      let mode: QuoteMode = decoder.word("mode"), let source = decoder.id("source")
    else { return nil }
    self.init(
      id: id, speaker: speaker, text: text, mode: mode, source: source,
      position: decoder.integer("at"), note: decoder.text("note"), via: decoder.ids("via"),
      verb: decoder.text("verb"), act: decoder.word("act") ?? .say, date: decoder.date("date"),
      about: decoder.ids("about"), language: decoder.text("lang"),
      original: decoder.object("original").flatMap(Original.init),
      printings: decoder.objects("also", Printing.init))
  }
}

extension Original {
  init?(_ decoder: RecordDecoder) {
    guard let language = decoder.text("lang") else { return nil }
    self.init(language: language, text: decoder.text("text"))
  }
}

extension Printing {
  init?(_ decoder: RecordDecoder) {
    guard let source = decoder.id("source") else { return nil }
    self.init(source: source, position: decoder.integer("at"), text: decoder.text("text"))
  }
}
