/// For each record, who names it and in which field: the references, turned round.
struct Inverse: Sendable {
  /// For each row, where its namers begin; one more entry marks the end.
  private let starts: Column<UInt32>
  /// By rank: how many records are listed before the namer, the lists of all kinds one after another.
  /// Where it stands in the list of its kind follows from that without a look at it.
  private let namers: Column<UInt32>
  private let mentions: Column<UInt8>
  private let lists: [RecordList]
  /// For each kind the rank of its first record; one more entry marks the end.
  private let firstRanks: [UInt32]

  /// Namers come in the order in which their kinds are listed, so that every answer is sorted.
  init(_ table: LinkedTable, _ orders: Orders) {
    let rowCount = table.rows.count
    lists = orders.lists
    firstRanks = lists.reduce(into: [0]) { ranks, list in
      ranks.append(ranks[ranks.count - 1] + UInt32(truncatingIfNeeded: list.count))
    }
    starts = Column(repeating: 0, count: rowCount + 2)
    let total = Self.count(table, into: starts.values)
    for row in 0..<rowCount + 1 { starts[row + 1] += starts[row] }
    namers = Column(repeating: 0, count: total)
    mentions = Column(repeating: 0, count: total)
    // Whom each half of the references names is filled in on a core of its own.
    let middle = starts.values.firstPosition { $0 < UInt32(truncatingIfNeeded: total / 2) }
    let (first, second) = (0..<max(middle - 1, 0), max(middle - 1, 0)..<rowCount)
    _ = atTheSameTime(
      isWorthIt: rowCount > 50_000, { fill(first, table) }, { fill(second, table) })
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
  private func fill(_ range: Range<Int>, _ table: LinkedTable) {
    let (targets, kinds) = (table.edgeTargets.values, table.edgeMentions.values)
    let rows = table.rows.values
    let (starts, namers, mentions) = (starts.values, namers.values, mentions.values)
    let (first, last) = (UInt32(range.lowerBound), UInt32(range.upperBound))
    for (list, firstRank) in zip(lists, firstRanks) {
      for (position, number) in list.rows.values.enumerated() {
        let rank = firstRank + UInt32(truncatingIfNeeded: position)
        for edge in rows[Int(number)].edgeRange {
          let target = targets[edge]
          guard target >= first, target < last, kinds[edge] != Mention.none.rawValue else {
            continue
          }
          let slot = Int(starts[Int(target) + 1])
          guard slot < namers.count else { continue }
          namers[slot] = rank
          mentions[slot] = kinds[edge]
          starts[Int(target) + 1] += 1
        }
      }
    }
  }

  /// The records that name `id` in one of the fields, each once, sorted by kind and then as listed.
  func records(naming id: RecordID, as wanted: Mention...) -> [RecordID] {
    let fields = wanted.reduce(MentionSet()) { $0.union(MentionSet($1)) }
    var found: [RecordID] = []
    var (kind, last) = (0, Row.none)
    for index in range(id) where fields.contains(mentions[index]) && namers[index] != last {
      last = namers[index]
      while last >= firstRanks[kind + 1] { kind += 1 }
      found.append(lists[kind][Int(last - firstRanks[kind])])
    }
    return found
  }

  /// How many records name `id` in one of the fields.
  func count(naming id: RecordID, as wanted: MentionSet) -> Int {
    var count = 0
    // Who names it in several fields comes several times in a row.
    var last = Row.none
    for index in range(id) where wanted.contains(mentions[index]) && namers[index] != last {
      last = namers[index]
      count += 1
    }
    return count
  }

  /// Adds to a set, by their places in the list of their kind, the records of a kind that name `id`
  /// in one of the fields.
  func add(
    _ kind: RecordKind, naming id: RecordID, as wanted: MentionSet, to places: inout PlaceSet
  ) {
    let (first, end) = (firstRanks[Int(kind.rawValue)], firstRanks[Int(kind.rawValue) + 1])
    let all = range(id)
    let namers = UnsafeMutableBufferPointer(rebasing: namers.values[all])
    let mentions = UnsafeMutableBufferPointer(rebasing: mentions.values[all])
    // Namers ascend, so that those of a kind are together.
    let start = namers.firstPosition { $0 < first }
    let stop = namers.firstPosition { $0 < end }
    places.withWords { words in
      for index in start..<stop {
        let place = Int(namers[index] - first)
        // Without a branch, which nothing could foretell.
        let isWanted = wanted.rawValue >> UInt64(mentions[index]) & 1
        words[place >> 6] |= isWanted << UInt64(place & 63)
      }
    }
  }

  /// How often a record is named, in any field.
  func count(naming id: RecordID) -> Int {
    range(id).count
  }

  private func range(_ id: RecordID) -> Range<Int> {
    Int(starts[Int(id.number)])..<Int(starts[Int(id.number) + 1])
  }
}
