import Records
import Testing

@testable import Search

@Suite struct ConcordanceTests {
  let chronicle: Chronicle

  init() throws { chronicle = try Chronicle.fixture("miami") }

  @Test("A line holds the whole quote, parted at the hit; one line for each hit")
  func parts() throws {
    let concordance = try concordance("violations")
    #expect(concordance.lines.count == 2)
    #expect(concordance.quoteCount == 2 && concordance.otherCount == 0)
    for line in concordance.lines {
      let parts = line.parts(in: chronicle)
      #expect("\(parts.before)\(parts.hit)\(parts.after)" == chronicle.label(of: line.record))
      #expect(parts.hit == "violations")
    }
  }

  @Test(
    "Lines are sorted by the words that follow the hit, or by those before it from the nearest on",
    arguments: [
      (.right, "violations", ["and", "of"]), (.left, "violations", ["all", "israels"]),
    ] as [(Concordance.Order, String, [String])])
  func neighbours(order: Concordance.Order, line: String, expected: [String]) throws {
    let nearest = try neighbours(line, order).map {
      String(decoding: $0.first ?? [], as: UTF8.self)
    }
    #expect(nearest == expected)
    for word in ["to", "the", "a"] {
      let all = try neighbours(word, order).map { Array($0.joined(separator: [0x20])) }
      #expect(all == all.sorted { $0.lexicographicallyPrecedes($1) }, "\(word)")
    }
  }

  /// The folded words beside each hit, the nearest first.
  private func neighbours(_ line: String, _ order: Concordance.Order) throws -> [[ArraySlice<
    UInt8
  >]] {
    try concordance(line, by: order).lines.map { line in
      let parts = line.parts(in: chronicle)
      let side = order == .right ? parts.after : parts.before
      let words = Fold.fold(String(side)).split(separator: 0x20)
      return order == .right ? words : words.reversed()
    }
  }

  @Test("Each order has the same lines, and sorting again is sorting afresh")
  func orders() throws {
    let first = try concordance("the")
    #expect(first.lines.count > 5)
    for order in Concordance.Order.allCases {
      let fresh = try concordance("the", by: order)
      #expect(first.sorted(by: order, in: chronicle) == fresh)
      #expect(Set(fresh.lines) == Set(first.lines))
    }
  }

  @Test("By speaker and by outlet, lines stand by name; by date, as the quotes are listed")
  func names() throws {
    let speakers = try concordance("the", by: .speaker).lines.map {
      Fold.fold(chronicle.speaker(of: $0.record).map { chronicle.label(of: $0) } ?? "")
    }
    #expect(speakers == speakers.sorted { $0.lexicographicallyPrecedes($1) })
    let outlets = try concordance("the", by: .outlet).lines.map {
      Fold.fold(chronicle.outlet(of: $0.record).map { chronicle.label(of: $0) } ?? "")
    }
    #expect(outlets == outlets.sorted { $0.lexicographicallyPrecedes($1) })
    let places = try concordance("the", by: .date).lines.map { chronicle.position(of: $0.record) }
    #expect(places == places.sorted())
  }

  @Test("What is found by a name alone has no line and is counted")
  func others() throws {
    let concordance = try concordance("speaker:naim the")
    #expect(
      concordance.lines.allSatisfy { $0.parts(in: chronicle).hit.lowercased().hasPrefix("the") })
    let byName = try self.concordance("naim")
    #expect(byName.lines.isEmpty && byName.otherCount >= 4)
    let byField = try self.concordance("mode:direct")
    #expect(byField.lines.isEmpty && byField.otherCount > 0)
  }

  @Test("Counts by speaker and by month add up to the lines", arguments: ["miami", "rare"])
  func counts(store: String) throws {
    let chronicle = try Chronicle.fixture(store)
    let query = Query("the OR a OR to")
    let all = (0..<UInt32(chronicle.quotes.count))
    let concordance = try #require(Concordance(query, in: chronicle, among: all))
    let counts = ConcordanceCounts(concordance, in: chronicle)
    #expect(counts.speakers.reduce(0) { $0 + $1.count } == concordance.lines.count)
    #expect(
      counts.months.reduce(counts.undatedCount) { $0 + $1.count } == concordance.lines.count)
    #expect(counts.speakers.map(\.count) == counts.speakers.map(\.count).sorted(by: >))
    #expect(counts.months.map(\.start) == counts.months.map(\.start).sorted())
    #expect(counts.months.allSatisfy { $0.start.day == 1 && $0.gap >= 0 })
  }

  @Test("A cancelled concordance is none")
  func cancelled() {
    let all = 0..<UInt32(chronicle.quotes.count)
    #expect(Concordance(Query("the"), in: chronicle, among: all, isCancelled: { true }) == nil)
  }

  private func concordance(
    _ line: String, by order: Concordance.Order = .right
  ) throws -> Concordance {
    var finder = RecordFinder(chronicle)
    let query = Query(line)
    let found = finder.find(query, among: .quote)
    let places = try #require(found?.places)
    return try #require(Concordance(query, in: chronicle, among: places, by: order))
  }
}
