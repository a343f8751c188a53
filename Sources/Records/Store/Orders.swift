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
    for kind in RecordKind.allCases {
      let rows = Self.rows(of: kind, in: table)
      let sorted: Column<UInt32>
      switch kind {
      case .event:
        sorted = Self.byDate(rows, table)
        undated = Self.sortUndated(sorted, table)
      case .quote, .source, .agreement: sorted = Self.byDate(rows, table)
      case .actor, .place: sorted = Self.byName(rows, table, nameKey)
      case .stage, .term: sorted = rows
      }
      for (position, row) in sorted.values.enumerated() {
        positions[Int(row)] = UInt32(truncatingIfNeeded: position)
      }
      lists.append(RecordList(rows: sorted))
    }
    self.lists = lists
    self.positions = positions
    undatedCount = undated
    period = Self.period(lists[Int(RecordKind.event.rawValue)], table)
  }

  private static func rows(of kind: RecordKind, in table: LinkedTable) -> Column<UInt32> {
    let found = Column<UInt32>()
    for (index, row) in table.rows.values.enumerated()
    where row.kind == kind.rawValue && !row.flags.contains(.isDead) {
      found.append(UInt32(truncatingIfNeeded: index))
    }
    found.shrink()
    return found
  }

  private static func byDate(_ rows: Column<UInt32>, _ table: LinkedTable) -> Column<UInt32> {
    var keyed: [(key: DateKey, row: UInt32)] = []
    keyed.reserveCapacity(rows.count)
    var isSorted = true
    for row in rows.values {
      let key = key(of: Int(row), table)
      if let last = keyed.last, key < last.key { isSorted = false }
      keyed.append((key, row))
    }
    guard !isSorted else { return rows }
    keyed.sort { $0.key == $1.key ? $0.row < $1.row : $0.key < $1.key }
    for (index, entry) in keyed.enumerated() { rows[index] = entry.row }
    return rows
  }

  private static func key(of row: Int, _ table: LinkedTable) -> DateKey {
    var bounds = table.foldedDates(of: row)
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
    let placed = rows.values.firstPosition { key(of: Int($0), table) != .last }
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

  private static func byName(
    _ rows: Column<UInt32>, _ table: LinkedTable, _ nameKey: (String) -> [UInt8]
  ) -> Column<UInt32> {
    let keyed = rows.values
      .map { (key: nameKey(table.text(table.rows[Int($0)].label)), row: $0) }
      .sorted { left, right in
        left.key == right.key
          ? left.row < right.row : left.key.lexicographicallyPrecedes(right.key)
      }
    for (index, entry) in keyed.enumerated() { rows[index] = entry.row }
    return rows
  }

  private static func period(_ events: RecordList, _ table: LinkedTable) -> ClosedRange<Day>? {
    var first: Day?
    var last: Day?
    for id in events {
      let bounds = table.foldedDates(of: Int(id.number))
      for day in [bounds.lowerDay, bounds.upperDay] {
        guard let day else { continue }
        first = min(first ?? day, day)
        last = max(last ?? day, day)
      }
    }
    guard let first, let last else { return nil }
    return first...last
  }
}
