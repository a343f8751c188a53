import Records
import Screen

/// The browser as a conversation in lines of text, for those who have a screen read to them.
///
/// It has the session and the commands of the screen; a line names a command, with what belongs to
/// it, or is its keys. What a screen would show anew is answered in sentences, and nothing that was
/// said changes.
package struct Dialogue: Sendable {
  private(set) var session: Session
  private var said: [String] = []

  /// A conversation that begins where a session is.
  package init(_ session: Session) {
    self.session = session
    say(
      "\(visibleText(session.chronicle.title)). A line is a command by its name or keys; an empty "
        + "line is the next row; help lists the commands.")
    say(session.spokenView)
    say(session.pane.focus == .detail ? session.spokenDetail : session.spokenRow)
  }

  /// What has been said since the last call, a paragraph a line.
  package mutating func takeText() -> String {
    defer { said = [] }
    return said.map { visibleText($0, keepingNewlines: true) + "\n" }.joined()
  }

  /// Takes what has come of an effect.
  package mutating func take(_ message: Message) -> [Effect] {
    follow { $0.update(message) }
  }

  /// Answers a line. Its searches are carried out by `search`, at once.
  package mutating func answer(
    _ line: String, search: (SearchRequest) -> SearchResult?
  ) -> [Effect] {
    let keys: [Key]
    var text: String?
    switch DialogueLine(line, in: session) {
    case .keys(let pressed): keys = pressed
    case .line(let pressed, let typed):
      guard let line = session.recalled(typed) else {
        say("There is no line \(typed): recall lists those used before.")
        return []
      }
      (keys, text) = (pressed, line)
    case .lift(let number):
      return follow { session in
        session.carryOut(search) { $0.liftCondition(number) }
      }
    case .complete(let line):
      session.completions(of: line, search).forEach { say($0) }
      return []
    case .recall(let words):
      session.spokenLines(holding: words).forEach { say($0) }
      return []
    case .saved(let words):
      session.spokenQueries(holding: words).forEach { say($0) }
      return []
    case .delete(let name): return follow { $0.deleteQuery(named: name) }
    case .help(let scope):
      for row in CommandTable.rows where !row.scopes.isDisjoint(with: scope) && row.isSpoken {
        let names = row.keys.map(CommandTable.label(ofKeys:)).joined(separator: " or ")
        say("\(row.name), \(names): \(row.help).")
      }
      say("complete, and the beginning of a search: what it could go on with.")
      say("recall, and words of a line: the searches and filters used before.")
      say("delete query, and a name: that saved query no longer.")
      return []
    case .here:
      say(session.spokenView)
      say(session.pane.focus == .detail ? session.spokenLine : session.spokenRow)
      return []
    case .unclear(let reason):
      say(reason)
      return []
    }
    return follow { session in
      var effects = keys.flatMap { session.press($0, search) } + session.update(.pause)
      guard let text else { return effects }
      // The line has to have begun, and a link's number may settle it before its end.
      let isNumber = session.prompt?.purpose == .link
      let links = session.shown.detail.document?.links.count ?? 0
      if isNumber, !(1...max(1, links)).contains(Int(text) ?? 0) {
        session.prompt = nil
        session.note = "There is no link \(text): they go from 1 to \(links)"
      }
      let typed = isNumber ? text.map { Key.character($0) } : [.control("u"), .paste(text)]
      for key in typed + [.enter] where session.prompt != nil {
        effects += session.press(key, search)
      }
      return effects
    }
  }

  /// Lets the session change and tells what is different now.
  private mutating func follow(_ change: (inout Session) -> [Effect]) -> [Effect] {
    let before = session
    session.note = nil
    let effects = change(&session)
    // A line that asks for more than it was given is not left half typed.
    if session.prompt != nil || session.facets != nil {
      let reason = session.note
      _ = session.update(.key(.escape))
      session.note = reason ?? session.note
    }
    if let page = session.help {
      session.help = nil
      say(page)
      return effects
    }
    if let address = session.offered {
      say("An empty line opens \(address)")
    } else if let note = session.note {
      say(note.last.map { ".?".contains($0) } ?? false ? note : note + ".")
    }
    guard !effects.contains(.quit) else { return effects }
    let (old, new) = (before.pane, session.pane)
    let isOther =
      before.currentView != session.currentView || old.list.filterInForce != new.list.filterInForce
      || old.list.find != new.list.find || old.concordance?.counts != new.concordance?.counts
      || old.concordance?.order != new.concordance?.order || old.order != new.order
      || old.everywhere?.answer != new.everywhere?.answer
    if isOther { say(session.spokenView) }
    let isSame = !isOther && before.stop == session.stop
    if isSame, session.note != nil || !effects.isEmpty { return effects }
    if new.focus == .list {
      say(session.spokenRow)
    } else if old.focus == .list || before.selected != session.selected {
      say(session.spokenDetail)
    } else {
      say(session.spokenLine)
    }
    return effects
  }

  /// A page that would stand in front of the panes, line by line.
  private mutating func say(_ page: Help) {
    say(page.topic.title + ".")
    for line in page.content {
      switch line {
      case .heading(let text): say(text + ":")
      case .entry(let keys, let text): say("\(keys): \(text).")
      case .text(let text): if !text.isEmpty { say(text) }
      }
    }
  }

  private mutating func say(_ text: String) { said.append(text) }
}

extension Session {
  /// A key, and the searches that follow from it.
  fileprivate mutating func press(
    _ key: Key, _ search: (SearchRequest) -> SearchResult?
  ) -> [Effect] {
    carryOut(search) { $0.update(.key(key)) }
  }

  /// A change, and the searches that follow from it.
  fileprivate mutating func carryOut(
    _ search: (SearchRequest) -> SearchResult?, _ change: (inout Session) -> [Effect]
  ) -> [Effect] {
    var effects: [Effect] = []
    var waiting = change(&self)
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      guard case .search(let request) = effect else {
        effects.append(effect)
        continue
      }
      if let result = search(request) { waiting += update(.searchFinished(result)) }
    }
    return effects
  }
}
