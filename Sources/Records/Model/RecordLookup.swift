/// The records that folding and weighing reports look up.
package protocol RecordLookup {
  /// The event with that id; `nil` when there is none.
  func event(_ id: RecordID) -> Event?
  /// The term with that id; `nil` when there is none.
  func term(_ id: RecordID) -> Term?
  /// The source with that id; `nil` when there is none.
  func source(_ id: RecordID) -> Source?
  /// The quote with that id; `nil` when there is none.
  func quote(_ id: RecordID) -> Quote?
  /// The actor with that id; `nil` when there is none.
  func actor(_ id: RecordID) -> Actor?
  /// The parties, and not the mediators, of an agreement, or of the one that a stage or term is part
  /// of; none for any other record.
  func parties(of agreement: RecordID) -> [RecordID]
  /// The actors that list an actor among their members.
  func groups(with actor: RecordID) -> [RecordID]
}
