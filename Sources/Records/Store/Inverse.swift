/// For each record, who names it and in which field: the references, turned round.
struct Inverse: Sendable {
  /// For each row, where its namers begin; one more entry marks the end.
  private let starts: Column<UInt32>
  private let namers: Column<UInt32>
  private let mentions: Column<UInt8>

  /// Namers come in the order in which their kinds are listed, so that every answer is sorted.
  init(_ table: LinkedTable, _ orders: Orders) {
    let rowCount = table.rows.count
    starts = Column(repeating: 0, count: rowCount + 2)
    let total = Self.count(table, into: starts.values)
    for row in 0..<rowCount + 1 { starts[row + 1] += starts[row] }
    namers = Column(repeating: 0, count: total)
    mentions = Column(repeating: 0, count: total)
    // Whom each half of the references names is filled in on a core of its own.
    let middle = starts.values.firstPosition { $0 < UInt32(truncatingIfNeeded: total / 2) }
    let (first, second) = (0..<max(middle - 1, 0), max(middle - 1, 0)..<rowCount)
    _ = atTheSameTime(
      isWorthIt: rowCount > 50_000,
      { fill(first, table, orders) }, { fill(second, table, orders) })
  }

  /// Counts for each row, two places behind it, how often it is named; and all together.
  private static func count(
    _ table: LinkedTable, into starts: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    let mentions = table.edgeMentions.values
    var total = 0
    for (edge, target) in table.edgeTargets.values.enumerated()
    where target != Row.none && mentions[edge] != Mention.none.rawValue {
      starts[Int(target) + 2] += 1
      total += 1
    }
    return total
  }

  /// Fills in who names the rows of a range. Meanwhile starts[row + 1] is where the row's next namer
  /// goes; in the end it is where the next row begins.
  private func fill(_ range: Range<Int>, _ table: LinkedTable, _ orders: Orders) {
    let (targets, kinds) = (table.edgeTargets.values, table.edgeMentions.values)
    let rows = table.rows.values
    let (starts, namers, mentions) = (starts.values, namers.values, mentions.values)
    let (first, last) = (UInt32(range.lowerBound), UInt32(range.upperBound))
    for list in orders.lists {
      for number in list.rows.values {
        for edge in rows[Int(number)].edgeRange {
          let target = targets[edge]
          guard target >= first, target < last, kinds[edge] != Mention.none.rawValue else {
            continue
          }
          let slot = Int(starts[Int(target) + 1])
          guard slot < namers.count else { continue }
          namers[slot] = number
          mentions[slot] = kinds[edge]
          starts[Int(target) + 1] += 1
        }
      }
    }
  }

  /// The records that name `id` in one of the fields, each once, sorted by kind and then as listed.
  func records(naming id: RecordID, as wanted: Mention...) -> [RecordID] {
    var wantedBits: UInt64 = 0
    for mention in wanted { wantedBits |= 1 << UInt64(mention.rawValue) }
    var found: [RecordID] = []
    for index in range(id) where wantedBits & 1 << UInt64(mentions[index]) != 0 {
      let namer = RecordID(number: namers[index])
      if found.last != namer { found.append(namer) }
    }
    return found
  }

  /// Goes through the rows of the records that name `id` in one of the fields; one that names it
  /// several times may come several times.
  func forEachNamer(of id: RecordID, as wanted: MentionSet, _ body: (UInt32) -> Void) {
    for index in range(id) where wanted.rawValue >> UInt64(mentions[index]) & 1 == 1 {
      body(namers[index])
    }
  }

  func count(naming id: RecordID) -> Int {
    range(id).count
  }

  private func range(_ id: RecordID) -> Range<Int> {
    Int(starts[Int(id.number)])..<Int(starts[Int(id.number) + 1])
  }
}
