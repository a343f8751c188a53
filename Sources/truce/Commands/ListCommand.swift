import ArgumentParser
import Records
import Search

/// `truce list KIND`: all records of a kind, in the order in which the browser lists them.
struct ListCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List all records of a kind.")

  static let examples = [
    Example("truce list events", "every event with its date, status and standing"),
    Example("truce list quotes my-store/ | grep -i ceasefire", "a record is a line"),
    Example("truce list actors --json", "the same for a program"),
  ]

  @Argument(help: "What to list.")
  var kind: ListedKind

  @OptionGroup var store: StoreArguments
  @OptionGroup var form: FormArguments

  func run(on output: Output) throws {
    let chronicle = try Stores(names: store.stores).chronicle()
    try Self.write(
      chronicle.records(of: kind.kind), of: chronicle, asOf: nil, isJSON: form.json, to: output)
  }

  static func write(
    _ records: some Sequence<RecordID>, of chronicle: Chronicle, asOf day: Day?, isJSON: Bool,
    to output: Output
  ) throws {
    if isJSON {
      var array = JSONArrayWriter(output)
      for record in records { try array.add(record, in: chronicle, asOf: day) }
      try array.finish()
    } else {
      var table = TableWriter(output)
      for record in records {
        let line = RecordLine(record, in: chronicle, asOf: day)
        try table.add(TableWriter.Line(cells: line.cells, text: line.text))
      }
      try table.finish()
    }
  }
}

/// A kind of record that there is a list of. Its word may be typed in the singular or the plural.
struct ListedKind: ExpressibleByArgument {
  /// The kinds in the order in which the browser numbers their views, terms beside the agreements
  /// they stand in.
  static let all = Overview.kinds

  let kind: RecordKind

  init?(argument: String) {
    let word = argument.lowercased()
    guard let kind = Self.all.first(where: { $0.word == word || $0.plural == word }) else {
      return nil
    }
    self.kind = kind
  }

  static var allValueStrings: [String] { all.map(\.plural) }
}
