import Screen

/// What a line of a conversation asks for.
enum DialogueLine: Hashable {
  /// What typing these keys would do.
  case keys([Key])
  /// What these keys and then a line of text would do.
  case line([Key], String)
  /// To lift a condition of the filter by its number.
  case lift(Int)
  /// What a line of a search could go on with.
  case complete(String)
  /// The lines used before that have these words.
  case recall(String)
  /// The saved queries that have these words.
  case saved(String)
  /// To delete the saved query of a name.
  case delete(String)
  /// The commands of a place.
  case help(Scope)
  /// Where one is.
  case here
  /// It cannot be done, and why.
  case unclear(String)

  init(_ line: String, in session: Session) {
    let text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let scope = session.scope
    if text.isEmpty {
      self = .keys([session.offered == nil ? .character("j") : .enter])
    } else if let sign = ["/", "&", "g/"].first(where: text.hasPrefix), text != sign {
      self = .line(sign.map { .character($0) }, String(text.dropFirst(sign.count)))
    } else if text.first == ":" {
      self = DialogueLine(named: String(text.dropFirst()), in: scope)
    } else if let found = DialogueLine(keys: text, in: scope) {
      self = found
    } else if text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
      self = .line([.character("x")], text)
    } else {
      self = DialogueLine(named: text, in: scope)
    }
  }

  /// Keys of a command, as they are typed or as the help writes them, a number before them.
  private init?(keys text: String, in scope: Scope) {
    let rest = String(text.drop { $0.isASCII && $0.isNumber })
    let count = String(text.dropLast(rest.count))
    if rest.isEmpty, scope == .detail { return nil }  // there, a number is that of a link
    let named = rest.isEmpty ? count : rest
    for row in CommandTable.rows where !row.scopes.isDisjoint(with: scope) {
      for keys in row.keys where keys == named || CommandTable.label(ofKeys: keys) == named {
        if !count.isEmpty, scope == .detail {
          self = .unclear("In a detail, a number alone follows a link.")
        } else if rest.isEmpty || count.isEmpty {
          self = DialogueLine(row.command, keys: keys, argument: "")
        } else if row.command.takesCount {
          self = DialogueLine(row.command, keys: count + keys, argument: "")
        } else {
          self = .unclear("A number before \(row.name) has no meaning.")
        }
        return
      }
    }
    return nil
  }

  /// A command by its name, or as much of it as no other has, with what belongs to it behind.
  private init(named text: String, in scope: Scope) {
    let words = text.split(separator: " ")
    // On the screen, these are keys of the line that is typed.
    for (command, line) in [
      (.complete, Self.complete), (.recall, Self.recall), (.deleteQuery, Self.delete),
    ] as [(Command, (String) -> Self)] {
      let name = CommandTable.row(of: command)?.name.split(separator: " ") ?? []
      guard words.prefix(name.count).map({ $0.lowercased() }) == name.map(String.init) else {
        continue
      }
      self = line(words.dropFirst(name.count).joined(separator: " "))
      return
    }
    let rows = CommandTable.rows.filter { !$0.scopes.isDisjoint(with: scope) }
    for count in stride(from: words.count, to: 0, by: -1) {
      let typed = words[..<count].joined(separator: " ")
      let name = typed.lowercased()
      let begun = rows.filter { $0.name.hasPrefix(name) }
      let row =
        begun.first { $0.name == name }
        ?? rows.first { $0.command.takesText && $0.keys.contains(typed) }
        ?? (begun.count == 1 ? begun[0] : nil)
      guard let row else { continue }
      let argument = words[count...].joined(separator: " ")
      self = DialogueLine(row.command, keys: row.keys.first ?? "", argument: argument)
      return
    }
    let close = CommandTable.matches(words.first.map(String.init) ?? "", in: scope).first
    let advice = close.map { " Did you mean \($0.name)?" } ?? ""
    self = .unclear("There is no command of this name.\(advice) help lists them.")
  }

  private init(_ command: Command, keys: String, argument: String) {
    guard command.isSpoken else {
      self = .unclear("This is for the screen only.")
      return
    }
    let keys = (try? Key.parse(keys)) ?? []
    let name = CommandTable.row(of: command)?.name ?? ""
    if command == .help {
      self = .help([.list, .detail])
    } else if command == .savedQueries {
      self = .saved(argument)
    } else if command == .redraw {
      self = .here
    } else if command == .liftCondition {
      self =
        Int(argument).map { .lift($0) } ?? .unclear("Say the number of a condition: \(name) 2.")
    } else if command == .followNumber, !argument.allSatisfy({ $0.isASCII && $0.isNumber }) {
      self = .unclear("A link is named by its number.")
    } else if command.takesText {
      // No words after "filter" lift it.
      self =
        argument.isEmpty && command != .narrow
        ? .unclear("Say what on the same line: \(name), then the words.") : .line(keys, argument)
    } else {
      self =
        argument.isEmpty
        ? .keys(keys) : .unclear("Nothing belongs to the command \(name): say it alone.")
    }
  }
}

extension Command {
  /// Whether it has a meaning without a screen.
  var isSpoken: Bool {
    switch self {
    case .centre, .growList, .shrinkList, .alone, .mouse, .textOrder, .suspend, .palette,
      .interrupt, .facets, .toggleFacet:
      false
    default: true
    }
  }

  /// Whether a line is typed after it.
  fileprivate var takesText: Bool {
    [.find, .narrow, .liftCondition, .everywhere, .goToDate, .followNumber, .saveQuery]
      .contains(self)
  }
}

extension CommandRow {
  var isSpoken: Bool { command.isSpoken && area != .line }
}
