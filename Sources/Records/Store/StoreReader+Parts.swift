import Dispatch

/// A large file is read in parts at the same time, and the parts are put together as if it had been
/// read from beginning to end.
///
/// Where a part begins is a guess: a line that opens what looks like a record. It is right if the
/// reader of the part before arrives just there, between two records of that list; if not, that one
/// reads on, and what was read from the wrong guess is thrown away.
extension StoreReader {
  /// What reading a part has come to.
  private struct Part {
    let reader: StoreReader
    var file: FileReader
  }

  /// Reads all of a file; `first` has read its beginning in the end, and knows of all of it what is
  /// said of the file as a whole.
  func readInParts(
    _ first: inout FileReader, _ file: StoreFile, at base: Int, isDivided: Bool
  ) {
    let isLarge = isDivided && file.bytes.count >= dividedFrom
    let starts = isLarge ? Self.starts(in: file.bytes, count: 2) : []
    var parts = starts.enumerated().map { index, start in
      let end = index + 1 < starts.count ? starts[index + 1].offset : file.bytes.count
      let reader = StoreReader(partOf: file, at: base, bytes: end - start.offset)
      return Part(
        reader: reader, file: FileReader(reader, file: file, base: base, isMerged: false))
    }
    if let next = starts.first { first.nextPart = next }
    for index in parts.indices.dropLast() { parts[index].file.nextPart = starts[index + 1] }
    Self.read(&first, &parts, starts)
    var last = first
    for part in parts where last.hasHandedOver {
      append(part.reader)
      first.take(part.file)
      last = part.file
    }
    if first.foreignVersion == nil, !first.hasFault {
      first.reportMissing(.store, seen: first.storeFields, at: 0)
    }
  }

  /// Reads the beginning of the file and all parts, each on a core of its own where there are some.
  private static func read(
    _ first: inout FileReader, _ parts: inout [Part], _ starts: [(offset: Int, shape: ShapeName)]
  ) {
    guard !parts.isEmpty else {
      first.readStore()
      return
    }
    withUnsafeMutablePointer(to: &first) { first in
      parts.withUnsafeMutableBufferPointer { parts in
        // Each thread has its own reader; they share only the bytes, which do not change.
        nonisolated(unsafe) let first = first
        nonisolated(unsafe) let parts = parts
        DispatchQueue.concurrentPerform(iterations: parts.count + 1) { index in
          if index == 0 {
            first.pointee.readStore()
          } else {
            parts[index - 1].file.readRest(
              from: starts[index - 1].offset, in: starts[index - 1].shape)
          }
        }
      }
    }
  }

  // MARK: Where parts begin

  /// Places at which `count` parts of about the same size may begin, but for the first.
  private static func starts(
    in bytes: UnsafeRawBufferPointer, count: Int
  ) -> [(offset: Int, shape: ShapeName)] {
    (1..<count).compactMap { index in
      start(in: bytes, from: bytes.count / count * index)
    }
  }

  /// The first line from `offset` on that opens what looks like a record. A line end never stands
  /// inside a string, so that what follows one is surely not text.
  private static func start(
    in bytes: UnsafeRawBufferPointer, from offset: Int
  ) -> (offset: Int, shape: ShapeName)? {
    var at = offset
    for _ in 0..<10_000 {
      while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
      var scanner = JSONScanner(bytes, from: at)
      scanner.skipSpace()
      guard scanner.offset < bytes.count else { return nil }
      if bytes[scanner.offset] == UInt8(ascii: "{"),
        let shape = shape(ofObjectAt: scanner.offset, bytes)
      {
        return (scanner.offset, shape)
      }
      at = scanner.offset
    }
    return nil
  }

