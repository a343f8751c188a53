import Browser
import Records
import Screen
import Search

/// What a query finds in several lists: the kind with the best hit first, of each the best first.
struct FoundRecords {
  let query: Query
  let chronicle: Chronicle
  private let kinds: [RecordKind]
  private let overview: Overview
  /// What to tell of words that were taken for names near them.
  let nearNames: [String]
  /// Where nothing was found: the conditions without which something is.
  let loosened: [Loosened]

  /// - Parameters:
  ///   - query: what to find.
  ///   - calendar: what its dates are relative to.
  ///   - kinds: what to look among.
  ///   - chronicle: the records.
  ///   - limit: how many of each kind will be asked for; all if `nil`.
  init(
    _ query: Query, _ calendar: QueryCalendar, among kinds: [RecordKind],
    in chronicle: Chronicle, limit: Int? = nil
  ) {
    self.query = query
    self.chronicle = chronicle
    self.kinds = kinds
    var finder = RecordFinder(chronicle)
    overview = finder.overview(of: query, among: kinds, best: limit) ?? Overview()
    loosened =
      overview.groups.isEmpty
      ? finder.loosened(query, calendar: calendar, among: kinds) ?? [] : []
    nearNames = overview.nearNames.map { $0.words(in: chronicle).plain }
  }

  var isEmpty: Bool { overview.groups.isEmpty }
  /// How many records were found.
  var count: Int { overview.count }
  /// The places of the quotes that were found, ascending.
  var quotePlaces: [UInt32] { overview.groups.first { $0.kind == .quote }?.places ?? [] }

  /// Writes the records, or how many there are of each kind; says what the limit leaves out.
  func write(to output: Output, asCounts: Bool, isJSON: Bool) throws {
    if asCounts { return try writeCounts(to: output, isJSON: isJSON) }
    if isJSON {
      try ListCommand.write(
        overview.groups.lazy.flatMap(\.best), of: chronicle, asOf: query.asOf, isJSON: true,
        to: output)
    } else {
      for group in overview.groups { try write(group.best, to: output) }
    }
    for group in overview.groups where group.places.count > group.best.count {
      let rest = group.places.count - group.best.count
      writeMessage("truce: \(group.kind.countOfMore(rest)): a greater --limit shows them\n")
    }
  }

  private func write(_ records: [RecordID], to output: Output) throws {
    var table = TableWriter(output)
    for record in records {
      let line = RecordLine(record, in: chronicle, asOf: query.asOf)
      let kind = chronicle.kind(of: record).word
      try table.add(TableWriter.Line(cells: [Self.padded(kind)] + line.cells, text: line.text))
    }
    try table.finish()
  }

  private func writeCounts(to output: Output, isJSON: Bool) throws {
    let counts = kinds.map { kind in
      (kind, overview.groups.first { $0.kind == kind }?.places.count ?? 0)
    }
    if isJSON {
      let members = counts.map { "\(jsonString($0.plural)): \($1)" }
      return try output.write("{ \(members.joined(separator: ", ")) }\n")
    }
    try output.write(
      Statistics.lines(
        counts.filter { $1 > 0 }.map { kind, count in
          (count == 1 ? kind.word : kind.plural, count)
        }))
  }

  /// As wide as the longest of these words, so that the lists stand under each other.
  private static func padded(_ kind: String) -> String {
    let width = ListedKind.all.map(\.word.count).max() ?? 0
    return kind + String(repeating: " ", count: max(0, width - kind.count))
  }
}
