/// Ties the records of all files together: merges what extends, turns ids into rows, and puts each
/// kind in order.
struct Linker {
  let reader: StoreReader
  private var table: Table { reader.table }
  /// The kind of each row, for quick checks; `deadKind` for rows that are no records.
  private var kinds: [UInt8] = []
  private static let deadKind = UInt8.max

  init(_ reader: StoreReader) {
    self.reader = reader
  }

  /// Links everything that was read. What is wrong is added to the reader's findings.
  mutating func link() {
    mergeExtensions()
    kinds = table.rows.values.map {
      $0.flags.contains(.isDead) ? Self.deadKind : $0.kind
    }
    linkEdges()
    linkReports()
  }

  // MARK: Extensions

  private mutating func mergeExtensions() {
    guard !reader.extensions.isEmpty else { return }
    var pieces: [Int: [Int]] = [:]
    for (row, first) in reader.extensions { pieces[first, default: [first]].append(row) }
    // Stages and terms are merged with their agreement.
    let owned = pieces.keys.filter { table.rows[$0].owner != Row.none }
    for first in owned { checkOwners(of: pieces.removeValue(forKey: first) ?? []) }
    let merged = pieces.keys.sorted().compactMap { first in
      merge(pieces[first] ?? []).map { whole in
        reader.origins[first] = whole
        return (first: first, text: text(of: whole, first))
      }
    }
    read(merged, pieces: pieces)
  }

  private func checkOwners(of rows: [Int]) {
    func agreement(_ row: Int) -> String {
      text(table.rows[Int(table.rows[row].owner)].name)
    }
    guard let first = rows.first else { return }
    for row in rows.dropFirst() where agreement(row) != agreement(first) {
      reader.findings.append(
        Finding(
          table.rows[row].name.start, row: UInt32(row),
          ": the agreement \(quoted(agreement(first))) has a part of this id",
          advice: "give one of the two another id"))
    }
  }

  private func text(of whole: JSONNode, _ row: Int) -> String {
    let shape = ShapeName.allCases.first { $0.kind?.rawValue == table.rows[row].kind }
    return JSONWriter.record(whole, shape: shape ?? .event)
  }

  /// The record that several pieces make; `nil`, with a finding, when they disagree.
  private func merge(_ rows: [Int]) -> JSONNode? {
    var whole: JSONNode?
    for row in rows {
      guard let piece = node(row) else { return nil }
      guard let soFar = whole else {
        whole = piece
        continue
      }
      do throws(MergeConflict) {
        whole = try soFar.extended(by: piece)
      } catch {
        let firstPlace = place(of: error.first.offset)
        reader.findings.append(
          Finding(
            error.second.offset, row: UInt32(row),
            ", field \(quoted(error.field)): it disagrees with the same record at \(firstPlace)",
            advice: "a later file may add to a record, but not change what it says"))
        return nil
      }
    }
    return whole
  }

  /// The JSON of a row, its offsets among the bytes of all files.
  func node(_ row: Int) -> JSONNode? {
    let start = table.rows[row].extent.start
    let index = reader.fileIndex(at: start)
    let base = reader.bases[index]
    return (try? JSONNode(reader.files[index].bytes, from: start - base))?.shifted(by: base)
  }

  private func place(of offset: Int) -> String {
    let index = reader.fileIndex(at: offset)
    var finder = PlaceFinder(reader.files[index].bytes)
    let (line, column) = finder.place(of: offset - reader.bases[index])
    return "\(reader.files[index].name):\(line):\(column)"
  }

  /// Reads merged records as if they stood in a file of their own, in place of their pieces.
  private mutating func read(_ merged: [(first: Int, text: String)], pieces: [Int: [Int]]) {
    let groups = Set(pieces.values.joined())
    reader.findings.removeAll {
      $0.isAboutWhole && $0.row != Row.none && groups.contains(outermost(Int($0.row)))
    }
    for row in 0..<table.rows.count where groups.contains(outermost(row)) { bury(row) }
    let before = table.rows.count
    let findingsBefore = reader.findings.count
    for kind in RecordKind.allCases {
      let texts = merged.filter { table.rows[$0.first].kind == kind.rawValue }.map(\.text)
      guard !texts.isEmpty else { continue }
      let store =
        "{\"\(Schema.marker)\":\(Schema.version),\"title\":\"\",\"\(kind.plural)\":["
        + texts.joined(separator: ",") + "]}"
      reader.read(StoreFile(name: "merged records", copying: store.utf8), isMerged: true)
    }
    settle(merged.map(\.first), from: before)
    moveFindings(from: findingsBefore)
  }

  /// The row of the record itself, or of the agreement it is part of.
  private func outermost(_ row: Int) -> Int {
    let owner = table.rows[row].owner
    return owner == Row.none ? row : Int(owner)
  }

  /// Takes a piece out of the table; the merged record stands for it.
  private func bury(_ row: Int) {
    table.rows[row].flags.insert(.isDead)
    for edge in table.rows[row].edgeRange { table.edgeMentions[edge] = Mention.none.rawValue }
    let name = text(table.rows[row].name)
    if let symbol = reader.symbols.number(of: name, text: reader.bytes(of:)) {
      reader.recordOf[Int(symbol)] = Row.none
    }
  }

