import ArgumentParser

/// One thing the program does.
///
/// A subcommand is a file with such a type, its line in `Program.subcommands`, and its transcript in
/// the tests.
protocol Command: ParsableCommand {
  /// What help begins with.
  static var examples: [Example] { get }

  /// What to do instead of a line of arguments that makes no sense; `nil` when only its help knows.
  static func advice(for arguments: [String]) -> String?

  /// Does it. What is asked for goes to `output`; whatever is in the way is thrown as a `Failure`.
  func run(on output: Output) throws
}

/// A line to type, and what comes of it.
struct Example {
  let line: String
  let purpose: String

  init(_ line: String, _ purpose: String) {
    self.line = line
    self.purpose = purpose
  }
}

extension Command {
  /// The name as it is typed, with the program's before it.
  static var fullName: String {
    _commandName == BrowseCommand._commandName ? _commandName : "truce \(_commandName)"
  }

  static func advice(for arguments: [String]) -> String? { nil }

  static func parsed(from arguments: some Sequence<String>) throws -> any Command {
    try parse(Array(arguments))
  }
}

/// Which store to read; all commands that read one take it.
struct StoreArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files, folders with .json files, or - for standard input.", valueName: "store"))
  var stores: [String] = []
}

/// The form of what is printed; all commands that print records take it.
struct FormArguments: ParsableArguments {
  @Flag(help: "Print JSON instead of text.")
  var json = false
}
