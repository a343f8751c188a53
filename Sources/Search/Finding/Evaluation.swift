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
  /// The places that satisfy an expression, ascending, among those given; among all if `nil`.
  mutating func evaluate(
    _ expression: Expression, within places: [UInt32]?, _ search: inout Evaluation,
    _ isCancelled: () -> Bool
  ) throws(Cancelled) -> [UInt32] {
    if isCancelled() { throw Cancelled() }
    switch expression {
    case .texts(let clauses): return try texts(clauses, within: places, search.kind, isCancelled)
    case .field(let field): return try self.field(field, within: places, &search, isCancelled)
    case .records(let records):
      return try naming(
        standIns(for: records, in: search.kind), within: places, search.kind, isCancelled)
    case .not(let inner):
      let found = try evaluate(inner, within: places, &search, isCancelled)
      return Places.subtract(found, from: places ?? all(search.kind))
    case .any(let parts):
      var found: [UInt32] = []
      for part in parts {
        found = Places.merge(found, try evaluate(part, within: places, &search, isCancelled))
      }
      return found
    case .all(let parts):
      var rest = places
      for part in parts {
        rest = try evaluate(part, within: rest, &search, isCancelled)
        if rest?.isEmpty ?? false { return [] }
      }
      return try keepingRoles(parts, within: rest ?? all(search.kind), &search, isCancelled)
    }
  }

  func all(_ kind: RecordKind) -> [UInt32] { Array(0..<UInt32(chronicle.records(of: kind).count)) }

  // MARK: Words

  private mutating func texts(
    _ clauses: [Clause], within places: [UInt32]?, _ kind: RecordKind, _ isCancelled: () -> Bool
  ) throws(Cancelled) -> [UInt32] {
    let index = index(of: kind)
    var rest = places
    // Words that are in no name are looked for in the texts together.
    let inNames = clauses.map { !marks(for: $0.included, in: kind).isEmpty }
    let plain = zip(clauses, inNames).filter { !$0.1 }.map(\.0)
    if !plain.isEmpty {
      guard let found = index.rows(satisfying: plain, within: rest, isCancelled: isCancelled)
      else { throw Cancelled() }
      rest = found
    }
    for (clause, isInName) in zip(clauses, inNames) where isInName {
      let included = clause.included
      guard let own = index.rows(satisfying: [included], within: rest, isCancelled: isCancelled)
      else { throw Cancelled() }
      let others = Places.subtract(own, from: rest ?? all(kind))
      let named = try naming(
        marks(for: included, in: kind), within: others, kind, isCancelled)
      rest = clause.isExcluded ? Places.subtract(named, from: others) : Places.merge(own, named)
    }
    return rest ?? all(kind)
  }

  /// The places of records that name one of a set in a field whose names are searched, or are in it.
  func naming(
    _ named: RecordSet, within places: [UInt32]?, _ kind: RecordKind, _ isCancelled: () -> Bool
  ) throws(Cancelled) -> [UInt32] {
    guard !named.isEmpty else { return [] }
    return try self.places(
      naming: named, as: Self.searchedMentions(of: kind), orBeingOne: true, within: places, kind,
      isCancelled)
  }

  func places(
    naming named: RecordSet, as mentions: MentionSet, orBeingOne countsItself: Bool = false,
    within places: [UInt32]?, _ kind: RecordKind, _ isCancelled: () -> Bool
  ) throws(Cancelled) -> [UInt32] {
    let found =
      if let places {
        chronicle.places(
          places, of: kind, naming: named, as: mentions, orBeingOne: countsItself,
          isCancelled: isCancelled)
      } else {
        chronicle.places(
          0..<UInt32(chronicle.records(of: kind).count), of: kind, naming: named, as: mentions,
          orBeingOne: countsItself, isCancelled: isCancelled)
      }
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
    return found.filter { NameIndex.kinds.contains(chronicle.kind(of: $0)) }
  }
}

/// Rows of ascending places.
enum Places {
  /// Those of the second that are not in the first.
  static func subtract(_ taken: [UInt32], from places: [UInt32]) -> [UInt32] {
    guard !taken.isEmpty else { return places }
    return [UInt32](unsafeUninitializedCapacity: places.count) { out, count in
      var next = 0
      for place in places {
        while next < taken.count, taken[next] < place { next += 1 }
        if next < taken.count, taken[next] == place { continue }
        out[count] = place
        count += 1
      }
    }
  }

  /// Those in either, each once.
  static func merge(_ one: [UInt32], _ other: [UInt32]) -> [UInt32] {
    if one.isEmpty { return other }
    if other.isEmpty { return one }
    return [UInt32](unsafeUninitializedCapacity: one.count + other.count) { out, count in
      var (left, right) = (0, 0)
      while left < one.count || right < other.count {
        let first = left < one.count ? one[left] : .max
        let second = right < other.count ? other[right] : .max
        out[count] = min(first, second)
        count += 1
        if left < one.count, first <= second { left += 1 }
        if right < other.count, second <= first { right += 1 }
      }
    }
  }
}
