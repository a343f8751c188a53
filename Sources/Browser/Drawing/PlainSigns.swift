import Screen

extension DocumentLine {
  /// The line with its signs as the terminal can show them; every sign keeps its width.
  func shown(in glyphs: Glyphs) -> DocumentLine {
    guard glyphs == .ascii else { return self }
    return DocumentLine(text: text.inASCIISigns, links: links, anchor: anchor)
  }
}

extension StyledText {
  /// The text with typographic signs replaced by those of ASCII, one for one.
  var inASCIISigns: StyledText {
    var result = StyledText()
    for span in spans {
      result.append(String(span.text.map { StyledText.signs[$0] ?? $0 }), span.role)
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
