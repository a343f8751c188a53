import Records

// The fields whose values are names.

extension RecordFinder {
  mutating func names(
    _ term: Query.FieldTerm, within places: PlaceSet?, _ search: inout Evaluation,
    _ isCancelled: () -> Bool
  ) throws(Cancelled) -> PlaceSet {
    let kind = search.kind
    switch term.field {
    case .actor:
      let actors = standIns(for: named(by: term, [.actor], &search), in: kind)
      return try self.places(
        naming: actors, as: Self.acting(in: kind), orBeingOne: true, within: places, kind,
        isCancelled)
    case .speaker:
      let speakers = withTheirPeople(named(by: term, [.actor], &search))
      return try self.places(
        naming: kind == .event ? quotes(naming: speakers, as: .speaker) : speakers,
        as: kind == .event ? MentionSet(.reportQuote) : MentionSet(.speaker), within: places,
        kind, isCancelled)
    case .via:
      var through = RecordSet(for: chronicle)
      through.formUnion(named(by: term, [.actor], &search))
      if kind == .event { through.formUnion(quotes(naming: through, as: .quoteVia)) }
      return try self.places(
        naming: through, as: MentionSet(.quoteVia, .reportVia, .reportQuote), within: places, kind,
        isCancelled)
    case .origin: return try origins(term, within: places, &search, isCancelled)
    case .place:
      var inside = RecordSet(for: chronicle)
      inside.formUnion(named(by: term, [.place], &search))
      return try self.places(
        naming: closure(of: inside, among: .place, by: .within),
        as: MentionSet(.eventPlace, .reportPlace, .agreementPlace, .within),
        orBeingOne: kind == .place, within: places, kind, isCancelled)
    case .about:
      var subjects = RecordSet(for: chronicle)
      subjects.formUnion(named(by: term, Set(NameIndex.kinds), &search))
      subjects = closure(of: subjects, among: .place, by: .within)
      return try self.places(
        naming: subjects, as: MentionSet(.eventAbout, .quoteAbout), within: places, kind,
        isCancelled)
    default: return try sources(term, within: places, &search, isCancelled)
    }
  }

  static func acting(in kind: RecordKind) -> MentionSet {
    switch kind {
    case .event: MentionSet(.participant, .reportParticipant)
    case .quote: MentionSet(.speaker)
    case .actor: MentionSet(.actorPartOf, .member, .positionOf)
    case .agreement: MentionSet(.party)
    case .term: MentionSet(.obligor, .involved)
    case .source: MentionSet(.publisher)
    case .place, .stage: MentionSet()
    }
  }

  private func quotes(naming named: RecordSet, as mention: Mention) -> RecordSet {
    var quotes = RecordSet(for: chronicle)
    quotes.formUnion(chronicle.records(of: .quote, naming: named, as: MentionSet(mention)))
    return quotes
  }

  /// The records of some kinds that a field's values name, in any spelling; or, where a value is an
  /// id, that record. A value that nothing is called is taken for a name with a slip in it.
  mutating func named(
    by term: Query.FieldTerm, _ kinds: Set<RecordKind>, _ search: inout Evaluation
  ) -> [RecordID] {
    var found: [RecordID] = []
    for value in term.values {
      if let record = chronicle.id(named: value.text),
        kinds.contains(chronicle.kind(of: record)) || term.field == .about
      {
        found.append(record)
        continue
      }
      let clauses = Clause.clauses(of: value)
      var records = names().records(satisfying: clauses).filter {
        kinds.contains(chronicle.kind(of: $0))
      }
      if records.isEmpty {
        records = recordsNear(clauses).filter { kinds.contains(chronicle.kind(of: $0)) }
        let near = NearName(word: value.text, records: records)
        // Two fields may ask for one name, and a role asks for its actor again.
        if !search.nearNames.contains(near) { search.nearNames.append(near) }
      }
      found += records
    }
    return found
  }

  /// The records with a name in which each condition holds, or of which a word is near it.
  private mutating func recordsNear(_ clauses: [Clause]) -> [RecordID] {
    var common: Set<RecordID>?
    for clause in clauses {
      var records = Set(names().records(satisfying: [clause]))
      if records.isEmpty, let word = clause.word { records = Set(names().records(near: word)) }
      common = common?.intersection(records) ?? records
    }
    return (common ?? []).sorted()
  }

