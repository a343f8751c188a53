import Browser
import Records

/// A record as JSON for other programs.
///
/// `record` is what the store says, in the form in which it says it. `derived` is what follows from
/// all reports together, and stands in no store: the folded date and status, the standing, the
/// counts; of a quote, the path it took by name, and the source it was read in. As known on a day,
/// it says of which day, and follows from the reports known by then; without any there is none.
struct RecordJSON {
  let text: String

  init(_ record: RecordID, in chronicle: Chronicle, asOf day: Day?) {
    var members: [(String, String)] = [
      ("kind", jsonString(chronicle.kind(of: record).word)),
      ("id", jsonString(chronicle.name(of: record))),
    ]
    if let agreement = chronicle.agreement(containing: record) {
      members.append(("agreement", jsonString(chronicle.name(of: agreement))))
    }
    if let derived = Self.derived(record, in: chronicle, asOf: day) {
      members.append(("derived", derived))
    }
    members.append(("record", chronicle.json(of: record)))
    let lines = members.map { "  \"\($0)\": \(Self.indented($1))" }
    text = "{\n" + lines.joined(separator: ",\n") + "\n}"
  }

  private static func derived(
    _ record: RecordID, in chronicle: Chronicle, asOf day: Day?
  ) -> String? {
    let asOf = day.map { [("asOf", jsonString($0.iso))] } ?? []
    switch chronicle.kind(of: record) {
    case .event:
      guard let fold = chronicle.fold(record, asOf: day) else { return nil }
      let evidence = chronicle.standing(of: fold, asOf: day)
      return object(
        asOf + [
          ("date", fold.date.map { jsonString($0.text) } ?? "null"),
          ("status", jsonString(fold.status.rawValue)),
          ("standing", jsonString(evidence.standing.rawValue)),
          ("reports", "\(evidence.reports)"), ("origins", "\(evidence.origins)"),
          ("unnamedOrigins", "\(evidence.unnamedOrigins)"),
          ("accountsDiffer", "\(fold.accountsDiffer)"),
        ])
    case .term:
      guard let fold = chronicle.fold(term: record, asOf: day) else { return nil }
      return object(
        asOf + [
          ("state", fold.state.map { jsonString($0.rawValue) } ?? "null"),
          ("reports", "\(fold.accounts.count)"), ("accountsDiffer", "\(fold.accountsDiffer)"),
        ])
    case .quote:
      guard let quote = chronicle.quote(record) else { return nil }
      return object([
        ("path", path(of: quote, in: chronicle)), ("source", source(of: quote, in: chronicle)),
      ])
    default: return nil
    }
  }

  /// The names a quote's words came by: speaker, intermediaries, publisher.
  static func path(of quote: Quote, in chronicle: Chronicle) -> String {
    let names = OneLine.stops(of: quote, in: chronicle).map { jsonString(chronicle.label(of: $0)) }
    return "[" + names.joined(separator: ", ") + "]"
  }

  /// The source a quote was read in, with what leads to it.
  static func source(of quote: Quote, in chronicle: Chronicle) -> String {
    guard let source = chronicle.source(quote.source) else { return "null" }
    var members = [
      ("id", jsonString(chronicle.name(of: quote.source))),
      ("title", source.title.map { jsonString($0) } ?? "null"),
      ("published", jsonString(source.published.text)),
    ]
    if let position = quote.position { members.append(("at", "\(position)")) }
    members.append(("url", source.url.map { jsonString($0) } ?? "null"))
    return object(members)
  }

  private static func object(_ members: [(String, String)]) -> String {
    "{ " + members.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + " }"
  }

  /// Moved in by a level. Strings of JSON hold no line ends, so every line end is layout.
  static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  ")
  }
}

/// Writes records as the elements of one JSON array, one after another.
struct JSONArrayWriter {
  private let output: Output
  private var isEmpty = true

  init(_ output: Output) {
    self.output = output
  }

  mutating func add(_ record: RecordID, in chronicle: Chronicle, asOf day: Day?) throws {
    let text = RecordJSON.indented(RecordJSON(record, in: chronicle, asOf: day).text)
    try output.write((isEmpty ? "[\n  " : ",\n  ") + text)
    isEmpty = false
  }

  func finish() throws {
    try output.write(isEmpty ? "[]\n" : "\n]\n")
  }
}
