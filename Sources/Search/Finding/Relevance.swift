import Records

/// How much a record that is found has to do with the query: a sum over the words and names asked
/// for, of which each counts once, where it counts for most.
///
/// | where it stands | whole | begun | why |
/// |---|---|---|---|
/// | in a name of the record | 12 | 11 | who types a name wants its bearer |
/// | in the title | 10 | 9 | a title says what the record is about |
/// | in the words of a quote | 8 | 7 | they are the record |
/// | in a name of what it names | 6 | 6 | who speaks or takes part is stated, but is not its subject |
/// | in a summary or a term | 5 | 4 | told at length, so that more is mentioned by the way |
/// | in a note | 3 | 2 | said of the record rather than by it |
/// | near a name of the record | 1 | | a guess |
/// | near a name of what it names | 0 | | a guess about another |
///
/// One more where the words are all of a name: `qatar` is Qatar before the Emir of Qatar. A name
/// asked for by a field, such as `actor:`, counts where the record bears it as a whole name does.
struct Relevance {
  private enum Condition {
    /// A word or phrase, and the records whose names have it.
    case words([Needle], named: RecordSet)
    /// What a field names.
    case bearers(RecordSet)
    /// What a word is near to, where nothing has it.
    case near(RecordSet)
  }

  private let chronicle: Chronicle
  private let weights: [SearchedTexts.Weight]
  private let mentions: MentionSet
  private let conditions: [Condition]
  /// Records called what the query says, and nothing more.
  private let namesakes: Set<RecordID>

  /// For records of a kind that an expression finds.
  init(
    of root: Expression, _ query: Query, in kind: RecordKind, _ finder: inout RecordFinder
  ) {
    chronicle = finder.chronicle
    weights = SearchedTexts.weights(of: kind)
    mentions = RecordFinder.searchedMentions(of: kind)
    conditions = Self.conditions(root, kind, &finder)
    namesakes = Set(finder.names().records(called: query.plainWords))
  }

  private static func conditions(
    _ expression: Expression, _ kind: RecordKind, _ finder: inout RecordFinder
  ) -> [Condition] {
    switch expression {
    case .not: return []
    case .all(let parts), .any(let parts):
      return parts.flatMap { conditions($0, kind, &finder) }
    case .texts(let clauses):
      return clauses.filter { !$0.isExcluded }.map {
        .words($0.needles, named: finder.marks(for: $0, in: kind))
      }
    case .field(let term):
      guard term.field == .actor || term.field == .place else { return [] }
      var search = Evaluation(kind: kind, asOf: nil)
      var bearers = RecordSet(for: finder.chronicle)
      bearers.formUnion(finder.named(by: term, [.actor, .place], &search))
      return [.bearers(bearers)]
    case .records(let records):
      var bearers = RecordSet(for: finder.chronicle)
      bearers.formUnion(records)
      return [.near(bearers)]
    }
  }

  /// The highest score that a record of the kind can have.
  var highest: Int {
    let word = max(weights[0].score + 1, Self.ofNamed)
    let sum = conditions.reduce(0) { sum, condition in
      switch condition {
      case .words: sum + word
      case .bearers: sum + SearchedTexts.Weight.name.score + 1
      case .near: sum + 1
      }
    }
    return sum + (namesakes.isEmpty ? 0 : 1)
  }

  /// The score of a record, by its row in the index of its kind.
  func score(of record: RecordID, row: UInt32, _ words: RowWords) -> Int {
    conditions.reduce(namesakes.contains(record) ? 1 : 0) { sum, condition in
      switch condition {
      case .words(let needles, let named):
        let match = words.match(of: needles, in: Int(row))
        let own = match.map { weights[$0.part].score + ($0.isWhole ? 1 : 0) } ?? 0
        return sum + (own < Self.ofNamed && names(named, record) ? Self.ofNamed : own)
      case .bearers(let bearers):
        return sum + (bearers.contains(record) ? SearchedTexts.Weight.name.score + 1 : 0)
      case .near(let bearers): return sum + (bearers.contains(record) ? 1 : 0)
      }
    }
  }

  /// What it counts for to name a record that bears a name.
  private static let ofNamed = 6

  private func names(_ named: RecordSet, _ record: RecordID) -> Bool {
    guard !named.isEmpty else { return false }
    var isNamed = named.contains(record)
    chronicle.forEachRecord(namedBy: record, as: mentions) {
      isNamed = isNamed || named.contains($0)
    }
    return isNamed
  }
}

extension SearchedTexts.Weight {
  /// What a word counts for that begins so in such a text; a whole one counts one more.
  fileprivate var score: Int {
    switch self {
    case .name: 11
    case .title: 9
    case .quote: 7
    case .summary: 4
    case .note: 2
    }
  }
}

extension Query {
  /// The words of a line that has nothing but words to be found; otherwise none.
  fileprivate var plainWords: String {
    guard clauses != nil, !terms.contains(where: \.isExcluded) else { return "" }
    return terms.map(\.text).joined(separator: " ")
  }
}
