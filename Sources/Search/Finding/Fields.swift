package import Records

// How each field of a query line is answered.

extension RecordFinder {
  /// The places for which one of a field's values holds.
  mutating func field(
    _ term: Query.FieldTerm, within places: PlaceSet?, _ search: inout Evaluation,
    _ isCancelled: () -> Bool
  ) throws(Cancelled) -> PlaceSet {
    let kind = search.kind
    switch term.field {
    case .kind, .mode, .act, .status, .standing, .weight, .role:
      return try words(term, within: places, search, isCancelled)
    case .lang: return try languages(term, within: places, kind, isCancelled)
    case .from, .to, .on, .last, .day: return try dates(term, within: places, search, isCancelled)
    case .asof:
      guard let day = term.asOf else { return places ?? all(kind) }
      return try keep(places, kind, isCancelled) { $0.isKnown($1, by: day) }
    case .id:
      return try keep(places, kind, isCancelled) { chronicle, record in
        let name = chronicle.name(of: record)
        return term.values.contains { name == $0.text }
          || term.values.contains { name.hasPrefix($0.text) && chronicle.id(named: $0.text) == nil }
      }
    case .actor, .speaker, .origin, .via, .place, .about, .source:
      return try names(term, within: places, &search, isCancelled)
    }
  }

  func keep(
    _ places: PlaceSet?, _ kind: RecordKind, _ isCancelled: () -> Bool,
    where holds: (Chronicle, RecordID) -> Bool
  ) throws(Cancelled) -> PlaceSet {
    var kept = none(kind)
    try forEach(places ?? all(kind), kind, isCancelled) { place, record in
      if holds(chronicle, record) { kept.insert(place) }
    }
    return kept
  }

  static func words(of term: Query.FieldTerm) -> Set<String> {
    Set(
      term.values.flatMap { value -> [String] in
        if case .words(let words) = value.meaning { words } else { [] }
      })
  }

  private mutating func languages(
    _ term: Query.FieldTerm, within places: PlaceSet?, _ kind: RecordKind,
    _ isCancelled: () -> Bool
  ) throws(Cancelled) -> PlaceSet {
    let wanted = term.values.map { $0.text.lowercased() }
    let holds = { (languages: [String]) in
      languages.contains { language in wanted.contains { language.hasPrefix($0) } }
    }
    guard let column = try languageColumn(of: kind, isCancelled) else {
      return try keep(places, kind, isCancelled) {
        holds($0.languages(of: $1).map { $0.lowercased() })
      }
    }
    return column.places(among: places ?? all(kind), where: holds)
  }

  // MARK: Dates

  private mutating func dates(
    _ term: Query.FieldTerm, within places: PlaceSet?, _ search: Evaluation,
    _ isCancelled: () -> Bool
  ) throws(Cancelled) -> PlaceSet {
    let wanted = term.values.compactMap { value -> ClosedRange<Day>? in
      guard case .days(let days) = value.meaning else { return nil }
      return switch term.field {
      case .from: days.lowerBound...Day.last
      case .to: Day.first...days.upperBound
      default: days
      }
    }
    let chronicle = chronicle
    let meets = { (record: RecordID) in
      guard let days = chronicle.days(of: record, asOf: search.asOf) else { return false }
      return wanted.contains { $0.overlaps(days) }
    }
    // The stretches are those of today's dates, and not read first for the sake of a few records.
    let some = places ?? all(search.kind)
    guard search.asOf == nil,
      let zones = try dateZones(of: search.kind, mustBe: some.count * 2 > some.total, isCancelled)
    else { return try keep(some, search.kind, isCancelled) { meets($1) } }
    let records = chronicle.records(of: search.kind)
    return try zones.places(among: some, meeting: wanted, isCancelled) { meets(records[Int($0)]) }
  }

  /// Between which days the dates of records of a kind lie, if that is known; it is read if it
  /// `mustBe`.
  mutating func dateZones(
    of kind: RecordKind, mustBe: Bool, _ isCancelled: () -> Bool
  ) throws(Cancelled) -> DateZones? {
    let chronicle = chronicle
    let records = chronicle.records(of: kind)
    if mustBe {
      try fieldMemory.dates[kind, default: DateZones()]
        .fill(from: records, isCancelled) { chronicle.days(of: $0, asOf: nil) }
    }
    guard let zones = fieldMemory.dates[kind], zones.isComplete(for: records) else { return nil }
    return zones
  }

