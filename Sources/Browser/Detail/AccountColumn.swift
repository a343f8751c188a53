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
  /// What it says differently, each with what kind of fact it is; empty where it says nothing of
  /// that kind. The same kinds in the same order for every account.
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
      for fact in account.told(account.facts) where !fact.isEmpty {
        if !line.isEmpty { line.append(DocumentBuilder.dot, .dim) }
        line += fact
      }
      let details = [account.place] + (line.isEmpty ? [] : [line]) + account.words
      return [Block(.line(indent: indent, hang: 4), account.path)]
        + details.map { Block(.line(indent: indent + 4, hang: 2), $0) }
    }
  }

  /// Facts, the first of them behind what the account does with them.
  private func told(_ facts: [StyledText]) -> [StyledText] {
    guard let first = facts.firstIndex(where: { !$0.isEmpty }) else { return facts }
    var facts = facts
    facts[first] = StyledText("\(verb): ", .label) + facts[first]
    return facts
  }

  /// The rows of accounts that stand side by side, each a cell for every account: what several of
  /// them tell is told side by side, what one alone tells goes on under that, so that no cell stands
  /// empty beside it.
  static func rows(_ accounts: [AccountColumn]) -> [[Cell]] {
    let kinds = 0..<(accounts.map(\.facts.count).min() ?? 0)
    let shared = kinds.filter { kind in accounts.count { !$0.facts[kind].isEmpty } > 1 }
    let others = kinds.filter { !shared.contains($0) }
    let told = accounts.map { account in account.told((shared + others).map { account.facts[$0] }) }
    let rest = zip(accounts, told).map { Array($1.dropFirst(shared.count)) + $0.words }
    return [accounts.map { [$0.path] }, accounts.map { [$0.place] }]
      + shared.indices.map { place in told.map { [$0[place]] } } + [rest]
  }

  /// The texts of one account in a row, one under the other.
  typealias Cell = [StyledText]
}
