/// Ids and what they stand for: each becomes a symbol as it is met.
extension FileReader {
  /// The symbol of an id.
  @inline(__always)
  mutating func symbol(of text: JSONScanner.Text) -> UInt32 {
    let id = SymbolTable.id(bytes, start: text.start, length: text.length)
    guard !owner.hasFaultyIDs, let known = symbols.known(id) else {
      return symbol(of: text, id)
    }
    return known
  }

  @inline(never)
  private mutating func symbol(of text: JSONScanner.Text, _ id: SymbolTable.ID) -> UInt32 {
    let owner = owner
    let (symbol, isNew) = symbols.number(
      of: id, at: ByteRange(start: base + text.start, length: text.length),
      text: { owner.bytes(of: $0) })
    if isNew { owner.recordOf.append(Row.none) }
    if isNew || owner.hasFaultyIDs { checkIdentifier(text, symbol) }
    return symbol
  }

  /// Ties the record that has just been read to its id.
  @inline(__always)
  mutating func define() {
    let start = row.name.start - base
    let text = JSONScanner.Text(
      start: start, length: row.name.length ?? JSONScanner.stringLength(bytes, from: start),
      hasEscapes: false)
    owner.register(row: rowIndex, symbol: symbol(of: text), isMerged: isMerged)
  }

  @inline(__always)
  private mutating func checkIdentifier(_ text: JSONScanner.Text, _ symbol: UInt32) {
    let (start, length) = (text.start, text.length)
    var isGood = length > 0 && bytes[start] != UInt8(ascii: "-")
    for at in start..<start + length {
      let byte = bytes[at]
      let isLetter = byte &- UInt8(ascii: "a") < 26
      let isDigit = byte &- UInt8(ascii: "0") < 10
      isGood = isGood && (isLetter || isDigit || byte == UInt8(ascii: "-"))
    }
    if !isGood { badIdentifier(start, length, symbol) }
  }

  /// Of units read from the back, the one read later stands earlier.
  @inline(never)
  private mutating func badIdentifier(_ start: Int, _ length: Int, _ symbol: UInt32) {
    if let known = owner.faultyIDs[symbol], known.offset < base + start { return }
    if isMerged { return }
    let id = decodedText(
      UnsafeRawBufferPointer(rebasing: bytes[start..<start + length]), hasEscapes: false)
    owner.note(
      faultyID: symbol,
      Finding(
        base + start, row: rowAround(start), ": \(quoted(id)) is not an id",
        advice:
          "an id has small letters a–z, digits and hyphens, and begins with a letter or digit"))
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
