#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Every id met while reading, each under one number.
///
/// Ids of records are mostly numbered in a row, and looked up near each other. So those that differ
/// in a last digit only share one entry of an open-addressed table, and their numbers stand side by
/// side: a look-up mostly finds in the processor's cache what the one before has read. Ids of up to
/// 15 bytes before that digit are compared without going back to the file.
///
/// A class, since it owns large columns; unchecked Sendable, since it no longer changes once all is
/// read.
final class SymbolTable: @unchecked Sendable {
  /// An id as it is looked up.
  struct ID: BitwiseCopyable {
    /// The id without its last digit.
    let stem: WordKey
    /// Its last digit; `noDigit` when it ends in something else.
    let tail: UInt8

    static let noDigit: UInt8 = 10
    static let tails = 11
  }

  /// The ids of one stem.
  private struct Entry: BitwiseCopyable {
    let stem: WordKey
    /// The number of the only id; of several, where their row of numbers begins.
    var value: UInt32
    /// The last digit of the only id; `several` when there are more.
    var tail: UInt8

    static let several: UInt8 = 255
  }

  /// Where each id stands somewhere, among the bytes of all files.
  let places: Column<ByteRange>
  private let entries = Column<Entry>()
  /// Rows of `ID.tails`: by its last digit, the number of an id and 1; 0 for one not met.
  private let rows = Column<UInt32>()
  /// A mark of a stem, and below it the position of its entry and 1; 0 for none.
  private let slots = Column<UInt64>(repeating: 0, count: 1 << 10)

  /// - Parameter expected: how many ids there may be, to reserve memory for; more are taken.
  init(expected: Int = 0) {
    places = Column(capacity: expected)
  }

  var count: Int { places.count }

  /// The id of `length` bytes at `bytes[start]`.
  @inline(__always)
  static func id(_ bytes: UnsafeRawBufferPointer, start: Int, length: Int) -> ID {
    guard length > 0 else { return ID(stem: WordKey(low: 0, high: 0), tail: ID.noDigit) }
    let last = bytes[start + length - 1] &- UInt8(ascii: "0")
    let isDigit = last < 10
    let stem = isDigit ? length - 1 : length
    return ID(
      stem: stem <= WordKey.longest
        ? WordKey(bytes, start: start, length: stem) : longKey(bytes, start: start, length: stem),
      tail: isDigit ? last : ID.noDigit)
  }

  /// The number of an id met before; `nil` for a new one, and for one that must be compared with
  /// the bytes of the file.
  @inline(__always)
  func known(_ id: ID) -> UInt32? {
    guard id.stem.isWhole else { return nil }
    let (first, mark) = Self.place(of: id.stem)
    let mask = slots.count - 1
    var slot = first & mask
    while true {
      let taken = slots[slot]
      if taken == 0 { return nil }
      if taken >> 32 == mark {
        let entry = entries[Int(UInt32(truncatingIfNeeded: taken) &- 1)]
        if entry.stem == id.stem { return number(in: entry, tail: id.tail) }
      }
      slot = (slot &+ 1) & mask
    }
  }

  /// The number of an id that stands at `place`, and whether it is new; `text` gives the bytes of a
  /// range, to compare long ids by.
  @inline(__always)
  func number(
    of id: ID, at place: ByteRange, text: (ByteRange) -> UnsafeRawBufferPointer
  ) -> (number: UInt32, isNew: Bool) {
    let (first, mark) = Self.place(of: id.stem)
    let mask = slots.count - 1
    var slot = first & mask
    while true {
      let taken = slots[slot]
      if taken == 0 { break }
      if taken >> 32 == mark {
        let index = Int(UInt32(truncatingIfNeeded: taken) &- 1)
        let entry = entries[index]
        if entry.stem == id.stem, id.stem.isWhole || isSame(entry, id, place, text) {
          if let known = number(in: entry, tail: id.tail) { return (known, false) }
          return (add(id, at: place, to: index), true)
        }
      }
      slot = (slot &+ 1) & mask
    }
    entries.append(Entry(stem: id.stem, value: UInt32(truncatingIfNeeded: count), tail: id.tail))
    slots[slot] = mark << 32 | UInt64(entries.count)
    places.append(place)
    if entries.count * 2 > slots.count { grow() }
    return (UInt32(truncatingIfNeeded: count - 1), true)
  }

  /// Adds an id whose stem is known.
  private func add(_ id: ID, at place: ByteRange, to index: Int) -> UInt32 {
    let number = UInt32(truncatingIfNeeded: count)
    var entry = entries[index]
    if entry.tail != Entry.several {
      let start = rows.count
      rows.append(repeating: 0, count: ID.tails)
      rows[start + Int(entry.tail)] = entry.value + 1
      entry.value = UInt32(truncatingIfNeeded: start)
      entry.tail = Entry.several
      entries[index] = entry
    }
    rows[Int(entry.value) + Int(id.tail)] = number + 1
    places.append(place)
    return number
  }

