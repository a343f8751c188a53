import CSearch

extension TextIndex {
  /// The rows that satisfy all clauses, in order; nil if cancelled.
  ///
  /// Works on some rows at a time, so that their text is still in the processor's cache for the
  /// second clause.
  func scan(
    for clauses: [Clause], within rows: [UInt32]?, _ isCancelled: () -> Bool
  ) -> [UInt32]? {
    guard !clauses.isEmpty else { return rows ?? Array(0..<UInt32(rowCount)) }
    let total = rows?.count ?? rowCount
    let patterns = clauses.map(Pattern.init)
    var scratch: [UInt64] = []
    var isComplete = true
    let found = [UInt32](unsafeUninitializedCapacity: total) { out, count in
      for start in stride(from: 0, to: total, by: Self.rowsAtOnce) {
        isComplete = !isCancelled()
        guard isComplete else { return }
        var left = min(Self.rowsAtOnce, total - start)
        // The rows to look at stand where the rows found will: these are never more.
        for place in 0..<left {
          out[count + place] = rows.map { $0[start + place] } ?? UInt32(start + place)
        }
        for pattern in patterns where left > 0 {
          left = keep(
            UnsafeMutableBufferPointer(rebasing: out[count..<count + left]), pattern, &scratch)
        }
        count += left
      }
    }
    return isComplete ? found : nil
  }

  /// Of 120 bytes each they fit in a second-level cache.
  private static let rowsAtOnce = 2048

  /// Moves the rows that satisfy a pattern to the front and returns how many they are.
  private func keep(
    _ rows: UnsafeMutableBufferPointer<UInt32>, _ pattern: Pattern, _ scratch: inout [UInt64]
  ) -> Int {
    guard let first = rows.first, let last = rows.last else { return 0 }
    let room = csearch_scratch(rowStarts[Int(last) + 1] - rowStarts[Int(first)])
    if scratch.count < room { scratch = [UInt64](repeating: 0, count: room) }
    return withPointer { index in
      pattern.withPointer { csearch_keep(index, $0, &scratch, rows.baseAddress, rows.count) }
    }
  }

  /// In which part of each row one of the needles first stands: twice the part's number, from 0, and
  /// one more unless it is a whole word in that part; `TextIndex.nowhere` where none stands.
  ///
  /// Only so many parts of each row are looked at, from the first on; at least 1.
  func levels(
    of needles: [Needle], in rows: ArraySlice<UInt32>, parts looked: Int
  ) -> [UInt8] {
    let pattern = Pattern(needles)
    return [UInt8](unsafeUninitializedCapacity: rows.count) { levels, count in
      count = withPointer { index in
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

  private func withPointer(_ body: (UnsafePointer<csearch_index>) -> Int) -> Int {
    text.bytes.withUnsafeBufferPointer { bytes in
      text.wordStarts.withUnsafeBufferPointer { wordStarts in
        rowStarts.withUnsafeBufferPointer { rowStarts in
          var index = csearch_index(
            text: bytes.baseAddress, length: text.count, word_starts: wordStarts.baseAddress,
            row_starts: rowStarts.baseAddress)
          return body(&index)
        }
      }
    }
  }
}

/// A clause laid out for the scan.
private struct Pattern {
  private let isExcluded: Bool
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
