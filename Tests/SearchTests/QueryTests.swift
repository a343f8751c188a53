import Records
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
      ("actor:witkoff", []),
      ("12:30 no:field", ["word 0..<5 12:30", "word 6..<14 no:field"]),
      ("a OR b", ["word 0..<1 a", "word 5..<6 b"]),
      ("a or b", ["word 0..<1 a", "word 2..<4 or", "word 5..<6 b"]),
      ("a ORB", ["word 0..<1 a", "word 2..<5 ORB"]),
      ("a | b AND c", ["word 0..<1 a", "word 4..<5 b", "word 10..<11 c"]),
      ("(a)", ["word 1..<2 a"]),
      ("f(x)y", ["word 0..<1 f", "word 2..<3 x", "word 4..<5 y"]),
      ("-(a -b)", ["-word 2..<3 a", "word 4..<6 b"]),
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

  @Test(
    "A line that is not understood is named with its place, and the rest still holds",
    arguments: [
      ("aktor:x", ".unknownField 0..<5 actor", "aktor:x"),
      ("speaker: aid", ".valueMissing 0..<8", "aid"),
      ("kind:tlks aid", ".unknownValue 5..<9 talks", "aid"),
      ("from:2025-13 aid", ".notADate 5..<12", "aid"),
      ("(a b", ".unbalanced 0..<1", "a b"),
      ("a) b", ".unbalanced 1..<2", "a b"),
      ("OR a", ".nothingBeside 0..<2", "a"),
      ("(a OR) b", ".nothingBeside 3..<5", "a b"),
      ("a OR", "", "a"),
    ] as [(String, String, String)])
  func mistakes(line: String, expected: String, rest: String) {
    let query = Query(line)
    #expect(query.hints.map(shown).joined(separator: " ") == expected)
    #expect(query.root == Query(rest).root)
  }

  @Test(
    "Fields take one value or several, in words, names and dates",
    arguments: [
      ("kind:talks,visit", ["kind talks=talks visit=visit"]),
      ("kind:ta", ["kind ta=talks"]),
      ("Speaker:\"Al Thani\",naim x", ["speaker Al Thani naim"]),
      ("-place:cairo", ["-place cairo"]),
      ("-(place:cairo)", ["-place cairo"]),
      ("from:19 dec 2025 aid", ["from 19 dec 2025=2025-12-19...2025-12-19"]),
      ("on:dec 2025", ["on dec 2025=2025-12-01...2025-12-31"]),
      ("on:2026 aid", ["on 2026=2026-01-01...2026-12-31"]),
      ("from:19 dec", ["from 19 dec=2025-12-19...2025-12-19"]),
      ("last:2w", ["last 2w=2026-06-21...2026-07-05"]),
      ("day:71", ["day 71=2025-12-20...2025-12-20"]),
      ("asof:today", ["asof today=2026-11-25...2026-11-25"]),
    ] as [(String, [String])])
  func fields(line: String, expected: [String]) {
    let calendar = QueryCalendar(
      newest: Day(year: 2026, month: 7, day: 5),
      dayZero: Day(year: 2025, month: 10, day: 10), today: Day(year: 2026, month: 11, day: 25))
    let query = Query(line, calendar: calendar)
    #expect(query.fields.map(shown) == expected)
    #expect(query.hints.isEmpty)
  }

  @Test("Every letter of a line that is not a space is in one part of it at most")
  func parts() {
    let query = Query("-\"a b\" OR (kind:talks,xx c) …")
    let kinds = query.parts.map { "\($0.kind) \($0.range)" }
    #expect(
      kinds == [
        "phrase 0..<6", "sign 7..<9", "sign 10..<11", "fieldName 11..<16", "value 16..<21",
        "mistake 22..<24", "word 25..<26", "sign 26..<27", "mistake 28..<31",
      ])
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
    let marks = ["\"", "-", " -\"", "“", "(", ")", " OR ", "kind:", "from:", ","]
    for mark in marks where Bool.random(using: &random) {
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

private func shown(_ hint: Query.Hint) -> String {
  let nearest: String? =
    switch hint.kind {
    case .unknownField(_, let nearest), .unknownValue(_, _, let nearest): nearest
    default: nil
    }
  let kind = "\(hint.kind)".prefix { $0 != "(" }
  return ".\(kind) \(hint.range)" + (nearest.map { " \($0)" } ?? "")
}

private func shown(_ field: Query.FieldTerm) -> String {
  let values = field.values.map { value in
    switch value.meaning {
    case .words(let words): "\(value.text)=\(words.joined(separator: "|"))"
    case .name, .text: value.text
    case .days(let days): "\(value.text)=\(days.lowerBound.iso)...\(days.upperBound.iso)"
    }
  }
  return "\(field.isExcluded ? "-" : "")\(field.field) \(values.joined(separator: " "))"
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
