import CBytes

/// Words said to be a speaker's own must stand in the source, where the store keeps its text.
struct WordCheck {
  private let table: LinkedTable
  /// The quote that is looked at.
  private var row = 0
  /// The paragraphs of sources as plain words, by row: many quotes stand in one source.
  private var paragraphs: [UInt32: [PlainWords]] = [:]

  init(_ table: LinkedTable) {
    self.table = table
  }

  mutating func findings(quote id: RecordID) -> [Finding] {
    row = Int(id.number)
    guard namesKeptText, !standsAsWritten, let node = table.node(of: RecordID(number: UInt32(row)))
    else { return [] }
    var pieces = node["also"]?.elements ?? []
    if !isIndirect { pieces.insert(node, at: 0) }
    return pieces.compactMap { finding($0) }
  }

  private var isIndirect: Bool {
    table.rows[row].code == Schema.position(of: QuoteMode.indirect)
  }

  private var namesKeptText: Bool {
    for edge in table.rows[row].edgeRange {
      let mention = table.edgeMentions[edge]
      let isSource =
        mention == Mention.quoteSource.rawValue || mention == Mention.printingSource.rawValue
      let target = table.edgeTargets[edge]
      if isSource, target != Row.none, table.rows[Int(target)].flags.contains(.hasText) {
        return true
      }
    }
    return false
  }

  // MARK: The quick way

  /// Whether the words stand in the paragraph byte for byte: so with nearly all quotes, and found
  /// out without decoding anything. Quotes with other printings take the long way.
  private var standsAsWritten: Bool {
    let quote = table.bytes(of: table.rows[row].extent)
    var scanner = JSONScanner(quote)
    var isFirst = true
    var paragraph = 0
    do throws(JSONFault) {
      try scanner.expect("{", "'{'")
      while let name = try scanner.nextMember(isFirst: &isFirst) {
        let key = WordKey(quote, start: name.start, length: min(name.length, WordKey.longest))
        if key == Self.also { return false }
        scanner.skipSpace()
        let start = scanner.offset
        try scanner.skipValue()
        if key == Self.at {
          paragraph = quote[start..<scanner.offset].reduce(0) { $0 &* 10 &+ Int($1 & 0x0F) }
        }
      }
    } catch {
      return false
    }
    if isIndirect { return true }
    guard paragraph > 0, let source = table.source(behind: row) else { return false }
    return stands(in: source, paragraph: paragraph)
  }

  private static let at = WordKey("at")
  private static let also = WordKey("also")
  private static let text = WordKey("text")

  /// A source longer than this is decoded once, not gone through for every quote.
  private static let quickLimit = 1 << 16

  private func stands(in source: Int, paragraph: Int) -> Bool {
    guard let length = table.rows[source].extent.length, length < Self.quickLimit else {
      return false
    }
    let bytes = table.bytes(of: table.rows[source].extent)
    let words = table.bytes(of: table.rows[row].label)
    var scanner = JSONScanner(bytes)
    var isFirst = true
    do throws(JSONFault) {
      try scanner.expect("{", "'{'")
      while let name = try scanner.nextMember(isFirst: &isFirst) {
        let key = WordKey(bytes, start: name.start, length: min(name.length, WordKey.longest))
        guard key == Self.text, scanner.take("[") else {
          try scanner.skipValue()
          continue
        }
        var isFirstElement = true
        var number = 0
        while try scanner.nextElement(isFirst: &isFirstElement) {
          number += 1
          guard number == paragraph else {
            try scanner.skipValue()
            continue
          }
          let text = try scanner.string()
          // Bytes that stand behind a backslash are not the characters they seem to be.
          return !text.hasEscapes && Self.contains(bytes, text, words)
        }
        return false
      }
    } catch {
      return false
    }
    return false
  }

  private static func contains(
    _ bytes: UnsafeRawBufferPointer, _ text: JSONScanner.Text, _ words: UnsafeRawBufferPointer
  ) -> Bool {
    guard let hay = bytes.baseAddress, let needle = words.baseAddress else { return false }
    return cbytes_contains(hay + text.start, text.length, needle, words.count)
  }

  // MARK: The long way

  private mutating func finding(_ piece: JSONNode) -> Finding? {
    guard let text = piece["text"], let words = text.text, let source = piece["source"]?.text,
      let sourceRow = table.row(named: source)
    else { return nil }
    let paragraphs = plainParagraphs(of: sourceRow)
    guard !paragraphs.isEmpty else { return nil }
    var searched = paragraphs
    if let at = piece["at"], let number = at.integer {
      guard number >= 1, number <= paragraphs.count else {
        let count = paragraphs.count == 1 ? "1 paragraph" : "\(paragraphs.count) paragraphs"
        return Finding(
          offset(of: at), row: UInt32(row),
          ", field \"at\": \(quoted(source)) has \(count), and this is number \(number)",
          advice: "paragraphs are counted from 1")
      }
      searched = [paragraphs[number - 1]]
    }
    let plain = PlainWords(words)
    let isThere = searched.contains { $0.contain(plain) }
    guard !isThere else { return nil }
    return Finding(
      offset(of: text), row: UInt32(row),
      ", field \"text\": these words do not stand in \(quoted(source)) as the store keeps it",
      advice: "give the words exactly, correct the paragraph, or make the mode \"indirect\"")
  }

  private mutating func plainParagraphs(of source: UInt32) -> [PlainWords] {
    if let known = paragraphs[source] { return known }
    let node = table.node(of: RecordID(number: source))
    let plain = node?["text"]?.elements.compactMap(\.text).map(PlainWords.init) ?? []
    paragraphs[source] = plain
    return plain
  }

  private func offset(of node: JSONNode) -> Int {
    let inFile = table.place(of: RecordID(number: UInt32(row))).offset
    return table.rows[row].extent.start - inFile + node.offset
  }
}
