extension Query {
  /// The parts of a text that the query found, for showing them.
  ///
  /// - Parameters:
  ///   - text: what is shown.
  ///   - isName: whether the text is a name, searched without spaces and particles too.
  /// - Returns: sorted; no two touch; all begin and end between characters (grapheme clusters).
  ///   Nothing for what is excluded. Every place where a needle stands is given, whether or not the
  ///   rest of the query matches. The cost is linear in the text: meant for visible rows.
  package func highlights(in text: String, isName: Bool = false) -> [Range<String.Index>] {
    let offsets = highlightOffsets(in: text, isName: isName)
    guard !offsets.isEmpty else { return [] }
    return Self.wholeCharacters(offsets, of: text)
  }

  /// How many of the words and phrases asked for stand in a text, each counted once; what is excluded
  /// is not among them. Linear in the text.
  package func countOfWords(in text: String, isName: Bool = false) -> Int {
    let clauses = shownClauses(isName: isName)
    guard !clauses.isEmpty else { return 0 }
    var forms = [FoldedText()]
    forms[0].append(folding: text)
    if isName {
      var joined = FoldedText()
      let origins = joined.append(folding: text, isSpaced: false, isMapped: true)
      forms += [joined, joined.marked(origins).0]
    }
    return clauses.count { clause in forms.contains { $0.holds(oneOf: clause.needles) } }
  }

  private func shownClauses(isName: Bool) -> [Clause] {
    (root?.shownClauses ?? []) + (isName ? root?.shownNameClauses ?? [] : [])
  }

  /// What the needles cover, in UTF-8 offsets: merged, sorted, not yet rounded to characters.
  private func highlightOffsets(in text: String, isName: Bool) -> [Range<Int>] {
    let needles = shownClauses(isName: isName).flatMap(\.needles)
    guard !needles.isEmpty else { return [] }
    var found: [Range<Int>] = []
    var folded = FoldedText()
    let origins = folded.append(folding: text, isMapped: true)
    Self.find(needles, in: folded, origins, into: &found)
    if isName {
      var joined = FoldedText()
      let origins = joined.append(folding: text, isSpaced: false, isMapped: true)
      Self.find(needles, in: joined, origins, into: &found)
      let (marked, markedOrigins) = joined.marked(origins)
      Self.find(needles, in: marked, markedOrigins, into: &found)
    }
    return Self.merged(found)
  }

  static func find(
    _ needles: [Needle], in folded: FoldedText, _ origins: [Range<Int>],
    into found: inout [Range<Int>]
  ) {
    for start in 0..<folded.count where folded.isWordStart(start) {
      for needle in needles where folded.stands(needle, at: start) {
        let last = start + needle.bytes.count - 1
        found.append(origins[start].lowerBound..<origins[last].upperBound)
      }
    }
  }

  static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  /// Widens ranges of UTF-8 offsets to the characters they touch.
  static func wholeCharacters(
    _ offsets: [Range<Int>], of text: String
  ) -> [Range<String.Index>] {
    var ranges: [Range<String.Index>] = []
    var rest = offsets[...]
    var (index, offset) = (text.startIndex, 0)
    while index < text.endIndex, let range = rest.first {
      let next = text.index(after: index)
      let end = offset + text.utf8.distance(from: index, to: next)
      if end > range.lowerBound {
        if let last = ranges.last, last.upperBound == index {
          ranges[ranges.count - 1] = last.lowerBound..<next
        } else {
          ranges.append(index..<next)
        }
        while let first = rest.first, first.upperBound <= end { rest.removeFirst() }
      }
      (index, offset) = (next, end)
    }
    return ranges
  }
}

extension FoldedText {
  /// Whether one of the needles stands where a word starts. Linear in the text.
  func holds(oneOf needles: [Needle]) -> Bool {
    (0..<count).contains { place in
      isWordStart(place) && needles.contains { stands($0, at: place) }
    }
  }

  /// Whether the needle stands at a place where a word starts.
  func stands(_ needle: Needle, at start: Int) -> Bool {
    let end = start + needle.bytes.count
    guard end <= count, bytes[start..<end].elementsEqual(needle.bytes) else { return false }
    return !needle.isWhole || end == count || bytes[end] <= 0x20 || isWordStart(end)
  }

  /// Of a name folded without spaces: its form without particles, with the origins of its bytes.
  fileprivate func marked(_ origins: [Range<Int>]) -> (FoldedText, [Range<Int>]) {
    let parts = NameParts(of: self, from: 0)
    var (marked, markedOrigins) = (FoldedText(), [Range<Int>]())
    var place = 0
    var kept = parts.keptWords[...]
    for (index, word) in parts.words.enumerated() {
      defer { place += word.count }
      guard kept.first == index else { continue }
      kept.removeFirst()
      let begin = origins[place].lowerBound
      marked.append(raw: CollectionOfOne(TextIndex.nameMark), startsWord: true)
      marked.append(raw: word, startsWord: true)
      markedOrigins.append(begin..<begin)
      markedOrigins += origins[place..<place + word.count]
    }
    return (marked, markedOrigins)
  }
}
