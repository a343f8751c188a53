import CSearch
import Records

extension TextIndex {
  /// The rows that satisfy all clauses; nil if cancelled.
  ///
  /// What the beginnings of their words tell apart is not looked at. Works on some rows at a time, so
  /// that their text is still in the processor's cache for the second clause.
  func scan(
    for clauses: [Clause], within rows: PlaceSet?, _ isCancelled: () -> Bool
  ) -> PlaceSet? {
    let all = rows ?? PlaceSet(all: rowCount)
    guard !clauses.isEmpty else { return all }
    let patterns = clauses.map { (Pattern($0), beginnings.test(for: $0)) }
    var scratch: [UInt64] = []
    var found = PlaceSet(total: rowCount)
    let isComplete = withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.rowsAtOnce) {
      some in
      var unseen = all.makeIterator()
      while true {
        if isCancelled() { return false }
        var left = Self.fill(some, from: &unseen)
        if left == 0 { return true }
        for (pattern, test) in patterns where left > 0 {
          left = keep(UnsafeMutableBufferPointer(rebasing: some[..<left]), pattern, test, &scratch)
        }
        for row in some[..<left] { found.insert(row) }
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

  /// Of 120 bytes each they fit in a second-level cache.
  private static let rowsAtOnce = 2048

  /// Moves the rows that satisfy a pattern to the front and returns how many they are.
  private func keep(
    _ rows: UnsafeMutableBufferPointer<UInt32>, _ pattern: Pattern, _ test: WordBeginnings.Test,
    _ scratch: inout [UInt64]
  ) -> Int {
    var rows = rows
    if !pattern.isExcluded {
      rows = UnsafeMutableBufferPointer(rebasing: rows[..<beginnings.keep(rows, test)])
      if test.isExact { return rows.count }
    }
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

/// A clause laid out for the scan.
private struct Pattern {
  let isExcluded: Bool
  /// The bytes of all needles, one after another.
  private let bytes: [UInt8]
  private let needles: [(length: Int, isWhole: Bool)]

  init(_ clause: Clause) {
    self.init(clause.needles, isExcluded: clause.isExcluded)
  }

  init(_ needles: [Needle], isExcluded: Bool = false) {
    self.isExcluded = isExcluded
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
        var pattern = csearch_pattern(
          needles: needles.baseAddress, count: needles.count, is_excluded: isExcluded)
        return body(&pattern)
      }
    }
  }
}
