/// Who puts text from right to left into the order in which it is seen.
package enum TextOrder: String, CaseIterable, Hashable, Sendable {
  /// The program, within each field of a row; the terminal is told to leave the order alone.
  case app
  /// The terminal, which gets text in the order in which it is read.
  case terminal
  /// Nobody: every row stands from left to right in the order in which it is read.
  case off

  /// The next one, after the last the first.
  package var next: TextOrder {
    switch self {
    case .app: .terminal
    case .terminal: .off
    case .off: .app
    }
  }
}

extension TextDirection {
  /// The direction of a paragraph: that of its first letter; left to right where nothing in it runs
  /// the other way.
  package init(ofParagraph text: String) {
    self = Bidi.direction(of: text) ?? .leftToRight
  }
}
