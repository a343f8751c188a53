/// In which field one record names another.
package enum Mention: UInt8, CaseIterable, Sendable {
  case publisher, sourcePartOf, corrects, retracts
  case within
  case actorPartOf, member, positionOf, positionSource, actorSource
  case agreementPlace, agreementSource, party, termStage, obligor, involved, termSource
  case eventPlace, eventAbout, participant, link
  case reportQuote, reportSource, reportBy, reportVia, reportPlace, reportParticipant
  case speaker, quoteSource, quoteVia, quoteAbout, printingSource
  /// Of a reference that no longer counts, since its record was merged with another piece.
  case none

  /// The kinds of record that may be named there.
  var kinds: [RecordKind] {
    switch self {
    case .publisher, .actorPartOf, .member, .positionOf, .party, .obligor, .involved,
      .participant, .reportBy, .reportVia, .reportParticipant, .speaker, .quoteVia:
      [.actor]
    case .sourcePartOf, .corrects, .retracts, .positionSource, .actorSource, .agreementSource,
      .termSource, .reportSource, .quoteSource, .printingSource:
      [.source]
    case .within, .agreementPlace, .eventPlace, .reportPlace: [.place]
    case .termStage: [.stage]
    case .reportQuote: [.quote]
    case .eventAbout: [.agreement, .stage, .term, .place, .actor, .event]
    case .link: [.event, .agreement, .stage, .term]
    case .quoteAbout: [.agreement, .stage, .term, .place, .actor, .event, .quote, .source]
    case .none: RecordKind.allCases
    }
  }
}
