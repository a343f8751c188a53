import Records
import Testing

@testable import Search

@Suite struct RecordFinderTests {
  let chronicle: Chronicle

  init() throws { chronicle = try Chronicle.fixture("miami") }

  @Test(
    "Fields find what they say",
    arguments: [
      ("kind:talks", .event, ["miami-talks"]),
      ("status:recurring", .event, ["hamas-violations", "truce-violations"]),
      ("standing:claimed kind:violation", .event, ["hamas-violations"]),
      ("-status:conditional kind:military", .event, []),
      ("role:accused actor:israel", .event, ["truce-violations"]),
      ("role:accused actor:hamas", .event, ["hamas-violations"]),
      ("actor:egypt kind:talks", .event, ["miami-talks"]),
      ("place:florida", .event, ["miami-talks"]),
      ("origin:turkiye", .event, ["miami-talks"]),
      ("via:afp kind:violation", .event, ["hamas-violations", "truce-violations"]),
      ("about:trump-disengages", .quote, ["q-io-warning", "q-io-unlikely"]),
      ("speaker:naim mode:direct", .quote, ["q-naim-lawlessness"]),
      ("speaker:\"Bassem Naim\" act:demand aid", .quote, ["q-naim-aid"]),
      ("speaker:hamas mode:mixed", .quote, ["q-naim-plan"]),
      ("origin:anonymous mode:direct", .quote, ["q-reader"]),
      ("source:trt", .quote, ["q-io-options"]),
      ("asof:2025-12-18 kind:talks", .event, ["miami-talks"]),
      ("asof:2025-12-18 status:occurred", .event, ["war-cabinet-meeting"]),
      ("asof:2025-12-17", .event, []),
      // What was not yet known on that day is shown as it is known today.
      ("-asof:2025-12-18 kind:talks", .event, []),
      ("-asof:2025-12-17 kind:talks status:occurred", .event, ["miami-talks"]),
      ("-asof:2025-12-18 status:occurred", .event, []),
      ("-(asof:2025-12-17 kind:visit) kind:talks status:occurred", .event, ["miami-talks"]),
      ("on:2025-12-19 kind:talks", .event, ["miami-talks"]),
      ("to:2025-12-18", .source, ["ht-afp-1218", "trt-1218"]),
      // What occurred or was said by a day, or was published on it or later, stands at that day.
      ("status:occurred on:2024", .event, []),
      ("asof:2025-12-19 status:occurred on:2024", .event, []),
      ("on:2026", .event, ["trump-disengages", "new-campaign"]),
      ("on:2024 OR on:2026", .quote, []),
      ("on:2024 OR from:2026", .source, []),
      ("on:2025-12-19 origin:anonymous mode:direct", .quote, ["q-reader"]),
      ("on:2025-12-19 kind:comment", .source, ["aj-miami-comment"]),
      ("id:q-wh", .quote, ["q-wh"]),
      ("lang:en kind:comment", .source, ["aj-miami-comment"]),
      ("mode:direct", .event, []),
      ("weight:key", .event, ["miami-talks"]),
      ("weight:key,minor -weight:minor", .event, ["miami-talks"]),
      ("weight:key", .actor, []),
    ] as [(String, RecordKind, [String])])
  func fields(line: String, kind: RecordKind, expected: [String]) {
    #expect(found(line, kind) == expected)
  }

  @Test(
    "OR, parentheses and minus join words and fields",
    arguments: [
      ("lawlessness OR calm", .quote, ["q-io-unlikely", "q-naim-lawlessness"]),
      ("speaker:naim (aid OR plan)", .quote, ["q-naim-aid", "q-naim-plan"]),
      ("speaker:naim -(aid OR plan OR lawlessness)", .quote, ["q-naim-violations"]),
      (
        "kind:talks OR status:conditional", .event,
        ["trump-disengages", "new-campaign", "miami-talks"]
      ),
      ("-speaker:naim -origin:anonymous", .quote, []),
    ] as [(String, RecordKind, [String])])
  func joined(line: String, kind: RecordKind, expected: [String]) {
    #expect(Set(found(line, kind)) == Set(expected))
  }

