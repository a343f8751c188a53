import Testing

@testable import Search

@Suite struct BestPlacesTests {
  @Test("The best places are the first of all places sorted", arguments: 0..<40 as Range<UInt64>)
  func sorts(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let scores = (0..<Int.random(in: 0...300, using: &random)).map { _ in
      Int.random(in: 0...5, using: &random)
    }
    let sorted = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    for limit in [0, 1, 5, 50, 1000] {
      var best = BestPlaces(limit: limit)
      for (place, score) in scores.enumerated() { best.add(UInt32(place), score: score) }
      #expect(best.sorted.map { Int($0.place) } == Array(sorted.prefix(limit)), "seed \(seed)")
      #expect(best.sorted.map(\.score) == sorted.prefix(limit).map { scores[$0] }, "seed \(seed)")
      #expect(best.leastScore == best.sorted.last?.score ?? 0)
    }
  }
}
