import Testing

@testable import Search

@Suite struct TextLevelsTests {
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
      let levels = index.levels(of: clause.needles, in: Array(0..<20)[...], parts: 3)
      let first = index.levels(of: clause.needles, in: Array(0..<20)[...], parts: 1)
      for (number, row) in rows.enumerated() {
        #expect(first[number] == (levels[number] < 2 ? levels[number] : TextIndex.nowhere))
        let place: Comment = "seed \(seed): \(query.line) in \(row)"
        let part = row.indices.first { holds(clause.needles, in: row[$0], isName: $0 == 0) }
        guard let part else {
          #expect(levels[number] == TextIndex.nowhere, place)
          continue
        }
        let isWhole = holds(whole(clause), in: row[part], isName: part == 0)
        #expect(Int(levels[number]) == 2 * part + (isWhole ? 0 : 1), place)
      }
    }
  }

  private func whole(_ clause: Clause) -> [Needle] {
    clause.needles.map { Needle(bytes: $0.bytes, isWhole: true) }
  }

  private func holds(_ needles: [Needle], in text: String, isName: Bool) -> Bool {
    var builder = TextIndex.Builder()
    isName ? builder.add(name: text) : builder.add(text)
    builder.endRow()
    let folded = builder.build().text
    return (0..<folded.count).contains { place in
      folded.isWordStart(place) && needles.contains { folded.stands($0, at: place) }
    }
  }
}
