/// Folded text of one or many pieces, and where words start in it.
///
/// Folded text has letters and digits, and between words one space; nothing else. A hyphen is
/// dropped and yet a word starts after it: `Al-Thani` folds to `althani`, in which both `al` and
/// `thani` start.
package struct FoldedText: Sendable {
  /// Ends a piece. No folded text holds it, so nothing is found across pieces.
  static let pieceEnd: UInt8 = 0x0A

  /// How many bytes are written.
  package private(set) var count = 0
  /// What is written, then zeros.
  private(set) var bytes: [UInt8] = []
  /// Bit i (least significant first, 64 a word) says that a word starts at byte i.
  private(set) var wordStarts: [UInt64] = []

  /// What is written, without the zeros after it.
  var written: ArraySlice<UInt8> { bytes[..<count] }

  func isWordStart(_ place: Int) -> Bool {
    place < count && wordStarts[place >> 6] >> UInt64(place & 63) & 1 == 1
  }

  /// Makes room for this many more bytes.
  mutating func reserve(_ more: Int) {
    guard count + more > bytes.count else { return }
    let capacity = Self.blocks(max(count + more, bytes.count + bytes.count / 4)) * 64
    bytes.reserveCapacity(capacity)
    bytes += repeatElement(0, count: capacity - bytes.count)
    wordStarts.reserveCapacity(capacity / 64 + 1)
    wordStarts += repeatElement(0, count: capacity / 64 + 1 - wordStarts.count)
  }

  /// Gives back the room not needed, if it is much.
  mutating func trim(leaving slack: Int) {
    reserve(slack)
    guard bytes.count - count - slack > count / 8 else { return }
    let capacity = Self.blocks(count + slack) * 64
    bytes = Array(bytes[..<min(capacity, bytes.count)])
    wordStarts = Array(wordStarts[..<min(capacity / 64 + 1, wordStarts.count)])
  }

  private static func blocks(_ bytes: Int) -> Int { (bytes + 63) / 64 }

  /// Adds bytes as they are; a word starts at the first of them if asked.
  mutating func append(raw piece: some Collection<UInt8>, startsWord: Bool = false) {
    reserve(piece.count)
    if startsWord, !piece.isEmpty { wordStarts[count >> 6] |= 1 << UInt64(count & 63) }
    for byte in piece {
      bytes[count] = byte
      count += 1
    }
  }

  /// Folds UTF-8 and adds it.
  ///
  /// - Parameters:
  ///   - source: UTF-8; bytes that are none separate words.
  ///   - isSpaced: whether words are kept apart by a space, or only by their starts.
  ///   - isMapped: whether to return where each folded byte comes from.
  /// - Returns: for each byte added, the bytes of `source` it stands for; empty unless asked for.
  @discardableResult
  mutating func append(
    folding source: UnsafeBufferPointer<UInt8>, isSpaced: Bool = true, isMapped: Bool = false
  ) -> [Range<Int>] {
    var folder = Folder(writingAt: count, isSpaced: isSpaced, isMapped: isMapped)
    let table = FoldTable.shared
    while folder.read < source.count {
      count = folder.written
      reserve(source.count - folder.read + Folder.longestStep)
      bytes.withUnsafeMutableBufferPointer { bytes in
        wordStarts.withUnsafeMutableBufferPointer { starts in
          folder.run(.init(table: table, source: source, bytes: bytes, starts: starts))
        }
      }
    }
    count = folder.written
    // Eight bytes are written at once: what stands beyond the end is not text.
    for place in count..<min(count + 8, bytes.count) { bytes[place] = 0 }
    return folder.origins
  }

  /// Folds a text and adds it, as `append(folding:)` does with its UTF-8.
  @discardableResult
  mutating func append(
    folding text: String, isSpaced: Bool = true, isMapped: Bool = false
  ) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { append(folding: $0, isSpaced: isSpaced, isMapped: isMapped) }
  }
  /// After a name folded without spaces from `start` on: adds its form without particles.
  ///
  /// A word starts both at each mark and after it. A name of one word keeps the marked form only.
  mutating func finishName(from start: Int) {
    let parts = NameParts(of: self, from: start)
    guard !parts.words.isEmpty else { return }
    if parts.words.count == 1 {
      for place in start..<count {
        bytes[place] = 0
        wordStarts[place >> 6] &= ~(1 << UInt64(place & 63))
      }
      count = start
    } else {
      append(raw: CollectionOfOne(Self.pieceEnd))
    }
    for word in parts.withoutParticles {
      append(raw: CollectionOfOne(TextIndex.nameMark), startsWord: true)
      append(raw: word, startsWord: true)
    }
  }
}
