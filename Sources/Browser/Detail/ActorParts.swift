import Records
import Screen

extension DocumentBuilder {
  /// The office an actor held on a day, with the body it belongs to; `nil` when none is known for
  /// that day, even if later ones are.
  mutating func position(of actor: RecordID, on day: Day?) -> StyledText? {
    guard let day, let positions = chronicle.actor(actor)?.positions(on: day), !positions.isEmpty
    else { return nil }
    var parts: [StyledText] = []
    for position in positions {
      parts.append(text(position.title) + own(", ") + link(position.of))
    }
    return joined(parts, by: "; ")
  }

  /// An actor in an event: role and title of that day. The members of a group are named as
  /// members: nobody said that each of them attended.
  mutating func participantEntry(_ participant: Participant, on day: Day?) {
    var line = link(participant.actor)
    let actor = chronicle.actor(participant.actor)
    if actor?.kind == .anonymous { line += own(" (unnamed)", .dim) }
    if let title = participant.title {
      line += text(", \(title)")
    } else if let position = position(of: participant.actor, on: day) {
      line += own(", ") + position
    }
    if participant.role != .participant {
      line += own(Self.dot, .dim) + text(participant.role.words, .mark)
    }
    item(line)
    if let actor, actor.kind == .group, !actor.members.isEmpty {
      detail(own("members of the group: ", .dim) + list(actor.members))
    }
  }

  /// Actors with their roles in one line.
  mutating func participants(_ participants: [Participant]) -> StyledText {
    var parts: [StyledText] = []
    for participant in participants.prefix(DocumentLimit.entries) {
      var part = link(participant.actor)
      if participant.role != .participant { part += own(" (\(participant.role.words))", .dim) }
      parts.append(part)
    }
    let rest = participants.count - parts.count
    if rest > 0 { parts.append(own("… and \(Wording.number(rest)) more", .dim)) }
    return joined(parts, by: ", ")
  }
}
