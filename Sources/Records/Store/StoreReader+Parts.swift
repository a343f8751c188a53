/// A large file is read by two readers at the same time, and put together as if it had been read
/// from beginning to end.
extension StoreReader {
  /// What was read of one unit, among all that its reader has read.
  private struct Unit {
    var file: FileReader
    /// Among the bytes of all files.
    let extent: Range<Int>
    let rows: Range<Int>
    let edges: Range<Int>
    let reports: Range<Int>
    let reportDates: Range<Int>
    let findings: Range<Int>
    /// How far its rows move when they are put behind what was read before it.
    var shift = 0
  }

  /// Reads all of a file; `first` has read its beginning in the end, and knows of all of it what is
  /// said of the file as a whole.
  func read(_ first: inout FileReader, _ file: StoreFile, isDivided: Bool) {
    if isDivided, let units = FileUnits(of: file.bytes, division) {
      read(units, of: file, &first)
    } else {
      first.readStore()
    }
    if first.foreignVersion == nil, !first.hasFault {
      first.reportMissing(.store, seen: first.storeFields, at: 0)
    }
  }

  private func read(_ units: FileUnits, of file: StoreFile, _ first: inout FileReader) {
    first.units = units
    first.next = units.start(of: 1)
    let other = StoreReader(partOf: file, at: first.base)
    let (_, fromBack) = atTheSameTime({ first.readStore() }, { other.readFromBack(units) })
    var kept: [Unit] = []
    var last = first
    for unit in fromBack.reversed() where last.hasHandedOver {
      first.take(unit.file)
      kept.append(unit)
      last = unit.file
    }
    if !kept.isEmpty { append(&kept, of: other) }
  }

  /// Reads one unit after the other from the end of the file on, until none is left.
  private func readFromBack(_ units: FileUnits) -> [Unit] {
    var read: [Unit] = []
    while let number = units.takeFromBack(), let start = units.start(of: number) {
      var file = FileReader(self, file: files[0], base: bases[0], isMerged: false)
      file.next = units.start(of: number + 1)
      let before = counts
      file.readRest(from: start.offset, in: start.shape)
      let after = counts
      read.append(
        Unit(
          file: file, extent: bases[0] + start.offset..<bases[0] + file.scanner.offset,
          rows: before.rows..<after.rows, edges: before.edges..<after.edges,
          reports: before.reports..<after.reports,
          reportDates: before.reportDates..<after.reportDates,
          findings: before.findings..<after.findings))
    }
    return read
  }

  private var counts: (rows: Int, edges: Int, reports: Int, reportDates: Int, findings: Int) {
    (
      table.rows.count, table.edgeTargets.count, table.reports.count, table.reportDates.count,
      findings.count
    )
  }

  // MARK: Putting together

  /// Adds units that another reader has read of the same file behind what this one has; of the
  /// other's columns nothing is left.
  private func append(_ units: inout [Unit], of other: StoreReader) {
    var end = table.rows.count
    for index in units.indices {
      units[index].shift = end - units[index].rows.lowerBound
      end += units[index].rows.count
    }
    let kept = units
    let (symbols, _) = atTheSameTime(
      { self.symbols(of: other) }, { appendRows(of: kept, from: other.table) })
    other.symbols.empty()
    _ = atTheSameTime(
      { appendEdges(of: kept, from: other.table, symbols) },
      {
        appendReports(of: kept, from: other.table, symbols)
        register(kept, of: other, symbols)
      })
    for unit in units {
      findings += other.findings[unit.findings].map { $0.moved(byRows: unit.shift) }
    }
    for (symbol, finding) in other.faultyIDs {
      guard let unit = units.first(where: { $0.extent.contains(finding.offset) }) else { continue }
      note(faultyID: symbols[Int(symbol)], finding.moved(byRows: unit.shift))
    }
  }

