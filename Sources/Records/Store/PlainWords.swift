import CBytes

/// The words of a text as they are compared: quotation marks and apostrophes of one kind, runs of
/// space as one space, none at the beginning.
///
/// Bytes, since that is what comparing them takes; characters one at a time are ten times slower.
struct PlainWords {
  private var bytes: [UInt8] = []

  init(_ text: String) {
    var text = text
    bytes.reserveCapacity(text.utf8.count)
    text.withUTF8 { append($0) }
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var at = 0
    var lastWasSpace = true
    while at < text.count {
      let (length, plain) = Self.plain(text, at)
      switch plain {
      case Self.space?:
        if !lastWasSpace { bytes.append(Self.space) }
      case let plain?: bytes.append(plain)
      case nil: bytes.append(contentsOf: text[at..<min(at + length, text.count)])
      }
      lastWasSpace = plain == Self.space
      at += length
    }
  }

  /// How long the character at `at` is, and what stands for it if not itself.
  @inline(__always)
  private static func plain(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int
  ) -> (length: Int, plain: UInt8?) {
    let lead = text[at]
    if lead < 0x80 { return (1, 0x09...0x0D ~= lead ? space : lead) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard at + length <= text.count, length < 4 else { return (length, nil) }
    var scalar = UInt32(lead) & (length == 2 ? 0x1F : 0x0F)
    for index in at + 1..<at + length { scalar = scalar << 6 | UInt32(text[index]) & 0x3F }
    return (length, plain(scalar))
  }

  /// What stands for a character outside ASCII, if not itself. Space is what Unicode 15 gives the
  /// property White_Space.
  private static func plain(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB: UInt8(ascii: "\"")
    case 0x2018, 0x2019, 0x201A, 0x2BC: UInt8(ascii: "'")
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: space
    default: nil
    }
  }

  private static let space = UInt8(ascii: " ")
  private static let ellipsis = Array("…".utf8)

  /// Whether all that stands between the ellipses of other words stands here, too.
  func contain(_ words: PlainWords) -> Bool {
    var start = 0
    for end in words.bytes.indices
    where words.bytes[end] == Self.ellipsis[0] && words.bytes[end...].starts(with: Self.ellipsis) {
      guard contain(part: words.bytes[start..<end]) else { return false }
      start = end + Self.ellipsis.count
    }
    return contain(part: words.bytes[start...])
  }

  private func contain(part: ArraySlice<UInt8>) -> Bool {
    let part = part.drop { $0 == Self.space }
    let length = part.count - part.reversed().prefix { $0 == Self.space }.count
    return bytes.withUnsafeBufferPointer { hay in
      part.withUnsafeBufferPointer { needle in
        guard length > 0 else { return true }
        guard let start = hay.baseAddress, let wanted = needle.baseAddress else { return false }
        return cbytes_contains(start, hay.count, wanted, length)
      }
    }
  }
}
