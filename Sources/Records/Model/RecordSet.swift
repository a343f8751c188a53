/// A set of records of one chronicle: a bit for each, so that asking takes no time worth counting.
package struct RecordSet: Hashable, Sendable {
  /// Bit i, least significant first, 64 a word, says whether record i is in the set.
  private(set) var bits: [UInt64]
  /// How many records are in it.
  package private(set) var count = 0

  /// An empty set for the records of a chronicle.
  package init(for chronicle: Chronicle) {
    bits = [UInt64](repeating: 0, count: chronicle.recordCount / 64 + 1)
  }

  package var isEmpty: Bool { count == 0 }

  package func contains(_ id: RecordID) -> Bool {
    bits[Int(id.number >> 6)] >> UInt64(id.number & 63) & 1 == 1
  }

  package mutating func insert(_ id: RecordID) {
    let bit = UInt64(1) << UInt64(id.number & 63)
    guard bits[Int(id.number >> 6)] & bit == 0 else { return }
    bits[Int(id.number >> 6)] |= bit
    count += 1
  }

  package mutating func formUnion(_ ids: some Sequence<RecordID>) {
    for id in ids { insert(id) }
  }

  package mutating func formUnion(_ other: RecordSet) {
    count = 0
    for place in bits.indices {
      bits[place] |= other.bits[place]
      count += bits[place].nonzeroBitCount
    }
  }
}

extension RecordSet: Sequence {
  /// The records in it, in the order of their numbers.
  package func makeIterator() -> Iterator { Iterator(bits: bits) }

  package struct Iterator: IteratorProtocol {
    private let bits: [UInt64]
    private var place = 0
    /// What is left of the word at `place`.
    private var rest: UInt64

    fileprivate init(bits: [UInt64]) {
      self.bits = bits
      rest = bits.first ?? 0
    }

    package mutating func next() -> RecordID? {
      while rest == 0 {
        place += 1
        guard place < bits.count else { return nil }
        rest = bits[place]
      }
      defer { rest &= rest - 1 }
      return RecordID(number: UInt32(place * 64 + rest.trailingZeroBitCount))
    }
  }
}
