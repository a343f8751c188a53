/// One account of an event or a term: by an origin, through a path, known on a day.
package struct Report: Hashable, Sendable {
  /// What the account is read from.
  package enum Basis: Hashable, Sendable {
    /// A quote, which holds speaker, path, source and date.
    case quote(RecordID)
    /// A source, with the paragraph where known, from 1.
    case source(RecordID, position: Int?)
  }

  package let basis: Basis
  /// Whose word it is; `nil`: the quote's speaker, or the publisher.
  package let by: RecordID?
  /// The intermediaries it came through, in order of travel.
  package let via: [RecordID]
  package let says: Assertion
  /// When this became known; `nil`: when the source was published.
  package let reported: RecordDate?

  // Only what this account says differently.
  package let date: RecordDate?
  package let status: Status?
  package let place: RecordID?
  package let participants: [Participant]
  package let state: TermState?
  package let standing: Standing?
  package let text: String?
  package let note: String?
}
