import Records
import Screen

/// An account as it is set beside others: one under the other where there is little room, in columns
/// where there is more, and then line by line the same fact of each.
struct AccountColumn: Sendable {
  /// The origin and the way to the publisher.
  let path: StyledText
  /// Where it stands and when it became known.
  let place: StyledText
  /// What it does with the facts: "says", "denies".
  let verb: String
  /// What it says differently; empty where it says nothing of that kind. The same kinds in the same
  /// order for every account.
  let facts: [StyledText]
  /// Its words, and notes on it.
  let words: [StyledText]

  /// Columns an account needs at least to stand beside another.
  static let width = 38
  /// Columns between two accounts.
  static let gutter = 2
  /// Wider lines than this are no page, and accounts are not set side by side on them.
  static let page = 400

  /// The blocks of some accounts that are one under the other.
  static func list(_ accounts: [AccountColumn], indent: Int) -> [Block] {
    accounts.flatMap { account in
      var line = StyledText("")
      for fact in account.labelledFacts where !fact.isEmpty {
        if !line.isEmpty { line.append(DocumentBuilder.dot, .dim) }
        line += fact
      }
      let details = [account.place] + (line.isEmpty ? [] : [line]) + account.words
      return [Block(.line(indent: indent, hang: 4), account.path)]
        + details.map { Block(.line(indent: indent + 4, hang: 2), $0) }
    }
  }

  /// The facts, the first of them behind what the account does with them.
  private var labelledFacts: [StyledText] {
    guard let first = facts.firstIndex(where: { !$0.isEmpty }) else { return facts }
    var facts = facts
    facts[first] = StyledText("\(verb): ", .label) + facts[first]
    return facts
  }

  /// The rows of accounts that stand side by side: in each the same of every account.
  static func rows(_ accounts: [AccountColumn]) -> [[StyledText]] {
    let words = accounts.map(\.words.count).max() ?? 0
    let facts = accounts.map(\.facts.count).max() ?? 0
    let labelled = accounts.map(\.labelledFacts)
    func row(_ cells: [StyledText?]) -> [StyledText] { cells.map { $0 ?? "" } }
    let rows =
      [row(accounts.map(\.path)), row(accounts.map(\.place))]
      + (0..<facts).map { index in row(labelled.map { $0.element(at: index) }) }
      + (0..<words).map { index in row(accounts.map { $0.words.element(at: index) }) }
    return rows.filter { row in row.contains { !$0.isEmpty } }
  }
}

extension Array {
  /// The element at an index; `nil` behind the end.
  fileprivate func element(at index: Int) -> Element? {
    index < count ? self[index] : nil
  }
}
