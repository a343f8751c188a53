/// Folding: what makes two spellings equal to a search.
///
/// Case, diacritics, apostrophes, hyphens, punctuation and the spelling variants of Arabic and
/// Hebrew that carry no meaning go; words are kept apart by one space. The result depends on no
/// locale. `FoldTable` has the rules, letter by letter.
package enum Fold {
  /// The folded form of a text, in UTF-8. Folding it again changes nothing.
  package static func fold(_ text: String) -> [UInt8] {
    var folded = FoldedText()
    folded.append(folding: text)
    return Array(folded.written)
  }

  /// The folded form and, for each of its bytes, the UTF-8 bytes of `text` that it stands for.
  ///
  /// Neither end of the ranges ever goes back from one byte to the next. The range of a space is
  /// empty.
  package static func foldWithOrigins(_ text: String) -> (bytes: [UInt8], origins: [Range<Int>]) {
    var folded = FoldedText()
    let origins = folded.append(folding: text, isMapped: true)
    return (Array(folded.written), origins)
  }

  /// The folded form of a name: spaces go too, and so do the particles al, el, ben and bin, in so
  /// far as a word follows. Names with equal forms are equal to a search.
  package static func fold(name: String) -> [UInt8] {
    NameParts(name).withoutParticles.flatMap { $0 }
  }
}

/// The words of a name.
struct NameParts {
  /// Folded, in order; the parts of a hyphenated word are words here.
  let words: [[UInt8]]

  init(_ name: String) {
    var folded = FoldedText()
    folded.append(folding: name, isSpaced: false)
    words = Self.words(of: folded, from: 0)
  }

  /// The words of what was folded without spaces, from a place to the end.
  init(of folded: FoldedText, from start: Int) {
    words = Self.words(of: folded, from: start)
  }

  /// The places in `words` of all but the particles that another word follows.
  var keptWords: [Int] {
    let last = words.lastIndex { !Self.isParticle($0) } ?? words.count - 1
    return words.indices.filter { $0 >= last || !Self.isParticle(words[$0]) }
  }

  /// The words but the particles that another word follows.
  var withoutParticles: [[UInt8]] { keptWords.map { words[$0] } }

  static func isParticle(_ word: some Collection<UInt8>) -> Bool {
    particles.contains { $0.elementsEqual(word) }
  }

  private static let particles = ["al", "el", "ben", "bin", "ال"].map { Array($0.utf8) }

  private static func words(of folded: FoldedText, from start: Int) -> [[UInt8]] {
    var words: [[UInt8]] = []
    for place in start..<folded.count {
      if folded.isWordStart(place) || words.isEmpty { words.append([]) }
      words[words.count - 1].append(folded.bytes[place])
    }
    return words
  }
}
