package import Records

/// A field with the values that records have in it, and how many records each of them would leave.
package struct Facet: Hashable, Sendable {
  /// A value of a field.
  package struct Value: Hashable, Sendable {
    /// As a query line names it: a word of a list, an id, a tag, a year.
    package let text: String
    /// What a person calls it.
    package let label: String
    /// How many records have it, of those that the rest of the line leaves.
    package let count: Int

    package init(text: String, label: String, count: Int) {
      (self.text, self.label, self.count) = (text, label, count)
    }
  }

  package let field: Field
  /// The most frequent first; years in their order.
  package let values: [Value]
  /// How many rarer values are left out.
  package let omitted: Int

  package init(field: Field, values: [Value], omitted: Int = 0) {
    (self.field, self.values, self.omitted) = (field, values, omitted)
  }
}

/// What had to be decoded to count facets: kept, since records never change.
struct FacetMemory: Sendable {
  /// Language sets that records have, each once.
  var languageSets: [[String]] = []
  /// By kind and place, the position in `languageSets`.
  var languages: [RecordKind: [UInt16]] = [:]
  /// By kind and place, a bit for each role that somebody has in the record; `unknown` until it is
  /// asked for.
  var roles: [RecordKind: [UInt16]] = [:]

  static let unknown = UInt16.max
}

extension RecordFinder {
  /// The fields that tell records of a kind apart, those with few values first.
  package static func facetFields(of kind: RecordKind) -> [Field] {
    switch kind {
    case .event: [.kind, .status, .standing, .weight, .on, .role, .actor, .place, .source]
    case .quote: [.mode, .act, .on, .lang, .actor, .source]
    case .actor: [.kind, .actor]
    case .agreement: [.kind, .on, .role, .actor, .place, .source]
    case .source: [.kind, .on, .lang, .source]
    case .place: [.place]
    case .stage, .term: []
    }
  }

  /// How many values of a field are counted out at most.
  static let mostValues = 40

  /// The facets of what a query leaves of a kind: what of each field there is, and how much.
  ///
  /// The values of a field are counted as if the line did not ask for that field, since another value
  /// of it can be had as well. One pass over what is found for each field. `nil` if cancelled.
  package mutating func facets(
    of query: Query, among kind: RecordKind, calendar: QueryCalendar = QueryCalendar(),
    isCancelled: () -> Bool = { false }
  ) -> [Facet]? {
    guard let found = find(query, among: kind, isCancelled: isCancelled)?.placeSet
    else { return nil }
    var facets: [Facet] = []
    for field in Self.facetFields(of: kind) {
      let line = query.lifting(field)
      var base = (query: query, places: found)
      if line != query.line {
        base.query = Query(line, calendar: calendar)
        guard let wider = find(base.query, among: kind, isCancelled: isCancelled) else {
          return nil
        }
        base.places = wider.placeSet
      }
      let terms = query.required(field)
      let asked = { (value: String) in terms.contains { $0.asks(for: value) } }
      guard
        let values = try? values(
          of: field, base.places, kind, base.query, calendar: calendar, asked, isCancelled)
      else { return nil }
      let facet = Facet(of: field, values, asked: asked)
      if !facet.values.isEmpty { facets.append(facet) }
    }
    return facets
  }

  /// The values of a field in some records, with those that nothing has.
  private mutating func values(
    of field: Field, _ places: PlaceSet, _ kind: RecordKind, _ query: Query,
    calendar: QueryCalendar, _ asked: (String) -> Bool, _ isCancelled: () -> Bool
  ) throws(Cancelled) -> [Facet.Value] {
    switch field {
    case .actor, .place, .source:
      return try nameValues(field, places, kind, query, asked, isCancelled)
    case .lang: return try languageValues(places, kind, isCancelled)
    case .role: return try roleValues(places, kind, query, calendar, isCancelled)
    case .on: return try yearValues(places, kind, query, isCancelled)
    default: return try wordValues(field, places, kind, query, isCancelled)
    }
  }

  /// Goes through records by their places, and asks now and then whether to go on.
  func forEach(
    _ places: PlaceSet, _ kind: RecordKind, _ isCancelled: () -> Bool,
    _ body: (UInt32, RecordID) -> Void
  ) throws(Cancelled) {
    let records = chronicle.records(of: kind)
    var untilAsked = 0
    for place in places {
      untilAsked -= 1
      if untilAsked < 0 {
        if isCancelled() { throw Cancelled() }
        untilAsked = 255
      }
      body(place, records[Int(place)])
    }
  }

  // MARK: Words of a list

