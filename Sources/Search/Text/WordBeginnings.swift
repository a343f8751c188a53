import CSearch
import Records

/// Which rows have words that begin with certain letters, in 24 bytes a row: what most rows are told
/// by, before their text is looked at.
///
/// The most frequent beginnings of words, of any length, have a bit each, as a sample of the rows shows
/// them; for each bit there is the set of the rows that have it. Which rows have such a beginning is
/// then known without their text. A word that goes on from there in a way that is not frequent has one
/// bit more, which it shares with others: a row without the bit has none of them, and a row with it is
/// yet to be looked at.
struct WordBeginnings: Sendable {
  /// The words of the sets of rows, for one bit after another.
  private let sets: [UInt64]
  private let rowCount: Int
  private let tree: BeginningTree

  /// The memory it takes, in bytes.
  var byteCount: Int { sets.capacity * 8 }

  init(of text: FoldedText, rowStarts: [Int]) {
    let tree = BeginningTree(for: Self.sample(of: text, rowStarts))
    let rows = rowStarts.count - 1
    (self.tree, rowCount) = (tree, rows)
    let words = PlaceSet.wordCount(of: rows) * Int(CSEARCH_BITS)
    sets = [UInt64](unsafeUninitializedCapacity: words) { out, count in
      text.withIndex(rowStarts) { index in
        tree.withPointer { csearch_sign(index, $0, rows, out.baseAddress) }
      }
      count = words
    }
  }

  /// What the beginnings of words tell of a condition.
  struct Test {
    /// For each needle, the bits of its beginnings.
    fileprivate var bits: [[UInt8]] = []
    /// Whether a row with all bits of a needle has the needle.
    fileprivate(set) var isExact = true
  }

  func test(for needles: [Needle]) -> Test {
    var test = Test()
    for needle in needles {
      let (bits, isExact) = tree.bits(for: needle.bytes)
      test.bits.append(bits)
      test.isExact = test.isExact && isExact && !needle.isWhole
    }
    return test
  }

  /// Of some rows, those that may have one of the needles.
  func rows(passing test: Test, among rows: PlaceSet) -> PlaceSet {
    var found = PlaceSet(total: rowCount)
    let words = PlaceSet.wordCount(of: rowCount)
    for bits in test.bits {
      var some = rows
      for bit in bits.map({ Int($0) }) {
        some.formIntersection(sets[bit * words..<(bit + 1) * words])
      }
      found.formUnion(some)
    }
    return found
  }

  /// The beginnings of the words of some rows, spread over all.
  private static func sample(of text: FoldedText, _ rowStarts: [Int]) -> [Beginning] {
    var sample: [Beginning] = []
    let rows = rowStarts.count - 1
    for row in stride(from: 0, to: rows, by: max(1, rows / sampledRows)) {
      for place in rowStarts[row]..<rowStarts[row + 1] where text.isWordStart(place) {
        sample.append(Beginning(of: text.bytes[place..<rowStarts[row + 1]]))
      }
    }
    return sample
  }

  private static let sampledRows = 1000
}

/// The first bytes of a word, eight at the most.
private struct Beginning: Comparable {
  /// The bytes, the first one highest, then zeros. None of the bytes is 0.
  private var bits: UInt64 = 0

  static let longest = 8

  init(of word: ArraySlice<UInt8>) {
    for (index, byte) in word.prefix(Self.longest).enumerated() {
      guard index == 0 || !BeginningTree.mayEndWord(byte) else { return }
      bits |= UInt64(byte) << UInt64(56 - 8 * index)
    }
  }

  private init(bits: UInt64) { self.bits = bits }

  /// The first so many bytes of it, from 1 to 8.
  func prefix(_ length: Int) -> Beginning {
    Beginning(bits: bits & .max << UInt64(64 - 8 * length))
  }

  /// The byte at an index from 0 to 7; 0 where the word has ended.
  subscript(index: Int) -> UInt8 { UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * index)) }

  static func < (one: Beginning, other: Beginning) -> Bool { one.bits < other.bits }
}

