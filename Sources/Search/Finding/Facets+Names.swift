import Records

// Facets whose values are names, roles and languages.

extension RecordFinder {
  // MARK: Names

  /// How often records are named, each once for one that names them.
  private struct Tally {
    let chronicle: Chronicle
    /// By place in the list of the kind: the record itself, and what naming it also means.
    let meant: [[RecordID]]
    var counts: [UInt32]
    private var last: [UInt32]
    private var turn: UInt32 = 0

    init(_ chronicle: Chronicle, meant: [[RecordID]]) {
      self.chronicle = chronicle
      self.meant = meant
      counts = [UInt32](repeating: 0, count: chronicle.recordCount)
      last = counts
    }

    mutating func beginRecord() { turn += 1 }

    mutating func add(_ record: RecordID) {
      for one in meant[chronicle.position(of: record)] where last[Int(one.number)] != turn {
        last[Int(one.number)] = turn
        counts[Int(one.number)] += 1
      }
    }
  }

  func nameValues(
    _ field: Field, _ places: PlaceSet, _ kind: RecordKind, _ query: Query,
    _ asked: (String) -> Bool, _ isCancelled: () -> Bool
  ) throws(Cancelled) -> [Facet.Value] {
    let named: RecordKind = field == .place ? .place : .actor
    var tally = Tally(chronicle, meant: meant(field))
    let roles = field == .actor ? wantedRoles(query) : []
    let acting = Self.acting(in: kind)
    let located = MentionSet(.eventPlace, .reportPlace, .agreementPlace, .within)
    try forEach(places, kind, isCancelled) { _, record in
      tally.beginRecord()
      if kind == named { tally.add(record) }
      switch field {
      case .actor where !roles.isEmpty:
        for actor in actors(in: record, having: roles) { tally.add(actor) }
      case .actor:
        chronicle.forEachRecord(namedBy: record, as: acting) { tally.add($0) }
      case .place: chronicle.forEachRecord(namedBy: record, as: located) { tally.add($0) }
      default: forEachPublisher(behind: record) { tally.add($0) }
      }
    }
    return chronicle.records(of: named).compactMap { record in
      let count = Int(tally.counts[Int(record.number)])
      let name = chronicle.name(of: record)
      guard count > 0 || asked(name) else { return nil }
      return Facet.Value(text: name, label: chronicle.label(of: record), count: count)
    }
  }

  /// What naming a record of the field means: a group its members, a place what it lies in.
  private func meant(_ field: Field) -> [[RecordID]] {
    let records = chronicle.records(of: field == .place ? .place : .actor)
    guard field != .source else { return records.map { [$0] } }
    let mention = MentionSet(field == .place ? .within : .member)
    return records.map { record in
      var all = [record]
      var next = 0
      while next < all.count {
        chronicle.forEachRecord(namedBy: all[next], as: mention) { other in
          if !all.contains(other) { all.append(other) }
        }
        next += 1
      }
      return all
    }
  }

  /// Who publishes what a record is, stands in, or rests on.
  private func forEachPublisher(behind record: RecordID, _ body: (RecordID) -> Void) {
    let publisher = MentionSet(.publisher)
    let kind = chronicle.kind(of: record)
    if kind == .source { chronicle.forEachRecord(namedBy: record, as: publisher, body) }
    let sources = MentionSet(
      .reportSource, .quoteSource, .printingSource, .agreementSource, .termSource,
      .positionSource, .actorSource, .sourcePartOf)
    chronicle.forEachRecord(namedBy: record, as: sources) { source in
      chronicle.forEachRecord(namedBy: source, as: publisher, body)
    }
    guard kind == .event else { return }
    chronicle.forEachRecord(namedBy: record, as: MentionSet(.reportQuote)) { quote in
      chronicle.forEachRecord(namedBy: quote, as: MentionSet(.quoteSource, .printingSource)) {
        chronicle.forEachRecord(namedBy: $0, as: publisher, body)
      }
    }
  }

  // MARK: Roles

  /// The roles that a line asks for beside its actors, one of each to be had.
  private func wantedRoles(_ query: Query) -> [Set<String>] {
    query.required(.role).map { term in
      Set(
        term.values.flatMap { value -> [String] in
          if case .words(let words) = value.meaning { words } else { [] }
        })
    }
  }

