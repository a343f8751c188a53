/// A person, body, group or state that acts or speaks.
package struct Actor: Hashable, Sendable {
  package let id: RecordID
  package let name: String
  package let kind: ActorKind
  /// Other spellings and scripts of the name.
  package let aliases: [String]
  /// The states and bodies it belongs to.
  package let partOf: [RecordID]
  /// The actors a group consists of.
  package let members: [RecordID]
  package let positions: [Position]
  /// The one source in which an unnamed person exists.
  package let source: RecordID?
  package let summary: String?
  package let note: String?

  /// The positions known to be held on `day`: those whose span covers it or that a source names
  /// for that very day. Never a later title.
  package func positions(on day: Day) -> [Position] {
    positions.filter { $0.covers(day) }
  }
}

/// An office or membership, for as long as a source says it was held.
package struct Position: Hashable, Sendable {
  package let title: String
  package let of: RecordID
  package let from: RecordDate?
  package let to: RecordDate?
  /// Set when all that is known is that it was held on that date.
  package let asOf: RecordDate?
  /// The source that says so, where the record names one.
  package let source: RecordID?

  func covers(_ day: Day) -> Bool {
    if let asOf {
      return asOf.lower.map { $0 <= day } == true && asOf.upper.map { day <= $0 } == true
    }
    guard from != nil || to != nil else { return false }
    if let start = from?.lower, day < start { return false }
    if let end = to?.upper, end < day { return false }
    return true
  }
}
