/// What some actors belong to, for telling who is interested in an event.
///
/// An actor and its members belong to what they are part of, to what they hold a position of, and,
/// for a person, to the bodies that list it as a member; and to what those are part of. Membership
/// is not followed up from a state or body: two states do not belong together because both are
/// members of one organisation.
struct Affiliation: Sendable {
  /// The actors, and everybody they consist of.
  private(set) var own: Set<RecordID> = []
  /// The states and bodies that these belong to, themselves included.
  private(set) var bodies: Set<RecordID> = []

  /// - Parameters:
  ///   - roots: the actors it is about.
  ///   - event: positions that ended before it or began after it are not counted.
  ///   - day: positions that began after it are not counted; `nil` for all that is known today.
  ///   - lookup: where actors are found.
  init(
    of roots: [RecordID], at event: RecordDate?, asOf day: Day?, in lookup: some RecordLookup
  ) {
    var waiting = roots
    var actors: [Actor] = []
    while let id = waiting.popLast() {
      guard own.insert(id).inserted, let found = lookup.actor(id) else { continue }
      actors.append(found)
      waiting += found.members
    }
    var above: [RecordID] = []
    for member in actors {
      if member.kind.isBody { bodies.insert(member.id) }
      above += member.partOf
      above += member.positions.filter { $0.mayBeHeld(at: event, asOf: day) }.map(\.of)
      if member.kind == .person || member.kind == .anonymous {
        above += lookup.groups(with: member.id)
      }
    }
    var seen: Set<RecordID> = []
    while let id = above.popLast() {
      guard seen.insert(id).inserted, let body = lookup.actor(id) else { continue }
      if body.kind.isBody { bodies.insert(id) }
      above += body.partOf
    }
  }
}

/// Who is interested in an event: its participants, the parties to an agreement that it is about, and
/// who shares a state or a body with one of these.
struct Interests: Sendable {
  private let participants: Set<RecordID>
  private let affiliation: Affiliation
  private let date: RecordDate?
  private let day: Day?

  init(_ event: FoldedEvent, asOf day: Day?, in lookup: some RecordLookup) {
    date = event.date
    self.day = day
    participants = Set(
      event.participants.map(\.actor) + event.about.flatMap { lookup.parties(of: $0) })
    affiliation = Affiliation(of: Array(participants), at: date, asOf: day, in: lookup)
  }

  /// Whether an actor takes part, is among those who do or has one of them among its members, or
  /// belongs to a state or body that one of them belongs to.
  func contain(_ actor: RecordID, in lookup: some RecordLookup) -> Bool {
    if affiliation.own.contains(actor) { return true }
    let other = Affiliation(of: [actor], at: date, asOf: day, in: lookup)
    return !other.own.isDisjoint(with: participants)
      || !other.bodies.isDisjoint(with: affiliation.bodies)
  }
}

extension ActorKind {
  /// Whether sharing it is an interest: a state or an organised body, not a person, a population or
  /// a group that is only named together.
  var isBody: Bool {
    switch self {
    case .state, .governmentBody, .organisation, .armedGroup, .outlet: true
    case .person, .group, .population, .anonymous: false
    }
  }
}

extension Position {
  /// Whether nothing says that it ended before the event or began after it, and the day one looks
  /// back from does not come before all that is said of it.
  func mayBeHeld(at event: RecordDate?, asOf day: Day?) -> Bool {
    let start = from?.lower
    if let end = to?.upper, let first = event?.lower, end < first { return false }
    if let start, let last = event?.upper, start > last { return false }
    if let day, let start = start ?? asOf?.lower, start > day { return false }
    return true
  }
}
