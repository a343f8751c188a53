extension Session {
  /// The commands that the palette lists for what is typed, the best match first.
  var paletteRows: [CommandRow] {
    guard let prompt, prompt.purpose == .palette else { return [] }
    return CommandTable.matches(prompt.line.text, in: pane.focus == .list ? .list : .detail)
  }
}

extension CommandTable {
  /// The commands that apply in a scope and match a text: those whose name begins with it, then
  /// those with a word that does, then those that hold its letters in order.
  package static func matches(_ text: String, in scope: Scope) -> [CommandRow] {
    let typed = text.lowercased().split(separator: " ").joined(separator: " ")
    let ranked = rows.enumerated().compactMap { place, row -> (Int, Int, CommandRow)? in
      guard !row.scopes.isDisjoint(with: scope), row.command != .palette else { return nil }
      // What everybody finds without the palette comes last.
      let rank = rank(of: row, for: typed)
      return rank.map { (typed.isEmpty && row.area == .move ? 1 : $0, place, row) }
    }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  private static func rank(of row: CommandRow, for text: String) -> Int? {
    if text.isEmpty { return 0 }
    if row.name == text || row.keys.contains(text) { return 0 }
    if row.name.hasPrefix(text) { return 1 }
    if row.name.split(separator: " ").contains(where: { $0.hasPrefix(text) }) { return 2 }
    if row.help.lowercased().split(separator: " ").contains(where: { $0.hasPrefix(text) }) {
      return 3
    }
    return holds(text, in: row.name) ? 4 : nil
  }

  private static func holds(_ letters: String, in name: String) -> Bool {
    var rest = name[...]
    for letter in letters {
      guard let found = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: found)...]
    }
    return true
  }
}