  /// The kind of record an object is by the names of its members; `nil` when it is none.
  private static func shape(
    ofObjectAt offset: Int, _ bytes: UnsafeRawBufferPointer
  ) -> ShapeName? {
    var scanner = JSONScanner(bytes, from: offset)
    var names: Set<String> = []
    var isFirst = true
    do throws(JSONFault) {
      try scanner.expect("{", "'{'")
      while let name = try scanner.nextMember(isFirst: &isFirst) {
        let part = bytes[name.start..<name.start + name.length]
        names.insert(String(decoding: part, as: UTF8.self))
        try scanner.skipValue()
      }
    } catch {
      return nil
    }
    return ShapeName.allCases.first { shape in
      guard shape.kind != nil, shape != .stage, shape != .term else { return false }
      let fields = Schema.shape(shape).fields
      return names.isSubset(of: fields.map(\.name))
        && fields.allSatisfy { !$0.isRequired || names.contains($0.name) }
    }
  }

  // MARK: Putting together

  /// Adds what another reader has read of the same file, behind what this one has; of the other's
  /// columns nothing is left.
  private func append(_ part: StoreReader) {
    let rows = UInt32(truncatingIfNeeded: table.rows.count)
    part.symbols.close()
    let symbols = symbols(of: part)
    part.symbols.empty()
    append(edgesAndReportsOf: part, rows: rows, symbols: symbols)
    for symbol in 0..<part.recordOf.count where part.recordOf[symbol] != Row.none {
      register(
        row: rows + part.recordOf[symbol], symbol: symbols[symbol], isMerged: false)
    }
    for finding in part.findings { findings.append(finding.moved(byRows: rows)) }
    extensions += part.extensions.map { ($0.row + Int(rows), $0.first + Int(rows)) }
  }

  /// For each symbol of the part, the same here; the part forgets them on the way.
  private func symbols(of part: StoreReader) -> Column<UInt32> {
    let found = Column<UInt32>(capacity: part.symbols.count)
    let keys = part.symbols.allKeys
    let batch = 256
    var forgotten = 0
    for start in stride(from: 0, to: keys.count, by: batch) {
      let range = start..<min(start + batch, keys.count)
      var sum: UInt64 = 0
      for index in range { sum &+= symbols.touch(symbols.probe(keys[index])) }
      touched = sum
      for index in range {
        let (number, isNew) = symbols.number(
          of: keys[index], symbols.probe(keys[index]), at: part.symbols.places[index],
          text: { self.bytes(of: $0) })
        if isNew { recordOf.append(Row.none) }
        found.append(number)
      }
      if range.upperBound - forgotten >= 1 << 18 {
        part.symbols.forget(forgotten..<range.upperBound)
        forgotten = range.upperBound
      }
    }
    return found
  }

  private func append(edgesAndReportsOf part: StoreReader, rows: UInt32, symbols: Column<UInt32>) {
    let edges = UInt32(truncatingIfNeeded: table.edgeTargets.count)
    let reports = UInt32(truncatingIfNeeded: table.reports.count)
    let dates = UInt32(truncatingIfNeeded: table.reportDates.count)
    part.table.edgeTargets.drain { table.edgeTargets.append(symbols[Int($0)]) }
    part.table.edgeMentions.drain { table.edgeMentions.append($0) }
    part.table.reports.drain { report in
      var report = report
      if report.basis != Row.none { report.basis = symbols[Int(report.basis)] }
      if report.date != ReportRow.noDate { report.date += dates }
      table.reports.append(report)
    }
    part.table.reportDates.drain { table.reportDates.append($0) }
    part.table.rows.drain { row in
      var row = row
      row.edges += edges
      row.edgesEnd += edges
      row.reports += reports
      row.reportsEnd += reports
      if row.owner != Row.none { row.owner += rows }
      table.rows.append(row)
    }
  }
}

extension Finding {
  /// The same about a row that has moved.
  fileprivate func moved(byRows rows: UInt32) -> Finding {
    Finding(
      offset, row: row == Row.none ? row : row + rows, message, severity: severity,
      advice: advice, isAboutWhole: isAboutWhole, other: other)
  }
}
