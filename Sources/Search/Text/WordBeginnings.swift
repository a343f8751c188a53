import CSearch
import Records

/// Which rows have words that begin with certain letters, in 16 bytes a row: what most rows are told
/// by, before their text is looked at.
///
/// A bit stands for the first byte of a word, its first two or its first three, and for each bit there
/// is the set of the rows that have it. Those beginnings that most rows have are given a bit of their
/// own, as a sample of the rows shows them: which rows have one is then known without their text. All
/// others share some bits: a row without the bit has none of them, and a row with it is yet to be
/// looked at.
struct WordBeginnings: Sendable {
  /// The words of the sets of rows, for one bit after another.
  private let sets: [UInt64]
  private let rowCount: Int
  private let slots: Slots

  /// The memory it takes, in bytes.
  var byteCount: Int { sets.capacity * 8 }

  init(of text: FoldedText, rowStarts: [Int]) {
    let slots = Slots(for: Self.sample(of: text, rowStarts))
    let rows = rowStarts.count - 1
    (self.slots, rowCount) = (slots, rows)
    let words = PlaceSet.wordCount(of: rows) * Int(CSEARCH_BITS)
    sets = [UInt64](unsafeUninitializedCapacity: words) { out, count in
      text.withIndex(rowStarts) { index in
        slots.withPointer { csearch_sign(index, $0, rows, out.baseAddress) }
      }
      count = words
    }
  }

  /// What the beginnings of words tell of a condition.
  struct Test {
    /// For each needle, the bits of its beginnings.
    fileprivate var bits: [[Int]] = []
    /// Whether a row with all bits of a needle has the needle.
    fileprivate(set) var isExact = true
  }

  func test(for needles: [Needle]) -> Test {
    var test = Test()
    for needle in needles {
      let bits = [UInt8](unsafeUninitializedCapacity: 3) { bits, count in
        count = slots.withPointer {
          csearch_bits($0, needle.bytes, needle.bytes.count, bits.baseAddress)
        }
      }
      test.bits.append(bits.map { Int($0) })
      test.isExact = test.isExact && !needle.isWhole && slots.own.contains(needle.bytes)
    }
    return test
  }

  /// Of some rows, those that may have one of the needles.
  func rows(passing test: Test, among rows: PlaceSet) -> PlaceSet {
    var found = PlaceSet(total: rowCount)
    for bits in test.bits {
      var some = rows
      let words = PlaceSet.wordCount(of: rowCount)
      for bit in bits { some.formIntersection(sets[bit * words..<(bit + 1) * words]) }
      found.formUnion(some)
    }
    return found
  }

  // MARK: What is common

  /// How often words of some rows, spread over all, have each beginning of one to three bytes.
  private static func sample(of text: FoldedText, _ rowStarts: [Int]) -> [[UInt8]: Int] {
    // By the bytes as a number, the first of them low; none of them is 0.
    var counts: [UInt32: Int] = [:]
    let rows = rowStarts.count - 1
    for row in stride(from: 0, to: rows, by: max(1, rows / sampledRows)) {
      for place in rowStarts[row]..<rowStarts[row + 1] where text.isWordStart(place) {
        var key: UInt32 = 0
        for length in 0..<3 where place + length + 1 < rowStarts[row + 1] {
          key |= UInt32(text.bytes[place + length]) << UInt32(8 * length)
          counts[key, default: 0] += 1
        }
      }
    }
    return Dictionary(
      uniqueKeysWithValues: counts.map { key, count in
        (withUnsafeBytes(of: key.littleEndian) { Array($0.prefix { $0 != 0 }) }, count)
      })
  }

  private static let sampledRows = 1000
}

/// Which bit stands for which beginning.
private struct Slots: Sendable {
  /// By the first byte, and by the first two with the first of them low: the number of a bit.
  private var one = [UInt8](repeating: Self.none, count: 256)
  private var two = [UInt8](repeating: Self.none, count: 65_536)
  /// By a hash of the first three: whose bit it is, and its number.
  private var threeKeys = [UInt32](repeating: 0, count: Int(CSEARCH_THREES))
  private var three = [UInt8](repeating: Self.none, count: Int(CSEARCH_THREES))
  /// The beginnings that have a bit of their own.
  private(set) var own: Set<[UInt8]> = []

  /// For beginnings without a bit of their own.
  private static let none = UInt8.max

  /// The bits for the beginnings of one length.
  private struct Share {
    let first: Int
    /// How many are one beginning's own; the others come after these.
    let own: Int
    /// A power of two.
    let shared: Int

    var sharedBits: csearch_shared {
      csearch_shared(
        first: UInt8(truncatingIfNeeded: first + own), count: UInt8(truncatingIfNeeded: shared))
    }
  }

  /// Together `CSEARCH_BITS`.
  private static let shares = [
    Share(first: 0, own: 28, shared: 4), Share(first: 32, own: 40, shared: 8),
    Share(first: 80, own: 40, shared: 8),
  ]

  init(for counts: [[UInt8]: Int]) {
    // Of equally frequent ones always the same come first.
    let order = counts.sorted { left, right in
      left.value == right.value
        ? left.key.lexicographicallyPrecedes(right.key) : left.value > right.value
    }
    var given = [0, 0, 0]
    for (key, _) in order where given[key.count - 1] < Self.shares[key.count - 1].own {
      let share = Self.shares[key.count - 1]
      guard give(UInt8(share.first + given[key.count - 1]), to: key) else { continue }
      given[key.count - 1] += 1
      own.insert(key)
    }
  }

  /// Makes a bit a beginning's own; whether there was room for it.
  private mutating func give(_ bit: UInt8, to key: [UInt8]) -> Bool {
    switch key.count {
    case 1: one[Int(key[0])] = bit
    case 2: two[Int(key[0]) | Int(key[1]) << 8] = bit
    default:
      let slot = Int(csearch_slot(key))
      guard threeKeys[slot] == 0 else { return false }
      threeKeys[slot] = csearch_key(key)
      three[slot] = bit
    }
    return true
  }

  func withPointer<Result>(_ body: (UnsafePointer<csearch_slots>) -> Result) -> Result {
    let shared = Self.shares.map(\.sharedBits)
    return one.withUnsafeBufferPointer { one in
      two.withUnsafeBufferPointer { two in
        threeKeys.withUnsafeBufferPointer { keys in
          three.withUnsafeBufferPointer { three in
            var slots = csearch_slots(
              one: one.baseAddress, two: two.baseAddress, three_keys: keys.baseAddress,
              three: three.baseAddress, shared: (shared[0], shared[1], shared[2]))
            return body(&slots)
          }
        }
      }
    }
  }
}
