/// The fold itself: reads UTF-8 of one piece of text and writes folded bytes and word starts.
///
/// It never traps on its input: bytes that are no UTF-8 count as separators. It stops when the
/// output is nearly full; the caller makes room and calls it again.
struct Folder {
  /// Where one run reads and writes.
  struct Memory {
    let table: FoldTable
    let source: UnsafeBufferPointer<UInt8>
    let bytes: UnsafeMutableBufferPointer<UInt8>
    let starts: UnsafeMutableBufferPointer<UInt64>
  }

  /// No scalar folds to more bytes than this, the space before it included.
  static let longestStep = 72

  /// How far the source is read and the output written.
  private(set) var read = 0
  private(set) var written: Int
  /// For every folded byte, the bytes of the source that it stands for. Empty unless asked for.
  private(set) var origins: [Range<Int>] = []

  private let begin: Int
  /// Whether words are kept apart by a space; if not, only their starts tell them apart.
  private let isSpaced: Bool
  private let isMapped: Bool
  private var isInWord = false
  private var startsNext = false
  private var isAfterUnspaced = false
  private var wordStart: Int

  init(writingAt begin: Int, isSpaced: Bool, isMapped: Bool) {
    (self.begin, written, wordStart) = (begin, begin, begin)
    (self.isSpaced, self.isMapped) = (isSpaced, isMapped)
  }

  mutating func run(_ memory: Memory) {
    let end = memory.source.count
    let isPlain = isSpaced && !isMapped
    while read < end, written + Self.longestStep <= memory.bytes.count {
      if isPlain, read + 8 <= end, foldEight(memory) { continue }
      foldScalar(memory)
    }
  }
}

// MARK: - Eight bytes at once

extension Folder {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each byte of `v` (all below 0x80) that lies in `range`.
  @inline(__always)
  private static func bytes(of v: UInt64, in range: ClosedRange<UInt8>) -> UInt64 {
    let atLeast = v &+ Self.ones &* UInt64(0x80 - range.lowerBound)
    let above = v &+ Self.ones &* UInt64(0x7F - range.upperBound)
    return atLeast & ~above & Self.highs
  }

  /// Folds the ASCII letters, digits and single spaces that come next, eight bytes at the most.
  /// False if something else comes first.
  @inline(__always)
  private mutating func foldEight(_ memory: Memory) -> Bool {
    let raw = UnsafeRawPointer(memory.source.baseAddress.unsafelyUnwrapped)
    let v = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: read, as: UInt64.self))
    let low = v & ~Self.highs
    let upper = Self.bytes(of: low, in: 0x41...0x5A)
    let lower = low | upper >> 2
    let letters = Self.bytes(of: lower, in: 0x61...0x7A) | Self.bytes(of: lower, in: 0x30...0x39)
    let spaces = Self.bytes(of: low, in: 0x20...0x20)
    let afterSpace = spaces << 8 | (isInWord ? 0 : 0x80)
    let unfit = (v | ~(letters | spaces) | (spaces & afterSpace)) & Self.highs
    let first: UInt64 = startsNext || isAfterUnspaced ? 0x80 : 0
    let starts = letters & (afterSpace | first)
    let count = unfit == 0 ? 8 : unfit.trailingZeroBitCount >> 3
    guard count > 0 else { return false }
    let taken = ~(0 as UInt64) >> UInt64(64 - count * 8)
    let endsInSpace = spaces >> UInt64(count * 8 - 1) & 1 == 1
    write(lower, starts: starts & taken, count: count, endsInSpace: endsInSpace, memory)
    return true
  }

  /// Writes the first `count` of eight folded bytes; `starts` has the high bits of word starts.
  @inline(__always)
  private mutating func write(
    _ folded: UInt64, starts: UInt64, count: Int, endsInSpace: Bool, _ memory: Memory
  ) {
    // The space before a word is written when the word comes, so that none stands at an end.
    memory.bytes[written] = 0x20
    written += !isInWord && written > begin ? 1 : 0
    let flags = ((starts >> 7) &* 0x0102_0408_1020_4080) >> 56
    memory.starts[written >> 6] |= flags << UInt64(written & 63)
    if written & 63 > 56 { memory.starts[written >> 6 + 1] |= flags >> UInt64(64 - written & 63) }
    UnsafeMutableRawPointer(memory.bytes.baseAddress.unsafelyUnwrapped)
      .storeBytes(of: folded.littleEndian, toByteOffset: written, as: UInt64.self)
    isInWord = !endsInSpace
    written += endsInSpace ? count - 1 : count
    read += count
    (startsNext, isAfterUnspaced) = (false, false)
  }
}

// MARK: - One scalar

