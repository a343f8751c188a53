/// What one account says, or several laid over each other.
struct Statement: Hashable, Sendable {
  var date: RecordDate?
  var status: Status?
  var place: RecordID?
  var state: TermState?
  var participants = Participants()

  init() {}

  /// What an account says. The fields of an event are what its first stored report says.
  init(_ account: Account, of event: Event?) {
    let report = account.report
    let event = account.index == 0 ? event : nil
    date = report.date ?? event?.date
    status = report.status ?? event?.status
    place = report.place ?? event?.place
    state = report.state
    for participant in (event?.participants ?? []) + report.participants {
      _ = participants.unite(participant)
    }
  }

  /// Lays a later statement over this one, and says what that changed.
  mutating func overlay(_ later: Statement, isCorrection: Bool) -> [Change] {
    var changes: [Change] = []
    if let to = later.date, to != date {
      changes.append(.date(from: date, to: to))
      date = to
    }
    if let to = later.status, to != status {
      changes.append(.status(from: status, to: to))
      status = to
    }
    if let to = later.place, to != place {
      changes.append(.place(from: place, to: to))
      place = to
    }
    if let to = later.state, to != state {
      changes.append(.state(from: state, to: to))
      state = to
    }
    var removed: [Participant] = []
    if isCorrection, !later.participants.list.isEmpty {
      removed = participants.keep(later.participants)
    }
    let added = later.participants.list.filter { participants.unite($0) }
    if !added.isEmpty { changes.append(.added(added)) }
    if !removed.isEmpty { changes.append(.removed(removed)) }
    return changes
  }
}

/// Who takes part, each actor once in each role.
struct Participants: Hashable, Sendable {
  private struct Key: Hashable {
    let actor: RecordID
    let role: ParticipantRole
  }

  /// In the order in which they became known.
  private(set) var list: [Participant] = []
  private var indexes: [Key: Int] = [:]
  private var firstIndexes: [RecordID: Int] = [:]

  /// Adds a participant; `false` when the actor was known in this role already.
  ///
  /// `participant` is what a source says that names no role: it adds nothing to a role that is
  /// known, and gives way to one that becomes known. The title that is known first stays.
  mutating func unite(_ new: Participant) -> Bool {
    let same = index(of: new)
    guard let same else {
      add(new)
      return true
    }
    let old = list[same]
    let role = old.role == .participant ? new.role : old.role
    list[same] = Participant(actor: old.actor, role: role, title: old.title ?? new.title)
    indexes[Key(actor: old.actor, role: role)] = same
    return role != old.role
  }

  /// Leaves out all but those who are in another list too, and returns who was left out.
  mutating func keep(_ others: Participants) -> [Participant] {
    let before = list
    self = Participants()
    var removed: [Participant] = []
    for participant in before {
      if others.index(of: participant) == nil {
        removed.append(participant)
      } else {
        add(participant)
      }
    }
    return removed
  }

  /// Where the actor stands in that role, or in one of the two where the other names no role.
  private func index(of new: Participant) -> Int? {
    guard let first = firstIndexes[new.actor] else { return nil }
    if new.role == .participant || list[first].role == .participant { return first }
    return indexes[Key(actor: new.actor, role: new.role)]
  }

  private mutating func add(_ new: Participant) {
    indexes[Key(actor: new.actor, role: new.role)] = list.count
    if firstIndexes[new.actor] == nil { firstIndexes[new.actor] = list.count }
    list.append(new)
  }
}