/// The beginnings that have a bit of their own, and what goes on from them: see `csearch_tree`.
private struct BeginningTree: Sendable {
  private var next = [UInt8](repeating: Self.unknown, count: Self.own * 256)
  private var parents = [UInt8](repeating: 0, count: Self.own)

  private static let own = Int(CSEARCH_OWN)
  private static let shared = UInt8(CSEARCH_OWN)..<UInt8(CSEARCH_BITS)
  private static let unknown = UInt8(CSEARCH_END)

  /// Whether a byte of folded text may stand after the end of a word.
  static func mayEndWord(_ byte: UInt8) -> Bool { byte <= 0x20 }

  init(for sample: [Beginning]) {
    let sorted = sample.sorted()
    for (number, (beginning, length)) in Self.mostFrequent(of: sorted).enumerated() {
      // What it goes on from is at least as frequent, and is there by now.
      let parent = (0..<length - 1).reduce(0) { Int(next[$0 << 8 | Int(beginning[$1])]) }
      next[parent << 8 | Int(beginning[length - 1])] = UInt8(number + 1)
      parents[number + 1] = UInt8(parent)
    }
    share(by: sorted)
  }

  /// All first bytes, then the most frequent beginnings; each behind what it goes on from.
  private static func mostFrequent(
    of sorted: [Beginning]
  ) -> [(beginning: Beginning, length: Int)] {
    // Less frequent ones are hardly among them, and would only have to be sorted. A single letter asks
    // for more rows than others if they are not known.
    let enough = max(2, sorted.count / 2000)
    var counts: [(count: Int, beginning: Beginning, length: Int)] = []
    for length in 1...Beginning.longest {
      var start = 0
      while start < sorted.count {
        let beginning = sorted[start].prefix(length)
        var end = start + 1
        while end < sorted.count, sorted[end].prefix(length) == beginning { end += 1 }
        if beginning[length - 1] != 0, end - start >= enough || length == 1 {
          counts.append((length == 1 ? .max : end - start, beginning, length))
        }
        start = end
      }
    }
    counts.sort { (-$0.count, $0.length, $0.beginning) < (-$1.count, $1.length, $1.beginning) }
    return counts.prefix(own - 1).map { ($0.beginning, $0.length) }
  }

  /// Gives the shared bits out, so that each is about as frequent as the others.
  private mutating func share(by sample: [Beginning]) {
    // By the entry of `next`.
    var counts = [Int](repeating: 0, count: next.count)
    for beginning in sample {
      var (state, index) = (0, 0)
      while index < Beginning.longest, beginning[index] != 0 {
        let entry = state << 8 | Int(beginning[index])
        guard next[entry] != Self.unknown else {
          counts[entry] += 1
          break
        }
        (state, index) = (Int(next[entry]), index + 1)
      }
    }
    var loads = [Int](repeating: 0, count: Self.shared.count)
    let counted = counts.indices.filter { counts[$0] > 0 }
    for entry in counted.sorted(by: { (-counts[$0], $0) < (-counts[$1], $1) }) {
      let least = loads.indices.min { loads[$0] < loads[$1] } ?? 0
      loads[least] += counts[entry]
      next[entry] = Self.shared.lowerBound + UInt8(least)
    }
    for entry in next.indices where next[entry] == Self.unknown {
      if entry >> 8 > 0, Self.mayEndWord(UInt8(entry & 0xFF)) { continue }
      next[entry] = Self.shared.lowerBound + UInt8(entry * 7 % Self.shared.count)
    }
  }

  /// The bits of a row in which the bytes begin a word, and whether no other row has them.
  func bits(for bytes: [UInt8]) -> (bits: [UInt8], isExact: Bool) {
    var isExact = false
    let bits = [UInt8](unsafeUninitializedCapacity: 2) { bits, count in
      count = withPointer { csearch_bits($0, bytes, bytes.count, bits.baseAddress, &isExact) }
    }
    return (bits, isExact)
  }

  func withPointer<Result>(_ body: (UnsafePointer<csearch_tree>) -> Result) -> Result {
    next.withUnsafeBufferPointer { next in
      parents.withUnsafeBufferPointer { parents in
        var tree = csearch_tree(next: next.baseAddress, parents: parents.baseAddress)
        return body(&tree)
      }
    }
  }
}
