/// The actors with those first of whom there is most: in how many events one takes part and how
/// often one is quoted. Outlets, which carry what others do and say, come after all others.
package struct ActorOrder: Sendable {
  /// All actors. Of equal ones who is named more in any way comes first, then by name.
  package let actors: RecordList
  /// For each place in `Chronicle.actors`, the place here.
  private let places: Column<UInt32>

  /// One pass over what names the actors, and a sort.
  package init(_ chronicle: Chronicle) {
    let keyed = chronicle.actors.enumerated().map { position, actor in
      (
        isOutlet: chronicle.kindCode(of: actor) == Schema.outletCode ? 1 : 0,
        activity: -chronicle.activity(of: actor), mentions: -chronicle.mentionCount(of: actor),
        position: position, actor: actor
      )
    }.sorted {
      ($0.isOutlet, $0.activity, $0.mentions, $0.position)
        < ($1.isOutlet, $1.activity, $1.mentions, $1.position)
    }
    let rows = Column<UInt32>(capacity: keyed.count)
    places = Column(repeating: 0, count: keyed.count)
    for (place, entry) in keyed.enumerated() {
      rows.append(entry.actor.number)
      places[entry.position] = UInt32(truncatingIfNeeded: place)
    }
    actors = RecordList(rows: rows)
  }

  /// The place here of the actor at a place in `Chronicle.actors`.
  package func place(of position: Int) -> Int {
    Int(places[position])
  }
}

extension Chronicle {
  /// In how many events an actor takes part, and how many quotes are its own.
  fileprivate func activity(of actor: RecordID) -> Int {
    inverse.count(naming: actor, as: MentionSet(.participant, .reportParticipant, .speaker))
  }
}
