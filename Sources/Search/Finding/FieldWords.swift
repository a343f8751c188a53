import Records

// Fields whose values are words of a closed list.

extension RecordFinder {
  /// The words that a field may have in records of a kind, in their order; none where they have no
  /// such field.
  static func wordList(of field: Field, in kind: RecordKind) -> [String] {
    switch (field, kind) {
    case (.mode, .quote): return Chronicle.kindWords(of: kind) ?? []
    case (.kind, _): return kind == .quote ? [] : Chronicle.kindWords(of: kind) ?? []
    case (.act, .quote), (.status, .event), (.standing, .event), (.weight, .event),
      (.role, .event), (.role, .agreement):
      if case .word(let words) = field.value { return words }
      return []
    default: return []
    }
  }

  /// Which words of the list a record has in a field, a bit for each by its position.
  func words(of field: Field, in kind: RecordKind, asOf day: Day?) -> (RecordID) -> UInt32 {
    let chronicle = chronicle
    let list = Self.wordList(of: field, in: kind)
    guard !list.isEmpty else { return { _ in 0 } }
    func bit(_ position: Int?) -> UInt32 { position.map { 1 << UInt32($0) } ?? 0 }
    switch field {
    case .kind, .mode: return { bit(Int(chronicle.kindCode(of: $0))) }
    case .act: return { bit(chronicle.act(of: $0).flatMap(Act.allCases.firstIndex)) }
    case .weight: return { bit(chronicle.weight(of: $0).flatMap(Weight.allCases.firstIndex)) }
    case .status where day == nil:
      return { bit(chronicle.status(of: $0).flatMap(Status.allCases.firstIndex)) }
    case .status:
      return { bit((chronicle.fold($0, asOf: day)?.status).flatMap(Status.allCases.firstIndex)) }
    case .standing:
      let lookup = RememberingLookup(chronicle)
      return {
        bit((lookup.standing($0, asOf: day)?.standing).flatMap(Standing.allCases.firstIndex))
      }
    default:
      return { record in
        chronicle.roles(in: record).reduce(0) { $0 | bit(list.firstIndex(of: $1.role)) }
      }
    }
  }

  /// The column of a field, where it is made, or where it is to be told of most records and takes
  /// decoding them; `nil` for a day that is not today if the field depends on it.
  private mutating func wordColumn(
    of field: Field, _ kind: RecordKind, asOf day: Day?, for places: PlaceSet,
    _ isCancelled: () -> Bool
  ) throws(Cancelled) -> FieldColumn<UInt32>? {
    if day != nil, field == .status || field == .standing { return nil }
    return try column(
      \.words, FieldMemory.Key(kind: kind, field: field),
      mustBe: field.isDecoded && places.count * 2 > places.total, isCancelled,
      value: words(of: field, in: kind, asOf: nil))
  }

  /// The places of records that have one of the words asked for.
  mutating func words(
    _ term: Query.FieldTerm, within places: PlaceSet?, _ search: Evaluation,
    _ isCancelled: () -> Bool
  ) throws(Cancelled) -> PlaceSet {
    let kind = search.kind
    let list = Self.wordList(of: term.field, in: kind)
    let wanted = Self.words(of: term).reduce(0 as UInt32) { bits, word in
      list.firstIndex(of: word).map { bits | 1 << UInt32($0) } ?? bits
    }
    guard wanted != 0 else { return none(kind) }
    let some = places ?? all(kind)
    let column = try wordColumn(of: term.field, kind, asOf: search.asOf, for: some, isCancelled)
    if let column { return column.places(among: some) { $0 & wanted != 0 } }
    let has = words(of: term.field, in: kind, asOf: search.asOf)
    return try keep(some, kind, isCancelled) { has($1) & wanted != 0 }
  }

  /// How many of some records have each word of a field.
  mutating func wordValues(
    _ field: Field, _ places: PlaceSet, _ kind: RecordKind, asOf day: Day?,
    _ isCancelled: () -> Bool
  ) throws(Cancelled) -> [Facet.Value] {
    let list = Self.wordList(of: field, in: kind)
    var counts = [Int](repeating: 0, count: UInt32.bitWidth)
    let column = try wordColumn(of: field, kind, asOf: day, for: places, isCancelled)
    let value = words(of: field, in: kind, asOf: day)
    for (words, count) in try self.counts(column, places, kind, isCancelled, value: value) {
      var rest = words
      while rest != 0 {
        counts[rest.trailingZeroBitCount] += count
        rest &= rest - 1
      }
    }
    return zip(list, counts).map { Facet.Value(text: $0, label: $0, count: $1) }
  }

  /// The words that the records of a kind have in a field, and how many have each; `nil` where that
  /// would take decoding them. Linear in the records.
  mutating func countedWords(of field: Field, in kind: RecordKind) -> [Facet.Value]? {
    guard !Self.wordList(of: field, in: kind).isEmpty else { return nil }
    if field.isDecoded {
      let column = fieldMemory.words[FieldMemory.Key(kind: kind, field: field)]
      guard column?.isComplete(for: chronicle.records(of: kind)) ?? false else { return nil }
    }
    return try? wordValues(field, all(kind), kind, asOf: nil, { false })
  }
}
