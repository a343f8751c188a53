import CBytes

/// A place where a file is not JSON, and why.
struct JSONFault: Error {
  /// In bytes, from the start of the scanned bytes.
  let offset: Int
  let reason: String
}

/// Reads JSON (RFC 8259) token by token, strictly, and makes no values: strings are stretches of
/// the bytes. Whether the bytes are UTF-8 is for the caller to check.
///
/// Speed matters here: a large store is read once through it before anything is shown.
struct JSONScanner {
  /// A string between its quotation marks.
  struct Text {
    let start: Int
    let length: Int
    let hasEscapes: Bool
  }

  /// What a value begins with.
  enum Token {
    case object, array, string, number, literal
  }

  private let base: UnsafePointer<UInt8>
  private let end: Int
  private(set) var offset: Int

  /// How deep arrays and objects may lie in each other. Stores need six; more is not read, so that
  /// no file can exhaust the stack.
  static let depthLimit = 64

  init(_ bytes: UnsafeRawBufferPointer, from offset: Int = 0, to end: Int? = nil) {
    base =
      bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
      ?? UnsafePointer(UnsafeMutablePointer<UInt8>.allocate(capacity: 1))
    self.end = end ?? bytes.count
    self.offset = offset
  }

  @inline(__always)
  private var byte: UInt8? {
    offset < end ? base[offset] : nil
  }

  @inline(__always)
  mutating func skipSpace() {
    while offset < end {
      let byte = base[offset]
      guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else {
        return
      }
      offset += 1
    }
  }

