import Browser
import Records
import Search

/// What a query finds in several lists.
struct FoundRecords {
  let query: Query
  let chronicle: Chronicle
  /// By kind, in the order in which kinds were asked for.
  private let found: [(kind: RecordKind, places: [UInt32])]
  /// What to tell of words that were taken for names near them.
  let nearNames: [String]

  init(_ query: Query, among kinds: [RecordKind], in chronicle: Chronicle) {
    self.query = query
    self.chronicle = chronicle
    var finder = RecordFinder(chronicle)
    var found: [(kind: RecordKind, places: [UInt32])] = []
    var near: [(kind: RecordKind, result: RecordFinder.Found)] = []
    for kind in kinds {
      guard let result = finder.find(query, among: kind) else { continue }
      found.append((kind, result.nearNames.isEmpty ? result.places : []))
      if !result.nearNames.isEmpty { near.append((kind, result)) }
    }
    var messages: [String] = []
    // A slip is only supposed where the line as it stands finds nothing.
    if found.allSatisfy(\.places.isEmpty) {
      for (kind, result) in near {
        if let place = found.firstIndex(where: { $0.kind == kind }) {
          found[place].places = result.places
        }
        for name in result.nearNames.map({ Self.message(on: $0, in: chronicle) })
        where !messages.contains(name) {
          messages.append(name)
        }
      }
    }
    self.found = found
    nearNames = messages
  }

  private static func message(
    on name: RecordFinder.NearName, in chronicle: Chronicle
  ) -> String {
    guard !name.records.isEmpty else { return "nothing is called “\(name.word)”" }
    let names = name.records.prefix(3).map { chronicle.label(of: $0) }
    let more = name.records.count > names.count ? ", …" : ""
    return "nothing has “\(name.word)”: near it \(names.joined(separator: ", "))\(more)"
  }

  var isEmpty: Bool { count == 0 }
  /// How many records were found.
  var count: Int { found.reduce(0) { $0 + $1.places.count } }
  /// The places of the quotes that were found, ascending.
  var quotePlaces: [UInt32] { found.first { $0.kind == .quote }?.places ?? [] }

  /// Writes the records, or how many there are of each kind; says what a limit leaves out.
  func write(to output: Output, asCounts: Bool, isJSON: Bool, limit: Int?) throws {
    if asCounts { return try writeCounts(to: output, isJSON: isJSON) }
    let records = found.map { kind, places in
      let list = chronicle.records(of: kind)
      return places.prefix(limit ?? places.count).map { list[Int($0)] }
    }
    if isJSON {
      try ListCommand.write(records.joined(), of: chronicle, isJSON: true, to: output)
    } else {
      for records in records { try write(records, to: output) }
    }
    for (kind, places) in found {
      guard let limit, places.count > limit else { continue }
      let rest = Wording.number(places.count - limit)
      let word = places.count - limit == 1 ? kind.word : kind.plural
      writeMessage("truce: \(rest) more \(word): a greater --limit shows them\n")
    }
  }

  private func write(_ records: [RecordID], to output: Output) throws {
    var table = TableWriter(output)
    for record in records {
      let line = RecordLine(record, in: chronicle)
      let kind = chronicle.kind(of: record).word
      try table.add(TableWriter.Line(cells: [Self.padded(kind)] + line.cells, text: line.text))
    }
    try table.finish()
  }

  private func writeCounts(to output: Output, isJSON: Bool) throws {
    if isJSON {
      let members = found.map { "\(jsonString($0.kind.plural)): \($0.places.count)" }
      return try output.write("{ \(members.joined(separator: ", ")) }\n")
    }
    try output.write(
      Statistics.lines(
        found.filter { !$0.places.isEmpty }.map {
          ($0.places.count == 1 ? $0.kind.word : $0.kind.plural, $0.places.count)
        }))
  }

  /// As wide as the longest of these words, so that the lists stand under each other.
  private static func padded(_ kind: String) -> String {
    let width = ListedKind.all.map(\.word.count).max() ?? 0
    return kind + String(repeating: " ", count: max(0, width - kind.count))
  }
}