  /// The words that the records of a kind have in a field, and how many have each; `nil` where that
  /// would take decoding them. Linear in the records.
  mutating func countedWords(of field: Field, in kind: RecordKind) -> [Facet.Value]? {
    let isInColumns =
      switch field {
      case .kind: kind != .quote && Chronicle.kindWords(of: kind) != nil
      case .mode, .act: kind == .quote
      case .status, .weight: kind == .event
      case .standing: kind == .event && standings != nil
      default: false
      }
    guard isInColumns else { return nil }
    return try? wordValues(field, all(kind), kind, Query(""), { false })
  }

  private mutating func wordValues(
    _ field: Field, _ places: PlaceSet, _ kind: RecordKind, _ query: Query,
    _ isCancelled: () -> Bool
  ) throws(Cancelled) -> [Facet.Value] {
    var words: [String] = []
    switch field {
    case .kind, .mode: words = Chronicle.kindWords(of: kind) ?? []
    default: if case .word(let all) = field.value { words = all }
    }
    let positions = Dictionary(
      words.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let asOf = query.asOf
    let today = field == .standing && asOf == nil ? try allStandings(isCancelled) : []
    var counts = [Int](repeating: 0, count: 256)
    try forEach(places, kind, isCancelled) { place, record in
      switch field {
      case .kind, .mode: counts[Int(chronicle.kindCode(of: record))] += 1
      case .standing where asOf == nil: counts[Int(today[Int(place)])] += 1
      default:
        let word = chronicle.word(of: field, in: record, asOf: asOf)
        if let code = word.flatMap({ positions[$0] }) { counts[code] += 1 }
      }
    }
    return zip(words, counts).map { Facet.Value(text: $0, label: $0, count: $1) }
  }

  // MARK: Years

  private func yearValues(
    _ places: PlaceSet, _ kind: RecordKind, _ query: Query, _ isCancelled: () -> Bool
  ) throws(Cancelled) -> [Facet.Value] {
    var counts = [Int](repeating: 0, count: 10_000)
    // A date without an end is of every year from its start on, up to the last that any tells of.
    var open: [ClosedRange<Int>] = []
    var told: ClosedRange<Int>?
    try forEach(places, kind, isCancelled) { _, record in
      guard let days = chronicle.days(of: record, asOf: query.asOf) else { return }
      let (first, last) = (days.lowerBound.year, days.upperBound.year)
      guard first <= last, last >= 0 else { return }
      let years = max(0, first)...min(max(0, last), 9_999)
      if days.lowerBound == Day.first || days.upperBound == Day.last {
        open.append(years)
        let known = days.lowerBound == Day.first ? years.upperBound : years.lowerBound
        told = min(told?.lowerBound ?? known, known)...max(told?.upperBound ?? known, known)
      } else {
        for year in years { counts[year] += 1 }
        told =
          min(
            told?.lowerBound ?? years.lowerBound, years.lowerBound)...max(
            told?.upperBound ?? years.upperBound, years.upperBound)
      }
    }
    guard let told else { return [] }
    for years in open {
      for year in years.clamped(to: told) { counts[year] += 1 }
    }
    return told.filter { $0 >= 1000 }.map {
      Facet.Value(text: "\($0)", label: "\($0)", count: counts[$0])
    }
  }
}

extension Facet {
  /// The values that some record has or the line asks for: the most frequent, and all asked for.
  fileprivate init(of field: Field, _ all: [Value], asked: (String) -> Bool) {
    var found = all.filter { $0.count > 0 || asked($0.text) }
    let most = RecordFinder.mostValues
    if field == .on {
      found = Array(found.suffix(most))
    } else {
      // Equals stay in the order of the list of words, or of names.
      let order = found.indices.sorted { (-found[$0].count, $0) < (-found[$1].count, $1) }
      found = order.map { found[$0] }
      found = found.prefix(most) + found.dropFirst(most).filter { asked($0.text) }
    }
    let held = all.count { $0.count > 0 || asked($0.text) }
    self.init(field: field, values: found, omitted: held - found.count)
  }
}

extension Chronicle {
  /// The word that an event or quote has in a field.
  fileprivate func word(of field: Field, in record: RecordID, asOf day: Day?) -> String? {
    switch field {
    case .act: act(of: record)?.rawValue
    case .weight: weight(of: record)?.rawValue
    case .status where day == nil: status(of: record)?.rawValue
    case .status: fold(record, asOf: day)?.status.rawValue
    default: standing(record, asOf: day)?.standing.rawValue
    }
  }
}