  private func actors(in record: RecordID, having roles: [Set<String>]) -> [RecordID] {
    let pairs = chronicle.roles(in: record)
    return pairs.map(\.actor).filter { actor in
      roles.allSatisfy { words in
        pairs.contains { $0.actor == actor && words.contains($0.role) }
      }
    }
  }

  mutating func roleValues(
    _ places: PlaceSet, _ kind: RecordKind, _ query: Query, _ calendar: QueryCalendar,
    _ isCancelled: () -> Bool
  ) throws(Cancelled) -> [Facet.Value] {
    guard case .word(let words) = Field.role.value else { return [] }
    // Beside an actor, a role counts for that actor only.
    guard query.required(.actor).isEmpty else {
      var values: [Facet.Value] = []
      for word in words {
        let line = Query(query.toggling(.role, word), calendar: calendar)
        guard let found = find(line, among: kind, isCancelled: isCancelled) else {
          throw Cancelled()
        }
        values.append(Facet.Value(text: word, label: word, count: found.count))
      }
      return values
    }
    let count = chronicle.records(of: kind).count
    var masks =
      facetMemory.roles.removeValue(forKey: kind)
      ?? [UInt16](repeating: FacetMemory.unknown, count: count)
    defer { facetMemory.roles[kind] = masks }
    var counts = [Int](repeating: 0, count: words.count)
    try forEach(places, kind, isCancelled) { place, record in
      if masks[Int(place)] == FacetMemory.unknown {
        let held = chronicle.roles(in: record).compactMap { words.firstIndex(of: $0.role) }
        masks[Int(place)] = held.reduce(0) { $0 | 1 << UInt16($1) }
      }
      var rest = masks[Int(place)]
      while rest != 0 {
        counts[rest.trailingZeroBitCount] += 1
        rest &= rest - 1
      }
    }
    return zip(words, counts).map { Facet.Value(text: $0, label: $0, count: $1) }
  }

  // MARK: Languages

  mutating func languageValues(
    _ places: PlaceSet, _ kind: RecordKind, _ isCancelled: () -> Bool
  ) throws(Cancelled) -> [Facet.Value] {
    let codes = try languageCodes(of: kind, isCancelled)
    let sets = facetMemory.languageSets
    var counts = [Int](repeating: 0, count: sets.count)
    for place in places { counts[Int(codes[Int(place)])] += 1 }
    let tags = Set(sets.joined()).sorted()
    return tags.map { tag in
      let held = zip(sets, counts).filter { set, _ in set.contains { $0.hasPrefix(tag) } }
      return Facet.Value(text: tag, label: tag, count: held.reduce(0) { $0 + $1.1 })
    }
  }

  /// By place in the list of a kind, the position of the record's languages in
  /// `facetMemory.languageSets`: found out once, since it takes what sources say.
  mutating func languageCodes(
    of kind: RecordKind, _ isCancelled: () -> Bool
  ) throws(Cancelled) -> [UInt16] {
    if let known = facetMemory.languages[kind] { return known }
    var codes: [UInt16] = []
    let records = chronicle.records(of: kind)
    codes.reserveCapacity(records.count)
    switch kind {
    case .quote:
      let ofSources = try languageCodes(of: .source, isCancelled)
      for (number, record) in records.enumerated() {
        if number & 255 == 0, isCancelled() { throw Cancelled() }
        var code: UInt16?
        if !chronicle.saysLanguage(record) {
          chronicle.forEachRecord(namedBy: record, as: MentionSet(.quoteSource)) {
            code = ofSources[chronicle.position(of: $0)]
          }
        }
        codes.append(code ?? self.code(of: chronicle.languages(of: record)))
      }
    case .source:
      for (number, record) in records.enumerated() {
        if number & 63 == 0, isCancelled() { throw Cancelled() }
        codes.append(code(of: chronicle.languages(of: record)))
      }
    default:
      let code = code(of: [chronicle.language].compactMap { $0 })
      codes = [UInt16](repeating: code, count: records.count)
    }
    facetMemory.languages[kind] = codes
    return codes
  }

  /// The position of languages among those that records have.
  private mutating func code(of languages: [String]) -> UInt16 {
    let languages = languages.map { $0.lowercased() }
    let known = facetMemory.languageSets.firstIndex(of: languages)
    if known == nil { facetMemory.languageSets.append(languages) }
    return UInt16(clamping: known ?? facetMemory.languageSets.count - 1)
  }
}
