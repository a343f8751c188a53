import Browser
import Records
import Screen
import Search

/// The words that a query finds in quotes, each between what stands before and after it.
struct ContextLines {
  private let chronicle: Chronicle
  private let concordance: Concordance?

  init(_ found: FoundRecords, sortedBy order: Concordance.Order) {
    chronicle = found.chronicle
    concordance = Concordance(
      found.query, in: found.chronicle, among: found.quotePlaces, by: order)
  }

  private var lines: [Concordance.Line] { concordance?.lines ?? [] }

  var isEmpty: Bool { lines.isEmpty }

  /// Writes the lines, or how they are spread over speakers and months.
  func write(to output: Output, asCounts: Bool, isJSON: Bool, limit: Int?) throws {
    if asCounts {
      try writeCounts(to: output, isJSON: isJSON)
    } else if isJSON {
      try writeJSON(lines.prefix(limit ?? lines.count), to: output)
    } else {
      try writeTable(lines.prefix(limit ?? lines.count), to: output)
    }
    guard !asCounts, let limit, lines.count > limit else { return }
    let rest = Wording.count(lines.count - limit, "more line", plural: "more lines")
    writeMessage("truce: \(rest): a greater --limit shows them\n")
  }

  // MARK: As text

  /// A line in all columns there are: the word in one of them, who said it and when behind.
  private func writeTable(_ lines: ArraySlice<Concordance.Line>, to output: Output) throws {
    let columns = output.columns
    let dates = lines.lazy.map { TextWidth.columns(of: date(of: $0)) }.max() ?? 0
    let names = lines.lazy.map { TextWidth.columns(of: speaker(of: $0)) }.max() ?? 0
    let dateColumns = min(dates, max(10, columns * 3 / 10))
    let nameColumns = min(names, max(8, columns / 5))
    let room = max(10, columns - dateColumns - nameColumns - 4)
    for line in lines {
      let context = KeywordLine(line, in: chronicle, columns: room, isMirrored: false).text
      let name = padded(speaker(of: line), to: nameColumns)
      try output.write(
        Self.withoutEnd("\(context)  \(name)  \(padded(date(of: line), to: dateColumns))") + "\n")
    }
  }

  private func padded(_ text: String, to columns: Int) -> String {
    let text = visibleText(text)
    let kept =
      TextWidth.columns(of: text) > columns
      ? TextWidth.prefix(of: text, columns: columns - 1) + "…" : text
    return kept + String(repeating: " ", count: max(0, columns - TextWidth.columns(of: kept)))
  }

  private static func withoutEnd(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }

  /// Whose words they are; a reader's comment is named as one.
  private func speaker(of line: Concordance.Line) -> String {
    let name = chronicle.speaker(of: line.record).map { chronicle.label(of: $0) } ?? ""
    return chronicle.isComment(line.record) ? "[comment] " + name : name
  }

  private func date(of line: Concordance.Line) -> String {
    chronicle.quote(line.record)?.date?.text ?? "-"
  }

  // MARK: As counts

  private func writeCounts(to output: Output, isJSON: Bool) throws {
    guard let concordance, !concordance.lines.isEmpty || isJSON else { return }
    let counts = ConcordanceCounts(concordance, in: chronicle)
    let speakers = counts.speakers.map { (chronicle.label(of: $0.speaker), $0.count) }
    let months = counts.months.map { (String($0.start.iso.prefix(7)), $0.count) }
    if isJSON {
      func object(_ counts: [(String, Int)]) -> String {
        "{ \(counts.map { "\(jsonString($0.0)): \($0.1)" }.joined(separator: ", ")) }"
      }
      // Two unnamed speakers may be called the same, and stay two.
      let speakers = counts.speakers.map {
        "{ \"id\": \(jsonString(chronicle.name(of: $0.speaker))), "
          + "\"name\": \(jsonString(chronicle.label(of: $0.speaker))), \"lines\": \($0.count) }"
      }
      let undated = counts.undatedCount
      return try output.write(
        """
        {
          "lines": \(concordance.lines.count),
          "quotes": \(concordance.quoteCount),
          "speakers": [\(speakers.joined(separator: ", "))],
          "months": \(object(months)),
          "undated": \(undated)
        }

        """)
    }
    let undated = counts.undatedCount == 0 ? [] : [("no month stated", counts.undatedCount)]
    try output.write(
      Statistics.lines([
        (concordance.lines.count == 1 ? "line" : "lines", concordance.lines.count),
        (concordance.quoteCount == 1 ? "quote" : "quotes", concordance.quoteCount),
      ]) + "\nlines by speaker\n" + Statistics.lines(speakers) + "\nlines by month\n"
        + Statistics.lines(months + undated))
  }

  // MARK: As JSON

  private func writeJSON(_ lines: ArraySlice<Concordance.Line>, to output: Output) throws {
    try output.write("[")
    for (number, line) in lines.enumerated() {
      let parts = line.parts(in: chronicle)
      let quote = chronicle.quote(line.record)
      let members: [(String, String)] = [
        ("id", jsonString(chronicle.name(of: line.record))),
        ("before", jsonString(String(parts.before))), ("hit", jsonString(String(parts.hit))),
        ("after", jsonString(String(parts.after))),
        ("mode", quote.map { jsonString($0.mode.rawValue) } ?? "null"),
        ("date", quote?.date.map { jsonString($0.text) } ?? "null"),
        ("path", quote.map { RecordJSON.path(of: $0, in: chronicle) } ?? "[]"),
        ("source", quote.map { RecordJSON.source(of: $0, in: chronicle) } ?? "null"),
      ]
      let text = members.map { "    \"\($0.0)\": \($0.1)" }.joined(separator: ",\n")
      try output.write((number == 0 ? "\n" : ",\n") + "  {\n\(text)\n  }")
    }
    try output.write(lines.isEmpty ? "]\n" : "\n]\n")
  }
}