  @Test(
    "Any name of an actor finds the records that mean that actor",
    arguments: [
      ("باسم نعيم", .quote, 4), ("Basem Naim", .quote, 4), ("כאן", .quote, 4),
      ("Turkey", .event, 1),
      ("AFP", .quote, 2), ("PA", .quote, 1),
    ] as [(String, RecordKind, Int)])
  func names(line: String, kind: RecordKind, count: Int) {
    #expect(found(line, kind).count >= count)
  }

  @Test("A slip of the finger is forgiven in a name, and said, where nothing is found without")
  func slips() {
    var finder = RecordFinder(chronicle)
    for line in ["Wittkoff", "wikoff talks", "wtikoff", "actor:witkkoff"] {
      let near = finder.find(Query(line), among: .event)
      #expect(near?.places.isEmpty == false, "\(line)")
      #expect(near?.nearNames.count == 1, "\(line)")
    }
    #expect(finder.find(Query("Witkoff"), among: .event)?.nearNames.isEmpty == true)
    // Four letters are too few to forgive one, and two slips too many in eight.
    #expect(finder.find(Query("naom"), among: .quote)?.places == [])
    #expect(finder.find(Query("wxtkxff"), among: .event)?.places == [])
  }

  @Test("A near name is told once, whatever asks for it beside or again")
  func nearNamesOnce() throws {
    var finder = RecordFinder(try .fixture("miami"))
    for line in [
      "actor:Witcoff role:participant,envoy", "role:participant,envoy actor:Witcoff",
      "actor:Witcoff kind:talks OR actor:Witcoff kind:visit",
    ] {
      let near = finder.find(Query(line), among: .event)
      #expect(near?.places.isEmpty == false, "\(line)")
      #expect(near?.nearNames.count == 1, "\(line)")
    }
  }

  @Test(
    "Whatever is asked for, the columns find what a look at each record finds",
    arguments: ["miami", "rare"], 0..<40 as Range<UInt64>)
  func plainScan(store: String, seed: UInt64) throws {
    let chronicle = try Chronicle.fixture(store)
    let scans = try #require(Self.scans[store])
    var random = SeededRandom(seed: seed)
    var finder = RecordFinder(chronicle)
    for kind in Self.kinds {
      let line = randomLine(chronicle, &random)
      let query = Query(line)
      guard let result = finder.find(query, among: kind), result.nearNames.isEmpty else { continue }
      let records = try #require(scans[kind])
      let expected = records.indices.filter { records[$0].satisfies(query.root) }
      #expect(result.places.map(Int.init) == expected, "seed \(seed), \(kind) of \(store): \(line)")
    }
  }

  private static let kinds: [RecordKind] = [.event, .quote, .actor, .agreement, .source, .place]

  /// What a look at each record of a store goes by, in the order of the lists.
  private static let scans: [String: [RecordKind: [PlainScan]]] = Dictionary(
    uniqueKeysWithValues: ["miami", "rare"].compactMap { store in
      (try? Chronicle.fixture(store)).map { chronicle in
        let scans = kinds.map { kind in
          (kind, chronicle.records(of: kind).map { PlainScan(chronicle, $0) })
        }
        return (store, Dictionary(uniqueKeysWithValues: scans))
      }
    })

  @Test(
    "Typing letter by letter finds what a new search finds", arguments: ["talks israel", "al th"])
  func typing(line: String) {
    var typed = RecordFinder(chronicle)
    for length in 1...line.count {
      let query = Query(String(line.prefix(length)))
      var fresh = RecordFinder(chronicle)
      for kind in [RecordKind.event, .quote] {
        #expect(typed.find(query, among: kind)?.places == fresh.find(query, among: kind)?.places)
      }
    }
  }