  /// The number of an id met before.
  func number(of name: String, text: (ByteRange) -> UnsafeRawBufferPointer) -> UInt32? {
    var name = name
    return name.withUTF8 { buffer in
      let bytes = UnsafeRawBufferPointer(buffer)
      let id = Self.id(bytes, start: 0, length: bytes.count)
      let mask = slots.count - 1
      var slot = Self.place(of: id.stem).slot & mask
      while slots[slot] != 0 {
        let entry = entries[Int(UInt32(truncatingIfNeeded: slots[slot]) &- 1)]
        if entry.stem == id.stem, let number = number(in: entry, tail: id.tail),
          bytes.elementsEqual(text(places[Int(number)]))
        {
          return number
        }
        slot = (slot &+ 1) & mask
      }
      return nil
    }
  }

  @inline(__always)
  private func number(in entry: Entry, tail: UInt8) -> UInt32? {
    guard entry.tail == Entry.several else { return entry.tail == tail ? entry.value : nil }
    let known = rows[Int(entry.value) + Int(tail)]
    return known == 0 ? nil : known &- 1
  }

  /// Goes through all ids, those of one stem one after the other.
  func forEach(_ body: (ID, _ number: UInt32) -> Void) {
    for entry in entries.values {
      if entry.tail != Entry.several {
        body(ID(stem: entry.stem, tail: entry.tail), entry.value)
        continue
      }
      for tail in 0..<UInt8(ID.tails) {
        let known = rows[Int(entry.value) + Int(tail)]
        if known != 0 { body(ID(stem: entry.stem, tail: tail), known - 1) }
      }
    }
  }

  /// Gives back what growing has reserved. From then on no id should be added.
  func seal() {
    rows.shrink()
    entries.shrink()
    places.shrink()
  }

  /// Where the search for a stem begins, and 32 bits by which to know it there. Stems that differ in
  /// their last character only begin side by side.
  @inline(__always)
  private static func place(of stem: WordKey) -> (slot: Int, mark: UInt64) {
    let (head, last) = stem.split
    let hash = head.hash
    return (
      Int(truncatingIfNeeded: hash &+ last & 0x0F),
      (hash >> 32 &+ last &* 0x9E37_79B1) & 0xFFFF_FFFF
    )
  }

  /// Forgets all ids.
  func empty() {
    entries.removeLast(entries.count)
    rows.removeLast(rows.count)
    places.removeLast(places.count)
    slots.removeLast(slots.count)
    slots.append(repeating: 0, count: 1 << 10)
    slots.shrink()
    seal()
  }

  /// The first eight bytes and a hash of all, marked by a length no short stem has.
  @inline(never)
  private static func longKey(
    _ bytes: UnsafeRawBufferPointer, start: Int, length: Int
  ) -> WordKey {
    // Eight bytes at a time; the last eight may overlap those before, for there are 16 at least.
    var hash = UInt64(length)
    for at in stride(from: 0, to: length, by: 8) {
      let word = bytes.loadUnaligned(
        fromByteOffset: start + min(at, length - 8), as: UInt64.self)
      hash = (hash ^ UInt64(littleEndian: word)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    let head = WordKey(bytes, start: start, length: 8)
    return WordKey(low: head.low, high: hash | 0xFF << 56)
  }

  /// Whether a long stem of equal key is the same, byte for byte.
  @inline(never)
  private func isSame(
    _ entry: Entry, _ id: ID, _ place: ByteRange, _ text: (ByteRange) -> UnsafeRawBufferPointer
  ) -> Bool {
    var (value, tail) = (entry.value, entry.tail)
    if tail == Entry.several {
      let row = Int(value)
      tail = (0..<UInt8(ID.tails)).first { rows[row + Int($0)] != 0 } ?? ID.noDigit
      value = rows[row + Int(tail)] &- 1
    }
    let (known, wanted) = (text(places[Int(value)]), text(place))
    let length = wanted.count - (id.tail == ID.noDigit ? 0 : 1)
    guard known.count - (tail == ID.noDigit ? 0 : 1) == length, let known = known.baseAddress,
      let wanted = wanted.baseAddress
    else { return false }
    return memcmp(known, wanted, length) == 0
  }

  @inline(never)
  private func grow() {
    slots.append(repeating: 0, count: slots.count)
    let slots = slots.values
    slots.update(repeating: 0)
    let mask = slots.count - 1
    for (index, entry) in entries.values.enumerated() {
      let (first, mark) = Self.place(of: entry.stem)
      var slot = first & mask
      while slots[slot] != 0 { slot = (slot &+ 1) & mask }
      slots[slot] = mark << 32 | UInt64(index + 1)
    }
  }
}
