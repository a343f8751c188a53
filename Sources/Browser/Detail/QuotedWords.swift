/// Finds the words of a text that stand in quotation marks.
package enum QuotedWords {
  /// A stretch of a text, and whether it is quoted. The marks belong to the quoted stretch.
  package struct Part: Hashable, Sendable {
    package let text: Substring
    package let isQuoted: Bool
  }

  /// The text cut where quotation begins and ends; put together again, the parts are the text.
  ///
  /// A mark that is never closed quotes nothing.
  package static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var start = text.startIndex
    var position = start
    var unclosed: Set<Character> = []
    while let open = text[position...].firstIndex(where: {
      closing(of: $0) != nil && !unclosed.contains($0)
    }) {
      let inside = text.index(after: open)
      guard let marks = closing(of: text[open]),
        let close = text[inside...].firstIndex(where: { marks.contains($0) })
      else {
        unclosed.insert(text[open])
        position = inside
        continue
      }
      if start < open { parts.append(Part(text: text[start..<open], isQuoted: false)) }
      position = text.index(after: close)
      parts.append(Part(text: text[open..<position], isQuoted: true))
      start = position
    }
    if start < text.endIndex { parts.append(Part(text: text[start...], isQuoted: false)) }
    return parts
  }

  /// The marks that end what `mark` begins; `nil` when it begins nothing. Single marks are left
  /// out, because an apostrophe looks the same.
  private static func closing(of mark: Character) -> String? {
    switch mark {
    case "“": "”"
    case "„": "“”"
    case "«": "»"
    case "»": "«"
    case "\"": "\""
    default: nil
    }
  }
}