extension Folder {
  private mutating func foldScalar(_ memory: Memory) {
    let (scalar, length) = Self.decode(memory.source, at: read)
    let origin = read..<read + length
    read += length
    guard let scalar else { return endWord() }
    let entry = memory.table[scalar]
    switch entry.kind {
    case .separator:
      if scalar == 0x2E, isInsideInitials(memory.source, origin.lowerBound) { return }
      endWord()
    case .dropped: break
    case .hyphen: startsNext = isInWord
    case .word, .unspaced:
      beginScalar(memory.source[origin.lowerBound], entry.kind == .unspaced, origin, memory)
      for place in origin { put(memory.source[place], memory, origin) }
    case .hangul: foldHangul(scalar, origin, memory)
    case .mapped, .mappedUnspaced:
      var isFirst = true
      for place in entry.offset..<entry.offset + entry.length {
        let byte = memory.table.pool[place]
        if byte == 0x20 {
          endWord()
          isFirst = true
        } else {
          if isFirst { beginScalar(byte, entry.kind == .mappedUnspaced, origin, memory) }
          isFirst = false
          put(byte, memory, origin)
        }
      }
    }
  }

  /// Conjoining letters of a Hangul syllable: The Unicode Standard, section 3.12.
  private mutating func foldHangul(_ scalar: UInt32, _ origin: Range<Int>, _ memory: Memory) {
    let index = scalar - 0xAC00
    beginScalar(0xE1, false, origin, memory)
    let letters = [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11A7 + index % 28]
    for letter in letters where letter != 0x11A7 {
      put(0xE1, memory, origin)
      put(UInt8(0x80 | letter >> 6 & 0x3F), memory, origin)
      put(UInt8(0x80 | letter & 0x3F), memory, origin)
    }
  }

  private mutating func endWord() {
    isInWord = false
    isAfterUnspaced = false
  }

  /// Sees to the space before a word and to the mark of its start.
  private mutating func beginScalar(
    _ first: UInt8, _ isUnspaced: Bool, _ origin: Range<Int>, _ memory: Memory
  ) {
    if !isInWord {
      if isSpaced, written > begin { put(0x20, memory, origin.lowerBound..<origin.lowerBound) }
      wordStart = written
    }
    if !isInWord || startsNext || isUnspaced || (isAfterUnspaced && first < 0x80)
      || isAfterArticle(memory)
    {
      memory.starts[written >> 6] |= 1 << UInt64(written & 63)
    }
    (isInWord, startsNext, isAfterUnspaced) = (true, false, isUnspaced)
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8, _ memory: Memory, _ origin: Range<Int> = 0..<0) {
    memory.bytes[written] = byte
    written += 1
    if isMapped { origins.append(origin) }
  }

  /// Whether the word so far is the Arabic article, written together with its noun.
  private func isAfterArticle(_ memory: Memory) -> Bool {
    written - wordStart == 4 && memory.bytes[wordStart] == 0xD8
      && memory.bytes[wordStart + 1] == 0xA7 && memory.bytes[wordStart + 2] == 0xD9
      && memory.bytes[wordStart + 3] == 0x84
  }

  /// Whether the full stop at `place` stands between single letters, as in `U.N.`
  private func isInsideInitials(_ source: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    func byte(_ offset: Int) -> UInt8 {
      source.indices.contains(place + offset) ? source[place + offset] : 0x20
    }
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    func isInner(_ byte: UInt8) -> Bool {
      isLetter(byte) || byte >= 0x80 || (0x30...0x39).contains(byte)
    }
    return isLetter(byte(-1)) && !isInner(byte(-2)) && isLetter(byte(1)) && !isInner(byte(2))
  }

  /// The scalar at `place` and its length in bytes; nil and 1 if there is none.
  private static func decode(
    _ source: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (scalar: UInt32?, length: Int) {
    let first = source[place]
    if first < 0x80 { return (UInt32(first), 1) }
    let (length, least): (Int, UInt32)
    switch first {
    case 0xC2...0xDF: (length, least) = (2, 0x80)
    case 0xE0...0xEF: (length, least) = (3, 0x800)
    case 0xF0...0xF4: (length, least) = (4, 0x10000)
    default: return (nil, 1)
    }
    guard place + length <= source.count else { return (nil, 1) }
    var scalar = UInt32(first) & (0x7F >> UInt32(length))
    for next in source[place + 1..<place + length] {
      guard next & 0xC0 == 0x80 else { return (nil, 1) }
      scalar = scalar << 6 | UInt32(next & 0x3F)
    }
    let isValid = scalar >= least && scalar <= 0x10FFFF && scalar & 0xFFFF_F800 != 0xD800
    return isValid ? (scalar, length) : (nil, 1)
  }
}
