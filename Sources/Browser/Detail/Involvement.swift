import Records
import Screen

/// In which roles an actor takes part in events, and with whom.
struct Involvement {
  /// Events by the actor's role, the roles in the order of the vocabulary.
  private(set) var byRole: [(role: ParticipantRole, events: [RecordID])] = []
  /// Other actors by the number of events they share, the most first, then by name.
  private(set) var company: [(actor: RecordID, count: Int)] = []
  /// How many events were looked at: the latest ones where there are too many.
  let examined: Int

  /// Looks at events an actor takes part in, which are in display order.
  init(of actor: RecordID, in events: [RecordID], builder: DocumentBuilder) {
    let chronicle = builder.chronicle
    let lookup = builder.lookup
    let latest = events.suffix(DocumentLimit.folded)
    examined = latest.count
    var roles: [ParticipantRole: [RecordID]] = [:]
    var shared: [RecordID: Int] = [:]
    for event in latest {
      let participants = lookup.fold(event, asOf: builder.context.asOf)?.participants ?? []
      var others: Set<RecordID> = []
      for participant in participants {
        if participant.actor == actor {
          roles[participant.role, default: []].append(event)
        } else {
          others.insert(participant.actor)
        }
      }
      for other in others { shared[other, default: 0] += 1 }
    }
    byRole = ParticipantRole.allCases.compactMap { role in
      roles[role].map { (role, $0) }
    }
    company = shared.map { (actor: $0.key, count: $0.value) }
      .sorted { left, right in
        left.count != right.count
          ? left.count > right.count
          : (chronicle.label(of: left.actor), left.actor)
            < (chronicle.label(of: right.actor), right.actor)
      }
  }
}

extension DocumentBuilder {
  mutating func addEvents(_ involvement: Involvement, count: Int) {
    guard count > 0 else { return }
    let offer = Offer(view: "Timeline", name: subject)
    heading("EVENTS (\(Wording.number(count)))")
    if involvement.examined < count {
      paragraph(
        own("of the latest \(Wording.number(involvement.examined)); all: ", .dim)
          + place(of: offer))
    }
    let shown = max(10, DocumentLimit.entries / max(1, involvement.byRole.count))
    for (role, events) in involvement.byRole {
      let count = " (\(Wording.number(events.count)))"
      paragraph(own("as \(role.rawValue)", .label) + text(count, .dim))
      for event in events.suffix(shown) { eventEntry(event) }
      rest(of: events.count, after: shown, all: offer)
    }
  }

  mutating func addCompany(_ involvement: Involvement) {
    guard !involvement.company.isEmpty else { return }
    heading("APPEARS WITH")
    for (actor, count) in involvement.company.prefix(DocumentLimit.entries) {
      item(joined([link(actor), own("in \(Wording.count(count, "event"))", .dim)]))
    }
    rest(of: involvement.company.count, after: DocumentLimit.entries)
  }
}
