import Records

/// The text indexes of many rows, so many rows in each: they are built at the same time, and none of
/// them is ever copied to make it larger.
struct SegmentedIndex: Sendable {
  private let segments: [TextIndex]
  /// How many rows each segment has but the last, which may have fewer. A multiple of 64.
  private let rowsPerSegment: Int
  let rowCount: Int

  /// Makes the indexes of so many rows, as many at the same time as there are cores, and something
  /// else besides.
  ///
  /// - Parameters:
  ///   - rowCount: how many rows there are.
  ///   - rowsPerSegment: a multiple of 64.
  ///   - make: the index of some of the rows; called on other threads too.
  ///   - other: called on another thread too.
  /// - Returns: the indexes, and what came of the other.
  static func making<Other>(
    rowCount: Int, rowsPerSegment: Int = 1 << 16, make: @Sendable (Range<Int>) -> TextIndex,
    besides other: @Sendable () -> Other
  ) -> (index: SegmentedIndex, other: Other) {
    let count = (rowCount + rowsPerSegment - 1) / rowsPerSegment
    // The other is begun first: it is one piece, and may be the longest.
    let made = atTheSameTime(count + 1) { number -> Made<Other> in
      guard number > 0 else { return .other(other()) }
      return .segment(
        make((number - 1) * rowsPerSegment..<min(number * rowsPerSegment, rowCount)))
    }
    var segments: [TextIndex] = []
    var others: [Other] = []
    for one in made {
      switch one {
      case .segment(let segment): segments.append(segment)
      case .other(let other): others.append(other)
      }
    }
    let index = SegmentedIndex(
      segments: segments, rowsPerSegment: rowsPerSegment, rowCount: rowCount)
    return (index, others.first ?? other())
  }

  /// The rows that satisfy all of the clauses.
  ///
  /// - Parameters:
  ///   - clauses: what to look for; without any, every row is found.
  ///   - rows: the only rows that may match; all if nil.
  ///   - isCancelled: asked about once a millisecond.
  /// - Returns: nil if cancelled.
  func rows(
    satisfying clauses: [Clause], within rows: PlaceSet? = nil,
    isCancelled: () -> Bool = { false }
  ) -> PlaceSet? {
    var parts: [PlaceSet] = []
    for (number, segment) in segments.enumerated() {
      let first = number * rowsPerSegment
      let some = rows.map { $0[first..<first + segment.rowCount] }
      let found = segment.rows(satisfying: clauses, within: some, isCancelled: isCancelled)
      guard let found else { return nil }
      parts.append(found)
    }
    return PlaceSet(joining: parts)
  }

  /// In which part of each row, given ascending, one of the needles first stands; see
  /// `TextIndex.levels`.
  func levels(
    of needles: [Needle], in rows: ArraySlice<UInt32>, parts looked: Int
  ) -> [UInt8] {
    var levels: [UInt8] = []
    var rest = rows
    while let row = rest.first {
      let number = Int(row) / rowsPerSegment
      let first = UInt32(truncatingIfNeeded: number * rowsPerSegment)
      let some = rest.prefix { Int($0) < (number + 1) * rowsPerSegment }
      let inSegment = some.map { $0 - first }
      levels += segments[number].levels(of: needles, in: inSegment[...], parts: looked)
      rest = rest.dropFirst(some.count)
    }
    return levels
  }
}

/// What came of one piece of work.
private enum Made<Other> {
  case segment(TextIndex)
  case other(Other)
}