  /// Puts merged records where their first pieces stood, so that the order of the files remains.
  private func settle(_ firsts: [Int], from start: Int) {
    var moved: [UInt32: UInt32] = [:]
    for first in firsts {
      let name = text(table.rows[first].name)
      guard let symbol = reader.symbols.number(of: name, text: reader.bytes(of:)) else { continue }
      let new = reader.recordOf[Int(symbol)]
      guard new != Row.none, Int(new) >= start else { continue }
      table.rows[first] = table.rows[Int(new)]
      table.rows[Int(new)].flags.insert(.isDead)
      table.rows[Int(new)].edgesEnd = table.rows[Int(new)].edges
      table.rows[Int(new)].reportsEnd = table.rows[Int(new)].reports
      reader.recordOf[Int(symbol)] = UInt32(first)
      moved[new] = UInt32(first)
    }
    for row in start..<table.rows.count {
      if let owner = moved[table.rows[row].owner] { table.rows[row].owner = owner }
    }
  }

  /// Findings about merged records point at the first piece of each.
  private func moveFindings(from start: Int) {
    for index in start..<reader.findings.count {
      let finding = reader.findings[index]
      guard finding.row != Row.none else { continue }
      let name = text(table.rows[Int(finding.row)].name)
      let first = (0..<table.rows.count).first { text(table.rows[$0].name) == name }
      let offset = first.map { reader.origins[$0]?.offset ?? table.rows[$0].extent.start }
      reader.findings[index] = Finding(
        offset ?? finding.offset, row: finding.row, finding.message, severity: finding.severity,
        advice: finding.advice, isAboutWhole: true)
    }
  }

  // MARK: References

  private func linkEdges() {
    let targets = table.edgeTargets.values
    let mentions = table.edgeMentions.values
    let recordOf = reader.recordOf.values
    var allowed: [UInt16] = Mention.allCases.map { mention in
      mention.kinds.reduce(0) { $0 | 1 << UInt16($1.rawValue) }
    }
    allowed.withUnsafeMutableBufferPointer { allowed in
      kinds.withUnsafeBufferPointer { kinds in
        for row in 0..<table.rows.count {
          for edge in table.rows[row].edgeRange {
            let symbol = targets[edge]
            let target = recordOf[Int(symbol)]
            targets[edge] = target
            let mention = mentions[edge]
            let isGood =
              target != Row.none
              && allowed[Int(mention)] & 1 << UInt16(truncatingIfNeeded: kinds[Int(target)]) != 0
            if !isGood { misses(row, mention: mention, symbol: symbol, target: target) }
          }
        }
      }
    }
  }

  /// A reference that leads nowhere, or to the wrong kind of record.
  private func misses(_ row: Int, mention: UInt8, symbol: UInt32, target: UInt32) {
    guard let mention = Mention(rawValue: mention), mention != .none else { return }
    let id = text(reader.symbols.places[Int(symbol)])
    let field = Schema.field(of: mention)
    let offset =
      node(row).flatMap { Self.offset(of: id, in: $0, field: field) }
      ?? table.rows[row].extent.start
    if target == Row.none {
      reader.findings.append(
        Finding(
          offset, row: UInt32(row), ", field \(quoted(field)): there is no record \(quoted(id))",
          advice: adviceForMissing(id, mention)))
    } else {
      let found = RecordKind(rawValue: table.rows[Int(target)].kind)?.word ?? "record"
      reader.findings.append(
        Finding(
          offset, row: UInt32(row),
          ", field \(quoted(field)): \(quoted(id)) is \(article(found)), "
            + "not \(mention.kinds.map { article($0.word) }.joined(separator: " or "))",
          advice: "name a record of the right kind"))
    }
  }

  private func adviceForMissing(_ id: String, _ mention: Mention) -> String {
    var candidates: [String] = []
    for row in 0..<min(table.rows.count, 50_000) where kinds[row] != Self.deadKind {
      let isRightKind = mention.kinds.contains { $0.rawValue == kinds[row] }
      if isRightKind { candidates.append(text(table.rows[row].name)) }
    }
    let close = nearest(to: id, among: candidates)
    return "add the record, or correct the id" + (close.map { " (closest: \"\($0)\")" } ?? "")
  }

  /// Where `id` stands in a field of that name, anywhere in the record.
  private static func offset(of id: String, in node: JSONNode, field: String) -> Int? {
    switch node.value {
    case .object(let members):
      for member in members {
        if member.name == field {
          if member.value.text == id { return member.value.offset }
          if let element = member.value.elements.first(where: { $0.text == id }) {
            return element.offset
          }
        }
        if let offset = offset(of: id, in: member.value, field: field) { return offset }
      }
      return nil
    case .array(let elements):
      return elements.lazy.compactMap { offset(of: id, in: $0, field: field) }.first
    default: return nil
    }
  }

  private func linkReports() {
    let recordOf = reader.recordOf.values
    for index in 0..<table.reports.count {
      let symbol = table.reports[index].basis
      guard symbol != Row.none else { continue }
      let basis = recordOf[Int(symbol)]
      table.reports[index].basis = basis
      if table.reports[index].known == ReportRow.unknownDay, basis != Row.none {
        table.reports[index].known = published(Int(basis))
      }
    }
  }

  /// The day on which the source of a report, or the source of its quote, became known.
  private func published(_ basis: Int) -> Int32 {
    var row = basis
    if kinds[row] == RecordKind.quote.rawValue {
      guard let source = source(ofQuote: row) else { return ReportRow.unknownDay }
      row = source
    }
    guard kinds[row] == RecordKind.source.rawValue else { return ReportRow.unknownDay }
    return table.rows[row].dates.knownOn?.number ?? ReportRow.unknownDay
  }

  private func source(ofQuote row: Int) -> Int? {
    for edge in table.rows[row].edgeRange
    where table.edgeMentions[edge] == Mention.quoteSource.rawValue {
      let target = table.edgeTargets[edge]
      return target == Row.none ? nil : Int(target)
    }
    return nil
  }

  private func text(_ range: ByteRange) -> String {
    guard range != .none else { return "" }
    return decodedText(reader.bytes(of: range), hasEscapes: range.hasEscapes)
  }
}
