import Records
import Screen

extension DocumentBuilder {
  mutating func addQuote(_ id: RecordID) {
    guard let quote = chronicle.quote(id) else { return }
    title(words: words(of: quote))
    tag(quote)
    gap()
    field("speaker", speaker(of: quote))
    field("mode", own(quote.mode.explanation(isTranslated: quote.original != nil)))
    field("act", act(of: quote))
    field("said", date(quote.date))
    field("path", path(of: quote))
    field("source", place(in: quote.source, at: quote.position, withDate: true))
    addLanguage(of: quote)
    addPrintings(of: quote)
    records("ABOUT", quote.about)
    let events = known(events(reportedIn: id))
    list("EVENTS THAT REST ON IT", events) { $0.eventEntry($1) }
    let terms = chronicle.records(reportedIn: id).filter { chronicle.kind(of: $0) == .term }
    records("TERMS IT REPORTS ON", terms)
    section("NOTE", quote.note)
  }

  /// Events with a report read from a source or quote.
  func events(reportedIn basis: RecordID) -> [RecordID] {
    chronicle.records(reportedIn: basis).filter { chronicle.kind(of: $0) == .event }
  }

  private mutating func addLanguage(of quote: Quote) {
    if let language = quote.language, language != chronicle.language {
      field("language", language)
    }
    guard let original = quote.original else { return }
    guard let words = original.text else {
      field("original", "translated from \(original.language); the original words are not to hand")
      return
    }
    heading("ORIGINAL (\(original.language))")
    paragraph(quote.mode == .direct ? quoted(words) : text(words))
  }

  private mutating func addPrintings(of quote: Quote) {
    guard !quote.printings.isEmpty else { return }
    heading("ALSO PRINTED IN")
    for printing in quote.printings.prefix(DocumentLimit.own) {
      guard isKnown(printing.source) else { continue }
      item(place(in: printing.source, at: printing.position, withDate: true))
      guard let words = printing.text else { continue }
      if words == quote.text {
        detail(own("the same words", .dim))
      } else {
        detail(quote.mode == .direct ? quoted(words) : text(words))
      }
    }
  }

  private mutating func speaker(of quote: Quote) -> StyledText {
    var result = link(quote.speaker)
    if chronicle.actor(quote.speaker)?.kind == .anonymous { result += own(" (unnamed)", .dim) }
    if let position = position(of: quote.speaker, on: chronicle.sortDay(of: quote.id)) {
      result += own(", ") + position
    }
    return result
  }

  private func act(of quote: Quote) -> StyledText {
    guard let verb = quote.verb else { return text(quote.act.rawValue) }
    return text(quote.act.rawValue) + own("\(Self.dot)the source’s verb: ", .dim) + text(verb)
  }
}

// MARK: - Quotes in other documents

extension DocumentBuilder {
  /// A quote in a list: its words, then the path they took and when they were said.
  mutating func quoteEntry(_ id: RecordID) {
    guard let quote = chronicle.quote(id) else { return }
    item(marker(of: id) + words(of: quote), anchor: id)
    tag(quote, asDetail: true)
    detail(joined([path(of: quote), text(quote.mode.word, .dim), text(date(quote.date), .dim)]))
  }

  /// The quotes among some records, with what they say.
  mutating func quotes(_ title: String, _ ids: [RecordID], all offer: Offer? = nil) {
    list(title, known(ids), all: offer) { $0.quoteEntry($1) }
  }

  /// A quote's words: in quotation marks where they are the speaker's.
  func words(of quote: Quote) -> StyledText {
    switch quote.mode {
    case .direct: quoted(quote.text)
    case .indirect: text(quote.text)
    case .mixed:
      QuotedWords.parts(of: quote.text).reduce(into: StyledText("")) { result, part in
        result += text(String(part.text), part.isQuoted ? .quote : .text)
      }
    }
  }

  func quoted(_ words: String) -> StyledText {
    StyledText("“", .quote) + text(words, .quote) + StyledText("”", .quote)
  }

  /// Speaker › intermediaries › publisher.
  mutating func path(of quote: Quote) -> StyledText {
    path(OneLine.stops(of: quote, in: chronicle))
  }

  /// The way words took, from the origin to the publisher.
  mutating func path(_ stops: [RecordID]) -> StyledText {
    var parts: [StyledText] = []
    for stop in stops { parts.append(link(stop)) }
    return joined(parts, by: Self.arrow)
  }

  /// Where something stands: the source, the paragraph, the day of publication.
  mutating func place(
    in source: RecordID, at position: Int?, withDate: Bool = false
  ) -> StyledText {
    var result = link(source)
    if let position { result += own(", paragraph \(Wording.number(position))", .dim) }
    // A source without a title is called by its publisher and this very date.
    if withDate, let found = chronicle.source(source), found.title != nil {
      result += own("\(Self.dot)published \(found.published.unbroken)", .dim)
    }
    return result
  }

  private mutating func tag(_ quote: Quote, asDetail: Bool = false) {
    guard isComment(quote) else { return }
    let tag = StyledText("reader comment · evidence for nothing", .comment)
    if asDetail { detail(tag) } else { paragraph(tag) }
  }

  private func isComment(_ quote: Quote) -> Bool {
    quote.act == .comment || chronicle.source(quote.source)?.kind == .comment
  }

  private mutating func title(words: StyledText) {
    paragraph(words, anchor: subject)
  }
}
