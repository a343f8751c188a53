/// The words that a query finds in a text, each as a whole: what a concordance centres.
package struct Keywords: Sendable {
  private let needles: [Needle]

  /// The words that a query asks for; those behind field names and excluded ones are not among them.
  package init(_ query: Query) {
    needles = query.root?.shownClauses.flatMap(\.needles) ?? []
  }

  /// Whether the query asks for no word.
  package var isEmpty: Bool { needles.isEmpty }

  /// Where the words stand in a text, in UTF-8 offsets from 0; linear in the text.
  ///
  /// A word is found by how it begins, and taken to its end. Words found that only blanks part are
  /// one hit, so that a phrase is one. Sorted; all begin and end between characters (grapheme
  /// clusters).
  package func hits(in text: String) -> [Range<Int>] {
    guard !needles.isEmpty else { return [] }
    var folded = FoldedText()
    let origins = folded.append(folding: text, isMapped: true)
    var found: [Range<Int>] = []
    for start in 0..<folded.count where folded.isWordStart(start) {
      for needle in needles where folded.stands(needle, at: start) {
        let end = folded.wordEnd(from: start + needle.bytes.count)
        found.append(origins[start].lowerBound..<origins[end - 1].upperBound)
      }
    }
    guard !found.isEmpty else { return [] }
    let ranges = Query.wholeCharacters(Query.merged(found), of: text)
    return Self.joined(ranges, of: text).map {
      text.utf8.distance(
        from: text.startIndex, to: $0.lowerBound)..<text.utf8.distance(
          from: text.startIndex, to: $0.upperBound)
    }
  }

  private static func joined(
    _ ranges: [Range<String.Index>], of text: String
  ) -> [Range<String.Index>] {
    var joined: [Range<String.Index>] = []
    for range in ranges {
      if let last = joined.last,
        text[last.upperBound..<range.lowerBound].allSatisfy(\.isWhitespace)
      {
        joined[joined.count - 1] = last.lowerBound..<range.upperBound
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}

extension FoldedText {
  /// Where the word ends that a place is in, or directly behind.
  fileprivate func wordEnd(from place: Int) -> Int {
    var end = place
    while end < count, bytes[end] > 0x20, !isWordStart(end) { end += 1 }
    return end
  }
}
