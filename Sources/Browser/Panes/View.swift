package import Records

/// The views, in the order of their numbers on the keyboard. Each is a list of one kind of record
/// with the detail of the selected one.
package enum View: Int, CaseIterable, Hashable, Sendable {
  case timeline, quotes, actors, agreements, sources, places

  /// What the title line calls it.
  package var name: String {
    switch self {
    case .timeline: "Timeline"
    case .quotes: "Quotes"
    case .actors: "Actors"
    case .agreements: "Agreements"
    case .sources: "Sources"
    case .places: "Places"
    }
  }

  /// The kind of record in its list.
  package var kind: RecordKind {
    switch self {
    case .timeline: .event
    case .quotes: .quote
    case .actors: .actor
    case .agreements: .agreement
    case .sources: .source
    case .places: .place
    }
  }

  /// The command that goes there.
  package var command: Command {
    switch self {
    case .timeline: .showTimeline
    case .quotes: .showQuotes
    case .actors: .showActors
    case .agreements: .showAgreements
    case .sources: .showSources
    case .places: .showPlaces
    }
  }

  /// The view in which a record of a kind is shown; stages and terms stand in their agreement.
  package init(of kind: RecordKind) {
    switch kind {
    case .event: self = .timeline
    case .quote: self = .quotes
    case .actor: self = .actors
    case .agreement, .stage, .term: self = .agreements
    case .source: self = .sources
    case .place: self = .places
    }
  }

  /// Whether its list is in the order of days.
  package var hasDays: Bool {
    switch self {
    case .timeline, .quotes, .sources: true
    case .actors, .agreements, .places: false
    }
  }

  /// All of its records, in the order in which they are shown.
  package func records(in chronicle: Chronicle) -> RecordList {
    switch self {
    case .timeline: chronicle.events
    case .quotes: chronicle.quotes
    case .actors: chronicle.actors
    case .agreements: chronicle.agreements
    case .sources: chronicle.sources
    case .places: chronicle.places
    }
  }
}
