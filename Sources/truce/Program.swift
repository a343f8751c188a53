import ArgumentParser
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where the program begins: reads the command line, carries the command out, answers with a status.
@main
enum Program {
  /// The subcommands, in the order in which help lists them. When the first argument is not one of
  /// their names, the whole line is the browser's.
  static let subcommands: [any Command.Type] = [
    SearchCommand.self, ShowCommand.self, ListCommand.self, StatsCommand.self, CheckCommand.self,
    FormatCommand.self,
  ]

  static func main() {
    let isUTF8 = prepareProcess()
    // A reader that has gone away is told by `write`, and is no reason to die of.
    signal(SIGPIPE, SIG_IGN)
    let output = Output(isUTF8: isUTF8)
    let status = answer(Array(CommandLine.arguments.dropFirst()), on: output)
    exit(status.rawValue)
  }

  private static func answer(_ arguments: [String], on output: Output) -> ExitStatus {
    do {
      try run(arguments, on: output)
      try output.finish()
      return .fine
    } catch let failure as Failure {
      // What was found before it comes first.
      try? output.finish()
      failure.report()
      return failure.status
    } catch is OutputClosed {
      return .fine
    } catch {
      Failure(.wrongUse, "\(error)").report()
      return .wrongUse
    }
  }

  private static func run(_ arguments: [String], on output: Output) throws {
    if let help = Help(askedIn: arguments) {
      try output.write(help.text(columns: output.columns))
      return
    }
    if arguments.prefix(while: { $0 != "--" }).contains("--version") {
      try output.write(BrowseCommand.configuration.version + "\n")
      return
    }
    let named = subcommands.first { $0._commandName == arguments.first }
    let type: any Command.Type = named ?? BrowseCommand.self
    let own = Array(arguments.dropFirst(named == nil ? 0 : 1))
    let command: any Command
    do {
      command = try type.parsed(from: own)
    } catch {
      let message = type.message(for: error)
      // A completion script arrives as an error, too.
      guard type.exitCode(for: error) != .success else { return try output.write(message + "\n") }
      throw Failure(
        .wrongUse, message.prefix(1).lowercased() + message.dropFirst(),
        advice: type.advice(for: own) ?? "'\(type.fullName) --help' says what there is")
    }
    try command.run(on: output)
  }
}

/// What the program tells the shell.
enum ExitStatus: Int32 {
  case fine = 0
  /// Something is wrong with the data, nothing was found in it, or it could not be written.
  case problems = 1
  /// The command line makes no sense, or there is no terminal.
  case wrongUse = 2
}
