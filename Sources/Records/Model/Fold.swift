/// What is known of an event as of a day: its reports laid over each other.
package struct FoldedEvent: Hashable, Sendable {
  /// `nil`: no date stated.
  package let date: RecordDate?
  package let status: Status
  package let place: RecordID?
  package let participants: [Participant]
  /// What the event is about.
  package let about: [RecordID]
  /// The accounts that it is made of, in the order in which they became known; at least one.
  package let accounts: [Account]
  /// What changed and when it became known. The first entry is what was known first; the others
  /// are the accounts that changed something, denied, corrected or retracted.
  package let history: [HistoryEntry]
  /// The dates that accounts give, where they cannot all be right; otherwise empty.
  package let dates: [Variant<RecordDate>]
  /// The statuses that accounts give, where they cannot all be right; otherwise empty.
  package let statuses: [Variant<Status>]

  /// Whether two accounts known then give dates or statuses that cannot both be right.
  package var accountsDiffer: Bool { !dates.isEmpty || !statuses.isEmpty }
}

/// What is known of a term as of a day.
package struct FoldedTerm: Hashable, Sendable {
  /// `nil`: nobody has reported a state.
  package let state: TermState?
  /// The reports on it, in the order in which they became known.
  package let accounts: [Account]
  /// What changed and when it became known; empty when nobody has reported on it.
  package let history: [HistoryEntry]
  /// The states that origins last gave, where they are not the same; otherwise empty.
  package let states: [Variant<TermState>]

  /// Whether two origins last gave different states.
  package var accountsDiffer: Bool { !states.isEmpty }
}

/// One account and what it changed of what was known before.
package struct HistoryEntry: Hashable, Sendable {
  package let account: Account
  package let changes: [Change]
}

/// A change of what is known. `from` is `nil` where nothing was known before.
package enum Change: Hashable, Sendable {
  case date(from: RecordDate?, to: RecordDate)
  case status(from: Status?, to: Status)
  case place(from: RecordID?, to: RecordID)
  case state(from: TermState?, to: TermState)
  /// Participants that were not known before, or not in this role.
  case added([Participant])
  /// Participants that a correction leaves out.
  case removed([Participant])
}

/// A value and whose word it is.
package struct Variant<Value: Hashable & Sendable>: Hashable, Sendable {
  package let value: Value
  /// In the order in which they became known, each once.
  package let origins: [RecordID]
}

extension RecordLookup {
  /// What is known of an event as of a day, or today; `nil` when nothing was known yet, or there is
  /// no such event.
  package func fold(_ event: RecordID, asOf day: Day?) -> FoldedEvent? {
    self.event(event).flatMap { fold($0, asOf: day) }
  }

  /// What is known of an event as of a day, or today; `nil` when nothing was known yet.
  ///
  /// The accounts known by then are laid over each other in the order in which they became known:
  /// each replaces date, status and place where it gives them, and adds its participants. The
  /// participants of a correction replace those known before.
  package func fold(_ event: Event, asOf day: Day?) -> FoldedEvent? {
    let accounts = accounts(of: event.reports, asOf: day)
    guard !accounts.isEmpty else { return nil }
    let statements = accounts.map { Statement($0, of: event) }
    var known = Statement()
    var history: [HistoryEntry] = []
    var differences = Differences()
    for (account, statement) in zip(accounts, statements) {
      let changes = known.overlay(statement, isCorrection: account.report.says == .corrects)
      if history.isEmpty || !changes.isEmpty || account.report.says != .asserts {
        history.append(HistoryEntry(account: account, changes: changes))
      }
      differences.add(account, statement, status: known.status ?? event.status)
    }
    differences.withdraw(accounts, sources: self)
    let (dates, statuses) = differences.ofEvent()
    return FoldedEvent(
      date: known.date, status: known.status ?? event.status, place: known.place,
      participants: known.participants.list, about: event.about, accounts: accounts,
      history: history, dates: dates,
      statuses: statuses)
  }

  /// What is known of a term as of a day, or today; `nil` when neither the source of the term nor a
  /// report on it was known yet, or there is no such term.
  package func fold(term: RecordID, asOf day: Day?) -> FoldedTerm? {
    guard let term = self.term(term) else { return nil }
    let accounts = accounts(of: term.reports, asOf: day)
    if let day, accounts.isEmpty {
      guard let known = source(term.source)?.published.knownOn, known <= day else { return nil }
    }
    var known = Statement()
    var history: [HistoryEntry] = []
    var differences = Differences()
    for account in accounts {
      var statement = Statement(account, of: nil)
      // The state that a denial names is the one that it denies.
      if account.report.says == .denies { statement.state = nil }
      let changes = known.overlay(statement, isCorrection: account.report.says == .corrects)
        .filter {
          if case .state = $0 { true } else { false }
        }
      if history.isEmpty || !changes.isEmpty || account.report.says != .asserts {
        history.append(HistoryEntry(account: account, changes: changes))
      }
      differences.add(account, statement, status: .occurred)
    }
    differences.withdraw(accounts, sources: self)
    return FoldedTerm(
      state: known.state, accounts: accounts, history: history, states: differences.states())
  }
}
