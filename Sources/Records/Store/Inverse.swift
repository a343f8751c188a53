/// For each record, who names it and in which field: the references, turned round.
struct Inverse: Sendable {
  /// For each row, where its namers begin; one more entry marks the end.
  private let starts: Column<UInt32>
  private let namers: Column<UInt32>
  private let mentions: Column<UInt8>

  /// Namers come in the order in which their kinds are listed, so that every answer is sorted.
  init(_ table: LinkedTable, _ orders: Orders) {
    let targets = table.edgeTargets.values
    let kinds = table.edgeMentions.values
    let rowCount = table.rows.count
    starts = Column(repeating: 0, count: rowCount + 2)
    var total = 0
    for (edge, target) in targets.enumerated()
    where target != Row.none && kinds[edge] != Mention.none.rawValue {
      starts[Int(target) + 2] += 1
      total += 1
    }
    for row in 0..<rowCount + 1 { starts[row + 1] += starts[row] }
    namers = Column(repeating: 0, count: total)
    mentions = Column(repeating: 0, count: total)
    // While filling, starts[row + 1] is where the row's next namer goes; in the end it is where
    // the next row begins.
    for list in orders.lists {
      for id in list {
        for edge in table.rows[Int(id.number)].edgeRange
        where targets[edge] != Row.none && kinds[edge] != Mention.none.rawValue {
          let slot = Int(starts[Int(targets[edge]) + 1])
          guard slot < total else { continue }
          namers[slot] = id.number
          mentions[slot] = kinds[edge]
          starts[Int(targets[edge]) + 1] += 1
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
