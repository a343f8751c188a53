/// A short word as two machine words, so that names of fields and words of vocabularies are
/// compared in two steps. Words of more than 15 bytes have no key.
struct WordKey: Hashable, BitwiseCopyable {
  let low: UInt64
  let high: UInt64

  static let longest = 15

  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  init?(_ word: String) {
    let bytes = Array(word.utf8)
    guard bytes.count <= Self.longest else { return nil }
    var low: UInt64 = 0
    var high: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      if index < 8 {
        low |= UInt64(byte) << (UInt64(index) * 8)
      } else {
        high |= UInt64(byte) << (UInt64(index - 8) * 8)
      }
    }
    self.low = low
    self.high = high | UInt64(bytes.count) << 56
  }

  /// The key of `length` bytes at `bytes[start]`, at most 15 of them.
  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer, start: Int, length: Int) {
    var low: UInt64 = 0
    var high: UInt64 = 0
    if start + 16 <= bytes.count {
      let base = bytes.baseAddress.unsafelyUnwrapped
      low = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: start, as: UInt64.self))
      if length < 8 {
        low &= (1 << (UInt64(truncatingIfNeeded: length) &* 8)) &- 1
      } else {
        high = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self))
        high &= (1 << (UInt64(truncatingIfNeeded: length &- 8) &* 8)) &- 1
      }
    } else {
      for index in 0..<length {
        let byte = UInt64(bytes[start + index])
        if index < 8 {
          low |= byte << (UInt64(index) * 8)
        } else {
          high |= byte << (UInt64(index - 8) * 8)
        }
      }
    }
    self.low = low
    self.high = high | UInt64(truncatingIfNeeded: length) << 56
  }

  /// Whether it holds all of its word.
  @inline(__always)
  var isWhole: Bool { high >> 56 <= UInt64(Self.longest) }

  /// The word without its last byte, and this; of a word longer than a key holds, and of none, the
  /// key itself and 0.
  @inline(__always)
  var split: (head: WordKey, last: UInt64) {
    let length = high >> 56
    guard length > 0, length <= UInt64(Self.longest) else { return (self, 0) }
    let cut = (length &- 1) &* 8
    if cut >= 64 {
      let kept = high & ((1 << (cut &- 64)) &- 1)
      return (WordKey(low: low, high: kept | length << 56), high >> (cut &- 64) & 0xFF)
    }
    return (WordKey(low: low & ((1 << cut) &- 1), high: length << 56), low >> cut)
  }

  /// A hash whose upper and lower halves are both well mixed.
  @inline(__always)
  var hash: UInt64 {
    let product = (low ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
      by: (high ^ 0xD6E8_FEB8_6659_FD93) | 1)
    return product.high ^ product.low
  }
}

/// The name of a member with its quotation marks, to be compared with 16 bytes of a file at once.
struct NamePattern: BitwiseCopyable {
  let low: UInt64
  let high: UInt64
  let lowMask: UInt64
  let highMask: UInt64
  /// In bytes, quotation marks included; at most 16.
  let length: Int

  init?(_ name: String) {
    let bytes = Array("\"\(name)\"".utf8)
    guard bytes.count <= 16 else { return nil }
    func word(_ part: ArraySlice<UInt8>) -> UInt64 {
      part.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    func mask(_ count: Int) -> UInt64 { count >= 8 ? .max : 1 << UInt64(count * 8) - 1 }
    length = bytes.count
    low = word(bytes.prefix(8))
    high = word(bytes.dropFirst(8))
    lowMask = mask(bytes.count)
    highMask = mask(max(0, bytes.count - 8))
  }

  /// How many values `startHash` has.
  static let startHashes = 64

  /// A hash of the three bytes after the first quotation mark: nearly all names of one object
  /// differ in it.
  @inline(__always)
  static func startHash(_ low: UInt64) -> Int {
    let start = UInt32(truncatingIfNeeded: low >> 8) & 0xFF_FFFF
    return Int((start &* 0x9E37_79B1) >> 26)
  }
}

/// The schema's tables in the form the reader's loop wants: plain values without references.
///
/// A class, since it owns the memory of the tables for as long as a reader runs.
final class CompiledSchema {
  /// A field with everything the loop needs.
  struct FieldCode: BitwiseCopyable {
    enum Kind: UInt8 {
      case identifier, text, texts, address, integer, date, word, reference, references, object
      case objects
    }
    let key: WordKey
    let kind: Kind
    /// Raw value of the word list, mention or shape, by `kind`.
    let argument: UInt8
    let slot: Slot
  }

