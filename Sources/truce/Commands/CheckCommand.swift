import ArgumentParser
import Records

/// `truce check`: every mistake of a store with its place. The findings are what was asked for, and
/// go to standard output.
struct CheckCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Name every mistake of a store by file, line and column.")

  static let examples = [
    Example("truce check my-store/", "everything in the folder as one store"),
    Example("truce check events.json quotes.json", "files that belong together"),
    Example("truce check - < draft.json && echo good", "status 1 where there are errors"),
  ]

  @OptionGroup var store: StoreArguments

  func run(on output: Output) throws {
    let result = Stores(names: store.stores).load()
    for problem in result.problems { try output.write("\(problem)\n") }
    try output.write(Self.summary(of: result) + "\n")
    guard result.errorCount == 0 else { throw Failure(.problems) }
  }

  private static func summary(of result: LoadResult) -> String {
    let errors = result.errorCount
    let warnings = result.problems.count - errors
    var found: [String] = []
    if errors > 0 { found.append(count(errors, "error")) }
    if warnings > 0 { found.append(count(warnings, "warning")) }
    let records = result.chronicle.map { chronicle in
      RecordKind.allCases.reduce(0) { $0 + chronicle.records(of: $1).count }
    }
    let what = found.isEmpty ? "no problems" : found.joined(separator: ", ")
    return what + (records.map { " in \(count($0, "record"))" } ?? "")
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
