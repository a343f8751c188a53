import Records

// Facets whose values are names, roles and languages.

extension RecordFinder {
  // MARK: Names

  /// How often the records of a kind are named, by their places in its list: each once for one that
  /// names them.
  private struct NameTally {
    let meant: [[UInt32]]
    var counts: [Int]
    private var last: [UInt32]
    private var turn: UInt32 = 0

    init(meant: [[UInt32]]) {
      self.meant = meant
      counts = [Int](repeating: 0, count: meant.count)
      last = [UInt32](repeating: 0, count: meant.count)
    }

    /// Goes on to the next record, or to the next few that name the same.
    mutating func beginRecord() { turn += 1 }

    /// Counts what one record names, or what so many of them do.
    mutating func add(_ place: Int, count: Int = 1) {
      for one in meant[place] where last[Int(one)] != turn {
        last[Int(one)] = turn
        counts[Int(one)] += count
      }
    }
  }

  /// The values of a field of names in some records. `asked` says whether the line asks for one; `nil`
  /// where it asks for none.
  mutating func nameValues(
    _ field: Field, _ places: PlaceSet, _ kind: RecordKind, _ query: Query,
    _ asked: ((String) -> Bool)?, _ isCancelled: () -> Bool
  ) throws(Cancelled) -> FacetValues {
    var tally = NameTally(meant: meant(field))
    let roles = field == .actor ? wantedRoles(query) : []
    let column =
      roles.isEmpty
      ? try column(
        \.names, FieldMemory.Key(kind: kind, field: field), mustBe: false, isCancelled,
        value: named(field, kind)) : nil
    if let column {
      for (named, count) in column.counts(among: places) where count > 0 {
        tally.beginRecord()
        for place in named { tally.add(Int(place), count: count) }
      }
    } else {
      try forEach(places, kind, isCancelled) { _, record in
        tally.beginRecord()
        if roles.isEmpty {
          chronicle.forEachNamed(field, by: record, kind) { tally.add(chronicle.position(of: $0)) }
        } else {
          if kind == .actor { tally.add(chronicle.position(of: record)) }
          for actor in actors(in: record, having: roles) {
            tally.add(chronicle.position(of: actor))
          }
        }
      }
    }
    return values(of: tally.counts, in: chronicle.records(of: Self.namedKind(field)), asked)
  }

  /// The most frequent values and those asked for, in the order of the list: what the others are called
  /// is not looked up.
  private func values(
    of counts: [Int], in list: RecordList, _ asked: ((String) -> Bool)?
  ) -> FacetValues {
    let held = counts.indices.filter { counts[$0] > 0 }
    var shown = Set(held.sorted { (-counts[$0], $0) < (-counts[$1], $1) }.prefix(Self.mostValues))
    let omitted = held.count - shown.count
    var wanted = 0
    if let asked {
      for place in counts.indices
      where !shown.contains(place) && asked(chronicle.name(of: list[place])) {
        shown.insert(place)
        wanted += counts[place] > 0 ? 1 : 0
      }
    }
    let values = shown.sorted().map { place in
      let record = list[place]
      return Facet.Value(
        text: chronicle.name(of: record), label: chronicle.label(of: record),
        count: counts[place])
    }
    return FacetValues(values: values, omitted: omitted - wanted)
  }

  fileprivate static func namedKind(_ field: Field) -> RecordKind {
    field == .place ? .place : .actor
  }

  /// What a record names in a field, as places in the list of the kind that it names, each once.
  func named(_ field: Field, _ kind: RecordKind) -> (RecordID) -> [UInt32] {
    let chronicle = chronicle
    return { record in
      var named: [UInt32] = []
      chronicle.forEachNamed(field, by: record, kind) { one in
        let place = UInt32(truncatingIfNeeded: chronicle.position(of: one))
        if !named.contains(place) { named.append(place) }
      }
      if named.count > 1 { named.sort() }
      return named
    }
  }

  /// For each record that the field may name, by its place: itself and what naming it also means. A
  /// group means its members, a place what it lies in.
  mutating func meant(_ field: Field) -> [[UInt32]] {
    if let known = fieldMemory.meant[field] { return known }
    let records = chronicle.records(of: Self.namedKind(field))
    let mentions = [Field.actor: MentionSet(.member), .place: MentionSet(.within)][field]
    let meant = records.map { record in
      var all = [record]
      var next = 0
      while let mentions, next < all.count {
        chronicle.forEachRecord(namedBy: all[next], as: mentions) { other in
          if !all.contains(other) { all.append(other) }
        }
        next += 1
      }
      return all.map { UInt32(truncatingIfNeeded: chronicle.position(of: $0)) }
    }
    fieldMemory.meant[field] = meant
    return meant
  }

