import CSearch

/// With which letters the words of each row begin, in 16 bytes a row: what most rows are told by,
/// before their text is looked at.
///
/// A bit stands for the first byte of a word, its first two or its first three. Those beginnings that
/// most rows have are given a bit of their own, as a sample of the rows shows them: whether a row has
/// one is then known without its text. All others share some bits: a row without the bit has none of
/// them, and a row with it is yet to be looked at.
struct WordBeginnings: Sendable {
  /// Two words of 64 bits for each row.
  private let signatures: [UInt64]
  private let slots: Slots

  /// The memory it takes, in bytes.
  var byteCount: Int { signatures.capacity * 8 }

  init(of text: FoldedText, rowStarts: [Int]) {
    let slots = Slots(for: Self.sample(of: text, rowStarts))
    let rows = rowStarts.count - 1
    self.slots = slots
    signatures = [UInt64](unsafeUninitializedCapacity: rows * 2) { out, count in
      text.withIndex(rowStarts) { index in
        slots.withPointer { csearch_sign(index, $0, rows, out.baseAddress) }
      }
      count = rows * 2
    }
  }

  /// What the signature of a row tells of a condition.
  struct Test {
    /// For each needle, the bits that a row with it has.
    fileprivate var masks: [(UInt64, UInt64)]
    /// Whether a row with all bits of a needle has the needle.
    fileprivate(set) var isExact: Bool
  }

  func test(for clause: Clause) -> Test {
    var test = Test(masks: [], isExact: true)
    for needle in clause.needles {
      var bits = [UInt64](repeating: 0, count: 2)
      slots.withPointer { csearch_mask($0, needle.bytes, needle.bytes.count, &bits) }
      test.masks.append((bits[0], bits[1]))
      test.isExact = test.isExact && !needle.isWhole && slots.own.contains(needle.bytes)
    }
    return test
  }

  /// Moves the rows that may meet the condition to the front, and returns how many they are.
  func keep(_ rows: UnsafeMutableBufferPointer<UInt32>, _ test: Test) -> Int {
    signatures.withUnsafeBufferPointer { signatures in
      var kept = 0
      for row in rows {
        let (low, high) = (signatures[Int(row) * 2], signatures[Int(row) * 2 + 1])
        rows[kept] = row
        for mask in test.masks where low & mask.0 == mask.0 && high & mask.1 == mask.1 {
          kept += 1
          break
        }
      }
      return kept
    }
  }

  // MARK: What is common

  /// How often words of some rows, spread over all, have each beginning of one to three bytes.
  private static func sample(of text: FoldedText, _ rowStarts: [Int]) -> [[UInt8]: Int] {
    var counts: [[UInt8]: Int] = [:]
    let rows = rowStarts.count - 1
    for row in stride(from: 0, to: rows, by: max(1, rows / sampledRows)) {
      for place in rowStarts[row]..<rowStarts[row + 1] where text.isWordStart(place) {
        for length in 1...3 where place + length < rowStarts[row + 1] {
          counts[Array(text.bytes[place..<place + length]), default: 0] += 1
        }
      }
    }
    return counts
  }

  private static let sampledRows = 1000
}

/// Which bit stands for which beginning.
private struct Slots: Sendable {
  /// By the first byte, and by the first two with the first of them low: the number of a bit.
  private var one: [UInt8]
  private var two: [UInt8]
  /// By a hash of the first three: whose bit it is, and its number.
  private var threeKeys = [UInt32](repeating: 0, count: Int(CSEARCH_THREES))
  private var three = [UInt8](repeating: 0, count: Int(CSEARCH_THREES))
  /// The beginnings that have a bit of their own.
  private(set) var own: Set<[UInt8]> = []

  /// The bits for the beginnings of one length.
  private struct Share {
    let first: Int
    /// How many are one beginning's own; the others come after these.
    let own: Int
    let shared: Int
  }

  private static let shares = [
    Share(first: 0, own: 28, shared: 4), Share(first: 32, own: 40, shared: 8),
    Share(first: 80, own: 40, shared: Int(CSEARCH_SHARED)),
  ]

  init(for counts: [[UInt8]: Int]) {
    let (ones, twos) = (Self.shares[0], Self.shares[1])
    one = (0..<256).map { UInt8(ones.first + ones.own + $0 % ones.shared) }
    two = (0..<65_536).map { UInt8(twos.first + twos.own + ($0 ^ $0 >> 8) % twos.shared) }
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
    let threes = Self.shares[2]
    return one.withUnsafeBufferPointer { one in
      two.withUnsafeBufferPointer { two in
        threeKeys.withUnsafeBufferPointer { keys in
          three.withUnsafeBufferPointer { three in
            var slots = csearch_slots(
              one: one.baseAddress, two: two.baseAddress, three_keys: keys.baseAddress,
              three: three.baseAddress, shared: UInt8(truncatingIfNeeded: threes.first + threes.own)
            )
            return body(&slots)
          }
        }
      }
    }
  }
}
