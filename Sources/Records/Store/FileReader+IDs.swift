/// An id that was met and is yet to be looked up.
struct PendingID: BitwiseCopyable {
  /// What is to be done with its symbol.
  enum Use: UInt8 {
    /// It goes into the edge at `index`.
    case reference
    /// It goes into the edge at `index` and is the basis of the report at `report`.
    case basis
    /// It is the id of the row at `index`.
    case definition
  }

  let key: WordKey
  let place: ByteRange
  let index: UInt32
  let report: UInt32
  let use: Use
}

/// Ids become symbols some hundred at a time: a look-up mostly waits for memory, and the waits of
/// many look-ups in a row overlap.
extension FileReader {
  private static let batch = 256

  /// Takes note of an id.
  @inline(__always)
  mutating func meet(_ text: JSONScanner.Text, _ use: PendingID.Use, at index: Int) {
    let key = SymbolTable.key(bytes, start: text.start, length: text.length)
    let id = PendingID(
      key: key, place: ByteRange(start: base + text.start, length: text.length),
      index: UInt32(truncatingIfNeeded: index),
      report: UInt32(truncatingIfNeeded: table.reports.count), use: use)
    if looksUpAtOnce {
      settle(id, symbols.probe(id.key))
    } else {
      owner.pending.append(id)
    }
  }

  /// Takes note of the id of the record that has just been read.
  @inline(__always)
  mutating func define() {
    let text = JSONScanner.Text(
      start: row.name.start - base,
      length: row.name.length ?? JSONScanner.stringLength(bytes, from: row.name.start - base),
      hasEscapes: false)
    meet(text, .definition, at: Int(rowIndex))
    if owner.pending.count >= Self.batch, !looksUpAtOnce { lookUpPending() }
  }

  /// Looks up all ids met so far.
  mutating func lookUpPending() {
    let pending = owner.pending.values
    let size = symbols.size
    var sum: UInt64 = 0
    withUnsafeTemporaryAllocation(of: SymbolTable.Probe.self, capacity: pending.count) { probes in
      for index in pending.indices { probes[index] = symbols.probe(pending[index].key) }
      for probe in probes { sum &+= symbols.touch(probe) }
      for index in pending.indices {
        // The table may have grown since.
        let isOld = symbols.size != size
        settle(pending[index], isOld ? symbols.probe(pending[index].key) : probes[index])
      }
    }
    // The sum is of no use, but without one the reads would be left out.
    owner.touched = sum
    owner.pending.removeLast(pending.count)
  }

  @inline(__always)
  private mutating func settle(_ id: PendingID, _ probe: SymbolTable.Probe) {
    let owner = owner
    let (symbol, isNew) = symbols.number(
      of: id.key, probe, at: id.place, text: { owner.bytes(of: $0) })
    if isNew {
      owner.recordOf.append(Row.none)
      checkIdentifier(id.place)
    }
    switch id.use {
    case .reference: table.edgeTargets[Int(id.index)] = symbol
    case .basis:
      table.edgeTargets[Int(id.index)] = symbol
      setBasis(symbol, ofReport: Int(id.report))
    case .definition: owner.register(row: id.index, symbol: symbol, isMerged: isMerged)
    }
  }

  /// The report may be the one that is just being read.
  @inline(__always)
  private mutating func setBasis(_ symbol: UInt32, ofReport index: Int) {
    if index < table.reports.count {
      table.reports[index].basis = symbol
    } else {
      report.basis = symbol
    }
  }

  @inline(__always)
  private mutating func checkIdentifier(_ place: ByteRange) {
    let start = place.start - base
    let length = place.length ?? JSONScanner.stringLength(bytes, from: start)
    var isGood = length > 0 && bytes[start] != UInt8(ascii: "-")
    for at in start..<start + length {
      let byte = bytes[at]
      let isLetter = byte &- UInt8(ascii: "a") < 26
      let isDigit = byte &- UInt8(ascii: "0") < 10
      isGood = isGood && (isLetter || isDigit || byte == UInt8(ascii: "-"))
    }
    if !isGood { badIdentifier(start, length) }
  }

  @inline(never)
  private mutating func badIdentifier(_ start: Int, _ length: Int) {
    let id = decodedText(
      UnsafeRawBufferPointer(rebasing: bytes[start..<start + length]), hasEscapes: false)
    found(
      start, ": \(quoted(id)) is not an id",
      advice: "an id has small letters a–z, digits and hyphens, and begins with a letter or digit",
      row: rowAround(start))
  }

  /// The row whose record spans the offset, or is just being read.
  private func rowAround(_ offset: Int) -> UInt32 {
    var index = table.rows.count - 1
    while index >= 0 {
      let extent = table.rows[index].extent
      guard extent != .none else { return UInt32(truncatingIfNeeded: index) }
      let start = extent.start - base
      if start <= offset {
        return offset < start + (extent.length ?? .max / 2) ? UInt32(index) : Row.none
      }
      index -= 1
    }
    return Row.none
  }
}
