import Screen

/// SplitMix64, so that a failure can be had again by its seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }
}

extension Frame {
  /// Another frame of the same size: the given one with a few pieces of text written over it, or a
  /// new one.
  static func random(from frame: Frame, using random: inout SeededGenerator) -> Frame {
    var next = Int.random(in: 0..<10, using: &random) == 0 ? Frame(size: frame.size) : frame
    for _ in 0..<Int.random(in: 0..<12, using: &random) {
      let text = (0..<Int.random(in: 1..<30, using: &random)).map { _ in
        letters.randomElement(using: &random) ?? "-"
      }
      next.write(
        StyledText(text.joined(), Role.allCases.randomElement(using: &random) ?? .text),
        at: Point(
          column: .random(in: 0..<frame.size.columns, using: &random),
          row: .random(in: 0..<frame.size.rows, using: &random)),
        isSelected: .random(using: &random))
    }
    next.cursor = Point(
      column: .random(in: 0..<frame.size.columns, using: &random),
      row: .random(in: 0..<frame.size.rows, using: &random))
    return next
  }

  /// One and two columns wide, with and without marks; only what every table of widths agrees on.
  private static let letters = [
    "a", "Z", " ", "0", "é", "e\u{301}", "漢", "字", "한", "─", "▁", "█", "“", "…", "א", "ש\u{5B8}",
    "س", "я", "\u{1F600}",
  ]
}

extension Frame {
  /// Text whose width terminals disagree about, one piece a row, with a rule from column 20 and a
  /// word from column 22; each row full to its end.
  static func drifting(_ frame: Frame, moved: Bool) -> Frame {
    var frame = frame
    frame.fill(
      Rect(column: 0, row: 0, columns: frame.size.columns, rows: doubtful.count), with: ".",
      style: Style())
    for (row, text) in doubtful.enumerated() {
      let start = Point(column: moved ? 3 : 0, row: row)
      frame.write(StyledText(text), at: start, columns: 20 - start.column)
      frame.write("│ end", at: Point(column: 20, row: row), columns: 6)
      frame.write(StyledText(text), at: Point(column: frame.size.columns - 1, row: row))
    }
    return frame
  }

  private static let doubtful = [
    "plain", "🇵🇸", "🇵🇸🇮🇱🇪🇬🇺🇳", "a🇵b", "⚠️", "❤️❤️❤️", "1️⃣2️⃣", "👩🏽‍⚖️ 👨‍👩‍👧‍👦", "\u{E000}\u{E001}", "क्षि का",
    "\u{1F6D7}\u{1FAE0}", "\u{1F93B}\u{1F946}x\u{1F93B}", "🇵🇸│\u{600}7 \u{1734}│",
  ]
}
