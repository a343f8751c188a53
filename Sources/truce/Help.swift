import ArgumentParser

/// The help page of a command: examples first, for most readers need no more; then what the parser
/// knows of arguments and options.
struct Help {
  private let command: any Command.Type

  /// The page a line asks for; `nil` when it does not ask for help.
  init?(askedIn arguments: [String]) {
    let options = arguments.prefix { $0 != "--" }
    let asksByWord = arguments.first == "help"
    guard asksByWord || options.contains("--help") || options.contains("-h") else { return nil }
    let name = asksByWord ? arguments.dropFirst().first : arguments.first
    command = Program.subcommands.first { $0._commandName == name } ?? BrowseCommand.self
  }

  /// The page for lines of that many cells.
  func text(columns: Int) -> String {
    let width = command.examples.map(\.line.count).max() ?? 0
    let lines = command.examples.map { example in
      let gap = String(repeating: " ", count: width - example.line.count + 2)
      return "  \(example.line)\(gap)\(example.purpose)\n"
    }
    let columns = max(40, min(columns, 100))
    var rest = BrowseCommand.helpMessage(for: command, columns: columns)
    while rest.last == "\n" { rest.removeLast() }
    return "EXAMPLES:\n\(lines.joined())\n\(rest)\n"
  }
}
