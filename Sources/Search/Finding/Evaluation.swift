package import Records

/// A search that is under way in the records of one kind.
struct Evaluation {
  let kind: RecordKind
  /// The day as of which things are taken as known; `nil` for today.
  let asOf: Day?
  /// Values of fields that nothing is called, with the names near them.
  var nearNames: [RecordFinder.NearName] = []
}

extension RecordFinder {
  /// The places that satisfy an expression, among those given; among all if `nil`.
  mutating func evaluate(
    _ expression: Expression, within places: PlaceSet?, _ search: inout Evaluation,
    _ isCancelled: () -> Bool
  ) throws(Cancelled) -> PlaceSet {
    if isCancelled() { throw Cancelled() }
    switch expression {
    case .texts(let clauses): return try texts(clauses, within: places, search.kind, isCancelled)
    case .field(let field): return try self.field(field, within: places, &search, isCancelled)
    case .records(let records):
      return try naming(
        standIns(for: records, in: search.kind), within: places, search.kind, isCancelled)
    case .not(let inner):
      var rest = places ?? all(search.kind)
      rest.subtract(try evaluate(inner, within: places, &search, isCancelled))
      return rest
    case .any(let parts):
      var found = none(search.kind)
      for part in parts {
        found.formUnion(try evaluate(part, within: places, &search, isCancelled))
      }
      return found
    case .all(let parts):
      var rest = places
      for part in parts {
        rest = try evaluate(part, within: rest, &search, isCancelled)
        if let rest, rest.isEmpty { return rest }
      }
      return try keepingRoles(parts, within: rest ?? all(search.kind), &search, isCancelled)
    }
  }

  func all(_ kind: RecordKind) -> PlaceSet { PlaceSet(all: chronicle.records(of: kind).count) }

  func none(_ kind: RecordKind) -> PlaceSet { PlaceSet(total: chronicle.records(of: kind).count) }

  // MARK: Words

  private mutating func texts(
    _ clauses: [Clause], within places: PlaceSet?, _ kind: RecordKind, _ isCancelled: () -> Bool
  ) throws(Cancelled) -> PlaceSet {
    let index = index(of: kind)
    var rest = places
    // Words that are in no name are looked for in the texts together.
    let inNames = clauses.map { !marks(for: $0.included, in: kind).isEmpty }
    let plain = zip(clauses, inNames).filter { !$0.1 }.map(\.0)
    if !plain.isEmpty {
      rest = try rows(of: index, plain, within: rest, isCancelled)
    }
    for (clause, isInName) in zip(clauses, inNames) where isInName {
      let included = clause.included
      var found = try rows(of: index, [included], within: rest, isCancelled)
      var others = rest ?? all(kind)
      others.subtract(found)
      let named = try naming(marks(for: included, in: kind), within: others, kind, isCancelled)
      if clause.isExcluded {
        others.subtract(named)
        rest = others
      } else {
        found.formUnion(named)
        rest = found
      }
    }
    return rest ?? all(kind)
  }

  private func rows(
    of index: SegmentedIndex, _ clauses: [Clause], within places: PlaceSet?,
    _ isCancelled: () -> Bool
  ) throws(Cancelled) -> PlaceSet {
    guard let found = index.rows(satisfying: clauses, within: places, isCancelled: isCancelled)
    else { throw Cancelled() }
    return found
  }

  /// The places of records that name one of a set in a field whose names are searched, or are in it.
  func naming(
    _ named: RecordSet, within places: PlaceSet?, _ kind: RecordKind, _ isCancelled: () -> Bool
  ) throws(Cancelled) -> PlaceSet {
    try self.places(
      naming: named, as: Self.searchedMentions(of: kind), orBeingOne: true, within: places, kind,
      isCancelled)
  }

  func places(
    naming named: RecordSet, as mentions: MentionSet, orBeingOne countsItself: Bool = false,
    within places: PlaceSet?, _ kind: RecordKind, _ isCancelled: () -> Bool
  ) throws(Cancelled) -> PlaceSet {
    let found = chronicle.places(
      within: places, of: kind, naming: named, as: mentions, orBeingOne: countsItself,
      isCancelled: isCancelled)
    guard let found else { throw Cancelled() }
    return found
  }

  /// In which fields a record's names are searched along with its own words.
  static func searchedMentions(of kind: RecordKind) -> MentionSet {
    switch kind {
    case .event:
      MentionSet(
        .eventPlace, .eventAbout, .participant, .reportParticipant, .reportPlace, .reportBy,
        .reportVia, .reportSource, .reportQuote)
    case .quote: MentionSet(.speaker, .quoteVia, .quoteSource, .printingSource, .quoteAbout)
    case .actor: MentionSet(.actorPartOf, .member, .positionOf)
    case .agreement: MentionSet(.agreementPlace, .party)
    case .term: MentionSet(.obligor, .involved, .termStage)
    case .source: MentionSet(.publisher)
    case .place, .stage: MentionSet(.within)
    }
  }
}

extension RecordFinder {
  /// Whose names are searched along with a record's own words: what it names, the members of groups
  /// among these, and who publishes or speaks what it rests on; each once.
  package static func named(by record: RecordID, in chronicle: Chronicle) -> [RecordID] {
    var found: [RecordID] = []
    var waiting = chronicle.records(
      namedBy: record, as: searchedMentions(of: chronicle.kind(of: record)))
    if let agreement = chronicle.agreement(record) {
      waiting += agreement.terms.flatMap { $0.by + $0.involves }
    }
    while !waiting.isEmpty {
      let next = waiting.removeFirst()
      guard !found.contains(next) else { continue }
      found.append(next)
      switch chronicle.kind(of: next) {
      case .actor: waiting += chronicle.records(namedBy: next, as: MentionSet(.member))
      case .place: waiting += chronicle.records(namedBy: next, as: MentionSet(.within))
      case .source: waiting += chronicle.records(namedBy: next, as: MentionSet(.publisher))
      case .quote where chronicle.kind(of: record) == .event:
        waiting += chronicle.records(namedBy: next, as: MentionSet(.speaker, .quoteVia))
      default: break
      }
    }
    return found.filter { chronicle.kind(of: $0).isNamed }
  }
}