  /// For each symbol of the other reader, the same here.
  private func symbols(of other: StoreReader) -> Column<UInt32> {
    let found = Column<UInt32>(repeating: 0, count: other.symbols.count)
    other.symbols.forEach { id, symbol in
      let (number, isNew) = symbols.number(
        of: id, at: other.symbols.places[Int(symbol)], text: { self.bytes(of: $0) })
      if isNew { recordOf.append(Row.none) }
      found[Int(symbol)] = number
    }
    return found
  }

  private func appendRows(of units: [Unit], from other: Table) {
    let rows = table.rows
    var edges = table.edgeTargets.count
    var reports = table.reports.count
    other.rows.drain(units.map(\.rows)) { index, values in
      let unit = units[index]
      let shift = UInt32(truncatingIfNeeded: unit.shift)
      let edgeShift = UInt32(truncatingIfNeeded: edges - unit.edges.lowerBound)
      let reportShift = UInt32(truncatingIfNeeded: reports - unit.reports.lowerBound)
      for value in values {
        var row = value
        row.edges &+= edgeShift
        row.edgesEnd &+= edgeShift
        row.reports &+= reportShift
        row.reportsEnd &+= reportShift
        if row.owner != Row.none { row.owner &+= shift }
        rows.append(row)
      }
      edges += unit.edges.count
      reports += unit.reports.count
    }
  }

  private func appendEdges(of units: [Unit], from other: Table, _ symbols: Column<UInt32>) {
    let targets = table.edgeTargets
    let mentions = table.edgeMentions
    other.edgeTargets.drain(units.map(\.edges)) { _, values in
      for symbol in values { targets.append(symbols[Int(symbol)]) }
    }
    other.edgeMentions.drain(units.map(\.edges)) { _, values in
      for mention in values { mentions.append(mention) }
    }
  }

  private func appendReports(of units: [Unit], from other: Table, _ symbols: Column<UInt32>) {
    let reports = table.reports
    let dates = table.reportDates
    var end = dates.count
    other.reports.drain(units.map(\.reports)) { index, values in
      let shift = UInt32(truncatingIfNeeded: end - units[index].reportDates.lowerBound)
      for value in values {
        var report = value
        if report.basis != Row.none { report.basis = symbols[Int(report.basis)] }
        if report.date != ReportRow.noDate { report.date &+= shift }
        reports.append(report)
      }
      end += units[index].reportDates.count
    }
    other.reportDates.drain(units.map(\.reportDates)) { _, values in
      for date in values { dates.append(date) }
    }
  }

  /// Ties the records of the units to their ids, those of one id in the order of the file.
  private func register(_ units: [Unit], of other: StoreReader, _ symbols: Column<UInt32>) {
    let repeated = Set(other.repeated.map(\.symbol))
    var severalOfOneID = other.repeated
    let moves = units.map { ($0.rows, $0.shift) }
    // Symbols are numbered as they were met: neighbours mostly stand in one unit.
    var last = moves[0]
    func moved(_ row: UInt32) -> UInt32? {
      if !last.0.contains(Int(row)) {
        guard let move = moves.first(where: { $0.0.contains(Int(row)) }) else { return nil }
        last = move
      }
      return UInt32(truncatingIfNeeded: Int(row) + last.1)
    }
    for symbol in 0..<UInt32(truncatingIfNeeded: other.recordOf.count) {
      let row = other.recordOf[Int(symbol)]
      if row == Row.none { continue }
      if repeated.contains(symbol) {
        severalOfOneID.append((symbol, row))
      } else if let row = moved(row) {
        register(row: row, symbol: symbols[Int(symbol)], isMerged: false)
      }
    }
    let inOrder = severalOfOneID.compactMap { symbol, row in moved(row).map { (symbol, $0) } }
      .sorted { $0.1 < $1.1 }
    for (symbol, row) in inOrder {
      register(row: row, symbol: symbols[Int(symbol)], isMerged: false)
    }
  }
}

extension Finding {
  /// The same about a row that has moved.
  fileprivate func moved(byRows shift: Int) -> Finding {
    Finding(
      offset, row: row == Row.none ? row : UInt32(truncatingIfNeeded: Int(row) + shift), message,
      severity: severity, advice: advice, isAboutWhole: isAboutWhole, other: other)
  }
}
