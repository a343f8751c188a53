package import Records

/// Finds the records of a chronicle that a query asks for, one kind of record at a time.
///
/// The words of a record are looked for in its own texts. The names of what it names are looked up
/// among all names first, and the records that name these are found with it: a name is kept once,
/// however many records name it, and every spelling of it counts for all of them.
///
/// The first search of a kind reads all records of that kind; later ones scan their folded text.
package struct RecordFinder: Sendable {
  let chronicle: Chronicle
  private var indexes: [RecordKind: SegmentedIndex] = [:]
  private var nameIndex: NameIndex?
  /// What names were found lately, by condition.
  private var marked: [MarkKey: RecordSet] = [:]
  /// What was found lately in each kind, for a query that only goes on from there: the next letter of
  /// a word, another word, or a letter taken back.
  var recent: [RecordKind: [Recent]] = [:]
  /// The columns of fields that were made so far.
  var fieldMemory = FieldMemory()

  package init(_ chronicle: Chronicle) {
    self.chronicle = chronicle
  }

  /// A query and the places in the list of a kind that it found.
  struct Recent {
    let query: Query
    let places: PlaceSet
  }

  /// What a query found among the records of a kind.
  package struct Found: Sendable {
    /// As places in `Chronicle.records(of:)`.
    package let placeSet: PlaceSet
    /// Words of the query that nothing has, with the names near them that were searched instead.
    package let nearNames: [NearName]

    /// The same as a list, ascending. Linear in what is found.
    package var places: [UInt32] { placeSet.places }
    /// How many are found.
    package var count: Int { placeSet.count }
  }

  /// A word that no record has, and the records with a name near it.
  package struct NearName: Hashable, Sendable {
    package let word: String
    package let records: [RecordID]
  }

  /// Why a search came to no end.
  struct Cancelled: Error {}

  /// The records of a kind that match, as places in the list of the kind.
  ///
  /// Where nothing is found, words from five letters on are taken for names with a slip in them.
  ///
  /// `isCancelled` is asked about once a millisecond; `nil` if it says so.
  package mutating func find(
    _ query: Query, among kind: RecordKind, isCancelled: () -> Bool = { false }
  ) -> Found? {
    do {
      let found = try exactly(query, among: kind, isCancelled)
      guard found.placeSet.isEmpty else { return found }
      return try nearby(query, among: kind, isCancelled)?.found ?? found
    } catch {
      return nil
    }
  }

  /// The records of a kind that match, in the order in which they are listed.
  package mutating func records(matching query: Query, among kind: RecordKind) -> [RecordID] {
    let list = chronicle.records(of: kind)
    return find(query, among: kind)?.places.map { list[Int($0)] } ?? []
  }

  /// The records of a kind that match the query as it stands.
  mutating func exactly(
    _ query: Query, among kind: RecordKind, _ isCancelled: () -> Bool
  ) throws(Cancelled) -> Found {
    guard let root = query.root else {
      return Found(placeSet: all(kind), nearNames: [])
    }
    let known = (recent[kind] ?? []).filter { query.narrows($0.query) }
      .min { $0.places.count < $1.places.count }
    guard let rest = known.map({ query.rest(beyond: $0.query) }) ?? root else {
      return Found(placeSet: known?.places ?? all(kind), nearNames: [])
    }
    var search = Evaluation(kind: kind, asOf: query.asOf)
    let places = try evaluate(rest, within: known?.places, &search, isCancelled)
    recent[kind, default: []].append(Recent(query: query, places: places))
    if recent[kind, default: []].count > Self.mostRecent { recent[kind]?.removeFirst() }
    return Found(placeSet: places, nearNames: search.nearNames)
  }

  /// Of how many queries it is kept what they found.
  private static let mostRecent = 8

  /// The records of a kind that match with names near them in the place of words that nothing of
  /// the kind has, and the expression they match; `nil` when there is no such word.
  mutating func nearby(
    _ query: Query, among kind: RecordKind, _ isCancelled: () -> Bool
  ) throws(Cancelled) -> (found: Found, root: Expression)? {
    guard let root = query.root, let near = nearExpression(root, kind), near.root != root else {
      return nil
    }
    var search = Evaluation(kind: kind, asOf: query.asOf)
    let places = try evaluate(near.root, within: nil, &search, isCancelled)
    return (Found(placeSet: places, nearNames: near.names + search.nearNames), near.root)
  }

  /// Reads the records of a kind, so that its first search need not: in the time it takes nobody
  /// waits.
  package mutating func prepare(_ kind: RecordKind) {
    _ = index(of: kind)
    _ = names()
  }

  // MARK: - What is searched

  mutating func names() -> NameIndex {
    if let nameIndex { return nameIndex }
    let index = NameIndex(chronicle)
    nameIndex = index
    return index
  }

  mutating func index(of kind: RecordKind) -> SegmentedIndex {
    if let index = indexes[kind] { return index }
    let (chronicle, known) = (chronicle, nameIndex)
    // Names are one piece of work, and wanted by nearly every line: they need not come after.
    let made = SearchedTexts(chronicle).index(of: kind) { known ?? NameIndex(chronicle) }
    (indexes[kind], nameIndex) = made
    return made.index
  }

  // MARK: - Names

  private struct MarkKey: Hashable {
    let clause: Clause
    let kind: RecordKind
  }

  /// The records that count as found in a list of a kind when one names them, for a condition on
  /// words: those with such a name, and what stands for them.
  mutating func marks(for clause: Clause, in kind: RecordKind) -> RecordSet {
    let key = MarkKey(clause: clause, kind: kind)
    if let known = marked[key] { return known }
    let named = names().records(satisfying: [clause])
    let marks = standIns(for: named, in: kind)
    if marked.count > 64 { marked = [:] }
    marked[key] = marks
    return marks
  }

  /// Records, and what stands for them in a list of a kind: groups with them as members, places
  /// within them, sources they publish; in a list of agreements those with such stages and terms, in
  /// one of events the quotes that reports are read from.
  func standIns(for records: [RecordID], in kind: RecordKind) -> RecordSet {
    var set = RecordSet(for: chronicle)
    set.formUnion(records)
    guard !set.isEmpty else { return set }
    set.formUnion(closure(of: set, among: .actor, by: .member))
    let named = set
    set.formUnion(closure(of: named, among: .place, by: .within))
    set.formUnion(chronicle.records(of: .source, naming: named, as: MentionSet(.publisher)))
    if kind == .agreement {
      set.formUnion(
        records.filter { chronicle.kind(of: $0) == .stage }
          .compactMap { chronicle.agreement(containing: $0) })
      let terms = chronicle.records(
        of: .term, naming: named, as: MentionSet(.obligor, .involved))
      set.formUnion(terms.compactMap { chronicle.agreement(containing: $0) })
    }
    if kind == .event {
      set.formUnion(
        chronicle.records(of: .quote, naming: named, as: MentionSet(.speaker, .quoteVia)))
    }
    return set
  }

  /// Records, and all of a kind that name one of these in a field, directly or through others.
  func closure(
    of records: RecordSet, among kind: RecordKind, by mentions: Mention...
  ) -> RecordSet {
    let fields = mentions.reduce(MentionSet()) { $0.union(MentionSet($1)) }
    var (all, newest) = (records, records)
    while true {
      let found = chronicle.records(of: kind, naming: newest, as: fields)
        .filter { !all.contains($0) }
      guard !found.isEmpty else { return all }
      all.formUnion(found)
      newest = RecordSet(for: chronicle)
      newest.formUnion(found)
    }
  }

  // MARK: - Near names

  /// The same with names near them in the place of words that no record of the kind has; `nil` when
  /// there is no such word.
  private mutating func nearExpression(
    _ root: Expression, _ kind: RecordKind
  ) -> (root: Expression, names: [NearName])? {
    var names: [NearName] = []
    let near = replacingStrangers(in: root, kind, &names)
    return names.isEmpty ? nil : (near, names)
  }

  private mutating func replacingStrangers(
    in expression: Expression, _ kind: RecordKind, _ found: inout [NearName]
  ) -> Expression {
    switch expression {
    case .field, .not, .records: return expression
    case .all(let parts):
      return .all(parts.map { replacingStrangers(in: $0, kind, &found) })
    case .any(let parts):
      return .any(parts.map { replacingStrangers(in: $0, kind, &found) })
    case .texts(let clauses):
      var kept: [Clause] = []
      var records: [Expression] = []
      for clause in clauses {
        let near = clause.isExcluded ? [] : recordsNear(clause, kind)
        if near.isEmpty {
          kept.append(clause)
        } else {
          records.append(.records(near))
          found.append(NearName(word: clause.text, records: near))
        }
      }
      let parts = (kept.isEmpty ? [] : [.texts(kept)]) + records
      return parts.count == 1 ? parts[0] : .all(parts)
    }
  }

  /// The records with a name near a word that nothing of the kind has; none if something has it.
  private mutating func recordsNear(_ clause: Clause, _ kind: RecordKind) -> [RecordID] {
    guard let word = clause.word, EditDistance.allowed(for: word) > 0,
      marks(for: clause, in: kind).isEmpty,
      index(of: kind).rows(satisfying: [clause])?.isEmpty ?? false
    else { return [] }
    return names().records(near: word)
  }
}
