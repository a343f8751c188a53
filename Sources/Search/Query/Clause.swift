/// Folded bytes to look for, at the start of a word.
struct Needle: Hashable, Sendable {
  var bytes: [UInt8]
  /// Whether the last word must be whole.
  var isWhole = false

  /// Whether wherever this one is found, the other is found too.
  func implies(_ wider: Needle) -> Bool {
    bytes.starts(with: wider.bytes) && (!wider.isWhole || (isWhole && bytes == wider.bytes))
  }
}

/// One condition on a row: one of the needles is found in it, or none of them is.
///
/// One word becomes several needles where its neighbours may be written together with it, or where
/// a particle may be missing: `abdul rahman` is to be found in `Abdulrahman`, `el sisi` in `Sisi`.
struct Clause: Hashable, Sendable {
  private(set) var needles: [Needle] = []
  let isExcluded: Bool
  /// What it was made from, as written.
  private(set) var text = ""
  /// The folded word it was made from; `nil` if from a phrase or from several words.
  private(set) var word: [UInt8]?

  /// The same condition, to be met rather than not to be met.
  var included: Clause {
    var clause = Clause(isExcluded: false)
    (clause.needles, clause.text, clause.word) = (needles, text, word)
    return clause
  }

  /// Whether a word, or the words of a phrase, stand in a text.
  func holds(in text: String) -> Bool {
    var folded = FoldedText()
    folded.append(folding: text)
    return folded.holds(oneOf: needles) != isExcluded
  }

  static func == (one: Clause, other: Clause) -> Bool {
    one.needles == other.needles && one.isExcluded == other.isExcluded
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(needles)
    hasher.combine(isExcluded)
  }

  /// Whether every row that satisfies this clause satisfies the other.
  func implies(_ wider: Clause) -> Bool {
    guard isExcluded == wider.isExcluded else { return false }
    let (narrow, wide) = isExcluded ? (wider, self) : (self, wider)
    return narrow.needles.allSatisfy { needle in wide.needles.contains { needle.implies($0) } }
  }

  /// Adds a needle unless another finds all that it finds.
  private mutating func add(_ bytes: [UInt8], isWhole: Bool = false) {
    let needle = Needle(bytes: bytes, isWhole: isWhole)
    guard !bytes.isEmpty, !needles.contains(where: { needle.implies($0) }) else { return }
    needles.removeAll { $0.implies(needle) }
    needles.append(needle)
  }
}

// MARK: - From terms

extension Clause {
  /// How many neighbouring words are tried written together.
  private static let longestRun = 3

  /// The clauses of a query's terms: one each, without repetitions.
  static func clauses(of terms: [Query.Term]) -> [Clause] {
    let parts = terms.map { Parts($0.text) }
    var clauses: [Clause] = []
    var seen: Set<Clause> = []
    for (index, term) in terms.enumerated() {
      var clause = Clause(isExcluded: term.isExcluded)
      clause.text = term.text
      switch term.kind {
      case .word:
        clause.addWord(at: index, of: parts, neighbours: run(around: index, in: terms))
        if parts[index].words.count == 1 { clause.word = parts[index].folded }
      case .phrase(let isClosed): clause.addPhrase(parts[index], isWhole: isClosed)
      }
      if seen.insert(clause).inserted { clauses.append(clause) }
    }
    return clauses
  }

  /// The plain words next to a word, itself included; an excluded word has none.
  private static func run(around index: Int, in terms: [Query.Term]) -> Range<Int> {
    func isPlain(_ place: Int) -> Bool { terms[place].kind == .word && !terms[place].isExcluded }
    guard isPlain(index) else { return index..<index + 1 }
    var (low, high) = (index, index + 1)
    while low > 0, index - low < longestRun, isPlain(low - 1) { low -= 1 }
    while high < terms.count, high - index <= longestRun, isPlain(high) { high += 1 }
    return low..<high
  }

  private mutating func addWord(at index: Int, of parts: [Parts], neighbours: Range<Int>) {
    addForms(of: parts[index], isWhole: false)
    // A run from this word on begins with it: only those that begin before it find more.
    for start in neighbours where start < index {
      for end in index + 1...max(index + 1, min(start + Self.longestRun, neighbours.upperBound)) {
        guard end - start <= Self.longestRun else { break }
        add(parts[start..<end].flatMap(\.joined))
      }
    }
    // A particle is not missed in a name that has what follows it.
    if parts[index].isParticle,
      let follower = parts[index + 1..<max(index + 1, neighbours.upperBound)]
        .first(where: { !$0.isParticle })
    {
      add(follower.marked)
    }
  }

  private mutating func addPhrase(_ parts: Parts, isWhole: Bool) {
    addForms(of: parts, isWhole: isWhole)
    add(parts.joined, isWhole: isWhole)
  }

  private mutating func addForms(of parts: Parts, isWhole: Bool) {
    add(parts.folded, isWhole: isWhole)
    if parts.words.count > 1 {
      add(parts.spaced, isWhole: isWhole)
      add(parts.marked, isWhole: isWhole)
    }
  }
}

/// The forms in which a term may stand in the index.
private struct Parts {
  /// As text folds.
  let folded: [UInt8]
  /// With the parts of hyphenated words apart.
  let words: [[UInt8]]
  /// As names without particles stand in the index.
  let marked: [UInt8]

  init(_ text: String) {
    folded = Fold.fold(text)
    let name = NameParts(text)
    words = name.words
    marked = name.withoutParticles.flatMap { [TextIndex.nameMark] + $0 }
  }

  var spaced: [UInt8] { Array(words.joined(separator: [0x20])) }
  var joined: [UInt8] { words.flatMap { $0 } }
  var isParticle: Bool { words.count == 1 && words.allSatisfy(NameParts.isParticle) }
}