  // MARK: Roles

  /// Of a conjunction with both, a role counts only for an actor asked for beside it.
  mutating func keepingRoles(
    _ parts: [Expression], within places: PlaceSet, _ search: inout Evaluation,
    _ isCancelled: () -> Bool
  ) throws(Cancelled) -> PlaceSet {
    func fields(_ wanted: Field) -> [Query.FieldTerm] {
      parts.compactMap { if case .field(let term) = $0, term.field == wanted { term } else { nil } }
    }
    let wanted = fields(.role)
    guard !wanted.isEmpty else { return places }
    var rest = places
    for actor in fields(.actor) {
      let actors = standIns(for: named(by: actor, [.actor], &search), in: search.kind)
      for role in wanted {
        rest = try roles(role, of: actors, within: rest, search.kind, isCancelled)
      }
    }
    return rest
  }

  private func roles(
    _ term: Query.FieldTerm, of actors: RecordSet, within places: PlaceSet?, _ kind: RecordKind,
    _ isCancelled: () -> Bool
  ) throws(Cancelled) -> PlaceSet {
    let wanted = Self.words(of: term)
    return try keep(places, kind, isCancelled) { chronicle, record in
      chronicle.roles(in: record).contains { role, actor in
        wanted.contains(role) && actors.contains(actor)
      }
    }
  }
}

extension Chronicle {
  /// Who has which role in an event or agreement, by any report.
  func roles(in record: RecordID) -> [(role: String, actor: RecordID)] {
    switch kind(of: record) {
    case .event:
      guard let event = event(record) else { return [] }
      return (event.participants + event.reports.flatMap(\.participants))
        .map { ($0.role.rawValue, $0.actor) }
    case .agreement: return agreement(record)?.parties.map { ($0.role.rawValue, $0.actor) } ?? []
    default: return []
    }
  }

  /// The days that a record's date may mean, as of a day; of a quote without one, the day on which
  /// its source was published. `nil` for a record without a date.
  ///
  /// What was said, published, or has occurred at a date that is open to one side stands at the day
  /// that is given, lest it be found under every day before or after.
  package func days(of record: RecordID, asOf day: Day?) -> ClosedRange<Day>? {
    var (lower, upper) = dayBounds(of: record)
    var status = kind(of: record) == .event ? status(of: record) : nil
    if let day, kind(of: record) == .event {
      let known = fold(record, asOf: day)
      (lower, upper, status) = (known?.date?.lower, known?.date?.upper, known?.status)
    }
    if lower == nil, upper == nil, kind(of: record) == .quote {
      (lower, upper) = (firstKnown(of: record), firstKnown(of: record))
    }
    if [.quote, .source].contains(kind(of: record)) || status == .occurred {
      (lower, upper) = (lower ?? upper, upper ?? lower)
    }
    guard lower != nil || upper != nil else { return nil }
    let first = lower ?? Day.first
    return first...max(first, upper ?? Day.last)
  }

  /// Whether a record was known by a day. What has no day of its own always is.
  func isKnown(_ record: RecordID, by day: Day) -> Bool {
    switch kind(of: record) {
    case .event, .quote: firstKnown(of: record).map { $0 <= day } ?? false
    case .source: source(record)?.published.knownOn.map { $0 <= day } ?? false
    case .term: fold(term: record, asOf: day) != nil
    case .actor, .agreement, .place, .stage: true
    }
  }

  /// The languages of a record's words: of a quote, also that in which they were said.
  package func languages(of record: RecordID) -> [String] {
    switch kind(of: record) {
    case .quote:
      guard let quote = quote(record) else { return [] }
      let own = quote.language ?? source(quote.source)?.language ?? language
      return [own, quote.original?.language].compactMap { $0 }
    case .source: return [statedLanguage(ofSource: record) ?? language].compactMap { $0 }
    default: return language.map { [$0] } ?? []
    }
  }
}
