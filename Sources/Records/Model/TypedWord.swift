/// A word, number or sign of a typed date.
struct TypedWord {
  enum Kind: Equatable {
    /// In lower case.
    case word(String)
    case number(Int, digits: Int)
    case sign(Character)
  }

  var kind: Kind
  /// In UTF-8 bytes from 0.
  var offset: Int
  /// Whether no space stands between this and what is before it.
  var isAttached: Bool

  /// Words, numbers and signs; spaces and commas only separate them.
  static func words(of text: some StringProtocol) throws(DateFault) -> [TypedWord] {
    let bytes = Array(text.utf8)
    var words: [TypedWord] = []
    var at = 0
    var isAttached = false
    while at < bytes.count {
      let start = at
      let byte = bytes[at]
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\t") {
        isAttached = false
        at += 1
        continue
      }
      let kind: Kind
      if isDigit(byte) {
        at = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
        guard at - start <= 9 else {
          throw DateFault("the number is too long", advice: TypedDate.examples, offset: start)
        }
        let value = bytes[start..<at].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        kind = .number(value, digits: at - start)
      } else if isLetter(byte) {
        at = bytes[start...].firstIndex { !isLetter($0) } ?? bytes.count
        kind = .word(String(decoding: bytes[start..<at].map { $0 | 0x20 }, as: UTF8.self))
      } else if byte > 0x20, byte < 0x7F {
        at += 1
        kind = .sign(Character(Unicode.Scalar(byte)))
      } else {
        throw DateFault(
          "this character is not part of a date", advice: TypedDate.examples, offset: start)
      }
      words.append(TypedWord(kind: kind, offset: start, isAttached: isAttached))
      isAttached = true
    }
    return words
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }
}
