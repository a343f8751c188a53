import Testing

@testable import Records

@Suite("Sets of places")
struct PlaceSetTests {
  @Test(
    "All places of a list are in the full set, and none beyond", arguments: [0, 1, 63, 64, 65, 200])
  func all(total: Int) {
    let set = PlaceSet(all: total)
    #expect(set.count == total)
    #expect(set.places == Array(0..<UInt32(total)))
    #expect(set.isEmpty == (total == 0))
  }

  @Test("Uniting, cutting and taking away are those of sets", arguments: 0..<20 as Range<UInt64>)
  func algebra(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let total = Int.random(in: 1...300, using: &random)
    func some() -> Set<UInt32> {
      Set((0..<total / 2).map { _ in UInt32.random(in: 0..<UInt32(total), using: &random) })
    }
    func set(_ places: Set<UInt32>) -> PlaceSet {
      places.reduce(into: PlaceSet(total: total)) { $0.insert($1) }
    }
    let (one, other) = (some(), some())
    var (united, cut, rest) = (set(one), set(one), set(one))
    united.formUnion(set(other))
    cut.formIntersection(set(other))
    rest.subtract(set(other))
    #expect(united.places == one.union(other).sorted())
    #expect(cut.places == one.intersection(other).sorted())
    #expect(rest.places == one.subtracting(other).sorted())
    #expect((0..<UInt32(total)).allSatisfy { united.contains($0) == united.places.contains($0) })
  }

  @Test(
    "Stretches that are cut out and joined again are the whole", arguments: [0, 1, 64, 130, 256])
  func stretches(total: Int) {
    var random = SplitMix(seed: UInt64(total))
    var set = PlaceSet(total: total)
    for place in 0..<UInt32(total) where Bool.random(using: &random) { set.insert(place) }
    let parts = stride(from: 0, to: total, by: 64).map { set[$0..<min($0 + 64, total)] }
    for (number, part) in parts.enumerated() {
      let first = UInt32(number * 64)
      #expect(part.places.map { $0 + first } == set.places.filter { $0 / 64 == UInt32(number) })
    }
    #expect(PlaceSet(joining: parts) == set)
    // A stretch may end anywhere.
    #expect(set[0..<total / 2].places == set.places.filter { $0 < total / 2 })
  }
}
