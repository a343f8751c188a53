/// Something that happened, or is said to, or is to, at a time and place.
///
/// `date`, `status`, `place` and `participants` are what the first report says; what is known as
/// of a day is the fold of the reports (`Fold`).
package struct Event: Hashable, Sendable {
  package let id: RecordID
  package let title: String
  package let summary: String?
  package let note: String?
  package let kind: EventKind
  /// `nil`: no date stated.
  package let date: RecordDate?
  package let status: Status
  package let weight: Weight
  package let condition: String?
  package let likelihood: String?
  package let place: RecordID?
  package let about: [RecordID]
  package let participants: [Participant]
  package let links: [Link]
  /// At least one.
  package let reports: [Report]
}

/// An actor in its role in an event.
package struct Participant: Hashable, Sendable {
  package let actor: RecordID
  package let role: ParticipantRole
  /// The title as the source gave it that day.
  package let title: String?
}

/// A tie from one event to another record.
package struct Link: Hashable, Sendable {
  package let relation: Relation
  package let target: RecordID
}
