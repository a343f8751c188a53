import Records
import Testing

@testable import Search

@Suite("What a query line could go on with")
struct CompletionTests {
  private let chronicle: Chronicle

  init() throws {
    chronicle = try .fixture("miami")
  }

  /// The candidates at the bar in a line.
  private func candidates(_ marked: String, _ kind: RecordKind = .event) -> [String] {
    completion(marked, kind).candidates.map(\.text)
  }

  private func completion(_ marked: String, _ kind: RecordKind = .event) -> Completion {
    var finder = RecordFinder(chronicle)
    let parts = marked.split(separator: "¦", omittingEmptySubsequences: false)
    return finder.completion(of: parts.joined(), at: parts[0].utf8.count, among: [kind])
  }

  /// The line with the first candidate in it.
  private func completed(_ marked: String, _ kind: RecordKind = .event) -> String? {
    let completion = completion(marked, kind)
    let line = marked.split(separator: "¦", omittingEmptySubsequences: false).joined()
    return completion.candidates.first.map { completion.applying($0, to: line).line }
  }

  @Test(
    "The part at the insertion point is replaced, and nothing else",
    arguments: [
      ("stan¦", "standing:"), ("talks ki¦nd:x -aid", "talks kind:x -aid"), ("-(spe¦", "-(speaker:"),
      ("kind:tal¦", "kind:talks"), ("kind:talks,consult¦", "kind:talks,consultation"),
      ("kind:talks,cons¦x status:planned", "kind:talks,consultation status:planned"),
      ("a speaker:\"nai¦ rest of it", "a speaker:bassem-naim rest of it"),
      ("speaker:\"bassem n¦\" b", "speaker:bassem-naim b"),
      ("speaker:نعيم¦", "speaker:bassem-naim"),
      ("é speaker:NAI¦", "é speaker:bassem-naim"), ("place:miam¦", "place:miami"),
      ("Witk¦", "\"Steve Witkoff\""), ("origin:anon¦", "origin:anonymous"),
    ])
  func replaced(marked: String, line: String) {
    #expect(completed(marked) == line, "\(marked)")
  }

  @Test("Fields come first, and all of them where nothing is typed")
  func fields() {
    #expect(candidates("¦") == Field.allCases.map { "\($0.rawValue):" })
    #expect(candidates("talks ¦") == Field.allCases.map { "\($0.rawValue):" })
    #expect(candidates("st¦").prefix(2) == ["status:", "standing:"])
  }

  @Test("For all kinds of record, a word counts in each of them")
  func allKinds() {
    var finder = RecordFinder(chronicle)
    let found = finder.completion(of: "kind:", at: 5, among: [.event, .actor, .quote]).candidates
    let kinds = [.event, .actor].map { completion("kind:¦", $0).candidates }
    #expect(found.count == Set(kinds.joined().map(\.text)).count)
    #expect(
      found.compactMap(\.count).reduce(0, +) == chronicle.records(of: .event).count
        + chronicle.records(of: .actor).count)
    #expect(found.compactMap(\.count) == found.compactMap(\.count).sorted(by: >))
  }

  @Test("Words are those that records of the list have, the most frequent first")
  func words() {
    let found = completion("kind:¦").candidates
    #expect(found.allSatisfy { ($0.count ?? 0) > 0 })
    #expect(found.map { $0.count ?? 0 } == found.map { $0.count ?? 0 }.sorted(by: >))
    #expect(found.reduce(0) { $0 + ($1.count ?? 0) } == chronicle.events.count)
    #expect(Set(candidates("mode:¦", .quote)).isSubset(of: ["direct", "indirect", "mixed"]))
    // Of another list's field, all words there are.
    #expect(candidates("mode:¦") == QuoteMode.allCases.map(\.rawValue))
  }

  @Test("A value chosen for a name finds what that record is named by")
  func namesAreFound() {
    var finder = RecordFinder(chronicle)
    for candidate in completion("actor:¦").candidates.prefix(5) {
      let query = Query("actor:\(candidate.text)")
      #expect(query.hints.isEmpty)
      #expect(finder.find(query, among: .actor)?.places.isEmpty == false, "\(candidate.text)")
    }
  }

  @Test("Every candidate is read as one word, value or field", arguments: ["¦", "a¦", "e¦", "th¦"])
  func readable(typed: String) {
    for name in ["", "about:", "speaker:", "kind:", "role:", "place:"] {
      let completion = completion(name + typed)
      let line = name + typed.dropLast()
      for candidate in completion.candidates where !candidate.text.hasSuffix(":") {
        let query = Query(completion.applying(candidate, to: line).line)
        #expect(query.hints.isEmpty, "\(query.line)")
        #expect(query.terms.count + query.fields.count == 1, "\(query.line)")
      }
    }
  }

  @Test(
    "Where nothing can be listed, it says why",
    arguments: [
      ("from:19¦", "from"), ("day:¦", "day"), ("lang:¦", "lang"), ("kind:zzz¦", "kind"),
      ("speaker:zzzz¦", "speaker"), ("zzzz¦", "No field or name"), ("from:19 dec¦", "from"),
    ])
  func nothing(marked: String, reason: String) {
    let completion = completion(marked)
    #expect(completion.candidates.isEmpty, "\(marked)")
    #expect(completion.reason.contains(reason), "\(completion.reason)")
  }

  @Test("Any line and any place is answered, and a bounded number is given", arguments: 1...20)
  func anything(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var finder = RecordFinder(chronicle)
    let pieces = [
      "speaker:", "kind:", "\"", "(", ")", "-", ",", " ", "a", "é", "ن", "OR", "from:", "«", ":",
      "\u{301}", "👩‍👩‍👧", "\u{0}", String(repeating: "x", count: 3000),
    ]
    for _ in 0..<60 {
      let line = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      let offset = Int.random(in: -2...line.utf8.count + 2, using: &random)
      let completion = finder.completion(of: line, at: offset, among: [.event])
      #expect(completion.candidates.count <= Field.allCases.count + RecordFinder.mostCandidates + 1)
      for candidate in completion.candidates {
        let (text, end) = completion.applying(candidate, to: line)
        #expect(end <= text.utf8.count, "seed \(seed): \(line)")
      }
    }
  }
}
