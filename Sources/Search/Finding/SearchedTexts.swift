package import Records

/// What a search looks at in a record itself: its own words and names. The names of what it names
/// are looked up among all names; see `Finder`.
package struct SearchedTexts: Sendable {
  let chronicle: Chronicle

  package init(_ chronicle: Chronicle) {
    self.chronicle = chronicle
  }

  /// What a text of a record is; the more it says of what the record is, the earlier it comes.
  package enum Weight: Sendable {
    case name, title, quote, summary, note
  }

  /// What texts a record of a kind may have, the most telling first.
  static func weights(of kind: RecordKind) -> [Weight] {
    switch kind {
    case .event: [.title, .summary, .note]
    case .quote: [.quote, .note]
    case .actor, .agreement: [.name, .summary, .note]
    case .source: [.title, .note]
    case .term: [.summary, .note]
    case .place, .stage: [.name]
    }
  }

  package typealias Visitor = (_ text: String, _ weight: Weight) -> Void

  /// Visits the texts, the most telling first. Those of weight `name` are names.
  package func forEach(of record: RecordID, _ visit: Visitor) {
    switch chronicle.kind(of: record) {
    case .event: visitEvent(record, visit)
    case .quote: visitQuote(record, visit)
    case .actor: visitActor(record, visit)
    case .agreement: visitAgreement(record, visit)
    case .source: visitSource(record, visit)
    case .term: visitTerm(chronicle.term(record), visit)
    case .place, .stage: visitNames(of: record, visit)
    }
  }

  /// The names of a record that has any: an actor, place, agreement or stage; the main one first.
  package func names(of record: RecordID) -> [String] {
    [chronicle.label(of: record)] + chronicle.aliases(of: record)
  }

  private func visitNames(of record: RecordID, _ visit: Visitor) {
    for name in names(of: record) { visit(name, .name) }
  }
}

// MARK: - Each kind

extension SearchedTexts {
  private func visitEvent(_ record: RecordID, _ visit: Visitor) {
    guard let event = chronicle.event(record) else { return }
    visit(event.title, .title)
    for text in [event.summary, event.condition, event.likelihood] {
      if let text { visit(text, .summary) }
    }
    visit(event.kind.rawValue, .note)
    for participant in event.participants + event.reports.flatMap(\.participants) {
      if let title = participant.title { visit(title, .note) }
    }
    for text in [event.note] + event.reports.flatMap({ [$0.text, $0.note] }) {
      if let text { visit(text, .note) }
    }
  }

  private func visitQuote(_ record: RecordID, _ visit: Visitor) {
    guard chronicle.hasMoreText(record) else {
      visit(chronicle.label(of: record), .quote)
      return
    }
    let texts = chronicle.texts(ofQuote: record)
    for text in texts.words { visit(text, .quote) }
    for text in texts.notes { visit(text, .note) }
  }

  private func visitActor(_ record: RecordID, _ visit: Visitor) {
    visitNames(of: record, visit)
    guard let actor = chronicle.actor(record) else { return }
    for position in actor.positions { visit(position.title, .summary) }
    if let summary = actor.summary { visit(summary, .summary) }
    visit(actor.kind == .anonymous ? "unnamed person" : actor.kind.rawValue, .note)
    if let note = actor.note { visit(note, .note) }
  }

  private func visitAgreement(_ record: RecordID, _ visit: Visitor) {
    visitNames(of: record, visit)
    guard let agreement = chronicle.agreement(record) else { return }
    for stage in agreement.stages { visitNames(of: stage.id, visit) }
    if let summary = agreement.summary { visit(summary, .summary) }
    for term in agreement.terms { visitWording(of: term, visit) }
    if let kind = agreement.kind { visit(kind.rawValue, .note) }
    for term in agreement.terms { visitReports(of: term, visit) }
    if let note = agreement.note { visit(note, .note) }
  }

  private func visitTerm(_ term: Term?, _ visit: Visitor) {
    guard let term else { return }
    visitWording(of: term, visit)
    visitReports(of: term, visit)
  }

  private func visitWording(of term: Term, _ visit: Visitor) {
    visit(term.text, .summary)
    if let condition = term.condition { visit(condition, .summary) }
  }

  private func visitReports(of term: Term, _ visit: Visitor) {
    for text in term.reports.flatMap({ [$0.text, $0.note] }) {
      if let text { visit(text, .note) }
    }
  }

  private func visitSource(_ record: RecordID, _ visit: Visitor) {
    guard let source = chronicle.source(record) else { return }
    visit(chronicle.label(of: record), .title)
    visit(source.kind.rawValue, .note)
    for text in [source.author, source.note, source.url] {
      if let text { visit(text, .note) }
    }
    for paragraph in source.text { visit(paragraph, .note) }
  }
}
