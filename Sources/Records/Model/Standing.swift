/// How far the evidence for an event carries, and how much of it there is.
package struct StandingSummary: Hashable, Sendable {
  package let standing: Standing
  /// How many reports were known.
  package let reports: Int
  /// How many different actors' word they are.
  package let origins: Int
  /// How many of the origins are unnamed persons.
  package let unnamedOrigins: Int
}

extension RecordLookup {
  /// The standing of an event as of a day, or of all that is known today; `nil` when nothing was
  /// known yet, or there is no such event.
  package func standing(_ event: RecordID, asOf day: Day?) -> StandingSummary? {
    fold(event, asOf: day).map { standing(of: $0, asOf: day) }
  }

  /// The standing of an event that was folded at a day, the same as given here.
  ///
  /// The last account retracts: retracted. Else an account states `confirmed`, which only a person
  /// can, and none after it denies: confirmed. Else some assert and some deny: disputed; all deny:
  /// denied. Else every origin that asserts is unnamed or interested: claimed; else reported. A
  /// correction asserts. A retraction that is not the last account neither asserts nor denies.
  package func standing(of event: FoldedEvent, asOf day: Day?) -> StandingSummary {
    let origins = Set(event.accounts.map(\.origin))
    return StandingSummary(
      standing: derivedStanding(of: event, asOf: day), reports: event.accounts.count,
      origins: origins.count,
      unnamedOrigins: origins.count { actor($0)?.kind == .anonymous })
  }

  private func derivedStanding(of event: FoldedEvent, asOf day: Day?) -> Standing {
    if event.accounts.last?.report.says == .retracts { return .retracted }
    if isConfirmed(event.accounts) { return .confirmed }
    var asserting: [RecordID] = []
    var isDenied = false
    for account in event.accounts {
      switch account.report.says {
      case .asserts, .corrects: asserting.append(account.origin)
      case .denies: isDenied = true
      case .retracts: break
      }
    }
    if isDenied { return asserting.isEmpty ? .denied : .disputed }
    return areBiased(asserting, in: event, asOf: day) ? .claimed : .reported
  }

  /// Whether an account states `confirmed` and none after it denies or retracts.
  private func isConfirmed(_ accounts: [Account]) -> Bool {
    for account in accounts.reversed() {
      if account.report.standing == .confirmed { return true }
      if account.report.says == .denies || account.report.says == .retracts { return false }
    }
    return false
  }

  /// Whether every origin is unnamed or interested.
  private func areBiased(_ origins: [RecordID], in event: FoldedEvent, asOf day: Day?) -> Bool {
    let named = Set(origins).filter { actor($0)?.kind != .anonymous }
    if named.isEmpty { return !origins.isEmpty }
    let interested = interestedOrigins(in: event, asOf: day)
    return named.isSubset(of: interested)
  }

  /// The origins of an event's accounts that take part in it, are a party to an agreement it is
  /// about, or share a state or a body with one who does or is; the event was folded at the same
  /// day as is given here.
  package func interestedOrigins(in event: FoldedEvent, asOf day: Day?) -> Set<RecordID> {
    let interests = Interests(event, asOf: day, in: self)
    return Set(event.accounts.map(\.origin)).filter { interests.contain($0, in: self) }
  }
}
