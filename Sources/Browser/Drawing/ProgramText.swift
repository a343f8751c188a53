import Screen

extension StyledText {
  /// Words and signs of the program, which run from left to right whatever stands beside them: a
  /// name in Hebrew between two of them turns by itself and takes none of them along.
  static func program(_ text: String, _ role: Role = .bar) -> StyledText {
    StyledText(spans: text.isEmpty ? [] : [Span(text, role, direction: .leftToRight)])
  }
}
