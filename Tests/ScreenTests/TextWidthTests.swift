import Screen
import Testing

@Suite("The width of text")
struct TextWidthTests {
  @Test(
    "is what the cells of each cluster take",
    arguments: [
      ("", 0), ("plain", 5), ("é", 1), ("e\u{301}", 1), ("naïve “quote” — …", 17),
      ("日本語", 6), ("ﾊﾝｶｸ", 4), ("全角", 4), ("한국어", 6),
      // conjoining Jamo: one syllable, a lone vowel on a dotted circle
      ("\u{1112}\u{1161}\u{11AB}", 2), ("\u{1112}", 2), ("\u{1161}", 1),
      // emoji: the base alone, as ncurses counts
      ("🙂", 2), ("👩🏽‍⚖️", 2), ("👨‍👩‍👧‍👦", 2), ("👍🏿", 2), ("❤️", 1), ("❤", 1), ("⚠️", 1), ("1️⃣", 1),
      ("🏴\u{E0067}\u{E0062}\u{E007F}", 2), ("🏽", 1),
      // flags: two letters
      ("🇵🇸", 2), ("🇵🇸🇮🇱🇪🇬", 6), ("🇵", 1),
      // harakat and niqqud
      ("مُحَمَّد", 4), ("שָׁלוֹם", 4), ("سَلَامٌ", 3), ("שלום", 4),
      // lam and alef are one
      ("لا", 1), ("لَا", 1), ("السلام", 5), ("ل\u{200C}ا", 2), ("لآلأ", 2), ("ال", 2),
      // scripts with marks that take a column of their own
      ("कि", 2), ("क्षि", 3), ("กำ", 2),
      // what is never drawn
      ("a\u{200B}b", 2), ("a\u{200D}b", 2), ("\u{FEFF}a", 1), ("\u{202E}abc\u{202C}", 3),
      ("co\u{AD}op", 4), ("می\u{200C}خواهم", 7), ("\u{200D}", 0), ("\u{FE0F}", 0),
      // what is shown as a sign
      ("\u{1B}[0m", 4), ("\t", 1), ("a\r\nb", 3), ("\u{0}", 1), ("\u{9B}", 1), ("\u{7F}", 1),
      ("\u{301}", 1), ("\u{2028}", 1),
      // unassigned, noncharacters, private use
      ("\u{1F6DC}", 1), (text(0xFFFE), 1), (text(0x10FFFF), 1), ("\u{E000}", 1), ("\u{378}", 1),
    ] as [(String, Int)])
  func width(of text: String, is columns: Int) {
    #expect(TextWidth.columns(of: text) == columns, "\(codes(text))")
    #expect(TextWidth.columns(of: Substring("x" + text).dropFirst()) >= 0)
  }

  @Test("of a character is its width as a text")
  func character() {
    for text in materials where text.count == 1 {
      for character in text {
        #expect(
          TextWidth.columns(of: character) == TextWidth.columns(of: text), "\(codes(text))")
      }
    }
  }

  @Test(
    "a beginning keeps clusters whole",
    arguments: [
      ("plain", 3, "pla"), ("plain", 9, "plain"), ("plain", 0, ""), ("plain", -1, ""),
      ("日本語", 3, "日"), ("e\u{301}e\u{301}", 1, "e\u{301}"), ("👩🏽‍⚖️x", 2, "👩🏽‍⚖️"),
      ("👩🏽‍⚖️x", 1, ""), ("🇵🇸🇮🇱", 3, "🇵🇸"), ("الا", 1, "ا"), ("لاب", 1, "لا"),
      ("क्षि", 2, ""),
    ] as [(String, Int, String)])
  func prefix(text: String, columns: Int, expected: String) {
    #expect(TextWidth.prefix(of: text, columns: columns) == expected)
  }

  @Test("the widths of a beginning and the rest add up", arguments: 0..<200 as Range<UInt64>)
  func prefixAndRest(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = randomText(upTo: 12, using: &generator)
    let room = Int.random(in: 0...20, using: &generator)
    let kept = TextWidth.prefix(of: text, columns: room)
    let rest = text[kept.endIndex...]
    #expect(TextWidth.columns(of: kept) <= room, "seed \(seed)")
    #expect(
      TextWidth.columns(of: kept) + TextWidth.columns(of: rest) == TextWidth.columns(of: text),
      "seed \(seed)")
  }
}
