import ArgumentParser
import Records

/// `truce format`: a file of a store in its canonical form. Prints it; no file is ever changed.
struct FormatCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "format", abstract: "Print a store’s file in the one form that diffs well.")

  static let examples = [
    Example("truce format events.json > tidy.json", "the same records, laid out in the one way"),
    Example("truce format events.json | diff events.json -", "what it would change"),
  ]

  @Argument(help: "A file, or - for standard input.")
  var file: String

  func run(on output: Output) throws {
    let (text, problems) = canonicalForm(of: .file(file))
    guard let text else {
      for problem in problems where problem.severity == .error { writeMessage("\(problem)\n") }
      throw Failure(.problems, "the file has errors, so nothing is printed")
    }
    try output.write(text)
  }
}
