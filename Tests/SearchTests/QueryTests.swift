import Testing

@testable import Search

@Suite struct QueryTests {
  @Test(
    "A line is read as words, phrases and exclusions, each with its place",
    arguments: [
      ("", []),
      ("  \t ", []),
      ("ceasefire", ["word 0..<9 ceasefire"]),
      ("  two  words ", ["word 2..<5 two", "word 7..<12 words"]),
      ("\"a phrase\" word", ["phrase 0..<10 a phrase", "word 11..<15 word"]),
      ("-not", ["-word 0..<4 not"]),
      ("-\"not this\"", ["-phrase 0..<11 not this"]),
      ("al-Thani", ["word 0..<8 al-Thani"]),
      ("-al-Thani", ["-word 0..<9 al-Thani"]),
      ("--x", ["-word 0..<3 -x"]),
      ("a\"b c\"d", ["word 0..<1 a", "phrase 1..<6 b c", "word 6..<7 d"]),
      ("“a b”", ["phrase 0..<9 a b"]),
      ("«a»", ["phrase 0..<5 a"]),
      ("سلام غزة", ["word 0..<8 سلام", "word 9..<15 غزة"]),
      ("actor:witkoff", ["word 0..<13 actor:witkoff"]),
      ("a OR b", ["word 0..<1 a", "word 2..<4 OR", "word 5..<6 b"]),
      ("(a)", ["word 0..<3 (a)"]),
      ("\"open end", ["open phrase 0..<9 open end"]),
      ("a\u{A0}b", ["word 0..<1 a", "word 3..<4 b"]),
    ] as [(String, [String])])
  func terms(line: String, expected: [String]) {
    #expect(Query(line).terms.map(shown) == expected)
  }

  @Test(
    "A hint names what the reader might not expect, and where",
    arguments: [
      ("a \"b", [Query.Hint(kind: .unclosedPhrase, range: 2..<4)]),
      ("a \"", [.init(kind: .unclosedPhrase, range: 2..<3)]),
      ("-", [.init(kind: .nothingToFind, range: 0..<1)]),
      ("a … b", [.init(kind: .nothingToFind, range: 2..<5)]),
      ("\"\"", [.init(kind: .nothingToFind, range: 0..<2)]),
      ("a -b \"c d\" actor:e", []),
    ] as [(String, [Query.Hint])])
  func hints(line: String, expected: [Query.Hint]) {
    let hints = Query(line).hints
    #expect(hints == expected)
    #expect(hints.allSatisfy { !$0.message.isEmpty })
  }

  @Test("Without a letter or digit a line asks for nothing", arguments: ["", " ", "-", "\"", "…"])
  func empty(line: String) {
    #expect(Query(line).isEmpty)
  }

  @Test(
    "A query narrows another when its rows can only be fewer",
    arguments: [
      ("pris", "pri", true), ("pri", "pris", false), ("pri", "pri", true), ("a", "", true),
      ("", "a", false), ("peace talks", "peace", true), ("peace talks", "peace tal", true),
      ("talks peace", "peace tal", false),
      ("peace -war", "peace", true), ("peace", "peace -war", false),
      ("-war", "-warning", true), ("-warning", "-war", false),
      ("\"a phr", "\"a ph", true), ("\"a phrase\"", "\"a phrase", true),
      ("\"a phrases\"", "\"a phrase\"", false), ("\"war\"", "war", true), ("war", "\"war\"", false),
      ("el sheikh", "el", false), ("abdul r", "abdul", true), ("abdul ra", "abdul r", true),
    ])
  func narrowing(line: String, other: String, narrows: Bool) {
    #expect(Query(line).narrows(Query(other)) == narrows)
  }

  @Test(
    "Any line is a query, and its terms lie in it in order", arguments: 0..<300 as Range<UInt64>)
  func anyLine(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var line = random.text(length: Int.random(in: 0...60, using: &random))
    for mark in ["\"", "-", " -\"", "“"] where Bool.random(using: &random) {
      line.insert(contentsOf: mark, at: line.indices.randomElement(using: &random) ?? line.endIndex)
    }
    let query = Query(line)
    var end = 0
    for term in query.terms {
      #expect(term.range.lowerBound >= end && !term.range.isEmpty, "seed \(seed)")
      end = term.range.upperBound
    }
    #expect(end <= line.utf8.count, "seed \(seed)")
    #expect(query.narrows(query), "seed \(seed)")
  }

  @Test("A line of ten thousand letters or words is read like any other")
  func longLines() {
    #expect(Query(String(repeating: "é", count: 10_000)).terms.count == 1)
    #expect(Query(String(repeating: "ab -", count: 5_000)).terms.count == 5_000)
    #expect(Query(String(repeating: "\"", count: 10_000)).isEmpty)
  }
}

private func shown(_ term: Query.Term) -> String {
  let kind =
    switch term.kind {
    case .word: "word"
    case .phrase(isClosed: true): "phrase"
    case .phrase(isClosed: false): "open phrase"
    }
  return "\(term.isExcluded ? "-" : "")\(kind) \(term.range) \(term.text)"
}
