import Records

/// All names in a chronicle: of actors, places, agreements and stages, in every spelling and script.
struct NameIndex: Sendable {
  /// Whose names a row of the index holds.
  private let owners: [RecordID]
  private let index: TextIndex
  /// Each word of the names, folded, once, with the rows it stands in and its letters.
  private let words: [(word: [UInt8], rows: [UInt32], letters: EditDistance.Letters)]
  /// The rows with a name, by all of its words but the particles, folded and written together.
  private let names: [[UInt8]: [UInt32]]

  static let kinds: [RecordKind] = [.actor, .place, .agreement, .stage]

  init(_ chronicle: Chronicle) {
    let texts = SearchedTexts(chronicle)
    var owners: [RecordID] = []
    var builder = TextIndex.Builder()
    var words: [[UInt8]: [UInt32]] = [:]
    var names: [[UInt8]: [UInt32]] = [:]
    for kind in Self.kinds {
      for record in chronicle.records(of: kind) {
        for name in texts.names(of: record) {
          builder.add(name: name)
          let parts = NameParts(name)
          names[parts.key, default: []].append(UInt32(owners.count))
          for word in parts.words {
            if words[word]?.last != UInt32(owners.count) {
              words[word, default: []].append(UInt32(owners.count))
            }
          }
        }
        builder.endRow()
        owners.append(record)
      }
    }
    self.owners = owners
    index = builder.build()
    self.names = names
    self.words = words.map { ($0.key, $0.value, EditDistance.Letters($0.key)) }
      .sorted { $0.word.lexicographicallyPrecedes($1.word) }
  }

  /// The records with a name in which all of the clauses hold.
  func records(satisfying clauses: [Clause]) -> [RecordID] {
    guard !clauses.isEmpty else { return [] }
    return (index.rows(satisfying: clauses)?.places ?? []).map { owners[Int($0)] }
  }

  /// The records with a name of these words and no others.
  func records(called name: String) -> [RecordID] {
    let key = NameParts(name).key
    return key.isEmpty ? [] : (names[key] ?? []).map { owners[Int($0)] }
  }

  /// The records with a name of which a word is near a folded word: one slip of the finger from
  /// five letters on, two from nine. A slip is a letter too many, too few, wrong, or two swapped.
  func records(near word: [UInt8]) -> [RecordID] {
    let allowed = EditDistance.allowed(for: word)
    guard allowed > 0 else { return [] }
    var found: Set<UInt32> = []
    let letters = EditDistance.Letters(word)
    for entry in words
    where entry.letters.mayBeWithin(allowed, letters)
      && EditDistance.isWithin(allowed, word, entry.word)
    {
      found.formUnion(entry.rows)
    }
    return found.sorted().map { owners[Int($0)] }
  }
}

extension RecordKind {
  /// Whether such a record is called by names, in any spelling and script, rather than by a title
  /// or words.
  package var isNamed: Bool { NameIndex.kinds.contains(self) }
}

extension NameParts {
  /// What spellings of a name with and without spaces, hyphens and particles have in common.
  fileprivate var key: [UInt8] { withoutParticles.flatMap { $0 } }
}
