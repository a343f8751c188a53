import Records
import Screen

extension DocumentBuilder {
  /// The folded status, behind those it had before: "planned → occurred (known 20 Dec 2025)".
  func status(of fold: FoldedEvent) -> StyledText {
    var words = [String]()
    var since: Account?
    for entry in fold.history {
      for case .status(let from, let to) in entry.changes {
        if words.isEmpty, let from { words.append(from.rawValue) }
        words.append(to.rawValue)
        since = entry.account
      }
    }
    guard words.count > 1, let since else { return text(fold.status.rawValue, .mark) }
    return text(words.joined(separator: " → "), .mark)
      + own(" (known \(since.reported.unbroken))", .dim)
  }

  /// What changed, in the order in which it became known, and by whose report; nothing when one
  /// account is all there is.
  mutating func addHistory(_ history: [HistoryEntry]) {
    guard history.count > 1 else { return }
    heading("HISTORY")
    for (index, entry) in history.prefix(DocumentLimit.own).enumerated() {
      let account = entry.account
      var parts: [StyledText] = []
      if index == 0 { parts.append(own("first known", .dim)) }
      if let words = account.report.says.words { parts.append(text(words, .notice)) }
      for change in entry.changes {
        // Who was named first stands under WHO, and again in the first account.
        if index == 0, case .added = change { continue }
        parts.append(words(of: change))
      }
      item(
        own("\(account.reported.unbroken): ", .label) + joined(parts)
          + own("\(Self.dot)by ", .dim) + link(account.origin))
    }
    rest(of: history.count, after: DocumentLimit.own)
  }

  private mutating func words(of change: Change) -> StyledText {
    switch change {
    case .date(nil, let to):
      return own("date ", .dim) + text(to.unbroken)
    case .date(let from?, let to):
      return own("date ", .dim) + text("\(from.unbroken) → \(to.unbroken)")
    case .status(nil, let to):
      return own("status ", .dim) + text(to.rawValue, .mark)
    case .status(let from?, let to):
      return own("status ", .dim) + text("\(from.rawValue) → \(to.rawValue)", .mark)
    case .place(nil, let to):
      return own("place ", .dim) + link(to)
    case .place(let from?, let to):
      return own("place ", .dim) + link(from) + own(" → ") + link(to)
    case .state(nil, let to):
      return own("state ", .dim) + text(to.words, .mark)
    case .state(let from?, let to):
      return own("state ", .dim) + text("\(from.words) → \(to.words)", .mark)
    case .added(let added):
      return own("named: ", .dim) + participants(added)
    case .removed(let removed):
      return own("no longer named: ", .dim) + participants(removed)
    }
  }

  /// What accounts give that cannot all be right, each value with whose word it is.
  mutating func addDifferences(of fold: FoldedEvent) {
    addDifference("status", fold.statuses.map { ($0.value.rawValue, $0.origins) })
    addDifference("date", fold.dates.map { ($0.value.unbroken, $0.origins) })
  }

  private mutating func addDifference(
    _ what: String, _ variants: [(words: String, origins: [RecordID])]
  ) {
    if !variants.isEmpty { field("accounts", differences(what, variants)) }
  }

  /// "differ on the date · 18 Dec 2025 (AFP); 19 Dec 2025 (Axios)".
  mutating func differences(
    _ what: String, _ variants: [(words: String, origins: [RecordID])]
  ) -> StyledText {
    var parts: [StyledText] = []
    for variant in variants.prefix(DocumentLimit.entries) {
      parts.append(own("\(variant.words) (") + list(variant.origins) + own(")"))
    }
    return own("differ on the \(what)", .notice) + own(Self.dot, .dim) + joined(parts, by: "; ")
  }
}
