/// Each kind of record in the order in which it is listed.
struct Orders: Sendable {
  /// By raw value of the kind.
  let lists: [RecordList]
  /// For each row, where it stands in the list of its kind.
  let positions: Column<UInt32>
  let undatedCount: Int
  let period: ClosedRange<Day>?

  init(_ table: LinkedTable, nameKey: (String) -> [UInt8]) {
    let positions = Column<UInt32>(repeating: 0, count: table.rows.count)
    var lists: [RecordList] = []
    var undated = 0
    var days = DaySpread()
    for (kind, rows) in zip(RecordKind.allCases, Self.rowsOfKinds(table)) {
      switch kind {
      case .event:
        days = Self.sortByDate(rows, table)
        undated = Self.sortUndated(rows, table)
      case .quote, .source, .agreement: _ = Self.sortByDate(rows, table)
      case .actor, .place: Self.sortByName(rows, table, nameKey)
      case .stage, .term: break
      }
      for (position, row) in rows.values.enumerated() {
        positions[Int(row)] = UInt32(truncatingIfNeeded: position)
      }
      lists.append(RecordList(rows: rows))
    }
    self.lists = lists
    self.positions = positions
    undatedCount = undated
    period = days.range
  }

  /// The first and last day that dates touch.
  private struct DaySpread {
    var first = Int32.max
    var last = Int32.min

    mutating func add(_ bounds: DateBounds) {
      for day in [bounds.lower, bounds.upper]
      where day != DateBounds.unboundedBelow && day != DateBounds.unboundedAbove {
        first = min(first, day)
        last = max(last, day)
      }
    }

    var range: ClosedRange<Day>? {
      guard let start = Day(number: Int(first)), let end = Day(number: Int(last)), start <= end
      else { return nil }
      return start...end
    }
  }

  /// The records of each kind, in the order of the files.
  private static func rowsOfKinds(_ table: LinkedTable) -> [Column<UInt32>] {
    let found = RecordKind.allCases.map { _ in Column<UInt32>(capacity: table.rows.count) }
    // Records of one kind mostly stand together.
    var (kind, rows) = (UInt8(0), found[0])
    for (index, row) in table.rows.values.enumerated() where !row.flags.contains(.isDead) {
      if row.kind != kind { (kind, rows) = (row.kind, found[Int(row.kind)]) }
      rows.append(UInt32(truncatingIfNeeded: index))
    }
    for rows in found { rows.shrink() }
    return found
  }

  private static func sortByDate(_ rows: Column<UInt32>, _ table: LinkedTable) -> DaySpread {
    let keys = Column<UInt64>(capacity: rows.count)
    var days = DaySpread()
    var isSorted = true
    var last: UInt64 = 0
    for row in rows.values {
      let bounds = table.foldedDates(of: Int(row))
      days.add(bounds)
      let key = key(of: Int(row), bounds, table).bits
      isSorted = isSorted && last <= key
      last = key
      keys.append(key)
    }
    if !isSorted { sort(rows, by: keys) }
    return days
  }

  /// Sorts rows by their keys, equal ones as they stood: by digits of 16 bits from the lowest on
  /// (LSD radix sort), of which those that are the same in all keys are passed over.
  private static func sort(_ rows: Column<UInt32>, by keys: Column<UInt64>) {
    var varying: UInt64 = 0
    for key in keys.values { varying |= key ^ keys[0] }
    var (fromRows, fromKeys) = (rows, keys)
    var toRows = Column<UInt32>(repeating: 0, count: rows.count)
    var toKeys = Column<UInt64>(repeating: 0, count: rows.count)
    for shift in stride(from: UInt64(0), to: 64, by: 16) where varying >> shift & 0xFFFF != 0 {
      var starts = [Int](repeating: 0, count: 1 << 16)
      for key in fromKeys.values { starts[Int(key >> shift & 0xFFFF)] += 1 }
      var sum = 0
      for digit in starts.indices { (starts[digit], sum) = (sum, sum + starts[digit]) }
      let (oldKeys, oldRows) = (fromKeys.values, fromRows.values)
      let (newKeys, newRows) = (toKeys.values, toRows.values)
      for index in oldKeys.indices {
        let digit = Int(oldKeys[index] >> shift & 0xFFFF)
        newKeys[starts[digit]] = oldKeys[index]
        newRows[starts[digit]] = oldRows[index]
        starts[digit] += 1
      }
      swap(&fromRows, &toRows)
      swap(&fromKeys, &toKeys)
    }
    guard fromRows !== rows else { return }
    for (index, row) in fromRows.values.enumerated() { rows[index] = row }
  }

  private static func key(
    of row: Int, _ folded: DateBounds, _ table: LinkedTable
  ) -> DateKey {
    var bounds = folded
    if bounds == .undated, let kind = RecordKind(rawValue: table.rows[row].kind) {
      // No report gives a date.
      if kind == .event { return .last }
      if kind == .agreement { bounds = table.agreed(row) ?? bounds }
    }
    let known = bounds.sortDay == nil ? table.firstKnown(of: row) : nil
    return DateKey(bounds, reported: known)
  }

  /// Puts the events that no report gives a date, the last of all, in the order in which they were
  /// first reported, and counts them.
  private static func sortUndated(_ rows: Column<UInt32>, _ table: LinkedTable) -> Int {
    let placed = rows.values.firstPosition {
      key(of: Int($0), table.foldedDates(of: Int($0)), table) != .last
    }
    var undated = 0
    let rest = rows.values[placed...]
      .map { row in
        let isUndated = table.foldedDates(of: Int(row)) == .undated
        undated += isUndated ? 1 : 0
        return (isUndated ? 1 : 0, table.firstKnown(of: Int(row))?.number ?? .max, row)
      }
      .sorted { $0 < $1 }
    for (index, entry) in rest.enumerated() { rows[placed + index] = entry.2 }
    return undated
  }

  private static func sortByName(
    _ rows: Column<UInt32>, _ table: LinkedTable, _ nameKey: (String) -> [UInt8]
  ) {
    let keyed = rows.values
      .map { (key: nameKey(table.text(table.rows[Int($0)].label)), row: $0) }
      .sorted { left, right in
        left.key == right.key
          ? left.row < right.row : left.key.lexicographicallyPrecedes(right.key)
      }
    for (index, entry) in keyed.enumerated() { rows[index] = entry.row }
  }
}
