import Records
import Screen

// What an actor belongs to, and who belongs to it.

extension DocumentBuilder {
  mutating func addPositions(of actor: Actor) {
    let positions = actor.positions.filter(isKnown)
    guard !positions.isEmpty else { return }
    heading("POSITIONS")
    for position in positions.prefix(DocumentLimit.own) {
      item(
        joined([
          text(position.title) + own(", ") + link(position.of), text(position.span, .dim),
        ]))
      let source = position.source.map { place(in: $0, at: nil) }
      detail(own("source: ", .label) + (source ?? own(Wording.notStated, .dim)))
    }
  }

  mutating func addAffiliations(of actor: Actor) {
    let holders = chronicle.holders(of: actor.id)
    // Who holds a position of it comes with that.
    let named = Set(holders)
    let parts = chronicle.parts(of: actor.id).filter { !named.contains($0) }
    let (people, bodies) = parted(parts) { $0 == .person || $0 == .anonymous }
    let (unnamed, persons) = parted(people) { $0 == .anonymous }
    let rows = [
      ("part of", actor.partOf), ("in groups", chronicle.groups(with: actor.id)),
      ("members", actor.members), ("bodies", bodies), ("people", persons),
    ].filter { !$0.1.isEmpty }
    guard !rows.isEmpty || !unnamed.isEmpty || !holders.isEmpty else { return }
    heading("AFFILIATIONS")
    for (label, actors) in rows { field(label, list(actors)) }
    if !unnamed.isEmpty { field("unnamed", list(unnamed, showsOrigin: true)) }
    addHolders(holders, of: actor.id)
  }

  private func parted(
    _ actors: [RecordID], by belongs: (ActorKind) -> Bool
  ) -> (those: [RecordID], others: [RecordID]) {
    let those = Set(actors.filter { chronicle.actor($0).map { belongs($0.kind) } ?? false })
    return (actors.filter(those.contains), actors.filter { !those.contains($0) })
  }

  /// Who holds, or held, positions of a state or body, each once with all of them.
  private mutating func addHolders(_ holders: [RecordID], of body: RecordID) {
    for holder in holders.prefix(DocumentLimit.entries) {
      let positions = chronicle.actor(holder)?.positions.filter { $0.of == body && isKnown($0) }
      guard let positions, let first = positions.first else { continue }
      item(joined([link(holder) + text(", \(first.title)"), text(first.span, .dim)]))
      for position in positions.dropFirst() {
        detail(joined([text(position.title), text(position.span, .dim)]))
      }
    }
    rest(of: holders.count, after: DocumentLimit.entries, all: Offer(view: "Actors", name: body))
  }
}

extension Position {
  /// For how long it was held, as far as a source says.
  var span: String {
    if let asOf { return "held on \(asOf.unbroken)" }
    switch (from, to) {
    case (let from?, let to?): return "from \(from.unbroken) to \(to.unbroken)"
    case (let from?, nil): return "from \(from.unbroken)"
    case (nil, let to?): return "until \(to.unbroken)"
    case (nil, nil): return "dates not stated"
    }
  }
}
