import CBytes

/// The pass over one file.
struct FileReader {
  let owner: StoreReader
  let schema: CompiledSchema
  let table: Table
  let symbols: SymbolTable
  let bytes: UnsafeRawBufferPointer
  /// Offset of this file among the bytes of all.
  let base: Int
  let isMerged: Bool
  var scanner: JSONScanner
  /// Up to where the bytes are known to be UTF-8.
  private var validated = 0
  /// Where they turn out not to be.
  private var brokenAt = Int.max
  /// From where on the reader wants more of them checked.
  private var nextCheck = 0

  /// The record being read.
  var row = Row(kind: 0)
  var rowIndex = Row.none
  /// The report being read, inside a record.
  var report = ReportRow()
  var isInReport = false
  var basisCount = 0
  var endDates = DateBounds.undated
  /// References and ranges of stages and terms, kept aside until their agreement is complete.
  var deferred: [(row: Int, targets: [UInt32], mentions: [UInt8])] = []

  /// Where the next unit of a divided file begins; `nil` when none does before the end.
  var next: FileUnits.Start?
  /// The units this reader may take from the front; `nil` when it reads one unit only.
  var units: FileUnits?
  /// How many units it has begun.
  private var unit = 1
  /// Whether it arrived where somebody else reads on.
  private(set) var hasHandedOver = false
  private(set) var hasFault = false
  /// A bit for each field of the store that was there.
  private(set) var storeFields: UInt32 = 0
  /// The field of the store in which a part begins.
  private var openList: Int?
  /// Where each of these fields stands.
  private(set) var storeOffsets: [Int: Int] = [:]

  var header = StoreHeader()
  var foreignVersion: String?
  var versionOffset = 0

  init(_ owner: StoreReader, file: StoreFile, base: Int, isMerged: Bool) {
    self.owner = owner
    schema = owner.schema
    table = owner.table
    symbols = owner.symbols
    bytes = file.bytes
    self.base = base
    self.isMerged = isMerged
    scanner = JSONScanner(file.bytes)
  }

  // MARK: The file

  /// Reads the store's object, or as much of it as comes before somebody else's unit.
  mutating func readStore() {
    do throws(JSONFault) {
      try skipMark()
      try validateAhead()
      scanner.skipSpace()
      guard scanner.offset < bytes.count else {
        throw JSONFault(offset: 0, reason: "the file is empty")
      }
      guard scanner.take("{") else {
        throw JSONFault(
          offset: scanner.offset,
          reason: "a store is one JSON object and begins with '{'; this is something else")
      }
      storeFields = try members(of: .store)
      try finishPart()
    } catch {
      report(fault: error)
    }
  }

  /// Reads a store from one of its lists on: the first record to be read begins at `start`.
  mutating func readRest(from start: Int, in shape: ShapeName) {
    scanner = JSONScanner(bytes, from: start)
    (validated, nextCheck) = (start, start)
    do throws(JSONFault) {
      try validateAhead()
      var isFirst = true
      try elements(of: shape, isFirst: &isFirst)
      let list = Schema.shape(.store).fields.firstIndex { $0.name == shape.kind?.plural } ?? 0
      openList = list
      if !hasHandedOver { storeFields = try members(of: .store, after: list) }
      storeFields |= 1 << UInt32(list)
      try finishPart()
    } catch {
      report(fault: error)
    }
  }

  /// Takes over what the next part says of the file as a whole.
  mutating func take(_ next: FileReader) {
    let store = schema.shapes[Int(ShapeName.store.rawValue)]
    for (index, offset) in next.storeOffsets.sorted(by: { $0.value < $1.value })
    where storeFields & 1 << UInt32(index) != 0 && index != next.openList {
      foundTwice(schema.fields[store.first + index], at: offset)
    }
    storeFields |= next.storeFields
    header.title = header.title ?? next.header.title
    header.language = header.language ?? next.header.language
    header.note = header.note ?? next.header.note
    if foreignVersion == nil {
      foreignVersion = next.foreignVersion
      versionOffset = next.versionOffset
    }
    hasFault = hasFault || next.hasFault
  }

