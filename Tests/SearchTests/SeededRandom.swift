/// Random numbers that come out the same for the same seed: SplitMix64 (Steele, Lea, Flood 2014).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
    // Sequences of neighbouring seeds would otherwise be one sequence, shifted.
    state = next() ^ 0xD1B5_4A32_D192_ED03
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Text of several scripts, marks, punctuation and controls, and now and then any scalar at all.
  mutating func text(length: Int) -> String {
    let common = Array(
      "abcdefgAEIOU    .,-'’“”éüßİıأإةىسلامَٱـשלוםָאבΣςσйё停火がカ한국12٣👨‍👩‍👧🇶🇦\u{301}\u{1B}\n\t".unicodeScalars
    )
    var text = String.UnicodeScalarView()
    for _ in 0..<length {
      if Int.random(in: 0..<20, using: &self) == 0,
        let scalar = Unicode.Scalar(UInt32.random(in: 0...0x2FFFF, using: &self))
      {
        text.append(scalar)
      } else if let scalar = common.randomElement(using: &self) {
        text.append(scalar)
      }
    }
    return String(text)
  }

  /// Words of few letters, so that they often begin alike.
  mutating func words(_ count: Int) -> String {
    let words = [
      "al", "el", "bin", "thani", "Thani", "sharm", "sheikh", "al-Thani", "abdul", "rahman",
      "Abdulrahman", "cease", "fire", "cease-fire", "ceasefire", "a", "b", "ab", "Ba", "للا",
      "السلام", "سلام", "停火", "é", "U.N.", "un", "3.5", "", ",", "-", "war", "warning", "althani",
    ]
    return (0..<count).map { _ in words.randomElement(using: &self) ?? "" }
      .joined(separator: " ")
  }
}