  // MARK: Roles

  /// The roles that a line asks for beside its actors, one of each to be had.
  private func wantedRoles(_ query: Query) -> [Set<String>] {
    query.required(.role).map(Self.words(of:))
  }

  private func actors(in record: RecordID, having roles: [Set<String>]) -> [RecordID] {
    let pairs = chronicle.roles(in: record)
    return pairs.map(\.actor).filter { actor in
      roles.allSatisfy { words in
        pairs.contains { $0.actor == actor && words.contains($0.role) }
      }
    }
  }

  /// How many records each role would leave beside an actor, where it counts for that actor only.
  mutating func roleValues(
    _ kind: RecordKind, _ query: Query, _ calendar: QueryCalendar, _ isCancelled: () -> Bool
  ) throws(Cancelled) -> [Facet.Value] {
    var values: [Facet.Value] = []
    for word in Self.wordList(of: .role, in: kind) {
      let line = Query(query.toggling(.role, word), calendar: calendar)
      guard let found = find(line, among: kind, isCancelled: isCancelled) else {
        throw Cancelled()
      }
      values.append(Facet.Value(text: word, label: word, count: found.count))
    }
    return values
  }

  // MARK: Languages

  mutating func languageValues(
    _ places: PlaceSet, _ kind: RecordKind, _ isCancelled: () -> Bool
  ) throws(Cancelled) -> [Facet.Value] {
    guard let column = try languageColumn(of: kind, isCancelled) else { return [] }
    let counts = column.counts(among: places)
    return Set(counts.flatMap(\.value)).sorted().map { tag in
      let held = counts.filter { $0.value.contains { $0.hasPrefix(tag) } }
      return Facet.Value(text: tag, label: tag, count: held.reduce(0) { $0 + $1.count })
    }
  }

  /// The languages of each record of a kind, in small letters: made once, since it takes what sources
  /// say.
  mutating func languageColumn(
    of kind: RecordKind, _ isCancelled: () -> Bool
  ) throws(Cancelled) -> FieldColumn<[String]>? {
    let chronicle = chronicle
    let ofSources = kind == .quote ? try languageColumn(of: .source, isCancelled) : nil
    return try column(
      \.languages, FieldMemory.Key(kind: kind, field: .lang), mustBe: true, isCancelled
    ) { record in
      if let ofSources, !chronicle.saysLanguage(record),
        let source = chronicle.records(namedBy: record, as: MentionSet(.quoteSource)).first
      {
        return ofSources[chronicle.position(of: source)]
      }
      return chronicle.languages(of: record).map { $0.lowercased() }
    }
  }
}

extension Chronicle {
  /// Goes through what a record is or names in a field; what it names twice comes twice.
  fileprivate func forEachNamed(
    _ field: Field, by record: RecordID, _ kind: RecordKind, _ body: (RecordID) -> Void
  ) {
    if kind == RecordFinder.namedKind(field) { body(record) }
    switch field {
    case .actor: forEachRecord(namedBy: record, as: RecordFinder.acting(in: kind), body)
    case .place:
      forEachRecord(
        namedBy: record, as: MentionSet(.eventPlace, .reportPlace, .agreementPlace, .within), body)
    default: forEachPublisher(behind: record, body)
    }
  }

  /// Who publishes what a record is, stands in, or rests on.
  private func forEachPublisher(behind record: RecordID, _ body: (RecordID) -> Void) {
    let publisher = MentionSet(.publisher)
    let kind = self.kind(of: record)
    if kind == .source { forEachRecord(namedBy: record, as: publisher, body) }
    let sources = MentionSet(
      .reportSource, .quoteSource, .printingSource, .agreementSource, .termSource,
      .positionSource, .actorSource, .sourcePartOf)
    forEachRecord(namedBy: record, as: sources) { source in
      forEachRecord(namedBy: source, as: publisher, body)
    }
    guard kind == .event else { return }
    forEachRecord(namedBy: record, as: MentionSet(.reportQuote)) { quote in
      forEachRecord(namedBy: quote, as: MentionSet(.quoteSource, .printingSource)) {
        forEachRecord(namedBy: $0, as: publisher, body)
      }
    }
  }
}