  private mutating func finishPart() throws(JSONFault) {
    if !hasHandedOver { try scanner.finish() }
    try validate(to: hasHandedOver ? scanner.offset : bytes.count)
  }

  /// Skips a byte order mark (RFC 8259 lets a reader ignore it) and refuses that of UTF-16.
  private mutating func skipMark() throws(JSONFault) {
    let head = Array(bytes.prefix(3))
    if head == [0xEF, 0xBB, 0xBF] {
      scanner = JSONScanner(bytes, from: 3)
    } else if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      throw JSONFault(offset: 0, reason: "this is UTF-16; save the file as UTF-8")
    }
  }

  /// How far the check of the encoding is ahead of the reader, in bytes. It goes through the memory
  /// in order, for which processors are made, and leaves in the cache what the reader, who jumps
  /// from mark to mark, wants next.
  private static let lead = 1 << 16

  /// Checks the bytes that are read next, and throws when there is a fault in those that have been.
  @inline(__always)
  mutating func validateAhead() throws(JSONFault) {
    if scanner.offset >= nextCheck { try validate(to: scanner.offset, ahead: Self.lead) }
  }

  /// Checks all bytes up to `end`, and some that follow.
  @inline(never)
  private mutating func validate(to end: Int, ahead: Int = 0) throws(JSONFault) {
    // A character that begins before the end is seen whole.
    let goal = min(end + max(ahead, 4), bytes.count)
    if validated < goal, brokenAt == Int.max, let start = bytes.baseAddress {
      validated += cbytes_utf8_run(
        start.assumingMemoryBound(to: UInt8.self) + validated, goal - validated)
      // One that the goal cuts in two is looked at again with what follows.
      let isCut = goal < bytes.count && goal - validated < 4
      if validated < goal, !isCut { brokenAt = validated }
      nextCheck = min(brokenAt, validated - ahead / 2)
    }
    guard brokenAt >= end else {
      throw JSONFault(offset: brokenAt, reason: "this byte is not UTF-8; save the file as UTF-8")
    }
  }

  /// Turns a fault into a finding. A fault of the encoding before it comes first: it is the cause.
  private mutating func report(fault: JSONFault) {
    hasFault = true
    var first = fault
    do throws(JSONFault) {
      try validate(to: min(fault.offset, bytes.count))
    } catch {
      first = error
    }
    owner.findings.append(
      Finding(
        base + first.offset, row: Row.none, first.reason,
        advice: first.reason == "the file is empty"
          ? "a store begins as {\"\(Schema.marker)\": \(Schema.version), \"title\": \"…\"}" : ""))
  }

  // MARK: Objects

  /// Reads the members of an object whose `{` has been consumed; those behind a field that has been
  /// read already, where one is given.
  ///
  /// - Returns: a bit for each field that was there.
  mutating func members(
    of shape: ShapeName, after done: Int? = nil
  ) throws(JSONFault) -> UInt32 {
    let code = schema.shapes[Int(shape.rawValue)]
    var seen: UInt32 = done.map { 1 << UInt32($0) } ?? 0
    var isFirst = done == nil
    var unknown: Set<String> = []
    while true {
      if isFirst || !scanner.takeCommaBeforeName() {
        guard try scanner.nextName(isFirst: &isFirst) else { break }
      }
      let start = scanner.offset
      var known = takeKnownName(code)
      if known == nil {
        let name = try scanner.name()
        known = fieldIndex(name, code)
        if known == nil { try skipUnknown(name, in: shape, met: &unknown) }
      }
      guard let index = known else { continue }
      let bit: UInt32 = 1 << UInt32(truncatingIfNeeded: index)
      if seen & bit != 0 { foundTwice(schema.fields[code.first + index], at: start) }
      if shape == .store { storeOffsets[index] = start }
      seen |= bit
      try value(of: schema.fields[code.first &+ index])
      if hasHandedOver { return seen }
    }
    return seen
  }

  @inline(never)
  private mutating func foundTwice(_ field: CompiledSchema.FieldCode, at offset: Int) {
    found(
      offset, ", field \(quoted(name(of: field))): it stands here a second time",
      advice: "keep one of the two")
  }

  /// Consumes the name of a member and its colon if they are written as they mostly are: without
  /// escapes, and without space between them.
  @inline(__always)
  private mutating func takeKnownName(_ code: CompiledSchema.ShapeCode) -> Int? {
    guard let here = scanner.next16, let patterns = schema.patterns.baseAddress else { return nil }
    let likely = Int(schema.indexByStart[code.startTable &+ NamePattern.startHash(here.low)])
    if scanner.take(patterns[code.first &+ likely], here) { return likely }
    for index in 0..<code.count where scanner.take(patterns[code.first &+ index], here) {
      return index
    }
    return nil
  }

  /// The position of a field in its shape, by a name with escapes or with space behind it.
  @inline(never)
  private func fieldIndex(
    _ name: JSONScanner.Text, _ code: CompiledSchema.ShapeCode
  ) -> Int? {
    guard let key = WordKey(text(name)) else { return nil }
    return (0..<code.count).first { schema.fields[code.first + $0].key == key }
  }

  @inline(never)
  private mutating func skipUnknown(
    _ name: JSONScanner.Text, in shape: ShapeName, met: inout Set<String>
  ) throws(JSONFault) {
    let word = text(name)
    let names = Schema.shape(shape).fields.map(\.name)
    if !met.insert(word).inserted {
      found(
        name.start - 1, ", field \(quoted(word)): it stands here a second time",
        advice: "keep one of the two")
    } else {
      let close = nearest(to: word, among: names)
      found(
        name.start - 1,
        ", field \(quoted(word)): no \(Schema.shape(shape).word) has such a field; it is not shown",
        severity: .warning,
        advice: close.map { "did you mean \"\($0)\"?" } ?? "known are: " + names.listed())
    }
    try scanner.skipValue(depth: 1)
  }

  // MARK: Lists

  /// Reads a list of records or parts.
  mutating func objects(
    _ shape: ShapeName, in field: CompiledSchema.FieldCode
  ) throws(JSONFault) {
    guard try opensList(of: "objects", in: field) else { return }
    let start = scanner.offset - 1
    var isFirst = true
    try elements(of: shape, isFirst: &isFirst)
    if isFirst, shape == .report, row.kind == RecordKind.event.rawValue {
      found(
        start, ", field \"reports\": the list is empty",
        advice: "an event is known from one report at least", isAboutWhole: true)
    }
  }

  /// Reads the elements of a list whose `[` has been consumed.
  private mutating func elements(
    of shape: ShapeName, isFirst: inout Bool
  ) throws(JSONFault) {
    let kind = shape.kind
    while try scanner.nextElement(isFirst: &isFirst) {
      guard let kind else {
        try part(shape)
        continue
      }
      if let next, scanner.offset >= next.offset, rowIndex == Row.none {
        arrive(at: next, in: shape)
        if hasHandedOver { return }
      }
      try record(shape, kind: kind)
    }
  }

  /// Finds out who reads the unit that begins here, or who was to read it: when this is past its
  /// beginning, what was taken for that was none.
  @inline(never)
  private mutating func arrive(at start: FileUnits.Start, in shape: ShapeName) {
    if let units, units.takeFromFront() {
      unit += 1
      next = units.start(of: unit)
      if let next, scanner.offset >= next.offset { arrive(at: next, in: shape) }
    } else {
      hasHandedOver = scanner.offset == start.offset && shape == start.shape
      next = nil
    }
  }

  /// Reads one object as the value of a field.
  mutating func object(_ shape: ShapeName) throws(JSONFault) {
    try part(shape)
  }

  /// Consumes the `{` of an object; false, with a finding, when something else stands here.
  mutating func opens(_ shape: ShapeName) throws(JSONFault) -> Bool {
    if scanner.take("{") { return true }
    let offset = scanner.offset
    let token = try scanner.peek()
    found(
      offset, ": \(article(Schema.shape(shape).word)) is an object, not \(token.words)",
      advice: "write it as {…}")
    try scanner.skipValue(depth: 1)
    return false
  }
}
