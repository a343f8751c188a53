import Screen

/// Why there is no screen to browse on, and what to do about it.
package enum TerminalError: Error, Hashable, Sendable {
  /// Neither standard input and output nor the process itself have a terminal.
  case noTerminal
  /// TERM is not set.
  case noType
  /// TERM names a type that this machine does not know.
  case unknownType(String)
  /// The type has no way to place the cursor ("dumb").
  case cannotAddressCursor(String)
  /// The system refused something every program gets: an error number (errno).
  case refused(Int32)
}

extension TerminalError: CustomStringConvertible {
  /// What happened, and on a second line, indented by two, what to do.
  package var description: String { "\(reason)\n  \(advice)" }

  private var reason: String {
    switch self {
    case .noTerminal:
      "there is no terminal to show a screen on"
    case .noType:
      "the type of the terminal is not known, because TERM is not set"
    case .unknownType(let name):
      "this machine does not know the terminal type \"\(visibleText(name))\" (from TERM)"
    case .cannotAddressCursor(let name):
      "a terminal of type \"\(visibleText(name))\" (from TERM) cannot place its cursor"
    case .refused(let error):
      "the system refused what a screen needs: \(ErrorText(error))"
    }
  }

  private var advice: String {
    switch self {
    case .noTerminal: "run it in a terminal window, or ask for plain output"
    case .noType: "set it to the type of this terminal, for example: export TERM=xterm-256color"
    case .unknownType:
      """
      install its description (on Debian and Ubuntu: ncurses-term), or name a type that is \
      much like it, for example: export TERM=xterm-256color
      """
    case .cannotAddressCursor:
      "if the terminal can do more, name its type, for example: export TERM=xterm-256color"
    case .refused: "close what is not needed and try again"
    }
  }
}
