import Testing

@testable import Records

/// Bytes in a block of exactly their size, so that reading beyond it is seen by the sanitizer.
func withExactBytes<Result>(
  _ bytes: some Collection<UInt8>, _ body: (UnsafeRawBufferPointer) throws -> Result
) rethrows -> Result {
  let block = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
  defer { block.deallocate() }
  block.copyBytes(from: bytes)
  return try body(UnsafeRawBufferPointer(block))
}

/// The day on which the tests are run, as far as the checks know.
let today = Day(year: 2021, month: 6, day: 15) ?? .first

/// Loads stores written in a test, as files a.json, b.json and so on.
func load(_ texts: String...) -> LoadResult {
  load(texts)
}

func load(_ texts: [String]) -> LoadResult {
  let names = ["a.json", "b.json", "c.json", "d.json"]
  let inputs = texts.enumerated().map { index, text in
    StoreInput.bytes(Array(text.utf8), name: index < names.count ? names[index] : "\(index).json")
  }
  return load(inputs, options: LoadOptions(today: today))
}

/// A small store without findings, one list a line, with more records in some of its lists.
///
/// It holds the sources `s` (of 5 January 2021) and `c` (a comment), the place `here`, the actors
/// `paper`, `ann` and `north`, the agreement `pact` with stage `st` and term `tm`, the event `e` and
/// the quote `q`.
func store(_ more: KeyValuePairs<String, String> = [:]) -> String {
  let base = [
    (
      "sources",
      """
      {"id": "s", "kind": "article", "publisher": "paper", "published": "2021-01-05"},
      {"id": "c", "kind": "comment", "publisher": "paper", "published": "2021-01-05"}
      """
    ),
    ("places", #"{"id": "here", "name": "Here"}"#),
    (
      "actors",
      """
      {"id": "paper", "name": "The Paper", "kind": "outlet"},
      {"id": "ann", "name": "Ann", "kind": "person"},
      {"id": "north", "name": "North", "kind": "state"}
      """
    ),
    (
      "agreements",
      """
      {"id": "pact", "name": "Pact", "stages": [{"id": "st", "n": 1, "name": "First"}],
       "terms": [{"id": "tm", "text": "To leave", "by": ["north"], "source": "s"}]}
      """
    ),
    (
      "events",
      """
      {"id": "e", "title": "Talks", "kind": "talks", "status": "occurred",
       "date": "2021-01-04", "reports": [{"source": "s"}]}
      """
    ),
    (
      "quotes",
      """
      {"id": "q", "speaker": "ann", "text": "Words", "mode": "direct", "source": "s"}
      """
    ),
  ]
  let lists = base.map { name, records in
    let all = [records] + more.filter { $0.key == name }.map(\.value)
    return "\"\(name)\": [\n" + all.joined(separator: ",\n") + "\n]"
  }
  return "{\"ceasefire\": 1, \"title\": \"Test\",\n" + lists.joined(separator: ",\n") + "}"
}

/// An event that lacks nothing, with more members.
func event(_ id: String, _ members: String = "", reports: String = #"{"source": "s"}"#) -> String {
  let more = members.isEmpty ? "" : ", " + members
  return "{\"id\": \"\(id)\", \"title\": \"\(id)\", \"kind\": \"talks\", "
    + "\"status\": \"occurred\", \"reports\": [\(reports)]\(more)}"
}

/// Texts without their marks `▸`, and where these stood: file, line, column.
func unmarked(_ texts: [String]) -> (texts: [String], places: [String]) {
  var places: [String] = []
  let names = ["a.json", "b.json", "c.json", "d.json"]
  let clean = texts.enumerated().map { index, text in
    var out = String.UnicodeScalarView()
    var (line, column) = (1, 1)
    for scalar in text.unicodeScalars {
      if scalar == "▸" {
        places.append("\(names[index]):\(line):\(column)")
        continue
      }
      out.append(scalar)
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    return String(out)
  }
  return (clean, places)
}

/// Loads the texts without their marks, and wants just these messages, one at each mark in order.
/// Messages of warnings begin with `w:`.
func expectFindings(
  _ texts: [String], _ messages: [String], sourceLocation: SourceLocation = #_sourceLocation
) {
  let (texts, places) = unmarked(texts)
  let problems = load(texts).problems
  let found = problems.map { ($0.severity == .warning ? "w: " : "") + $0.message }
  #expect(found == messages, sourceLocation: sourceLocation)
  let stand = problems.map { "\($0.file):\($0.line ?? 0):\($0.column ?? 0)" }
  #expect(stand == places, "places of \(found)", sourceLocation: sourceLocation)
}

func expectFindings(
  _ text: String, _ messages: String..., sourceLocation: SourceLocation = #_sourceLocation
) {
  expectFindings([text], messages, sourceLocation: sourceLocation)
}

/// The chronicle of texts that have no errors.
func chronicle(
  _ texts: String..., sourceLocation: SourceLocation = #_sourceLocation
) throws -> Chronicle {
  let result = load(texts)
  #expect(
    result.problems.filter { $0.severity == .error }.map(\.description) == [],
    sourceLocation: sourceLocation)
  return try #require(result.chronicle, sourceLocation: sourceLocation)
}

extension Chronicle {
  func names(_ ids: some Sequence<RecordID>) -> [String] { ids.map(name(of:)) }

  /// The record of that id, which must be there.
  func the(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> RecordID {
    try #require(id(named: name), "\(name)", sourceLocation: sourceLocation)
  }
}
