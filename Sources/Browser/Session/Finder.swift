package import Records
import Search

/// Carries searches out. Whoever runs it may take time over it: the first search of a view reads
/// all of its records once, later ones only scan their folded text.
package struct Finder: Sendable {
  private let chronicle: Chronicle
  private var indexes: [View: TextIndex] = [:]
  private var publishers: [RecordID: RecordID] = [:]
  /// Every name of what records name again and again, so that it is decoded once.
  private var names: [RecordID: [String]] = [:]

  package init(_ chronicle: Chronicle) {
    self.chronicle = chronicle
  }

  /// What a request asks for; `nil` if cancelled.
  ///
  /// `isCancelled` is asked now and then, on the thread the search runs on.
  package mutating func answer(
    _ request: SearchRequest, isCancelled: () -> Bool = { false }
  ) -> SearchResult? {
    let index = index(of: request.view)
    guard let rows = index.matches(Query(request.text), isCancelled: isCancelled) else {
      return nil
    }
    return SearchResult(request: request, positions: rows.map { Int32($0) })
  }

  /// The records of a view that match, in the order of its list.
  package mutating func records(matching text: String, in view: View) -> [RecordID] {
    let request = SearchRequest(generation: 1, view: view, text: text, purpose: .find)
    let records = view.records(in: chronicle)
    return answer(request)?.positions.map { records[Int($0)] } ?? []
  }

  /// Reads the records of a view, so that its first search need not: in the time it takes nobody
  /// waits.
  package mutating func prepare(_ view: View) {
    _ = index(of: view)
  }

  private mutating func index(of view: View) -> TextIndex {
    if let index = indexes[view] { return index }
    let records = view.records(in: chronicle)
    var builder = TextIndex.Builder(expectedBytes: records.count * 200, expectedRows: records.count)
    for record in records {
      add(record, to: &builder)
      builder.endRow()
    }
    let index = builder.build()
    indexes[view] = index
    return index
  }
}

// MARK: - What is searched

extension Finder {
  private typealias Builder = TextIndex.Builder

  private mutating func add(_ record: RecordID, to builder: inout Builder) {
    switch chronicle.kind(of: record) {
    case .event: addEvent(record, to: &builder)
    case .quote: addQuote(record, to: &builder)
    case .actor: addActor(record, to: &builder)
    case .agreement: addAgreement(record, to: &builder)
    case .source: addSource(record, to: &builder)
    case .place: addName(of: record, to: &builder)
    case .stage, .term: break
    }
  }

  /// Every name of an actor, a place or an agreement, so that any of them finds what means it.
  private mutating func addName(of record: RecordID?, to builder: inout Builder) {
    guard let record else { return }
    let known = names[record] ?? allNames(of: record)
    names[record] = known
    for name in known { builder.add(name: name) }
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

  private func add(_ texts: String?..., to builder: inout Builder) {
    for text in texts { if let text { builder.add(text) } }
  }

  private mutating func addEvent(_ record: RecordID, to builder: inout Builder) {
    guard let event = chronicle.event(record) else { return }
    add(event.title, event.summary, event.kind.rawValue, event.condition, to: &builder)
    addName(of: event.place, to: &builder)
    for participant in event.participants {
      addName(of: participant.actor, to: &builder)
      add(participant.title, to: &builder)
    }
    for report in event.reports {
      for participant in report.participants { addName(of: participant.actor, to: &builder) }
      addName(of: report.place, to: &builder)
    }
    for subject in event.about { addName(of: subject, to: &builder) }
  }

  private mutating func addQuote(_ record: RecordID, to builder: inout Builder) {
    guard let quote = chronicle.quote(record) else { return }
    add(quote.text, quote.original?.text, to: &builder)
    for printing in quote.printings { add(printing.text, to: &builder) }
    addName(of: quote.speaker, to: &builder)
    for actor in quote.via { addName(of: actor, to: &builder) }
    addName(of: publisher(of: quote.source), to: &builder)
  }

  private mutating func publisher(of source: RecordID) -> RecordID? {
    if let known = publishers[source] { return known }
    let publisher = chronicle.source(source)?.publisher
    publishers[source] = publisher
    return publisher
  }

  private mutating func addActor(_ record: RecordID, to builder: inout Builder) {
    addName(of: record, to: &builder)
    guard let actor = chronicle.actor(record) else { return }
    add(actor.summary, actor.kind.words, to: &builder)
    for position in actor.positions {
      add(position.title, to: &builder)
      addName(of: position.of, to: &builder)
    }
    for body in actor.partOf + actor.members { addName(of: body, to: &builder) }
  }

  private mutating func addAgreement(_ record: RecordID, to builder: inout Builder) {
    addName(of: record, to: &builder)
    guard let agreement = chronicle.agreement(record) else { return }
    add(agreement.summary, agreement.kind?.rawValue, to: &builder)
    addName(of: agreement.place, to: &builder)
    for party in agreement.parties { addName(of: party.actor, to: &builder) }
    for stage in agreement.stages { addName(of: stage.id, to: &builder) }
    for term in agreement.terms {
      add(term.text, to: &builder)
      for actor in term.by + term.involves { addName(of: actor, to: &builder) }
    }
  }

  private mutating func addSource(_ record: RecordID, to builder: inout Builder) {
    guard let source = chronicle.source(record) else { return }
    add(chronicle.label(of: record), source.author, source.kind.rawValue, to: &builder)
    addName(of: source.publisher, to: &builder)
  }
}
