package import Records

/// What the records of a kind have in a field, as a number for each: many records are counted, and
/// those that have something found, without a look at a record.
struct FieldColumn<Value: Hashable & Sendable>: Sendable {
  /// By place, the position in `values`; of as many records as were read so far.
  private var codes: [UInt16] = []
  private var values: [Value] = []
  private var positions: [Value: UInt16] = [:]
  /// Whether there are more different values than can be numbered: then nothing is kept.
  private(set) var isTooVaried = false

  func isComplete(for records: RecordList) -> Bool {
    !isTooVaried && codes.count == records.count
  }

  subscript(place: Int) -> Value { values[Int(codes[place])] }

  /// Reads the records that were not read yet. What was read until it is cancelled stays.
  mutating func fill(
    from records: RecordList, _ isCancelled: () -> Bool, value: (RecordID) -> Value
  ) throws(RecordFinder.Cancelled) {
    codes.reserveCapacity(records.count)
    while !isTooVaried, codes.count < records.count {
      if codes.count & 63 == 0, isCancelled() { throw RecordFinder.Cancelled() }
      append(value(records[codes.count]))
    }
  }

  /// Takes in what the next record has.
  mutating func append(_ value: Value) {
    if let position = positions[value] { return codes.append(position) }
    guard let position = UInt16(exactly: values.count) else {
      self = FieldColumn()
      isTooVaried = true
      return
    }
    positions[value] = position
    values.append(value)
    codes.append(position)
  }

  /// How many of some records have each value that any record has.
  func counts(among places: PlaceSet) -> [(value: Value, count: Int)] {
    var counts = [Int](repeating: 0, count: values.count)
    codes.withUnsafeBufferPointer { codes in
      for place in places { counts[Int(codes[Int(place)])] += 1 }
    }
    return zip(values, counts).map { ($0, $1) }
  }

  /// Of some records, those for whose value something holds.
  func places(among places: PlaceSet, where holds: (Value) -> Bool) -> PlaceSet {
    let held = values.map(holds)
    var found = PlaceSet(total: places.total)
    for place in places where held[Int(codes[Int(place)])] { found.insert(place) }
    return found
  }
}

/// The columns of fields that were made so far: kept, since records never change.
struct FieldMemory: Sendable {
  struct Key: Hashable {
    let kind: RecordKind
    let field: Field
  }

  /// Words of a closed list: a bit for each that the record has.
  var words: [Key: FieldColumn<UInt32>] = [:]
  var languages: [Key: FieldColumn<[String]>] = [:]
  var years: [Key: FieldColumn<YearSpan?>] = [:]
  var dates: [RecordKind: DateZones] = [:]
  /// What the record names in the field, as places in the list of its kind; see `NameTally`.
  var names: [Key: FieldColumn<[UInt32]>] = [:]
  /// What naming a record means, as places in the list of its kind; see `RecordFinder.meant`.
  var meant: [Field: [[UInt32]]] = [:]
}

extension RecordFinder {
  typealias Columns<Value: Hashable & Sendable> =
    WritableKeyPath<FieldMemory, [FieldMemory.Key: FieldColumn<Value>]>

  /// The column of a field if it is made; it is made if it `mustBe`, so far as its values can be
  /// numbered.
  mutating func column<Value>(
    _ columns: Columns<Value>, _ key: FieldMemory.Key, mustBe: Bool, _ isCancelled: () -> Bool,
    value: (RecordID) -> Value
  ) throws(Cancelled) -> FieldColumn<Value>? {
    let records = chronicle.records(of: key.kind)
    if mustBe {
      try fieldMemory[keyPath: columns][key, default: FieldColumn()]
        .fill(from: records, isCancelled, value: value)
    }
    guard let column = fieldMemory[keyPath: columns][key], column.isComplete(for: records) else {
      return nil
    }
    return column
  }

  /// How many of some records have each value: from the column of the field if there is one.
  mutating func counts<Value>(
    _ column: FieldColumn<Value>?, _ places: PlaceSet, _ kind: RecordKind,
    _ isCancelled: () -> Bool, value: (RecordID) -> Value
  ) throws(Cancelled) -> [(value: Value, count: Int)] {
    if let column { return column.counts(among: places) }
    var counts: [Value: Int] = [:]
    try forEach(places, kind, isCancelled) { _, record in counts[value(record), default: 0] += 1 }
    return counts.map { ($0.key, $0.value) }
  }

  /// Makes the columns of all fields that records of a kind are told apart by, so that no filter and
  /// no facet need wait. Those of the standing and of roles take all reports of a store: some
  /// seconds for each 100 000 events. What was done goes on where it was cancelled.
  ///
  /// - Parameters:
  ///   - kind: the kind of record.
  ///   - isCancelled: asked about once a millisecond.
  /// - Returns: whether it came to the end.
  package mutating func prepareFields(of kind: RecordKind, isCancelled: () -> Bool) -> Bool {
    let fields = Self.facetFields(of: kind)
    do {
      for field in fields.filter({ !$0.isDecoded }) { try prepare(field, of: kind, isCancelled) }
      for field in fields.filter(\.isDecoded) { try prepare(field, of: kind, isCancelled) }
      return true
    } catch {
      return false
    }
  }

  private mutating func prepare(
    _ field: Field, of kind: RecordKind, _ isCancelled: () -> Bool
  ) throws(Cancelled) {
    let key = FieldMemory.Key(kind: kind, field: field)
    switch field {
    case .lang: _ = try languageColumn(of: kind, isCancelled)
    case .on:
      _ = try dateZones(of: kind, mustBe: true, isCancelled)
      _ = try column(\.years, key, mustBe: true, isCancelled, value: years(asOf: nil))
    case .actor, .place, .source:
      _ = try column(\.names, key, mustBe: true, isCancelled, value: named(field, kind))
      _ = meant(field)
    default:
      let words = words(of: field, in: kind, asOf: nil)
      _ = try column(\.words, key, mustBe: true, isCancelled, value: words)
    }
  }
}
