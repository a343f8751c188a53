import ArgumentParser
import Screen

/// How the browser draws.
struct ScreenArguments: ParsableArguments {
  @Flag(help: "Draw with the letters and signs of ASCII only.")
  var ascii = false

  @Option(
    help: ArgumentHelp(
      "Who orders text from right to left: auto, app (truce), terminal, off (nobody).",
      valueName: "who"))
  var bidi = BidiChoice.auto
}

/// Who is to order text from right to left, as the command line says it.
enum BidiChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, app, terminal, off

  /// What that is here.
  func order(variable: (String) -> String? = environmentVariable) -> TextOrder {
    switch self {
    case .auto: Self.ordersByItself(variable) ? .terminal : .app
    case .app: .app
    case .terminal: .terminal
    case .off: .off
    }
  }

  /// Whether the terminal is one of those that order text whatever they are told, so that text that
  /// is in order already would come out in the wrong one (terminal-wg.pages.freedesktop.org/bidi,
  /// "Existing solutions").
  private static func ordersByItself(_ variable: (String) -> String?) -> Bool {
    let family = variable("TERM")?.prefix { $0 != "-" } ?? ""
    return variable("KONSOLE_VERSION") != nil || variable("TERM_PROGRAM") == "Apple_Terminal"
      || ["konsole", "mlterm"].contains(family)
  }
}