  /// Actors, and those who belong to the states and bodies among them: their parts, and who holds a
  /// position of them; and groups with them as members.
  private func withTheirPeople(_ actors: [RecordID]) -> RecordSet {
    var set = RecordSet(for: chronicle)
    set.formUnion(actors)
    set = closure(of: set, among: .actor, by: .member)
    return closure(of: set, among: .actor, by: .actorPartOf, .positionOf)
  }

  // MARK: Origins and sources

  private mutating func origins(
    _ term: Query.FieldTerm, within places: PlaceSet?, _ search: inout Evaluation,
    _ isCancelled: () -> Bool
  ) throws(Cancelled) -> PlaceSet {
    let kind = search.kind
    var origins = RecordSet(for: chronicle)
    // The word for them stands for all unnamed people.
    let unnamed = ActorKind.anonymous.rawValue
    let named = term.values.filter { $0.text.lowercased() != unnamed }
    if named.count < term.values.count {
      let code = Chronicle.kindWords(of: .actor)?.firstIndex(of: unnamed) ?? -1
      origins.formUnion(chronicle.actors.filter { Int(chronicle.kindCode(of: $0)) == code })
    }
    let rest = Query.FieldTerm(
      field: term.field, values: named, isExcluded: term.isExcluded, range: term.range)
    origins.formUnion(self.named(by: rest, [.actor], &search))
    if kind == .quote {
      return try self.places(
        naming: origins, as: MentionSet(.speaker), within: places, kind, isCancelled)
    }
    guard kind == .event || kind == .term else { return none(kind) }
    var bases = quotes(naming: origins, as: .speaker)
    bases.formUnion(
      chronicle.records(of: .source, naming: origins, as: MentionSet(.publisher)))
    bases.formUnion(origins)
    let candidates = try self.places(
      naming: bases, as: MentionSet(.reportBy, .reportQuote, .reportSource), within: places, kind,
      isCancelled)
    // A report with an origin of its own has no other: its publisher does not count.
    return try keep(candidates, kind, isCancelled) { chronicle, record in
      let reports = chronicle.event(record)?.reports ?? chronicle.term(record)?.reports ?? []
      return chronicle.accounts(of: reports, asOf: search.asOf).contains {
        origins.contains($0.origin)
      }
    }
  }

  private mutating func sources(
    _ term: Query.FieldTerm, within places: PlaceSet?, _ search: inout Evaluation,
    _ isCancelled: () -> Bool
  ) throws(Cancelled) -> PlaceSet {
    var sources = RecordSet(for: chronicle)
    for value in term.values {
      if let record = chronicle.id(named: value.text), chronicle.kind(of: record) == .source {
        sources.insert(record)
        continue
      }
      var publishers = RecordSet(for: chronicle)
      if let record = chronicle.id(named: value.text), chronicle.kind(of: record) == .actor {
        publishers.insert(record)
        sources.formUnion(
          chronicle.records(of: .source, naming: publishers, as: MentionSet(.publisher)))
        continue
      }
      let clauses = Clause.clauses(of: value)
      publishers.formUnion(names().records(satisfying: clauses))
      sources.formUnion(
        chronicle.records(of: .source, naming: publishers, as: MentionSet(.publisher)))
      let index = index(of: .source)
      for place in index.rows(satisfying: clauses)?.places ?? [] {
        let source = chronicle.sources[Int(place)]
        let title = chronicle.label(of: source)
        if clauses.allSatisfy({ $0.holds(in: title) }) { sources.insert(source) }
      }
    }
    if search.kind == .event {
      sources.formUnion(
        chronicle.records(
          of: .quote, naming: sources, as: MentionSet(.quoteSource, .printingSource)))
    }
    return try self.places(
      naming: sources,
      as: MentionSet(
        .reportSource, .reportQuote, .quoteSource, .printingSource, .agreementSource, .termSource,
        .positionSource, .actorSource, .sourcePartOf),
      orBeingOne: search.kind == .source, within: places, search.kind, isCancelled)
  }
}

extension Clause {
  /// The conditions on a name that the words of a field's value make.
  static func clauses(of value: Query.Value) -> [Clause] {
    clauses(ofName: value.text)
  }

  /// The conditions on a name that what is typed of it makes.
  static func clauses(ofName name: String) -> [Clause] {
    clauses(
      of: name.split(whereSeparator: \.isWhitespace).map {
        Query.Term(kind: .word, isExcluded: false, text: String($0), range: 0..<0)
      }.filter { !Fold.fold($0.text).isEmpty })
  }
}
