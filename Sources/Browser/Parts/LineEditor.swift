/// A line that is being typed, and the place in it where the next letter goes.
package struct LineEditor: Hashable, Sendable {
  /// The line, as the letters a person sees.
  package private(set) var characters: [Character]
  /// How many letters stand before the insertion point.
  package private(set) var position: Int

  /// A line with the insertion point at its end.
  package init(_ text: String = "") {
    characters = Array(text)
    position = characters.count
  }

  /// A line with the insertion point behind so many of its UTF-8 bytes.
  package init(_ text: String, offset: Int) {
    self.init(text)
    let before = text.utf8.index(text.startIndex, offsetBy: min(max(0, offset), text.utf8.count))
    position = min(text[..<before].count, characters.count)
  }

  /// The line.
  package var text: String { String(characters) }

  /// What stands before the insertion point.
  package var textBefore: String { String(characters[..<position]) }

  package var isEmpty: Bool { characters.isEmpty }

  /// Puts a letter or a pasted text in. Line ends and tabs become spaces, other controls nothing.
  package mutating func insert(_ text: String) {
    let whole = textBefore + LineEditor.oneLine(text)
    let after = String(characters[position...])
    // Letters are counted again as a whole: a combining mark joins the letter before it.
    characters = Array(whole + after)
    position = min(whole.count, characters.count)
  }

  package mutating func eraseBack() {
    guard position > 0 else { return }
    position -= 1
    characters.remove(at: position)
  }

  package mutating func eraseForward() {
    guard position < characters.count else { return }
    characters.remove(at: position)
  }

  /// Erases the word before the insertion point, and the spaces between.
  package mutating func eraseWord() {
    var start = position
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    characters.removeSubrange(start..<position)
    position = start
  }

  package mutating func eraseToStart() {
    characters.removeSubrange(..<position)
    position = 0
  }

  package mutating func eraseToEnd() {
    characters.removeSubrange(position...)
  }

  /// Moves the insertion point by that many letters, as far as the line reaches.
  package mutating func move(by letters: Int) {
    position = max(0, min(characters.count, position + letters))
  }

  package mutating func moveToStart() {
    position = 0
  }

  package mutating func moveToEnd() {
    position = characters.count
  }

  private static func oneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where wasReturn: break
      case "\n", "\r", "\t", "\u{85}", "\u{2028}", "\u{2029}": line.append(" ")
      case _ where scalar.properties.generalCategory == .control: break
      default: line.append(scalar)
      }
      wasReturn = scalar == "\r"
    }
    return String(line)
  }
}
