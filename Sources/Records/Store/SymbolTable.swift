/// Every id met while reading, each under one number, in the order in which they were first met.
///
/// An open-addressed table of (hash, number); ids of up to 15 bytes, nearly all in practice, are
/// compared without going back to the file. A class, since it owns large columns; unchecked
/// Sendable, since it no longer changes once sealed.
final class SymbolTable: @unchecked Sendable {
  /// Where each id was first met, among the bytes of all files.
  let places = Column<ByteRange>()
  private let keys = Column<WordKey>()
  private var slots: Column<UInt64>
  private var mask: Int

  /// - Parameter expected: how many ids there may be; more are taken, at a cost.
  init(expected: Int) {
    var capacity = 1 << 10
    while capacity * 3 < expected * 4 { capacity *= 2 }
    slots = Column(repeating: 0, count: capacity)
    mask = capacity - 1
  }

  var count: Int { keys.count }
  /// How many slots there are; it changes when the table grows.
  var size: Int { mask + 1 }

  /// The keys of all ids, by number. Valid while none is added.
  var allKeys: UnsafeMutableBufferPointer<WordKey> { keys.values }

  /// The key of the id of `length` bytes at `bytes[start]`.
  @inline(__always)
  static func key(_ bytes: UnsafeRawBufferPointer, start: Int, length: Int) -> WordKey {
    length <= WordKey.longest
      ? WordKey(bytes, start: start, length: length)
      : longKey(bytes, start: start, length: length)
  }

  /// Where a look-up begins, and what it will read there: done for many keys in a row before the
  /// look-ups themselves, the waits for memory overlap.
  struct Probe: BitwiseCopyable {
    let hash: UInt64
    let slot: Int
    let entry: UInt64
  }

  @inline(__always)
  func probe(_ key: WordKey) -> Probe {
    let slot = firstSlot(of: key)
    return Probe(hash: key.hash, slot: slot, entry: slots[slot])
  }

  /// Reads the key that the look-up will compare, and answers a part of it so that it is read
  /// indeed.
  @inline(__always)
  func touch(_ probe: Probe) -> UInt64 {
    probe.entry == 0 ? 0 : keys[Int(UInt32(truncatingIfNeeded: probe.entry) &- 1)].low
  }

  /// The number of the id with that key at `place`, and whether it is new; `text` gives the bytes
  /// of a range, to compare long ids by. The probe must have been
  /// taken at the table's present size.
  @inline(__always)
  func number(
    of key: WordKey, _ probe: Probe, at place: ByteRange,
    text: (ByteRange) -> UnsafeRawBufferPointer
  ) -> (number: UInt32, isNew: Bool) {
    let hash = probe.hash
    var slot = probe.slot
    let step = Self.step(hash)
    while true {
      let entry = slots[slot]
      if entry == 0 { break }
      if entry >> 32 == hash >> 32 {
        let number = UInt32(truncatingIfNeeded: entry) &- 1
        let found = keys[Int(number)]
        if found.low == key.low, found.high == key.high,
          key.isWhole || text(places[Int(number)]).elementsEqual(text(place))
        {
          return (number, false)
        }
      }
      slot = (slot &+ step) & mask
    }
    slots[slot] = (hash & ~0xFFFF_FFFF) | UInt64(keys.count + 1)
    keys.append(key)
    places.append(place)
    if keys.count * 4 > mask * 3 { grow() }
    return (UInt32(truncatingIfNeeded: keys.count - 1), true)
  }

  /// The number of an id met before.
  func number(of name: String, text: (ByteRange) -> UnsafeRawBufferPointer) -> UInt32? {
    var name = name
    return name.withUTF8 { buffer in
      let bytes = UnsafeRawBufferPointer(buffer)
      let key = Self.key(bytes, start: 0, length: bytes.count)
      var slot = firstSlot(of: key)
      while slots[slot] != 0 {
        let number = UInt32(truncatingIfNeeded: slots[slot]) &- 1
        if slots[slot] >> 32 == key.hash >> 32,
          bytes.elementsEqual(text(places[Int(number)]))
        {
          return number
        }
        slot = (slot &+ Self.step(key.hash)) & mask
      }
      return nil
    }
  }

  /// Where the search for an id begins. Ids that differ only in their last two characters, as
  /// those of records numbered in a row do, begin near each other: records are mostly met in the
  /// order of their ids, and neighbours are then already in the processor's cache.
  @inline(__always)
  private func firstSlot(of key: WordKey) -> Int {
    guard let (stem, tail) = key.split else { return Int(truncatingIfNeeded: key.hash) & mask }
    let near = Int(tail & 0x0F) << 4 | Int(tail >> 8 & 0x0F)
    return (Int(truncatingIfNeeded: stem.hash) &+ near) & mask
  }

  /// How far to go on from a slot that is taken: odd, so that all slots are reached, and not the
  /// same for neighbours, so that they do not crowd.
  @inline(__always)
  private static func step(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> 20) & 0x7F | 1
  }

  /// Gives back what is needed only while reading. From then on no id can be added.
  func seal() {
    keys.removeLast(keys.count)
    keys.shrink()
    places.shrink()
  }

  /// Gives back what is needed to find ids, before another table takes over what is there. From
  /// then on none can be added or found.
  func close() {
    slots = Column()
  }

  /// Gives back ids that another table has taken over, by their numbers.
  func forget(_ numbers: Range<Int>) {
    keys.forget(numbers)
    places.forget(numbers)
  }

  /// Gives back the rest.
  func empty() {
    places.removeLast(places.count)
    seal()
  }

  /// The first eight bytes and a hash of all, marked by a length no short id has.
  @inline(never)
  private static func longKey(
    _ bytes: UnsafeRawBufferPointer, start: Int, length: Int
  ) -> WordKey {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in start..<start + length { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    let head = WordKey(bytes, start: start, length: 8)
    return WordKey(low: head.low, high: hash | 0xFF << 56)
  }

  @inline(never)
  private func grow() {
    let old = slots
    let capacity = (mask + 1) * 2
    slots = Column(repeating: 0, count: capacity)
    mask = capacity - 1
    for index in 0..<old.count where old[index] != 0 {
      let number = Int(UInt32(truncatingIfNeeded: old[index]) &- 1)
      let key = keys[number]
      var slot = firstSlot(of: key)
      while slots[slot] != 0 { slot = (slot &+ Self.step(key.hash)) & mask }
      slots[slot] = old[index]
    }
  }
}
