import Screen
import Search

// Queries that the reader has saved under names.
extension Session {
  /// The filter and the search in force as one line, or what is searched for everywhere; empty where
  /// there is neither.
  var queryInForce: String {
    if let everywhere = pane.everywhere { return Query.joining(everywhere.line, "") }
    return Query.joining(pane.list.filterInForce?.text ?? "", pane.list.find?.text ?? "")
  }

  /// A line with the saved ones that it names.
  func expanded(_ line: String) -> String { saved.expanding(line).line }

  // MARK: Saving

  /// Asks for the name under which to save the query in force.
  mutating func beginSaving() {
    guard !queryInForce.isEmpty else {
      note = "There is no query to save: / searches, & filters"
      return
    }
    prompt = Prompt(.name, origin: stop)
  }

  mutating func acceptName() -> [Effect] {
    guard let name = prompt?.line.text, !name.isEmpty else { return cancel() }
    let line = queryInForce
    if let complaint = SavedQueries.complaint(name: name, line: line) {
      note = complaint.asNote
      return []
    }
    prompt = nil
    return [.changeQueries(.save(name: name, line: line))]
  }

  /// What is said while a name is typed: what would be saved, and what it would replace.
  func remarkOnName(_ name: String) -> String {
    guard !name.isEmpty else { return queryInForce }
    if let complaint = SavedQueries.complaint(name: name, line: queryInForce) { return complaint }
    return saved[name].map { "replaces \($0)" } ?? queryInForce
  }

  /// Takes what is saved by now, and tells what was done.
  mutating func take(_ saved: SavedQueries, _ note: String) {
    self.saved = saved
    self.note = note
    guard let prompt, prompt.purpose == .saved else { return }
    if saved.isEmpty { self.prompt = nil }
    let last = max(0, savedChoices.count - 1)
    self.prompt?.choice = min(prompt.choice, last)
  }

  // MARK: Choosing

  /// What the list of saved queries has for what is typed.
  var savedChoices: [SavedQueries.Entry] {
    guard let prompt, prompt.purpose == .saved else { return [] }
    return savedEntries(holding: prompt.line.text)
  }

  private func savedEntries(holding words: String) -> [SavedQueries.Entry] {
    saved.entries.filter { "\($0.name) \($0.line)".holds(wordsOf: words) }
  }

  private var chosenSaved: SavedQueries.Entry? {
    savedChoices.dropFirst(prompt?.choice ?? 0).first
  }

  /// Opens the list of saved queries.
  mutating func listSaved() {
    guard !saved.isEmpty else {
      note = "No query is saved yet: S saves the one in force"
      return
    }
    prompt = Prompt(.saved, origin: stop)
  }

  /// Makes the chosen query the filter of the view, or what is searched for everywhere.
  mutating func acceptSaved() -> [Effect] {
    guard let line = chosenSaved?.line else {
      note = "No saved query has this"
      return []
    }
    prompt = nil
    history.leave(stop)
    remember(line, for: .narrow)
    guard pane.everywhere == nil else {
      pane.everywhere?.line = line
      return []
    }
    return search(line, for: .narrow)
  }

  /// Deletes the chosen query.
  mutating func deleteChosen() -> [Effect] {
    guard prompt?.purpose == .saved else {
      note = "Saved queries are deleted in their list: gf"
      return []
    }
    guard let name = chosenSaved?.name else {
      note = "No saved query has this"
      return []
    }
    return [.changeQueries(.delete(name: name))]
  }

  /// What is said of the chosen query; where there is no room for the list, what it is.
  func remarkOnSaved(_ bottom: Rect) -> String {
    guard let chosen = chosenSaved else { return "no saved query has this" }
    let delete = CommandTable.row(of: .deleteQuery)?.keys.first ?? ""
    let enter = pane.everywhere == nil ? "filters" : "searches"
    return bottom.row > 2
      ? "Enter \(enter), \(CommandTable.label(ofKeys: delete)) deletes"
      : "\(chosen.name): \(chosen.line)"
  }

  /// The saved queries, above the line that is typed.
  func drawSaved(above bottom: Rect, of frame: inout Frame) {
    let entries = savedChoices
    let widest = entries.map { TextWidth.columns(of: $0.name) }.max() ?? 0
    drawChoices(of: .saved, "Saved queries", entries, above: bottom, of: &frame) {
      entry, line, isHere, frame in
      let columns = line.splitLeft(2).rest.splitLeft(min(widest, max(8, line.columns / 3)))
      frame.write(
        StyledText(entry.name, .current).cut(to: columns.part.columns), at: columns.part.origin,
        columns: columns.part.columns, isSelected: isHere)
      let text = columns.rest.splitLeft(2).rest
      frame.write(
        StyledText(entry.line).cut(to: text.columns), at: text.origin, columns: text.columns,
        isSelected: isHere)
    }
  }

  // MARK: Naming

  /// What is wrong with the names in the line that is typed, or how one that is being typed could go
  /// on; `nil` where there is nothing to say.
  var remarkOnNames: String? {
    guard let line = prompt?.line else { return nil }
    let end = line.textBefore.utf8.count
    for hint in saved.expanding(line.text).hints {
      guard case .unknownQuery(let name, _) = hint.kind, hint.range.upperBound == end else {
        return hint.message
      }
      let begun = saved.entries(beginningWith: name).prefix(4).map { "@\($0.name)" }
      return begun.isEmpty ? hint.message : "Tab: \(begun.joined(separator: ", "))"
    }
    return nil
  }

  /// Tells of the first name in a line that nothing is saved under.
  mutating func noteUnknownNames(in line: String) {
    if let hint = saved.expanding(line).hints.first { note = hint.message.asNote }
  }

  // MARK: Without a screen

  /// The saved queries that have these words, in sentences.
  func spokenQueries(holding words: String) -> [String] {
    let found = savedEntries(holding: words)
    guard let first = found.first else {
      return [
        saved.isEmpty
          ? "No query is saved yet: save query, and a name, saves the one in force."
          : "No saved query has this."
      ]
    }
    return found.map { "\($0.name): \($0.line)." }
      + ["A name with @ before it stands for its line: filter @\(first.name)."]
  }

  /// Deletes the query of a name.
  mutating func deleteQuery(named name: String) -> [Effect] {
    let name = name.first == "@" ? String(name.dropFirst()) : name
    guard saved[name] != nil else {
      let hint = Query.Hint.Kind.unknownQuery(name, nearest: saved.nearestName(to: name))
      note = name.isEmpty ? "Say the name on the same line" : Query.Hint(kind: hint).message.asNote
      return []
    }
    return [.changeQueries(.delete(name: name))]
  }
}

extension String {
  /// With a capital letter, as what stands on the bottom line has it.
  fileprivate var asNote: String { prefix(1).uppercased() + dropFirst() }
}
