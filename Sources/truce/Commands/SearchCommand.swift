import ArgumentParser
import Browser
import Records
import Search

/// `truce search QUERY`: what the browser's search finds, in all of its lists.
struct SearchCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find records by what they say.")

  static let examples = [
    Example("truce search lawlessness", "who said it, and how it reached print"),
    Example("truce search '\"second stage\" -israel'", "a phrase, without a word"),
    Example("truce search witkoff my-store/ --in quotes", "in one list of another store"),
  ]

  @Argument(
    help: ArgumentHelp(
      "Words, \"phrases\", -exclusions and fields, in quotation marks where there are several.",
      valueName: "query"))
  var line: String

  @OptionGroup var store: StoreArguments

  @Option(
    name: .customLong("in"), help: ArgumentHelp("Search one list only.", valueName: "kind"))
  var kind: ListedKind?

  @OptionGroup var form: FormArguments

  func run(on output: Output) throws {
    let stores = Stores(names: store.stores)
    if let missing = stores.missing.first {
      throw Failure(
        .problems, "there is no store \(missing)",
        advice: "several words to search for are one argument: truce search '\(line) …'")
    }
    let chronicle = try stores.chronicle()
    let query = Query(line, calendar: QueryCalendar(chronicle, today: Stores.today))
    for hint in query.hints { writeMessage("truce: \(hint.message)\n") }
    guard !query.isEmpty else {
      throw Failure(.wrongUse, "there is no word to search for", advice: "give a word, or several")
    }
    var finder = RecordFinder(chronicle)
    let kinds = kind.map { [$0.kind] } ?? ListedKind.all
    let found = kinds.map { finder.records(matching: query, among: $0) }
    try write(found, of: chronicle, to: output)
    guard found.contains(where: { !$0.isEmpty }) else {
      throw Failure(
        .problems, "nothing in the store matches \(line)",
        advice: "a word is found by how it begins; fewer words find more")
    }
  }

  private func write(
    _ found: [[RecordID]], of chronicle: Chronicle, to output: Output
  ) throws {
    if form.json {
      try ListCommand.write(found.joined(), of: chronicle, isJSON: true, to: output)
      return
    }
    for records in found {
      var table = TableWriter(output)
      for record in records {
        let line = RecordLine(record, in: chronicle)
        let kind = chronicle.kind(of: record).word
        try table.add(
          TableWriter.Line(cells: [Self.padded(kind)] + line.cells, text: line.text))
      }
      try table.finish()
    }
  }

  /// As wide as the longest of these words, so that the lists stand under each other.
  private static func padded(_ kind: String) -> String {
    let width = ListedKind.all.map(\.word.count).max() ?? 0
    return kind + String(repeating: " ", count: max(0, width - kind.count))
  }
}