  /// One object's fields: a range of `fields`, and a bit set of those that are required.
  struct ShapeCode: BitwiseCopyable {
    let first: Int
    let count: Int
    /// Where its part of `indexByStart` begins.
    let startTable: Int
    let required: UInt32
  }

  let fields: UnsafeBufferPointer<FieldCode>
  /// The names of `fields`, in the same order.
  let patterns: UnsafeBufferPointer<NamePattern>
  /// For each shape and each hash of a name's start, the position of a field that has it.
  let indexByStart: UnsafeBufferPointer<UInt8>
  let shapes: UnsafeBufferPointer<ShapeCode>
  let words: UnsafeBufferPointer<WordKey>
  /// For each word list, its range in `words`; the last entry is the end.
  let wordLists: UnsafeBufferPointer<Int>

  init() {
    var fields: [FieldCode] = []
    var patterns: [NamePattern] = []
    var starts: [UInt8] = []
    var shapes: [ShapeCode] = []
    for name in ShapeName.allCases {
      let shape = Schema.shape(name)
      var required: UInt32 = 0
      for (index, field) in shape.fields.enumerated() where field.isRequired {
        required |= 1 << UInt32(index)
      }
      shapes.append(
        ShapeCode(
          first: fields.count, count: shape.fields.count, startTable: starts.count,
          required: required))
      starts += Self.indexByStart(shape)
      fields += shape.fields.compactMap(Self.code)
      patterns += shape.fields.compactMap { NamePattern($0.name) }
    }
    var words: [WordKey] = []
    var lists: [Int] = []
    for list in WordList.allCases {
      lists.append(words.count)
      words += list.words.compactMap { WordKey($0) }
    }
    lists.append(words.count)
    self.fields = Self.kept(fields)
    self.patterns = Self.kept(patterns)
    self.shapes = Self.kept(shapes)
    self.words = Self.kept(words)
    wordLists = Self.kept(lists)
    indexByStart = Self.kept(starts)
  }

  deinit {
    fields.deallocate()
    patterns.deallocate()
    shapes.deallocate()
    words.deallocate()
    wordLists.deallocate()
    indexByStart.deallocate()
  }

  private static func indexByStart(_ shape: Shape) -> [UInt8] {
    var table = [UInt8](repeating: 0, count: NamePattern.startHashes)
    for (index, field) in shape.fields.enumerated().reversed() {
      guard let pattern = NamePattern(field.name) else { continue }
      // A name of one letter is followed by a colon.
      let low = pattern.low | (pattern.length == 3 ? UInt64(UInt8(ascii: ":")) << 24 : 0)
      table[NamePattern.startHash(low)] = UInt8(index)
    }
    return table
  }

  private static func kept<T>(_ values: [T]) -> UnsafeBufferPointer<T> {
    let memory = UnsafeMutableBufferPointer<T>.allocate(capacity: values.count)
    _ = memory.initialize(from: values)
    return UnsafeBufferPointer(memory)
  }

  private static func code(_ field: Field) -> FieldCode? {
    guard let key = WordKey(field.name) else { return nil }
    let (kind, argument): (FieldCode.Kind, UInt8) =
      switch field.type {
      case .identifier: (.identifier, 0)
      case .text: (.text, 0)
      case .texts: (.texts, 0)
      case .address: (.address, 0)
      case .integer: (.integer, 0)
      case .date: (.date, 0)
      case .word(let list): (.word, list.rawValue)
      case .reference(let mention): (.reference, mention.rawValue)
      case .references(let mention): (.references, mention.rawValue)
      case .object(let shape): (.object, shape.rawValue)
      case .objects(let shape): (.objects, shape.rawValue)
      }
    return FieldCode(key: key, kind: kind, argument: argument, slot: field.slot)
  }

  /// The position of a word in its list; `nil` when the list does not hold it.
  @inline(__always)
  func word(_ key: WordKey, in list: UInt8) -> UInt8? {
    let first = wordLists[Int(list)]
    for index in first..<wordLists[Int(list) + 1] where words[index].low == key.low {
      if words[index].high == key.high { return UInt8(truncatingIfNeeded: index - first) }
    }
    return nil
  }
}
