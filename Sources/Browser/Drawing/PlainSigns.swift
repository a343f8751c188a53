import Screen

/// What stands for signs and punctuation where only ASCII is shown, each as wide.
enum PlainSigns {
  static let ofSigns: [Unicode.Scalar: Unicode.Scalar] = [
    "“": "\"", "”": "\"", "„": "\"", "‘": "'", "’": "'", "‚": "'", "«": "\"", "»": "\"",
    "–": "-", "—": "-", "…": "~", "·": ".", "•": "*", "›": ">", "→": ">", "←": "<", "×": "x",
    "▁": "1", "▂": "2", "▃": "3", "▄": "4", "▅": "5", "▆": "6", "▇": "7", "█": "8", "─": "-",
    "│": "|", "\u{A0}": " ",
  ]

  /// A text with its signs as a terminal can show them.
  static func shown(_ text: String, in glyphs: Glyphs) -> String {
    guard glyphs == .ascii else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { ofSigns[$0] ?? $0 }))
  }
}
