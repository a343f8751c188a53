import Screen
import Testing

@Suite("Visible text")
struct VisibleTextTests {
  @Test(
    "what could drive a terminal or hide in it is shown or left out",
    arguments: [
      ("plain", "plain"), ("", ""), ("naïve — “quote” 日本 السلام", "naïve — “quote” 日本 السلام"),
      ("\u{1B}]0;title\u{7}", "␛]0;title␇"), ("\u{1B}]52;c;aGk=\u{1B}\\", "␛]52;c;aGk=␛\\"),
      ("\u{1B}[6n", "␛[6n"), ("\u{1B}c", "␛c"), ("\u{1B}P1$r\u{9C}", "␛P1$r\u{FFFD}"),
      ("\u{9B}31m", "\u{FFFD}31m"), ("\u{9D}0;x\u{9C}", "\u{FFFD}0;x\u{FFFD}"),
      ("a\u{0}b", "a␀b"), ("a\u{8}b", "a␈b"), ("a\u{7F}b", "a␡b"), ("a\tb", "a b"),
      ("a\nb", "a b"), ("a\rb", "a b"), ("a\r\nb", "a b"), ("a\u{B}b\u{C}c", "a b c"),
      ("a\u{85}b", "a b"), ("a\u{2028}b\u{2029}c", "a b c"),
      ("a\u{202A}b\u{202B}c\u{202C}d\u{202D}e\u{202E}f", "abcdef"),
      ("a\u{2066}b\u{2067}c\u{2068}d\u{2069}e", "abcde"),
      ("a\u{200E}b\u{200F}c\u{61C}d", "abcd"), ("a\u{200B}b\u{FEFF}c\u{2060}d", "abcd"),
      ("co\u{AD}op", "coop"), ("x\u{E0041}\u{E007F}y", "xy"), ("\u{FFF9}a\u{FFFB}", "a"),
      (text(0x61, 0xFFFE, 0x62, 0xFDD0, 0x63, 0x10FFFF), "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
      ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("👩🏽‍⚖️❤️", "👩🏽‍⚖️❤️"),
    ] as [(String, String)])
  func table(text: String, expected: String) {
    #expect(codes(visibleText(text)) == codes(expected))
  }

  @Test("line ends are kept as line feeds where asked for")
  func newlines() {
    let text = "a\nb\r\nc\rd\u{2028}e\u{85}f\u{1B}\tg"
    #expect(visibleText(text, keepingNewlines: true) == "a\nb\nc\nd\ne\nf␛ g")
  }

  @Test(
    "visible text stays as it is, and no hostile scalar is left",
    arguments: 0..<200 as Range<UInt64>)
  func property(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = randomText(upTo: 20, using: &generator)
    for keepsNewlines in [false, true] {
      let visible = visibleText(text, keepingNewlines: keepsNewlines)
      #expect(
        codes(visibleText(visible, keepingNewlines: keepsNewlines)) == codes(visible),
        "seed \(seed)")
      for scalar in visible.unicodeScalars where !(keepsNewlines && scalar == "\n") {
        #expect(!isHostile(scalar), "seed \(seed): \(codes(String(scalar)))")
      }
    }
  }

  @Test("every scalar there is becomes visible or is left out")
  func everyScalar() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for result in visibleText(String(scalar)).unicodeScalars {
        #expect(!isHostile(result), "\(codes(String(scalar)))")
      }
    }
  }

  /// Written from the standards, not from the code: C0, DEL, C1, bidi controls, invisible ones.
  private func isHostile(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E: true
    case 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xE0000...0xE007F: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
