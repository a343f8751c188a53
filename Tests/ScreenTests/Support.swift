@testable import Screen

/// Random numbers that are the same for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Pieces of text in which width, direction or clusters are not obvious.
let materials: [String] = [
  "a", "word", " ", "  ", "-", "—", "\n", "\r\n", "\t", "\u{1B}[31m", "\u{9B}", "\u{7F}", "\u{0}",
  "é", "e\u{301}", "\u{301}", "\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "日本", "語", "한국",
  "\u{1112}\u{1161}\u{11AB}", "\u{1112}", "\u{1161}", "\u{11AB}", "🙂", "👩🏽‍⚖️", "👨‍👩‍👧‍👦", "🏽", "❤️", "1️⃣",
  "🇵🇸", "🇮", "🇱", "\u{200D}", "\u{200C}", "\u{200B}", "\u{FE0F}", "\u{FEFF}", "\u{202E}",
  "\u{2066}", "\u{200F}", "\u{200E}", "\u{AD}", "السلام", "لا", "ل", "ا", "لَّا", "مُحَمَّد", "می‌خواهم",
  "שָׁלוֹם", "שלום", "(קדס)", "123", "٤٥", "क्षि", "ा", "กำ", "\u{600}", "\u{1F6DC}", "\u{E0041}",
  text(0x10FFFF), text(0xFFFE), "│", "─", "▸", "…", "“", "\u{FEDF}\u{FE8E}", "\u{FEFB}", "\u{2028}",
]

/// A text of up to `count` of the materials.
func randomText(
  upTo count: Int, using generator: inout SeededGenerator
) -> String {
  var text = ""
  for _ in 0..<Int.random(in: 0...count, using: &generator) {
    text += materials.randomElement(using: &generator) ?? ""
  }
  return text
}

/// A line of such texts in several roles; a role may change within a cluster.
func randomLine(upTo count: Int, using generator: inout SeededGenerator) -> StyledText {
  var line = StyledText()
  for _ in 0..<Int.random(in: 0...4, using: &generator) {
    line.append(
      randomText(upTo: count, using: &generator),
      Role.allCases.randomElement(using: &generator) ?? .text)
  }
  return line
}

/// A text by its scalars, for those a literal must not hold.
func text(_ values: UInt32...) -> String {
  var scalars = String.UnicodeScalarView()
  scalars.append(contentsOf: values.compactMap(Unicode.Scalar.init))
  return String(scalars)
}

/// The scalars of a text as hexadecimal numbers, as one reads them in the Unicode charts.
func codes(_ text: String) -> String {
  text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
}
