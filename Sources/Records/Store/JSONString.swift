/// The text of a JSON string from the bytes between its quotation marks, escapes resolved.
///
/// The bytes must have passed `JSONScanner.string()`; what is not UTF-8 becomes U+FFFD.
func decodedText(_ bytes: UnsafeRawBufferPointer, hasEscapes: Bool) -> String {
  guard hasEscapes else { return String(decoding: bytes, as: UTF8.self) }
  var out: [UInt8] = []
  out.reserveCapacity(bytes.count)
  var at = 0
  while at < bytes.count {
    guard bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count else {
      out.append(bytes[at])
      at += 1
      continue
    }
    at += 2
    switch bytes[at - 1] {
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "u"): at = appendUnit(from: bytes, at: at, to: &out)
    case let plain: out.append(plain)
    }
  }
  return String(decoding: out, as: UTF8.self)
}

private func appendUnit(from bytes: UnsafeRawBufferPointer, at: Int, to out: inout [UInt8]) -> Int {
  func unit(_ start: Int) -> UInt32 {
    guard start + 4 <= bytes.count else { return 0xFFFD }
    return bytes[start..<start + 4].reduce(0) { value, byte in
      value << 4 | UInt32(Character(Unicode.Scalar(byte)).hexDigitValue ?? 0)
    }
  }
  let first = unit(at)
  guard first & 0xFC00 == 0xD800 else {
    out.append(contentsOf: String(Unicode.Scalar(first) ?? "\u{FFFD}").utf8)
    return at + 4
  }
  let value = 0x10000 + ((first & 0x3FF) << 10) + (unit(at + 6) & 0x3FF)
  out.append(contentsOf: String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
  return at + 10
}
