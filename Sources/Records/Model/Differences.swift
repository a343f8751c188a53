/// Which of the accounts of one record cannot all be right.
///
/// An origin's last word on a field counts, so that who corrects themselves does not differ from
/// themselves. What was planned, conditional or postponed is no account of what came after it: such
/// an account counts only against others of its kind, or when it became known after another had
/// told of what happened; in the same way, what was ongoing may have ended since. Accounts whose
/// source was corrected or retracted do not count.
struct Differences {
  private struct Entry {
    let account: Account
    let statement: Statement
    let phase: Phase
  }

  /// How far the event had come when an account of it was given.
  private enum Phase {
    case ahead, under, settled

    init(_ status: Status) {
      switch status {
      case .planned, .conditional, .postponed: self = .ahead
      case .ongoing: self = .under
      case .occurred, .recurring, .cancelled: self = .settled
      }
    }
  }

  private var entries: [Entry] = []

  /// Adds an account; accounts are added in the order in which they became known.
  ///
  /// The status is the one known with this account, which is its own where it gives one.
  mutating func add(_ account: Account, _ statement: Statement, status: Status) {
    guard account.report.says != .retracts else { return }
    entries.append(Entry(account: account, statement: statement, phase: Phase(status)))
  }

  /// Leaves out the accounts whose source a correcting or retracting account names.
  mutating func withdraw(_ accounts: [Account], sources: some RecordLookup) {
    var withdrawn: Set<RecordID> = []
    for account in accounts
    where account.report.says == .corrects || account.report.says == .retracts {
      guard let source = sources.source(account.source) else { continue }
      withdrawn.formUnion([source.corrects, source.retracts].compactMap { $0 })
    }
    if !withdrawn.isEmpty { entries.removeAll { withdrawn.contains($0.account.source) } }
  }

  /// The dates and statuses of an event that are at odds.
  func ofEvent() -> (dates: [Variant<RecordDate>], statuses: [Variant<Status>]) {
    let told = Differences.leavingOut(.ahead, of: entries) { $0 != .ahead }
    let dates = Differences.variants(told, \.date)
    let ended = Differences.leavingOut(.under, of: told) { $0 == .settled }
    let statuses = Differences.variants(ended, \.status)
    let areAtOdds = RecordDate.areAtOdds(dates.map(\.value))
    return (areAtOdds ? dates : [], statuses.count > 1 ? statuses : [])
  }

  /// The states of a term that are at odds.
  func states() -> [Variant<TermState>] {
    let states = Differences.variants(entries, \.state)
    return states.count > 1 ? states : []
  }

  /// Leaves out the entries of a phase that became known no later than one of a later phase did.
  private static func leavingOut(
    _ phase: Phase, of entries: [Entry], since isLater: (Phase) -> Bool
  ) -> [Entry] {
    guard let first = entries.first(where: { isLater($0.phase) }) else { return entries }
    let day = first.account.knownOn ?? .last
    return entries.filter { $0.phase != phase || ($0.account.knownOn ?? .last) > day }
  }

  /// The last word of each origin on a field, grouped by value.
  private static func variants<Value: Hashable & Sendable>(
    _ entries: [Entry], _ field: (Statement) -> Value?
  ) -> [Variant<Value>] {
    var lastIndexes: [RecordID: Int] = [:]
    for (index, entry) in entries.enumerated() where field(entry.statement) != nil {
      lastIndexes[entry.account.origin] = index
    }
    var order: [Value] = []
    var origins: [Value: [RecordID]] = [:]
    for (index, entry) in entries.enumerated() {
      let origin = entry.account.origin
      guard lastIndexes[origin] == index, let value = field(entry.statement) else { continue }
      if origins[value] == nil { order.append(value) }
      origins[value, default: []].append(origin)
    }
    return order.map { Variant(value: $0, origins: origins[$0] ?? []) }
  }
}

extension RecordDate {
  /// Whether some of these dates cannot both be right: `2025-12` and `2025-12-19` can,
  /// `2025-12-18` and `2025-12-19` cannot.
  ///
  /// Two dates are at odds when no day fits both, two instants when they are not the same, and two
  /// intervals when their beginnings or their ends are at odds; an end that is not given fits any.
  static func areAtOdds(_ dates: [RecordDate]) -> Bool {
    // Spans on a line that overlap in pairs all share a point, so that one pass sees every pair.
    var (singles, intervals, starts, ends) = (Common(), Common(), Common(), Common())
    for date in dates {
      guard case .interval(let start, let end) = date.form else {
        singles.narrow(to: date.bounds, instant: date.instant)
        continue
      }
      intervals.narrow(to: date.bounds, instant: nil)
      if let start { starts.narrow(to: start) }
      if case .on(let end) = end { ends.narrow(to: end) }
    }
    return singles.isAtOdds || starts.isAtOdds || ends.isAtOdds
      || singles.lower > intervals.upper || intervals.lower > singles.upper
  }

  /// What some spans of days have in common.
  private struct Common {
    var lower = DateBounds.unboundedBelow
    var upper = DateBounds.unboundedAbove
    var instant: Int64?
    var haveInstantsDiffered = false

    var isAtOdds: Bool { lower > upper || haveInstantsDiffered }

    mutating func narrow(to bounds: DateBounds, instant: Int64?) {
      narrow(to: bounds.lower, bounds.upper, instant: instant)
    }

    mutating func narrow(to part: DatePart) {
      narrow(to: part.lower, part.upper, instant: part.instant)
    }

    private mutating func narrow(to lower: Int32, _ upper: Int32, instant: Int64?) {
      self.lower = max(self.lower, lower)
      self.upper = min(self.upper, upper)
      guard let instant else { return }
      if let known = self.instant, known != instant { haveInstantsDiffered = true }
      self.instant = instant
    }
  }
}
