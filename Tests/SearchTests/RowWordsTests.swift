import Testing

@testable import Search

@Suite struct RowWordsTests {
  @Test(
    "The part in which a word first stands is that of a look at each part by itself",
    arguments: 0..<60 as Range<UInt64>)
  func parts(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let rows = (0..<20).map { _ in
      (0..<3).map { _ in random.words(Int.random(in: 0...8, using: &random)) }
    }
    var builder = TextIndex.Builder(partsPerRow: 3)
    for row in rows {
      for (part, text) in row.enumerated() {
        if !text.isEmpty { part == 0 ? builder.add(name: text) : builder.add(text) }
        if part < 2 { builder.endPart() }
      }
      builder.endRow()
    }
    let index = builder.build()
    let query = Query(random.words(1))
    for clause in query.clauses ?? [] {
      for (number, row) in rows.enumerated() {
        let whole = Self.whole(clause)
        let expected = row.indices.first { Self.holds(clause, in: row[$0], isName: $0 == 0) }
        let match = index.withRowWords { $0.match(of: clause.needles, in: number) }
        #expect(match?.part == expected, "seed \(seed): \(query.line) in \(row)")
        guard let expected else { continue }
        let isWhole = Self.holds(whole, in: row[expected], isName: expected == 0)
        #expect(match?.isWhole == isWhole, "seed \(seed): \(query.line) in \(row)")
      }
    }
  }

  private static func whole(_ clause: Clause) -> [Needle] {
    clause.needles.map { Needle(bytes: $0.bytes, isWhole: true) }
  }

  private static func holds(_ clause: Clause, in text: String, isName: Bool) -> Bool {
    holds(clause.needles, in: text, isName: isName)
  }

  private static func holds(_ needles: [Needle], in text: String, isName: Bool) -> Bool {
    var builder = TextIndex.Builder()
    isName ? builder.add(name: text) : builder.add(text)
    builder.endRow()
    let folded = builder.build().text
    return (0..<folded.count).contains { place in
      folded.isWordStart(place) && needles.contains { folded.stands($0, at: place) }
    }
  }
}
