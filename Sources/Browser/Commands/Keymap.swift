package import Screen

/// What the keys typed so far mean in a scope, from the table of commands.
package struct Keymap: Sendable {
  /// What a sequence of keys is.
  package enum Match: Hashable, Sendable {
    /// The keys of a command.
    case command(Command)
    /// The beginning of the keys of several commands.
    case prefix
    /// Nothing.
    case unbound
  }

  private var matches: [Int: [[Key]: Match]] = [:]

  /// The bindings of a table. Where two rows claim the same keys in one scope, the first has them.
  package init(_ rows: [CommandRow]) {
    for row in rows {
      for keys in row.keys.compactMap({ try? Key.parse($0) }) where !keys.isEmpty {
        for scope in Scope.each where row.scopes.contains(scope) {
          bind(keys, to: row.command, in: scope)
        }
      }
    }
  }

  /// The bindings of the table of commands.
  package static let standard = Keymap(CommandTable.rows)

  /// What the keys mean there.
  package func match(_ keys: [Key], in scope: Scope) -> Match {
    matches[Int(scope.rawValue)]?[keys] ?? .unbound
  }

  private mutating func bind(_ keys: [Key], to command: Command, in scope: Scope) {
    let index = Int(scope.rawValue)
    if matches[index, default: [:]][keys] == nil {
      matches[index, default: [:]][keys] = .command(command)
    }
    for length in 1..<max(1, keys.count) where length < keys.count {
      matches[index, default: [:]][Array(keys.prefix(length))] = .prefix
    }
  }
}
