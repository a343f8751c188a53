import Testing

@testable import Records

/// Who names whom: for every field that holds ids a question that is answered by it.
@Suite struct InverseTests {
  typealias Question = @Sendable (Chronicle, RecordID) -> [RecordID]

  /// For every mention, the question that finds it.
  private static func question(_ mention: Mention) -> Question? {
    switch mention {
    case .publisher: { $0.sources(by: $1) }
    case .sourcePartOf: { $0.comments(in: $1) }
    case .corrects, .retracts: { $0.corrections(of: $1) }
    case .within: { $0.places(within: $1) }
    case .actorPartOf: { $0.parts(of: $1) }
    case .member: { $0.groups(with: $1) }
    case .positionOf: { $0.holders(of: $1) }
    case .positionSource: { $0.positions(restingOn: $1) }
    case .actorSource: { $0.unnamedActors(in: $1) }
    case .agreementPlace: { $0.agreements(at: $1) }
    case .agreementSource, .termSource: { $0.records(restingOn: $1) }
    case .party: { $0.agreements(of: $1) }
    case .termStage: { $0.terms(of: $1) }
    case .obligor, .involved: { $0.terms(naming: $1) }
    case .eventPlace, .reportPlace: { $0.events(at: $1) }
    case .eventAbout, .quoteAbout: { $0.records(about: $1) }
    case .participant, .reportParticipant: { $0.events(of: $1) }
    case .link: { $0.records(linkingTo: $1) }
    case .reportQuote, .reportSource: { $0.records(reportedIn: $1) }
    case .reportBy: { $0.records(reportedBy: $1) }
    case .reportVia, .quoteVia: { $0.records(via: $1) }
    case .speaker: { $0.quotes(by: $1) }
    case .quoteSource, .printingSource: { $0.quotes(in: $1) }
    case .none: nil
    }
  }

  /// The ids that a record names in the fields of a mention.
  private func named(_ node: JSONNode, _ shape: ShapeName, by wanted: Mention) -> [String] {
    guard case .object(let members) = node.value else { return [] }
    return members.flatMap { member -> [String] in
      let field = Schema.shape(shape).fields.first { $0.name == member.name }
      switch field?.type {
      case .reference(let mention):
        return mention == wanted ? [member.value.text].compactMap { $0 } : []
      case .references(let mention):
        return mention == wanted ? member.value.elements.compactMap(\.text) : []
      case .object(let part): return named(member.value, part, by: wanted)
      case .objects(let part) where part.kind == nil:
        return member.value.elements.flatMap { named($0, part, by: wanted) }
      default: return []
      }
    }
  }

  private func check(_ chronicle: Chronicle) throws {
    for mention in Mention.allCases {
      guard let question = Self.question(mention) else { continue }
      // Participants of reports stand in the same field as those of events.
      let field = mention == .reportParticipant ? Mention.participant : mention
      for kind in RecordKind.allCases {
        let shape = try #require(ShapeName.allCases.first { $0.kind == kind })
        for id in chronicle.records(of: kind) {
          let node = try #require(chronicle.table.node(of: id))
          for name in named(node, shape, by: field) {
            let answer = try question(chronicle, chronicle.the(name))
            #expect(
              answer.count { $0 == id } == 1, "\(mention): \(chronicle.name(of: id)) → \(name)")
          }
        }
      }
      for kind in mention.kinds {
        for id in chronicle.records(of: kind) {
          let answer = question(chronicle, id)
          let places = answer.map {
            (Int(chronicle.kind(of: $0).rawValue), chronicle.position(of: $0))
          }
          #expect(places.elementsEqual(places.sorted { $0 < $1 }, by: ==), "\(mention)")
          if !answer.isEmpty { #expect(chronicle.mentionCount(of: id) >= answer.count) }
        }
      }
    }
  }

  @Test("Every reference is found from the record it names, once and in the order of the lists")
  func rare() throws {
    try check(Fixture.rare())
    try check(Fixture.miami())
  }

  @Test("The rare cases hold every kind of reference")
  func complete() throws {
    let chronicle = try Fixture.rare()
    let kinds = Set(chronicle.table.edgeMentions.values)
    withExtendedLifetime(chronicle) {}
    for mention in Mention.allCases where mention != .none {
      #expect(kinds.contains(mention.rawValue), "\(mention)")
    }
  }

  @Test("A record that names another in two fields, or twice, is found once")
  func once() throws {
    let members =
      #""about": ["here", "pact", "here"], "place": "here", "participants": "#
      + #"[{"actor": "ann", "role": "host"}, {"actor": "ann", "role": "envoy"}]"#
    let reports =
      #"{"source": "s", "place": "here", "participants": [{"actor": "ann"}]}, "#
      + #"{"source": "s", "by": "ann"}"#
    let chronicle = try chronicle(store(["events": event("x", members, reports: reports)]))
    let x = try chronicle.the("x")
    #expect(try chronicle.events(of: chronicle.the("ann")) == [x])
    #expect(try chronicle.events(at: chronicle.the("here")) == [x])
    #expect(try chronicle.records(about: chronicle.the("here")) == [x])
    #expect(try chronicle.mentionCount(of: chronicle.the("here")) == 4)
    #expect(try chronicle.names(chronicle.records(reportedIn: chronicle.the("s"))) == ["e", "x"])
  }
}
