/// What folding makes of every Unicode scalar, made once from `FoldTableData`.
///
/// Two stages: a page for every 256 scalars, equal pages shared. About 170 KB, made in less than a
/// millisecond.
struct FoldTable: Sendable {
  /// What a scalar is to the fold.
  enum Kind: UInt32 {
    case separator, dropped, hyphen, word, unspaced, hangul, mapped, mappedUnspaced
  }

  /// One scalar's entry: the kind in the low three bits; for a mapped scalar then the length
  /// (six bits) and the place of its UTF-8 in `pool`. A space there separates words.
  struct Entry {
    let bits: UInt32
    var kind: Kind { Kind(rawValue: bits & 7) ?? .separator }
    var length: Int { Int(bits >> 3 & 63) }
    var offset: Int { Int(bits >> 9) }
  }

  static let shared = FoldTable()

  private var pages: [UInt16]
  private var entries: [UInt32]
  private(set) var pool: [UInt8]

  subscript(scalar: UInt32) -> Entry {
    Entry(bits: entries[Int(pages[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)])
  }

  private init() {
    pages = [UInt16](repeating: 0, count: 0x1100)
    entries = []
    entries.reserveCapacity(140 << 8)
    pool = []
    pool.reserveCapacity(20 << 10)
    // The first pages are shared by all stretches of 256 scalars of one kind.
    for kind in 0..<UInt32(Self.letters.count) {
      entries += repeatElement(kind, count: 256)
    }
    readClasses()
    readMappings()
  }

  /// The letters of `FoldTableData.classes`, in the order of `Kind`.
  private static let letters = Array("SDHWIK".utf8)

  private mutating func readClasses() {
    var reader = Reader(FoldTableData.classes)
    var start = 0
    while let letter = reader.next(), let kind = Self.letters.firstIndex(of: letter) {
      let end = start + Int(reader.hexadecimal())
      while start < end {
        let next = min(end, (start | 0xFF) + 1)
        if next - start == 256 {
          pages[start >> 8] = UInt16(kind)
        } else {
          let page = ownPage(of: UInt32(start))
          for place in start..<next { entries[page | place & 0xFF] = UInt32(kind) }
        }
        start = next
      }
    }
  }

  private mutating func readMappings() {
    var reader = Reader(FoldTableData.mappings)
    var source: UInt32 = 0
    while !reader.isAtEnd {
      source += reader.hexadecimal()
      let count = reader.skip("*") ? reader.hexadecimal() : 1
      let step = reader.skip("/") ? reader.hexadecimal() : 1
      let isConstant = reader.skip("~")
      _ = reader.skip("=")
      let kind: Kind = reader.skip("!") ? .mappedUnspaced : .mapped
      var target = [reader.hexadecimal()]
      while reader.skip(".") { target.append(reader.hexadecimal()) }
      _ = reader.skip(" ")
      for _ in 0..<count {
        let offset = UInt32(pool.count)
        for scalar in target {
          pool += Unicode.Scalar(scalar).flatMap(UTF8.encode) ?? UTF8.encodedReplacementCharacter
        }
        let length = UInt32(pool.count) - offset
        setEntry(source, to: offset << 9 | length << 3 | kind.rawValue)
        source += step
        if !isConstant { target[0] += step }
      }
      source -= step
    }
  }

  private mutating func setEntry(_ scalar: UInt32, to entry: UInt32) {
    entries[ownPage(of: scalar) | Int(scalar & 0xFF)] = entry
  }

  /// Where the entries of a scalar's page begin, which it shares with no other page from now on.
  private mutating func ownPage(of scalar: UInt32) -> Int {
    let page = Int(scalar >> 8)
    let shared = Int(pages[page]) << 8
    guard shared < Self.letters.count << 8 else { return shared }
    let kind = entries[shared]
    pages[page] = UInt16(entries.count >> 8)
    entries += repeatElement(kind, count: 256)
    return Int(pages[page]) << 8
  }
}

/// Reads the compact text of `FoldTableData`.
private struct Reader {
  private var rest: UnsafeBufferPointer<UInt8>.SubSequence

  init(_ text: StaticString) {
    rest = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func next() -> UInt8? { rest.popFirst() }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  /// The hexadecimal number (digits and lower-case letters) that comes next; 0 if none does.
  mutating func hexadecimal() -> UInt32 {
    var value: UInt32 = 0
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte & 0xF)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - 87)
      default: return value
      }
      rest.removeFirst()
    }
    return value
  }
}
