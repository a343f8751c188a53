extension FileReader {
  /// Reads the value of a field: checks it, and keeps what the columns keep.
  @inline(__always)
  mutating func value(of field: CompiledSchema.FieldCode) throws(JSONFault) {
    switch field.kind {
    case .text:
      guard let text = try stringValue(field) else { return }
      keep(text: text, in: field)
    case .reference:
      guard let text = try stringValue(field) else { return }
      refer(to: text, as: field.argument, slot: field.slot)
    case .identifier:
      guard let text = try stringValue(field) else { return }
      row.name = ByteRange(
        start: base + text.start, length: text.length, hasEscapes: text.hasEscapes)
    case .word:
      guard let text = try stringValue(field) else { return }
      word(text, of: field)
    case .date:
      guard let text = try stringValue(field) else { return }
      date(text, of: field)
    case .objects:
      if field.slot == .more { row.flags.insert(.hasMoreText) }
      guard let shape = ShapeName(rawValue: field.argument) else { return }
      try objects(shape, in: field)
    case .object:
      if field.slot == .more { row.flags.insert(.hasMoreText) }
      guard let shape = ShapeName(rawValue: field.argument) else { return }
      try object(shape)
    case .references:
      guard try opensList(of: "ids", in: field) else { return }
      var isFirst = true
      while try scanner.nextElement(isFirst: &isFirst) {
        if let text = try stringValue(field) { refer(to: text, as: field.argument, slot: .none) }
      }
    case .texts:
      guard try opensList(of: "texts", in: field) else { return }
      if field.slot == .text { row.flags.insert(.hasText) }
      var isFirst = true
      while try scanner.nextElement(isFirst: &isFirst) { _ = try stringValue(field) }
    case .integer: try integer(field)
    case .address:
      guard let text = try stringValue(field) else { return }
      checkAddress(text)
    }
  }

  /// A string; `nil`, with a finding, when something else stands here.
  @inline(__always)
  private mutating func stringValue(
    _ field: CompiledSchema.FieldCode
  ) throws(JSONFault) -> JSONScanner.Text? {
    if scanner.isAtString() { return try scanner.string() }
    try wrongType(name(of: field), wanted: field.kind.words)
    return nil
  }

  @inline(never)
  private mutating func wrongType(_ field: String, wanted: String) throws(JSONFault) {
    let offset = scanner.offset
    let token = try scanner.peek()
    found(
      offset, ", field \(quoted(field)): it holds \(token.words), where \(wanted) belongs",
      advice: advice(for: token))
    try scanner.skipValue(depth: 1)
  }

  private func advice(for token: JSONScanner.Token) -> String {
    switch token {
    case .literal: "leave the field out when it is not known"
    case .number: "put it in quotation marks"
    case .string: "write it without quotation marks"
    case .array, .object: "write one value, without brackets"
    }
  }

  /// Consumes the `[` of a list; false, with a finding, when something else stands here.
  mutating func opensList(
    of what: String, in field: CompiledSchema.FieldCode
  ) throws(JSONFault) -> Bool {
    if scanner.take("[") { return true }
    let offset = scanner.offset
    let token = try scanner.peek()
    found(
      offset,
      ", field \(quoted(name(of: field))): it holds \(token.words), where a list of \(what) belongs",
      advice: "put it in square brackets, also when it is only one")
    try scanner.skipValue(depth: 1)
    return false
  }

  @inline(__always)
  private mutating func keep(text: JSONScanner.Text, in field: CompiledSchema.FieldCode) {
    switch field.slot {
    case .label:
      row.label = ByteRange(
        start: base + text.start, length: text.length, hasEscapes: text.hasEscapes)
    case .conditions: row.flags.insert(.hasCondition)
    case .more: row.flags.insert(.hasMoreText)
    case .language: row.flags.insert(.hasLanguage)
    case .none where rowIndex == Row.none: keepHeader(text, field)
    default: break
    }
  }

  private mutating func keepHeader(_ text: JSONScanner.Text, _ field: CompiledSchema.FieldCode) {
    switch name(of: field) {
    case "title": header.title = self.text(text)
    case "lang": header.language = self.text(text)
    case "note": header.note = self.text(text)
    default: break
    }
  }

  @inline(__always)
  private mutating func refer(to text: JSONScanner.Text, as mention: UInt8, slot: Slot) {
    let symbol = symbol(of: text)
    if slot == .reportBasis {
      basisCount += 1
      report.basis = symbol
    } else if slot == .source {
      row.flags.insert(.hasSource)
    }
    table.edgeTargets.append(symbol)
    let isReportParticipant = isInReport && mention == Mention.participant.rawValue
    table.edgeMentions.append(isReportParticipant ? Mention.reportParticipant.rawValue : mention)
  }

  private mutating func word(_ text: JSONScanner.Text, of field: CompiledSchema.FieldCode) {
    let key =
      text.hasEscapes || text.length > WordKey.longest
      ? WordKey(self.text(text)) : WordKey(bytes, start: text.start, length: text.length)
    guard let key, let code = schema.word(key, in: field.argument) else {
      unknownWord(text, field)
      return
    }
    switch field.slot {
    case .kind: row.code = code
    case .status: row.status = code
    case .weight where code == Schema.keyCode: row.flags.insert(.isKey)
    case .weight where code == Schema.minorCode: row.flags.insert(.isMinor)
    case .reportSays: report.says = code
    case .reportStatus: report.status = code
    case .reportState: report.state = code
    case .reportStanding: report.standing = code
    default: break
    }
  }

  @inline(never)
  private mutating func unknownWord(_ text: JSONScanner.Text, _ field: CompiledSchema.FieldCode) {
    let word = self.text(text)
    let words = WordList(rawValue: field.argument)?.words ?? []
    let close = nearest(to: word, among: words)
    found(
      text.start, ", field \(quoted(name(of: field))): \(quoted(word)) is not one of its words",
      advice: (close.map { "did you mean \"\($0)\"? " } ?? "") + "the words are: "
        + words.listed())
  }

  private mutating func date(_ text: JSONScanner.Text, of field: CompiledSchema.FieldCode) {
    let bounds =
      text.hasEscapes
      ? (try? RecordDate(self.text(text)))?.bounds
      : RecordDate.scan(
        UnsafeRawBufferPointer(rebasing: bytes[text.start..<text.start + text.length]))
    guard let bounds else {
      badDate(text, field)
      return
    }
    switch field.slot {
    case .date:
      row.dates = bounds
      row.flags.insert(.hasDate)
    case .end: endDates = bounds
    case .reportKnown: report.isKnown(by: bounds)
    case .reportDate:
      report.date = UInt32(truncatingIfNeeded: table.reportDates.count)
      table.reportDates.append(bounds)
    default: break
    }
  }

  @inline(never)
  private mutating func badDate(_ text: JSONScanner.Text, _ field: CompiledSchema.FieldCode) {
    do throws(DateFault) {
      _ = try RecordDate(self.text(text))
    } catch {
      found(
        text.start + (text.hasEscapes ? 0 : error.offset),
        ", field \(quoted(name(of: field))): \(quoted(self.text(text))) is not a date",
        advice: error.reason)
    }
  }

  private mutating func integer(_ field: CompiledSchema.FieldCode) throws(JSONFault) {
    guard case .number = try scanner.peek() else {
      try wrongType(name(of: field), wanted: field.kind.words)
      return
    }
    let text = try scanner.number()
    if rowIndex == Row.none {
      checkVersion(text)
      return
    }
    let isWhole = (text.start..<text.start + text.length).allSatisfy { bytes[$0] &- 0x30 < 10 }
    if !isWhole || text.length > 9 {
      found(
        text.start,
        ", field \(quoted(name(of: field))): \(self.text(text).prefix(20)) is not a whole number from 0 on",
        advice: "paragraphs are counted from 1, stages as the agreement counts them")
    }
  }

  /// The one number of a store's own object.
  private mutating func checkVersion(_ text: JSONScanner.Text) {
    let digits = self.text(text)
    if digits != String(Schema.version) {
      foreignVersion = String(digits.prefix(20))
      versionOffset = base + text.start
    }
  }

  private mutating func checkAddress(_ text: JSONScanner.Text) {
    let address = bytes[text.start..<text.start + text.length]
    guard let scheme = Self.schemes.first(where: { address.starts(with: $0) }) else {
      found(
        text.start, ", field \"url\": \(quoted(self.text(text))) is not a web address",
        advice: "an address begins with https:// or http://")
      return
    }
    let slash = UInt8(ascii: "/")
    let path = address.dropFirst(scheme.count).firstIndex(of: slash)
    if path == nil || path == address.endIndex - 1 {
      found(
        text.start, ", field \"url\": this is only the front page of a site", severity: .warning,
        advice: "give the address of the page itself, or leave it out")
    }
  }

  private static let schemes = ["https://", "http://"].map { Array($0.utf8) }

  // MARK: Findings

  /// The text of a string of this file.
  func text(_ text: JSONScanner.Text) -> String {
    decodedText(
      UnsafeRawBufferPointer(rebasing: bytes[text.start..<text.start + text.length]),
      hasEscapes: text.hasEscapes)
  }

  func name(of field: CompiledSchema.FieldCode) -> String {
    let key = field.key
    let low = (0..<8).map { UInt8(truncatingIfNeeded: key.low >> ($0 * 8)) }
    let high = (0..<7).map { UInt8(truncatingIfNeeded: key.high >> ($0 * 8)) }
    return String(decoding: (low + high).prefix { $0 != 0 }, as: UTF8.self)
  }

  @inline(never)
  mutating func found(
    _ offset: Int, _ message: String, severity: Problem.Severity = .error, advice: String = "",
    isAboutWhole: Bool = false
  ) {
    if isMerged && !isAboutWhole { return }
    owner.findings.append(
      Finding(
        base + offset, row: rowIndex, message, severity: severity, advice: advice,
        isAboutWhole: isAboutWhole))
  }

  /// Finds the required fields that were not there.
  @inline(never)
  mutating func reportMissing(_ shape: ShapeName, seen: UInt32, at start: Int) {
    let fields = Schema.shape(shape).fields
    for (index, field) in fields.enumerated()
    where field.isRequired && seen & 1 << UInt32(index) == 0 {
      let isRecord = shape.kind != nil
      found(
        start,
        isRecord || shape == .store
          ? " has no \(quoted(field.name))"
          : ": \(article(Schema.shape(shape).word)) in it has no \(quoted(field.name))",
        advice: field.name == Schema.marker && shape == .store
          ? "begin the store with \"\(Schema.marker)\": \(Schema.version)"
          : "every \(Schema.shape(shape).word) needs one",
        isAboutWhole: isRecord && field.name != "id")
    }
  }
}

extension JSONScanner.Token {
  /// With its article, as in "it holds a number".
  var words: String {
    switch self {
    case .object: "an object"
    case .array: "a list"
    case .string: "a text"
    case .number: "a number"
    case .literal: "true, false or null"
    }
  }
}

extension CompiledSchema.FieldCode.Kind {
  /// With its article, as in "where a text belongs".
  var words: String {
    switch self {
    case .identifier, .reference, .references: "an id in quotation marks"
    case .text, .texts: "a text in quotation marks"
    case .address: "a web address in quotation marks"
    case .integer: "a whole number"
    case .date: "a date in quotation marks"
    case .word: "a word in quotation marks"
    case .object: "an object"
    case .objects: "a list of objects"
    }
  }
}
