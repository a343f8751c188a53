import Records
import Testing

@testable import Search

@Suite struct SegmentedIndexTests {
  @Test(
    "In several segments the same rows are found as in one index",
    arguments: 0..<30 as Range<UInt64>)
  func segments(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let count = Int.random(in: 0...300, using: &random)
    let rows = (0..<count).map { _ in
      (random.words(Int.random(in: 0...6, using: &random)), random.words(1))
    }
    let make = { @Sendable (places: Range<Int>) in
      var builder = TextIndex.Builder(partsPerRow: 2)
      for (first, second) in rows[places] {
        builder.add(first)
        builder.endPart()
        builder.add(second)
        builder.endRow()
      }
      return builder.build()
    }
    let whole = make(0..<count)
    let (segmented, other) = SegmentedIndex.making(
      rowCount: count, rowsPerSegment: 64, make: make, besides: { "another" })
    #expect(other == "another")
    for _ in 0..<10 {
      let line = random.words(2) + (Bool.random(using: &random) ? " -t" : "")
      let clauses = Query(line).clauses ?? []
      var some = PlaceSet(total: count)
      for row in 0..<UInt32(count) where Bool.random(using: &random) { some.insert(row) }
      for within in [nil, some] {
        let found = try #require(segmented.rows(satisfying: clauses, within: within))
        #expect(found == whole.rows(satisfying: clauses, within: within), "seed \(seed)")
      }
      let needles = clauses.flatMap(\.needles)
      let places = some.places[...]
      #expect(
        segmented.levels(of: needles, in: places, parts: 2)
          == whole.levels(of: needles, in: places, parts: 2), "seed \(seed)")
    }
  }

  @Test("A search that is cancelled says so")
  func cancelled() {
    let make = { @Sendable (rows: Range<Int>) in
      var builder = TextIndex.Builder()
      for _ in rows {
        builder.add("a")
        builder.endRow()
      }
      return builder.build()
    }
    let (index, _) = SegmentedIndex.making(
      rowCount: 65, rowsPerSegment: 64, make: make, besides: {})
    #expect(index.rows(satisfying: Query("a").clauses ?? [], isCancelled: { true }) == nil)
  }
}
