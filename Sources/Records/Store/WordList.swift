/// The closed lists of words.
enum WordList: UInt8, CaseIterable, Sendable {
  case sourceKind, actorKind, agreementKind, partyRole, eventKind, status, weight
  case participantRole, relation, assertion, termState, quoteMode, act, standing

  /// The words, in the order of their cases.
  var words: [String] {
    func all<V: Vocabulary>(_: V.Type) -> [String] { V.allCases.map(\.rawValue) }
    return switch self {
    case .sourceKind: all(SourceKind.self)
    case .actorKind: all(ActorKind.self)
    case .agreementKind: all(AgreementKind.self)
    case .partyRole: all(PartyRole.self)
    case .eventKind: all(EventKind.self)
    case .status: all(Status.self)
    case .weight: all(Weight.self)
    case .participantRole: all(ParticipantRole.self)
    case .relation: all(Relation.self)
    case .assertion: all(Assertion.self)
    case .termState: all(TermState.self)
    case .quoteMode: all(QuoteMode.self)
    case .act: all(Act.self)
    case .standing: all(Standing.self)
    }
  }
}
