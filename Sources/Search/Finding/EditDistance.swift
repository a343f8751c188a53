/// How many slips of the finger lie between two words.
///
/// The optimal string alignment distance: letters inserted, left out or replaced, and neighbours
/// swapped, no stretch edited twice (L. Boytsov, "Indexing methods for approximate dictionary
/// searching", 2011, section 2.1).
enum EditDistance {
  /// How many slips are forgiven in a word of folded UTF-8: one from five letters, two from nine.
  static func allowed(for word: [UInt8]) -> Int {
    let letters = String(decoding: word, as: UTF8.self).unicodeScalars.count
    return letters >= 9 ? 2 : letters >= 5 ? 1 : 0
  }

  /// Whether at most so many slips lie between two words of folded UTF-8, counted in scalars.
  static func isWithin(_ limit: Int, _ one: [UInt8], _ other: [UInt8]) -> Bool {
    let one = Array(String(decoding: one, as: UTF8.self).unicodeScalars)
    let other = Array(String(decoding: other, as: UTF8.self).unicodeScalars)
    guard abs(one.count - other.count) <= limit else { return false }
    var before: [Int] = []
    var last = Array(0...other.count)
    for (row, scalar) in one.enumerated() {
      var line = [row + 1]
      line.reserveCapacity(other.count + 1)
      for (column, letter) in other.enumerated() {
        var cost = min(
          last[column] + (scalar == letter ? 0 : 1), last[column + 1] + 1, line[column] + 1)
        if row > 0, column > 0, scalar == other[column - 1], one[row - 1] == letter {
          cost = min(cost, before[column - 1] + 1)
        }
        line.append(cost)
      }
      guard (line.min() ?? 0) <= limit else { return false }
      (before, last) = (last, line)
    }
    return (last.last ?? 0) <= limit
  }

  /// Which letters a word has and how many, for telling most words apart without counting slips.
  struct Letters: Sendable {
    /// A bit for each letter; some letters share one.
    private let bits: UInt64
    private let count: Int

    /// The letters of a word of folded UTF-8.
    init(_ word: [UInt8]) {
      let scalars = String(decoding: word, as: UTF8.self).unicodeScalars
      bits = scalars.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
      count = scalars.count
    }

    /// Whether so few slips may lie between the words: each takes one letter away and puts another
    /// in its place at the most.
    func mayBeWithin(_ limit: Int, _ other: Letters) -> Bool {
      abs(count - other.count) <= limit && (bits ^ other.bits).nonzeroBitCount <= 2 * limit
    }
  }
}