  @Test(
    "Letters taken back, words excluded and lines begun anew find what a new search finds",
    arguments: 0..<10 as Range<UInt64>)
  func retyping(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var unasked = RecordFinder(chronicle)
    for kind in [RecordKind.event, .quote] { unasked.prepare(kind) }
    var typed = unasked
    let ahead = Array(#"the talks israel -hamas aid -t gaza "second stage" -al naim kind:talks "#)
    var line: [Character] = []
    for _ in 0..<40 {
      switch Int.random(in: 0..<10, using: &random) {
      case 0: line = []
      case 1...3: line = line.dropLast()
      default:
        // From a place in the words on, or as they go on from what is typed.
        let start = Int.random(in: 0..<ahead.count, using: &random)
        line += line.isEmpty ? ahead[start...].prefix(3) : ahead[start...].prefix(1)
      }
      let query = Query(String(line))
      var fresh = unasked
      for kind in [RecordKind.event, .quote] {
        let (found, expected) = (typed.find(query, among: kind), fresh.find(query, among: kind))
        #expect(found?.places == expected?.places, "seed \(seed), \(kind): \(query.line)")
        #expect(found?.nearNames == expected?.nearNames, "seed \(seed), \(kind): \(query.line)")
      }
    }
  }

  @Test("A cancelled search says so, and the next one is whole")
  func cancelled() {
    var finder = RecordFinder(chronicle)
    for line in ["naim", "standing:claimed", "a OR b", "from:2025"] {
      #expect(finder.find(Query(line), among: .event, isCancelled: { true }) == nil)
    }
    #expect(finder.find(Query("talks"), among: .event)?.places.isEmpty == false)
  }

  private func found(_ line: String, _ kind: RecordKind) -> [String] {
    var finder = RecordFinder(chronicle)
    let query = Query(line, calendar: QueryCalendar(chronicle))
    #expect(query.hints.isEmpty, "\(line)")
    return finder.records(matching: query, among: kind).map { chronicle.name(of: $0) }
  }

  /// Words that stand somewhere in the store, with everything a line may join them by.
  private func randomLine(_ chronicle: Chronicle, _ random: inout SeededRandom) -> String {
    let fields = ["kind:talks", "status:planned", "-status:occurred", "mode:direct", "kind:person"]
    func item() -> String {
      if Int.random(in: 0..<4, using: &random) == 0 {
        return fields.randomElement(using: &random) ?? ""
      }
      let kind = RecordKind.allCases.randomElement(using: &random) ?? .event
      let record = chronicle.records(of: kind).randomElement(using: &random)
      let words = record.map { chronicle.label(of: $0).split(separator: " ") } ?? []
      let word = words.randomElement(using: &random).map(String.init) ?? "x"
      let cut = String(word.prefix(Int.random(in: 1...max(1, word.count), using: &random)))
      return (Bool.random(using: &random) ? "" : "-") + cut
    }
    var line = item()
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: line += " OR \(item())"
      case 1: line = "(\(line)) \(item())"
      default: line += " \(item())"
      }
    }
    return line
  }
}

/// The same meaning, told from one record at a time: its texts and the names it counts for.
private struct PlainScan {
  let chronicle: Chronicle
  let record: RecordID
  private let texts: [String]
  /// A row for each name, in the two forms in which names are searched.
  private let names: TextIndex

  init(_ chronicle: Chronicle, _ record: RecordID) {
    self.chronicle = chronicle
    self.record = record
    let searched = SearchedTexts(chronicle)
    var (texts, names) = ([String](), [String]())
    searched.forEach(of: record) { $1 == .name ? names.append($0) : texts.append($0) }
    names += RecordFinder.named(by: record, in: chronicle).flatMap { searched.names(of: $0) }
    var builder = TextIndex.Builder()
    for name in names {
      builder.add(name: name)
      builder.endRow()
    }
    (self.texts, self.names) = (texts, builder.build())
  }

  func satisfies(_ expression: Expression?) -> Bool {
    switch expression {
    case nil: true
    case .texts(let clauses): clauses.allSatisfy { holds($0.included) != $0.isExcluded }
    case .all(let parts): parts.allSatisfy(satisfies)
    case .any(let parts): parts.contains(where: satisfies)
    case .not(let inner): !satisfies(inner)
    case .field(let term): holds(term)
    case .records(let records): records.contains(record)
    }
  }

  private func holds(_ clause: Clause) -> Bool {
    texts.contains { clause.holds(in: $0) }
      || names.rows(satisfying: [clause])?.places.isEmpty == false
  }

  private func holds(_ term: Query.FieldTerm) -> Bool {
    let words = term.values.flatMap { value -> [String] in
      if case .words(let words) = value.meaning { words } else { [] }
    }
    switch term.field {
    case .kind where chronicle.kind(of: record) != .quote,
      .mode where chronicle.kind(of: record) == .quote:
      return chronicle.kindWord(of: record).map(words.contains) ?? false
    case .status:
      return chronicle.fold(record, asOf: nil).map { words.contains($0.status.rawValue) } ?? false
    default: return false
    }
  }
}
