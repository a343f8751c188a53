import ArgumentParser
import Browser
import Records

/// `truce show ID`: one record with everything it refers to.
struct ShowCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one record with all that is known of it.")

  static let examples = [
    Example("truce show miami-talks", "who met, who says so, what was said about it"),
    Example("truce show miami-talks | less", "the same, to be paged through"),
    Example("truce show miami-talks my-store/ --json", "the record as the store has it"),
  ]

  @Argument(help: "The id of a record: event, quote, actor, agreement, stage, term, source, place.")
  var id: String

  @OptionGroup var store: StoreArguments
  @OptionGroup var form: FormArguments

  func run(on output: Output) throws {
    let chronicle = try Stores(names: store.stores).chronicle()
    guard let record = chronicle.record(namedBy: id) else { throw Self.missing(id, in: chronicle) }
    if form.json {
      try output.write(RecordJSON(record, in: chronicle, asOf: nil).text + "\n")
    } else {
      let document = document(of: record, in: chronicle)
      try output.write(document.plainText(columns: min(output.columns, Self.widest)))
    }
  }

  /// Longer lines are hard to read.
  private static let widest = 100

  static func missing(_ id: String, in chronicle: Chronicle) -> Failure {
    let close = chronicle.nearestName(to: id)
    return Failure(
      .problems, "the store has no record of the id \"\(id)\"",
      advice: (close.map { "did you mean \($0)? " } ?? "")
        + "'truce search' finds records by their words")
  }
}

extension Chronicle {
  /// The record of an id, or of a permalink to it; `nil` when there is none.
  func record(namedBy text: String) -> RecordID? {
    if let record = id(named: text) { return record }
    return text.hasPrefix(Copy.scheme) ? id(named: String(text.dropFirst(Copy.scheme.count))) : nil
  }

  /// The id in the store that is most like a name somebody typed; `nil` when none is.
  fileprivate func nearestName(to name: String) -> String? {
    let records = RecordKind.allCases.lazy.flatMap { kind in self.records(of: kind) }
    return nearest(to: name, among: records.prefix(100_000).lazy.map { self.name(of: $0) })
  }
}
