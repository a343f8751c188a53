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
}