  /// The kind of value that stands here, after any space; nothing of it is consumed.
  @inline(__always)
  mutating func peek() throws(JSONFault) -> Token {
    skipSpace()
    guard let byte else { throw unexpected("a value") }
    switch byte {
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): return .literal
    default: throw unexpected("a value")
    }
  }

  /// Whether a string stands here, after any space.
  @inline(__always)
  mutating func isAtString() -> Bool {
    if offset < end, base[offset] == UInt8(ascii: "\"") { return true }
    skipSpace()
    return byte == UInt8(ascii: "\"")
  }

  /// Consumes `mark` after any space if it stands here.
  @inline(__always)
  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard offset < end, base[offset] == UInt8(truncatingIfNeeded: mark.value) else { return false }
    offset += 1
    return true
  }

  @inline(__always)
  mutating func expect(_ mark: Unicode.Scalar, _ what: StaticString) throws(JSONFault) {
    guard take(mark) else { throw unexpected("\(what)") }
  }

  /// Steps to the next element of an array whose `[` has been consumed; false at its end.
  @inline(__always)
  mutating func nextElement(isFirst: inout Bool) throws(JSONFault) -> Bool {
    if !isFirst, offset + 1 < end, base[offset] == UInt8(ascii: ","), base[offset + 1] > 0x20,
      base[offset + 1] != UInt8(ascii: "]")
    {
      offset += 1
      return true
    }
    if take("]") {
      return false
    }
    if isFirst {
      isFirst = false
      return true
    }
    guard take(",") else { throw unexpected("',' or ']'") }
    skipSpace()
    if byte == UInt8(ascii: "]") { throw fault("a comma after the last element") }
    return true
  }

  /// Consumes a comma with a name right behind it, as members mostly follow each other.
  @inline(__always)
  mutating func takeCommaBeforeName() -> Bool {
    guard offset + 1 < end, base[offset] == UInt8(ascii: ","),
      base[offset + 1] == UInt8(ascii: "\"")
    else { return false }
    offset += 1
    return true
  }

  /// Steps to the name of the next member of an object whose `{` has been consumed; false at its
  /// end.
  mutating func nextName(isFirst: inout Bool) throws(JSONFault) -> Bool {
    if !isFirst, takeCommaBeforeName() { return true }
    if take("}") {
      return false
    }
    if isFirst {
      isFirst = false
    } else {
      guard take(",") else { throw unexpected("',' or '}'") }
      skipSpace()
    }
    guard byte == UInt8(ascii: "\"") else {
      if byte == UInt8(ascii: "}") { throw fault("a comma after the last member") }
      throw unexpected("a name in quotation marks")
    }
    return true
  }

  /// Consumes the name that stands here, and its colon.
  @inline(__always)
  mutating func name() throws(JSONFault) -> Text {
    let name = try string()
    try expect(":", "':'")
    return name
  }

  /// Steps to the next member of an object whose `{` has been consumed and consumes its name and
  /// colon; `nil` at its end.
  @inline(__always)
  mutating func nextMember(isFirst: inout Bool) throws(JSONFault) -> Text? {
    try nextName(isFirst: &isFirst) ? try name() : nil
  }

  /// Consumes the name that stands here and its colon if it is this very one, without escapes and
  /// without space before the colon.
  @inline(__always)
  mutating func take(_ name: NamePattern, _ here: (low: UInt64, high: UInt64)) -> Bool {
    guard here.low & name.lowMask == name.low, here.high & name.highMask == name.high,
      base[offset + name.length] == UInt8(ascii: ":")
    else { return false }
    offset += name.length + 1
    return true
  }

  /// The next 16 bytes; `nil` so near the end that a name of 16 and its colon would not fit.
  @inline(__always)
  var next16: (low: UInt64, high: UInt64)? {
    guard offset + 17 <= end else { return nil }
    let start = UnsafeRawPointer(base + offset)
    return (
      UInt64(littleEndian: start.loadUnaligned(as: UInt64.self)),
      UInt64(littleEndian: start.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    )
  }

  /// Consumes a string; its opening quotation mark must stand here.
  @inline(__always)
  mutating func string() throws(JSONFault) -> Text {
    let start = offset + 1
    var at = start
    // Ids and words end within 16 bytes; longer texts are left to the processor's vectors.
    if start + 16 <= end {
      var ends = Self.ends(in: word(at: start))
      if ends == 0 {
        at += 8
        ends = Self.ends(in: word(at: at))
      }
      at += ends == 0 ? 8 : ends.trailingZeroBitCount >> 3
      if ends == 0 { at += cbytes_string_run(base + at, end - at) }
    } else if start <= end {
      at += cbytes_string_run(base + at, end - at)
    }
    if at < end, base[at] == UInt8(ascii: "\"") {
      offset = at + 1
      return Text(start: start, length: at - start, hasEscapes: false)
    }
    return try string(from: start, at: at)
  }

  @inline(__always)
  private func word(at offset: Int) -> UInt64 {
    UInt64(
      littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self))
  }

  /// Marks the highest bit of the first byte, from the lowest on, that is a quotation mark, a
  /// backslash or a control; perhaps of bytes behind it, too.
  @inline(__always)
  private static func ends(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    let found =
      ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
      | ((word &- ones &* 0x20) & ~word)
    return found & (ones &* 0x80)
  }

  /// The rest of a string from its first escape or fault at `at` on.
  @inline(never)
  private mutating func string(from start: Int, at first: Int) throws(JSONFault) -> Text {
    var at = first
    while at < end {
      switch base[at] {
      case UInt8(ascii: "\""):
        offset = at + 1
        return Text(start: start, length: at - start, hasEscapes: true)
      case UInt8(ascii: "\\"):
        at = try escape(at: at)
      default:
        throw JSONFault(
          offset: at,
          reason: base[at] == 0x0A || base[at] == 0x0D
            ? "the line ends inside a string; a closing quotation mark may be missing"
            : "a control character inside a string; write it as \\u00\(hex(base[at]))")
      }
      at += cbytes_string_run(base + at, end - at)
    }
    throw JSONFault(offset: start - 1, reason: "this string is never closed")
  }

  private func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }

  /// Checks the escape at `at` and returns where it ends.
  private func escape(at: Int) throws(JSONFault) -> Int {
    guard at + 1 < end else { throw JSONFault(offset: at, reason: "the file ends inside a string") }
    switch base[at + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return at + 2
    case UInt8(ascii: "u"):
      guard let unit = hexUnit(at: at + 2) else {
        throw JSONFault(offset: at, reason: "\\u needs four hexadecimal digits after it")
      }
      if unit & 0xFC00 == 0xD800 {
        guard at + 7 < end, base[at + 6] == UInt8(ascii: "\\"), base[at + 7] == UInt8(ascii: "u"),
          let low = hexUnit(at: at + 8), low & 0xFC00 == 0xDC00
        else {
          throw JSONFault(offset: at, reason: "half of a surrogate pair stands alone")
        }
        return at + 12
      }
      if unit & 0xFC00 == 0xDC00 {
        throw JSONFault(offset: at, reason: "half of a surrogate pair stands alone")
      }
      return at + 6
    default:
      throw JSONFault(
        offset: at, reason: "no such escape; a backslash itself is written as two")
    }
  }

  private func hexUnit(at: Int) -> UInt32? {
    guard at + 4 <= end else { return nil }
    var unit: UInt32 = 0
    for index in at..<at + 4 {
      guard let digit = Character(Unicode.Scalar(base[index])).hexDigitValue else { return nil }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }

  /// Consumes a number by the grammar of RFC 8259, section 6.
  mutating func number() throws(JSONFault) -> Text {
    let start = offset
    if byte == UInt8(ascii: "-") { offset += 1 }
    let whole = digits()
    if whole == 0 { throw fault("a digit is missing here") }
    if whole > 1, base[offset - whole] == UInt8(ascii: "0") {
      throw JSONFault(offset: start, reason: "a number may not begin with 0")
    }
    if byte == UInt8(ascii: ".") {
      offset += 1
      if digits() == 0 { throw fault("a digit is missing after the decimal point") }
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      offset += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { offset += 1 }
      if digits() == 0 { throw fault("a digit is missing in the exponent") }
    }
    return Text(start: start, length: offset - start, hasEscapes: false)
  }

  private mutating func digits() -> Int {
    let start = offset
    while let byte, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { offset += 1 }
    return offset - start
  }

  /// Consumes `true`, `false` or `null`.
  mutating func literal() throws(JSONFault) -> Text {
    for word in ["true", "false", "null"] {
      let length = word.utf8.count
      if offset + length <= end,
        UnsafeBufferPointer(start: base + offset, count: length).elementsEqual(word.utf8)
      {
        offset += length
        return Text(start: offset - length, length: length, hasEscapes: false)
      }
    }
    throw fault("no such word in JSON; a text stands in quotation marks")
  }

  /// Consumes a value of any kind.
  mutating func skipValue(depth: Int = 0) throws(JSONFault) {
    var isFirst = true
    let token = try peek()
    if depth >= Self.depthLimit, token == .array || token == .object {
      throw fault("arrays and objects lie more than \(Self.depthLimit) deep in each other")
    }
    switch token {
    case .string: _ = try string()
    case .number: _ = try number()
    case .literal: _ = try literal()
    case .array:
      offset += 1
      while try nextElement(isFirst: &isFirst) { try skipValue(depth: depth + 1) }
    case .object:
      offset += 1
      while try nextMember(isFirst: &isFirst) != nil { try skipValue(depth: depth + 1) }
    }
  }

  /// Checks that only space is left.
  mutating func finish(_ whole: StaticString = "the store's object") throws(JSONFault) {
    skipSpace()
    if offset < end { throw fault("something stands after the end of \(whole)") }
  }

  /// The length of the string between whose quotation marks `start` is the first byte: of one too
  /// long for its range to keep.
  static func stringLength(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var scanner = JSONScanner(bytes, from: start - 1)
    return (try? scanner.string().length) ?? 0
  }

  func fault(_ reason: String) -> JSONFault {
    JSONFault(offset: offset, reason: reason)
  }

  func unexpected(_ wanted: String) -> JSONFault {
    guard let byte else { return fault("the file ends where \(wanted) is expected") }
    let found =
      byte > 0x20 && byte < 0x7F
      ? "'\(Character(Unicode.Scalar(byte)))'" : byte < 0x80 ? "a control character" : "a character"
    return fault("\(wanted) is expected here, not \(found)")
  }
}
