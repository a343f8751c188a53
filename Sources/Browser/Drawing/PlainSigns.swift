import Screen

extension DocumentLine {
  /// The line with its signs as the terminal can show them; every sign keeps its width.
  func shown(in glyphs: Glyphs) -> DocumentLine {
    glyphs == .ascii
      ? DocumentLine(text: text.shown(in: glyphs), links: links, anchor: anchor) : self
  }
}

extension StyledText {
  /// The text with its signs as the terminal can show them; every sign keeps its width.
  func shown(in glyphs: Glyphs) -> StyledText {
    guard glyphs == .ascii else { return self }
    var result = StyledText()
    for span in spans {
      var plain = span
      plain.text = String(span.text.map { StyledText.signs[$0] ?? $0 })
      result.append(plain)
    }
    return result
  }

  private static let signs: [Character: Character] = [
    "“": "\"", "”": "\"", "„": "\"", "‘": "'", "’": "'", "‚": "'", "«": "\"", "»": "\"",
    "–": "-", "—": "-", "…": "~", "·": ".", "•": "*", "›": ">", "→": ">", "←": "<", "×": "x",
    "▁": "1", "▂": "2", "▃": "3", "▄": "4", "▅": "5", "▆": "6", "▇": "7", "█": "8", "─": "-",
    "│": "|", "\u{A0}": " ",
  ]
}
