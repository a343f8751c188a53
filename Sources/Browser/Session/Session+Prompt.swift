import Records
import Screen

extension Session {
  /// A key while a line is typed.
  mutating func type(_ key: Key) -> [Effect] {
    if case .command(let command) = Keymap.standard.match([key], in: scope) {
      return perform(command, times: nil)
    }
    if prompt?.purpose == .link, key.digit == nil {
      // Whoever types on has given the number up.
      prompt = nil
      return handle(key)
    }
    switch key {
    case .character(let character): return insert(String(character))
    case .paste(let text): return insert(text)
    default:
      note = "\(CommandTable.label(of: key)) does nothing while a line is typed"
      return []
    }
  }

  private mutating func insert(_ text: String) -> [Effect] {
    guard let purpose = prompt?.purpose else { return [] }
    prompt?.line.insert(text)
    prompt?.age = 0
    return purpose == .link ? followIfSettled() : lineChanged() + narrowCompletion()
  }

  /// Carries out a command of the line that is typed.
  mutating func edit(_ command: Command) -> [Effect] {
    guard let line = prompt?.line, let purpose = prompt?.purpose else { return [] }
    if let effects = answerInCompletion(command) { return effects }
    switch command {
    case .accept: return accept()
    case .cancel: return cancel()
    case .eraseBack:
      if line.isEmpty { return cancel() }
      prompt?.line.eraseBack()
    case .eraseForward: prompt?.line.eraseForward()
    case .eraseWord: prompt?.line.eraseWord()
    case .eraseToStart: prompt?.line.eraseToStart()
    case .eraseToEnd: prompt?.line.eraseToEnd()
    case .lineLeft: prompt?.line.move(by: -1)
    case .lineRight: prompt?.line.move(by: 1)
    case .lineStart: prompt?.line.moveToStart()
    case .lineEnd: prompt?.line.moveToEnd()
    case .earlier: walk(by: 1)
    case .later: walk(by: -1)
    case .recall: recall()
    case .deleteQuery: return deleteChosen()
    case .complete, .completeBack: return askForCompletion()
    default: break
    }
    // The list of lines used before has a line of its own.
    guard prompt?.purpose == purpose else { return [] }
    let isMoved = prompt?.line.text == line.text
    if !isMoved, command != .earlier, command != .later { prompt?.age = 0 }
    if isMoved, prompt?.line != line { prompt?.completion = nil }
    return isMoved ? [] : lineChanged() + narrowCompletion()
  }

  /// What follows live from a changed line.
  mutating func lineChanged() -> [Effect] {
    guard let prompt else { return [] }
    let query = prompt.purpose.searches ? expanded(prompt.line.text) : ""
    switch prompt.purpose {
    case .find: return search(query, for: .find)
    case .narrow: return search(query, for: .narrow)
    case .everywhere: pane.everywhere?.line = query
    case .findInHelp: help?.set(filter: prompt.line.text)
    case .palette, .recall, .saved: self.prompt?.choice = 0
    case .date, .link, .name: break
    }
    return []
  }

  private mutating func accept() -> [Effect] {
    guard let prompt else { return [] }
    let text = prompt.line.text
    switch prompt.purpose {
    case .link: return followTyped()
    case .recall: return acceptRecalled()
    case .name: return acceptName()
    case .saved: return acceptSaved()
    case .date:
      guard !text.isEmpty else { return cancel() }
      switch days(of: text) {
      case .success(let days):
        self.prompt = nil
        go(to: days)
      case .failure(let fault):
        note = fault.reason
        return []
      }
    case .find, .narrow:
      self.prompt = nil
      if stop != prompt.origin { history.leave(prompt.origin) }
      if pane.list.find?.positions.isEmpty ?? false, prompt.purpose == .find {
        note = noMatchNote
      }
    case .everywhere:
      guard pane.everywhere?.isBlank == false else { return cancel() }
      self.prompt = nil
      if stop != prompt.origin { history.leave(prompt.origin) }
    case .findInHelp:
      self.prompt = nil
    case .palette:
      let rows = paletteRows
      guard prompt.choice < rows.count else {
        note = "No command has this name"
        return []
      }
      self.prompt = nil
      return perform(rows[prompt.choice].command, times: nil)
    }
    if prompt.purpose.searches { noteUnknownNames(in: text) }
    return keep(text, for: prompt.purpose)
  }

  mutating func cancel() -> [Effect] {
    guard let prompt else { return [] }
    self.prompt = prompt.behind.first
    switch prompt.purpose {
    case .find, .narrow, .everywhere:
      abandonSearches()
      restore(prompt.origin)
    case .findInHelp: help?.set(filter: "")
    case .date, .link, .palette, .recall, .name, .saved: break
    }
    return []
  }
}
