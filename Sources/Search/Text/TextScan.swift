import CSearch
import Records

extension TextIndex {
  /// The rows that satisfy all clauses; nil if cancelled.
  ///
  /// Only the text of rows that the beginnings of their words do not tell apart is looked at.
  func scan(
    for clauses: [Clause], within rows: PlaceSet?, _ isCancelled: () -> Bool
  ) -> PlaceSet? {
    var rest = rows ?? PlaceSet(all: rowCount)
    let tests = clauses.map { beginnings.test(for: $0.needles) }
    for (clause, test) in zip(clauses, tests) where !clause.isExcluded {
      rest = beginnings.rows(passing: test, among: rest)
    }
    for (clause, test) in zip(clauses, tests) {
      if isCancelled() { return nil }
      if test.isExact, !clause.isExcluded { continue }
      var found = rest
      if clause.isExcluded { found = beginnings.rows(passing: test, among: rest) }
      if !test.isExact {
        guard let sure = self.rows(with: clause.needles, among: found, isCancelled) else {
          return nil
        }
        found = sure
      }
      if clause.isExcluded { rest.subtract(found) } else { rest = found }
    }
    return rest
  }

  /// Of some rows, those in whose text one of the needles stands; nil if cancelled.
  private func rows(
    with needles: [Needle], among rows: PlaceSet, _ isCancelled: () -> Bool
  ) -> PlaceSet? {
    let pattern = Pattern(needles)
    var scratch: [UInt64] = []
    var found = PlaceSet(total: rowCount)
    let isComplete = withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.rowsAtOnce) {
      some in
      var unseen = rows.makeIterator()
      while true {
        if isCancelled() { return false }
        let count = Self.fill(some, from: &unseen)
        if count == 0 { return true }
        let listed = UnsafeMutableBufferPointer(rebasing: some[..<count])
        for row in listed[..<keep(listed, pattern, &scratch)] { found.insert(row) }
      }
    }
    return isComplete ? found : nil
  }

  /// Fills a list with the rows that come next; how many they are.
  private static func fill(
    _ list: UnsafeMutableBufferPointer<UInt32>, from rows: inout PlaceSet.Iterator
  ) -> Int {
    var count = 0
    while count < list.count, let row = rows.next() {
      list[count] = row
      count += 1
    }
    return count
  }

  /// Few enough for one to be able to cancel in time.
  private static let rowsAtOnce = 2048

  /// Moves the rows with one of the needles to the front and returns how many they are.
  private func keep(
    _ rows: UnsafeMutableBufferPointer<UInt32>, _ pattern: Pattern, _ scratch: inout [UInt64]
  ) -> Int {
    guard let first = rows.first, let last = rows.last else { return 0 }
    if csearch_is_close(rows.baseAddress, rows.count) {
      let room = csearch_scratch(rowStarts[Int(last) + 1] - rowStarts[Int(first)])
      if scratch.count < room { scratch = [UInt64](repeating: 0, count: room) }
    }
    return text.withIndex(rowStarts) { index in
      pattern.withPointer { csearch_keep(index, $0, &scratch, rows.baseAddress, rows.count) }
    }
  }
}

extension TextIndex {
  /// In which part of each row one of the needles first stands: twice the part's number, from 0, and
  /// one more unless it is a whole word in that part; `TextIndex.nowhere` where none stands.
  ///
  /// Only so many parts of each row are looked at, from the first on; at least 1.
  func levels(
    of needles: [Needle], in rows: ArraySlice<UInt32>, parts looked: Int
  ) -> [UInt8] {
    let pattern = Pattern(needles)
    return [UInt8](unsafeUninitializedCapacity: rows.count) { levels, count in
      count = text.withIndex(rowStarts) { index in
        rows.withUnsafeBufferPointer { rows in
          partEnds.withUnsafeBufferPointer { ends in
            pattern.withPointer { pattern in
              let parts = csearch_parts(
                count: partsPerRow, looked_at: looked, ends: ends.baseAddress)
              csearch_levels(
                index, pattern, parts, rows.baseAddress, rows.count, levels.baseAddress)
              return rows.count
            }
          }
        }
      }
    }
  }

  /// The level of a needle that does not stand in a row.
  static let nowhere = UInt8(CSEARCH_NOWHERE)
}

extension FoldedText {
  /// The text laid out for the scan, with where its rows start.
  func withIndex<Result>(
    _ rowStarts: [Int], _ body: (UnsafePointer<csearch_index>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      wordStarts.withUnsafeBufferPointer { wordStarts in
        rowStarts.withUnsafeBufferPointer { rowStarts in
          var index = csearch_index(
            text: bytes.baseAddress, length: count, word_starts: wordStarts.baseAddress,
            row_starts: rowStarts.baseAddress)
          return body(&index)
        }
      }
    }
  }
}

/// Needles laid out for the scan.
private struct Pattern {
  /// The bytes of all needles, one after another.
  private let bytes: [UInt8]
  private let needles: [(length: Int, isWhole: Bool)]

  init(_ needles: [Needle]) {
    bytes = needles.flatMap(\.bytes)
    self.needles = needles.map { ($0.bytes.count, $0.isWhole) }
  }

  func withPointer(_ body: (UnsafePointer<csearch_pattern>) -> Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      let needles = needles.map { needle in
        defer { place += needle.length }
        return csearch_needle(
          bytes: bytes.baseAddress.map { $0 + place }, length: needle.length,
          ends_at_word: needle.isWhole)
      }
      return needles.withUnsafeBufferPointer { needles in
        var pattern = csearch_pattern(needles: needles.baseAddress, count: needles.count)
        return body(&pattern)
      }
    }
  }
}
