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
          of: field, base.places, kind, base.query, calendar: calendar,
          terms.isEmpty ? nil : asked, isCancelled)
      else { return nil }
      let facet = Facet(of: field, values, asked: asked)
      if !facet.values.isEmpty { facets.append(facet) }
    }
    return facets
  }

  /// The values of a field in some records, with those that nothing has.
  private mutating func values(
    of field: Field, _ places: PlaceSet, _ kind: RecordKind, _ query: Query,
    calendar: QueryCalendar, _ asked: ((String) -> Bool)?, _ isCancelled: () -> Bool
  ) throws(Cancelled) -> FacetValues {
    switch field {
    case .actor, .place, .source:
      return try nameValues(field, places, kind, query, asked, isCancelled)
    case .lang: return FacetValues(values: try languageValues(places, kind, isCancelled))
    case .role where !query.required(.actor).isEmpty:
      return FacetValues(values: try roleValues(kind, query, calendar, isCancelled))
    case .on: return FacetValues(values: try yearValues(places, kind, query, isCancelled))
    default:
      return FacetValues(
        values: try wordValues(field, places, kind, asOf: query.asOf, isCancelled))
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

  // MARK: Years

  /// The years that a record's date may mean; `nil` for one without a date.
  func years(asOf day: Day?) -> (RecordID) -> YearSpan? {
    let chronicle = chronicle
    return { chronicle.days(of: $0, asOf: day).flatMap(YearSpan.init) }
  }

  private mutating func yearValues(
    _ places: PlaceSet, _ kind: RecordKind, _ query: Query, _ isCancelled: () -> Bool
  ) throws(Cancelled) -> [Facet.Value] {
    let value = years(asOf: query.asOf)
    let key = FieldMemory.Key(kind: kind, field: .on)
    let column =
      query.asOf == nil
      ? try column(\.years, key, mustBe: false, isCancelled, value: value) : nil
    let spans = try self.counts(column, places, kind, isCancelled, value: value)
      .compactMap { span, count in count == 0 ? nil : span.map { ($0, count) } }
    guard var told = spans.first?.0.told else { return [] }
    for (span, _) in spans {
      told = min(told.lowerBound, span.told.lowerBound)...max(told.upperBound, span.told.upperBound)
    }
    var counts = [Int](repeating: 0, count: YearSpan.last + 1)
    for (span, count) in spans {
      // A date without an end is of every year from its start on, up to the last that any tells of.
      for year in span.isOpen ? span.years.clamped(to: told) : span.years { counts[year] += count }
    }
    return told.filter { $0 >= 1000 }.map {
      Facet.Value(text: "\($0)", label: "\($0)", count: counts[$0])
    }
  }
}

/// The years that a date may mean.
struct YearSpan: Hashable, Sendable {
  /// From 0 to `last`.
  let years: ClosedRange<Int>
  /// The years it tells of: of one that is open at an end, the other end.
  let told: ClosedRange<Int>
  /// Whether it is open at an end.
  let isOpen: Bool

  static let last = 9_999

  /// `nil` for days before the year 0.
  init?(_ days: ClosedRange<Day>) {
    let (first, last) = (days.lowerBound.year, days.upperBound.year)
    guard first <= last, last >= 0, first <= Self.last else { return nil }
    years = max(0, first)...min(max(0, last), Self.last)
    isOpen = days.lowerBound == Day.first || days.upperBound == Day.last
    let known = days.lowerBound == Day.first ? years.upperBound : years.lowerBound
    told = isOpen ? known...known : years
  }
}

/// The values of a field.
struct FacetValues {
  let values: [Facet.Value]
  /// How many others some record has.
  var omitted = 0
}

extension Facet {
  /// The values that some record has or the line asks for: the most frequent, and all asked for.
  fileprivate init(of field: Field, _ all: FacetValues, asked: (String) -> Bool) {
    var found = all.values.filter { $0.count > 0 || asked($0.text) }
    let most = RecordFinder.mostValues
    if field == .on {
      found = Array(found.suffix(most))
    } else {
      // Equals stay in the order of the list of words, or of names.
      let order = found.indices.sorted { (-found[$0].count, $0) < (-found[$1].count, $1) }
      found = order.map { found[$0] }
      found = found.prefix(most) + found.dropFirst(most).filter { asked($0.text) }
    }
    let held = all.values.count { $0.count > 0 || asked($0.text) }
    self.init(field: field, values: found, omitted: all.omitted + held - found.count)
  }
}
