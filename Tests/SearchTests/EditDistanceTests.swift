import Testing

@testable import Search

@Suite("Slips of the finger")
struct EditDistanceTests {
  @Test(
    "A letter too many, too few, wrong, or two swapped is one slip",
    arguments: [
      ("haniyeh", "haniyehh", 1), ("haniyeh", "haniye", 1), ("haniyeh", "hanizeh", 1),
      ("haniyeh", "hainyeh", 1), ("haniyeh", "hainyehh", 2), ("حماس", "حمس", 1),
      ("haniyeh", "haniyeh", 0), ("naim", "witkoff", 7),
    ])
  func slips(one: String, other: String, slips: Int) {
    for limit in 0...2 {
      #expect(
        EditDistance.isWithin(limit, Array(one.utf8), Array(other.utf8)) == (slips <= limit))
    }
  }

  @Test("No word is told apart by its letters that lies near", arguments: 0..<40 as Range<UInt64>)
  func letters(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let letters = Array("abcdefghijklmnopqrstuvwxyzابتثجحאבגד")
    for _ in 0..<50 {
      let word = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        letters.randomElement(using: &random) ?? "a"
      }
      var other = word
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let place = Int.random(in: 0...other.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: other.insert(letters.randomElement(using: &random) ?? "a", at: place)
        case 1 where place < other.count: other.remove(at: place)
        case 2 where place < other.count:
          other[place] = letters.randomElement(using: &random) ?? "a"
        case 3 where place + 1 < other.count: other.swapAt(place, place + 1)
        default: break
        }
      }
      let (one, two) = (Array(String(word).utf8), Array(String(other).utf8))
      for limit in 1...2 where EditDistance.isWithin(limit, one, two) {
        #expect(EditDistance.Letters(one).mayBeWithin(limit, EditDistance.Letters(two)))
      }
    }
  }
}
