/// Some of the records of a kind, by their places in the list of the kind: a bit for each place.
///
/// Of a million records it takes 125 kB however many are in it, and to unite two of them takes some
/// microseconds: lists of places as numbers would be 4 MB each, and most of a search would go into
/// having pages for them cleared.
package struct PlaceSet: Hashable, Sendable {
  /// Bit i, least significant first, 64 a word, says whether place i is in the set.
  package private(set) var words: [UInt64]
  /// How many places the list has.
  package let total: Int

  /// An empty set of the places of a list.
  package init(total: Int) {
    words = [UInt64](repeating: 0, count: Self.wordCount(of: total))
    self.total = total
  }

  /// All places of a list.
  package init(all total: Int) {
    words = [UInt64](repeating: .max, count: Self.wordCount(of: total))
    self.total = total
    if total % 64 != 0 { words[total / 64] = ~(.max << UInt64(total % 64)) }
  }

  /// What is in sets of stretches of a list, one stretch after another. All but the last of them are
  /// a multiple of 64 long.
  package init(joining parts: [PlaceSet]) {
    words = parts.flatMap(\.words)
    total = parts.reduce(0) { $0 + $1.total }
  }

  /// What is in a stretch of the list that begins at a multiple of 64, by the places in the stretch.
  package subscript(stretch: Range<Int>) -> PlaceSet {
    var part = PlaceSet(total: stretch.count)
    let first = stretch.lowerBound / 64
    part.words = Array(words[first..<first + part.words.count])
    if stretch.count % 64 != 0 {
      part.words[stretch.count / 64] &= ~(.max << UInt64(stretch.count % 64))
    }
    return part
  }

  /// How many words the set of the places of a list takes.
  package static func wordCount(of total: Int) -> Int { (total + 63) / 64 }

  /// How many places are in it. Linear in the places of the list, and quick.
  package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  package func contains(_ place: UInt32) -> Bool {
    words[Int(place >> 6)] >> UInt64(place & 63) & 1 == 1
  }

  package mutating func insert(_ place: UInt32) {
    words[Int(place >> 6)] |= 1 << UInt64(place & 63)
  }

  /// Hands the words over to be changed: who inserts many places need not ask for each whether the
  /// set is shared.
  mutating func withWords(_ body: (UnsafeMutableBufferPointer<UInt64>) -> Void) {
    words.withUnsafeMutableBufferPointer { body($0) }
  }

  package mutating func formUnion(_ other: PlaceSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  package mutating func formIntersection(_ other: PlaceSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  /// Keeps what is in another set of the same list too, given by its words.
  package mutating func formIntersection(_ others: ArraySlice<UInt64>) {
    for (index, other) in zip(words.indices, others) { words[index] &= other }
  }

  package mutating func subtract(_ other: PlaceSet) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  /// Of a stretch that begins at a multiple of 64, keeps the places for which something holds.
  package mutating func keep(in stretch: Range<Int>, where holds: (UInt32) -> Bool) {
    for index in stretch.lowerBound / 64..<Self.wordCount(of: stretch.upperBound) {
      var rest = words[index]
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        if !holds(UInt32(index * 64 + bit)) { words[index] &= ~(1 << UInt64(bit)) }
        rest &= rest - 1
      }
    }
  }

  /// The places in it, ascending.
  package var places: [UInt32] {
    [UInt32](unsafeUninitializedCapacity: count) { places, filled in
      for place in self {
        places[filled] = place
        filled += 1
      }
    }
  }
}

extension PlaceSet: Sequence {
  /// The places in it, ascending.
  @inlinable
  package func makeIterator() -> Iterator { Iterator(words) }

  package struct Iterator: IteratorProtocol {
    @usableFromInline let words: [UInt64]
    @usableFromInline var index = 0
    /// What is left of the word at `index`.
    @usableFromInline var rest: UInt64

    @inlinable
    init(_ words: [UInt64]) {
      self.words = words
      rest = words.first ?? 0
    }

    @inlinable @inline(__always)
    package mutating func next() -> UInt32? {
      while rest == 0 {
        index += 1
        guard index < words.count else { return nil }
        rest = words[index]
      }
      defer { rest &= rest - 1 }
      return UInt32(truncatingIfNeeded: index * 64 + rest.trailingZeroBitCount)
    }
  }
}
