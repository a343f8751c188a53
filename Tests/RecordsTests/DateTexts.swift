/// Texts that are dates, nearly dates, and anything.
enum DateTexts {
  private static let alphabet = Array("0123456789-T:Z+X?~%[]./uxyopenunknown ,{}".utf8)

  static func random(using random: inout SplitMix) -> [UInt8] {
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      let count = Int.random(in: 0...40, using: &random)
      return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    case 1:
      let count = Int.random(in: 0...40, using: &random)
      return (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
    case 2: return mutated(valid(using: &random), using: &random)
    default: return valid(using: &random)
    }
  }

  private static func valid(using random: inout SplitMix) -> [UInt8] {
    Array((DateRow.all.randomElement(using: &random)?.text ?? "").utf8)
  }

  /// Up to three bytes replaced, removed, inserted, or a digit changed.
  private static func mutated(_ bytes: [UInt8], using random: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      let byte = alphabet.randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[at] = byte
      case 1: bytes.remove(at: at)
      case 2: bytes.insert(byte, at: at)
      default: bytes[at] = UInt8.random(in: 0x2E...0x3A, using: &random)
      }
    }
    return bytes
  }
}
