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

    /// What it counts for at most, of words given.
    func highest(words: Int) -> Int {
      switch self {
      case .words: words
      case .bearers: SearchedTexts.Weight.name.score + 1
      case .near: 1
      }
    }
  }

  private let chronicle: Chronicle
  private let list: RecordList
  /// What a word counts for by its level in the index.
  private let ofLevels: [Int]
  /// What a word counts for at most.
  private let mostOfWords: Int
  private let mentions: MentionSet
  private let conditions: [Condition]
  /// The highest score that a record of the kind can have.
  let highest: Int
  /// Records called what the query says, and nothing more.
  private let namesakes: Set<RecordID>

  /// For records of a kind that an expression finds.
  init(
    of root: Expression, _ query: Query, in kind: RecordKind, _ finder: inout RecordFinder
  ) {
    chronicle = finder.chronicle
    list = chronicle.records(of: kind)
    ofLevels = SearchedTexts.weights(of: kind).flatMap { [$0.score + 1, $0.score] }
    mentions = RecordFinder.searchedMentions(of: kind)
    conditions = Self.conditions(root, kind, &finder)
    namesakes = Set(finder.names().records(called: query.plainWords))
    let most = max(ofLevels[0], Self.ofNamed)
    mostOfWords = most
    highest = conditions.reduce(namesakes.isEmpty ? 0 : 1) { $0 + $1.highest(words: most) }
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

  /// The scores of records at places in the list of the kind, whose texts are in its index.
  ///
  /// Scores that are not above a floor may come out lower than they are: for them nobody looks
  /// further than it takes to know so.
  func scores(at places: ArraySlice<UInt32>, in index: SegmentedIndex, above floor: Int) -> [Int] {
    var scores = [Int](repeating: 0, count: places.count)
    func add(_ score: Int, where holds: (RecordID) -> Bool) {
      for (number, place) in places.enumerated() where holds(list[Int(place)]) {
        scores[number] += score
      }
    }
    for condition in conditions {
      let most = condition.highest(words: mostOfWords)
      switch condition {
      case .words(let needles, let named):
        // It has to count for so much even if all others count for most.
        let ownFloor = floor - (highest - most)
        let own = words(needles, named, at: places, in: index, above: ownFloor)
        for (number, score) in own.enumerated() { scores[number] += score }
      case .bearers(let bearers), .near(let bearers): add(most, where: bearers.contains)
      }
    }
    if !namesakes.isEmpty { add(1, where: namesakes.contains) }
    return scores
  }

  /// What one condition counts for, with a floor of its own.
  private func words(
    _ needles: [Needle], _ named: RecordSet, at places: ArraySlice<UInt32>,
    in index: SegmentedIndex, above floor: Int
  ) -> [Int] {
    let parts = stride(from: 0, to: ofLevels.count, by: 2).prefix { ofLevels[$0] > floor }.count
    var scores =
      parts == 0
      ? [Int](repeating: 0, count: places.count)
      : index.levels(of: needles, in: places, parts: parts).map {
        $0 == TextIndex.nowhere ? 0 : ofLevels[Int($0)]
      }
    guard Self.ofNamed > floor, !named.isEmpty else { return scores }
    for (number, place) in places.enumerated() where scores[number] < Self.ofNamed {
      let record = list[Int(place)]
      if named.contains(record) || chronicle.names(oneOf: named, in: record, as: mentions) {
        scores[number] = Self.ofNamed
      }
    }
    return scores
  }

  /// What it counts for to name a record that bears a name.
  private static let ofNamed = 6
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
