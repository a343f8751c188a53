import Records

/// What a search looks at in a record.
enum SearchedText {
  case text(String)
  /// A name of a record, of which there may be several.
  case name(String, of: RecordID)
}

/// Gives what a search looks at, record by record: its own words, and every name of what it names.
struct SearchedTexts: Sendable {
  private let chronicle: Chronicle
  /// Names that records name again and again, decoded once.
  private var names: [RecordID: [String]] = [:]
  private var publishers: [RecordID: RecordID] = [:]

  typealias Visitor = (SearchedText) -> Void

  init(_ chronicle: Chronicle) {
    self.chronicle = chronicle
  }

  /// Visits what there is, the most telling first.
  mutating func forEach(of record: RecordID, _ visit: Visitor) {
    switch chronicle.kind(of: record) {
    case .event: visitEvent(record, visit)
    case .quote: visitQuote(record, visit)
    case .actor: visitActor(record, visit)
    case .agreement: visitAgreement(record, visit)
    case .source: visitSource(record, visit)
    case .place:
      visitNames(of: record, visit)
      visitNames(of: chronicle.place(record)?.within, visit)
    case .stage, .term: break
    }
  }

  private mutating func visitNames(of record: RecordID?, _ visit: Visitor) {
    guard let record else { return }
    let known = names[record] ?? allNames(of: record)
    names[record] = known
    for name in known { visit(.name(name, of: record)) }
  }

  private func allNames(of record: RecordID) -> [String] {
    let aliases =
      switch chronicle.kind(of: record) {
      case .actor: chronicle.actor(record)?.aliases
      case .place: chronicle.place(record)?.aliases
      case .agreement: chronicle.agreement(record)?.aliases
      case .stage: chronicle.stage(record)?.aliases
      case .event, .quote, .source, .term: nil as [String]?
      }
    return [chronicle.label(of: record)] + (aliases ?? [])
  }

  private func visitTexts(_ visit: Visitor, _ texts: String?...) {
    for text in texts { if let text { visit(.text(text)) } }
  }
}

// MARK: - Each kind

extension SearchedTexts {
  private mutating func visitEvent(_ record: RecordID, _ visit: Visitor) {
    guard let event = chronicle.event(record) else { return }
    visitTexts(visit, event.title, event.kind.rawValue)
    visitNames(of: event.place, visit)
    for participant in event.participants {
      visitNames(of: participant.actor, visit)
      visitTexts(visit, participant.title)
    }
    visitTexts(visit, event.summary, event.condition, event.likelihood, event.note)
    for report in event.reports {
      for participant in report.participants { visitNames(of: participant.actor, visit) }
      visitNames(of: report.place, visit)
      visitTexts(visit, report.text, report.note)
    }
    for subject in event.about { visitNames(of: subject, visit) }
  }

  private mutating func visitQuote(_ record: RecordID, _ visit: Visitor) {
    guard let quote = chronicle.quote(record) else { return }
    visitTexts(visit, quote.text)
    visitNames(of: quote.speaker, visit)
    for actor in quote.via { visitNames(of: actor, visit) }
    visitNames(of: publisher(of: quote.source), visit)
    visitTexts(visit, quote.original?.text, quote.note)
    for printing in quote.printings { visitTexts(visit, printing.text) }
  }

  private mutating func publisher(of source: RecordID) -> RecordID? {
    if let known = publishers[source] { return known }
    let publisher = chronicle.source(source)?.publisher
    publishers[source] = publisher
    return publisher
  }

  private mutating func visitActor(_ record: RecordID, _ visit: Visitor) {
    visitNames(of: record, visit)
    guard let actor = chronicle.actor(record) else { return }
    visitTexts(visit, actor.kind.words, actor.summary, actor.note)
    for position in actor.positions {
      visitTexts(visit, position.title)
      visitNames(of: position.of, visit)
    }
    for body in actor.partOf + actor.members { visitNames(of: body, visit) }
  }

  private mutating func visitAgreement(_ record: RecordID, _ visit: Visitor) {
    visitNames(of: record, visit)
    guard let agreement = chronicle.agreement(record) else { return }
    visitTexts(visit, agreement.kind?.rawValue)
    visitNames(of: agreement.place, visit)
    for party in agreement.parties { visitNames(of: party.actor, visit) }
    for stage in agreement.stages { visitNames(of: stage.id, visit) }
    for term in agreement.terms {
      visitTexts(visit, term.text, term.condition)
      for actor in term.by + term.involves { visitNames(of: actor, visit) }
    }
    visitTexts(visit, agreement.summary, agreement.note)
  }

  private mutating func visitSource(_ record: RecordID, _ visit: Visitor) {
    guard let source = chronicle.source(record) else { return }
    visitTexts(visit, chronicle.label(of: record), source.author, source.kind.rawValue)
    visitNames(of: source.publisher, visit)
    visitTexts(visit, source.note, source.url)
    for paragraph in source.text { visit(.text(paragraph)) }
  }
}
