/// A set of records of one chronicle: a bit for each, so that asking takes no time worth counting.
package struct RecordSet: Hashable, Sendable {
  /// The numbers of the records in it.
  private(set) var numbers: PlaceSet
  package private(set) var isEmpty = true

  /// An empty set for the records of a chronicle.
  package init(for chronicle: Chronicle) {
    numbers = PlaceSet(total: chronicle.recordCount)
  }

  package func contains(_ id: RecordID) -> Bool { numbers.contains(id.number) }

  package mutating func insert(_ id: RecordID) {
    numbers.insert(id.number)
    isEmpty = false
  }

  package mutating func formUnion(_ ids: some Sequence<RecordID>) {
    for id in ids { insert(id) }
  }

  package mutating func formUnion(_ other: RecordSet) {
    numbers.formUnion(other.numbers)
    isEmpty = isEmpty && other.isEmpty
  }
}

extension RecordSet: Sequence {
  /// The records in it, in the order of their numbers.
  package func makeIterator() -> some IteratorProtocol<RecordID> {
    numbers.lazy.map { RecordID(number: $0) }.makeIterator()
  }
}
