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
      merge(pieces[first] ?? []).map { (first: first, whole: $0) }
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

  /// The record that several pieces make; `nil`, with findings, when they disagree.
  private func merge(_ rows: [Int]) -> JSONNode? {
    let pieces = rows.map(node)
    guard let first = rows.first, !pieces.contains(where: { $0 == nil }) else { return nil }
    var conflicts: [MergeConflict] = []
    let whole = JSONNode.merged(pieces.compactMap { $0 }, conflicts: &conflicts)
    for conflict in conflicts {
      reader.findings.append(
        Finding(
          conflict.second.offset, row: UInt32(first),
          ", field \(quoted(conflict.field)): it disagrees with the same record",
          advice: "a later file may add to a record, but not change what it says",
          other: conflict.first.offset))
    }
    return conflicts.isEmpty ? whole : nil
  }

  /// The JSON of a row, its offsets among the bytes of all files.
  func node(_ row: Int) -> JSONNode? {
    let start = table.rows[row].extent.start
    let index = reader.fileIndex(at: start)
    let base = reader.bases[index]
    return (try? JSONNode(reader.files[index].bytes, from: start - base))?.shifted(by: base)
  }

  /// Reads merged records as if they stood in a file of their own, in place of their pieces.
  private mutating func read(_ merged: [(first: Int, whole: JSONNode)], pieces: [Int: [Int]]) {
    // Of those that do not agree the first piece stays.
    let later = Set(pieces.values.lazy.map { $0.dropFirst() }.joined())
    let groups = Set(merged.lazy.map { pieces[$0.first] ?? [] }.joined())
    reader.findings.removeAll {
      guard $0.isAboutWhole, $0.row != Row.none else { return false }
      return groups.contains(outermost(Int($0.row))) || later.contains(outermost(Int($0.row)))
    }
    for row in 0..<table.rows.count where groups.contains(outermost(row)) { bury(row) }
    let before = table.rows.count
    for kind in RecordKind.allCases {
      let records = merged.filter { table.rows[$0.first].kind == kind.rawValue }
      guard !records.isEmpty else { continue }
      var store = Array(
        "{\"\(Schema.marker)\":\(Schema.version),\"title\":\"\",\"\(kind.plural)\":[".utf8)
      let shape = ShapeName.allCases.first { $0.kind == kind } ?? .event
      for (index, record) in records.enumerated() {
        if index > 0 { store.append(UInt8(ascii: ",")) }
        reader.merged.append(
          MergedRecord(start: reader.nextBase + store.count, whole: record.whole))
        store += JSONWriter.record(record.whole, shape: shape).utf8
      }
      store += "]}".utf8
      reader.read(StoreFile(name: "merged records", copying: store), isMerged: true)
    }
    settle(merged.map(\.first), from: before)
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

  // MARK: References

  /// A reference that leads nowhere, or to the wrong kind of record.
  private struct Miss {
    let row: Int
    let edge: Int
    let symbol: UInt32
    let target: UInt32
  }

  private mutating func linkEdges() {
    let (count, kinds) = (table.rows.count, kinds)
    let (first, second) = atTheSameTime(
      isWorthIt: count > 50_000,
      { linkEdges(ofRows: 0..<count / 2, kinds) }, { linkEdges(ofRows: count / 2..<count, kinds) })
    for miss in first + second { misses(miss) }
  }

  private func linkEdges(ofRows rows: Range<Int>, _ kinds: [UInt8]) -> [Miss] {
    let targets = table.edgeTargets.values
    let mentions = table.edgeMentions.values
    let recordOf = reader.recordOf.values
    let allowed: [UInt16] = Mention.allCases.map { mention in
      mention.kinds.reduce(0) { $0 | 1 << UInt16($1.rawValue) }
    }
    var missed: [Miss] = []
    for row in rows {
      for edge in table.rows[row].edgeRange {
        let symbol = targets[edge]
        let target = recordOf[Int(symbol)]
        targets[edge] = target
        let isGood =
          target != Row.none
          && allowed[Int(mentions[edge])]
            & 1 << UInt16(truncatingIfNeeded: kinds[Int(target)]) != 0
        if !isGood { missed.append(Miss(row: row, edge: edge, symbol: symbol, target: target)) }
      }
    }
    return missed
  }

  private mutating func misses(_ miss: Miss) {
    let (row, edge, target) = (miss.row, miss.edge, miss.target)
    guard let mention = Mention(rawValue: table.edgeMentions[edge]), mention != .none else {
      return
    }
    let id = text(reader.symbols.places[Int(miss.symbol)])
    let field = Schema.field(of: mention)
    let offset = offset(of: edge, in: row)
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

  /// How many names may still be compared with ids that lead nowhere: in a store of some hundred
  /// records each of these gets a hint, in one of a million the first few.
  private var comparisonsLeft = 200_000

  private mutating func adviceForMissing(_ id: String, _ mention: Mention) -> String {
    let advice = "add the record, or correct the id"
    guard table.rows.count <= comparisonsLeft else { return advice }
    comparisonsLeft -= table.rows.count
    let candidates = (0..<table.rows.count).lazy
      .filter { [table, kinds] row in
        kinds[row] != Self.deadKind && table.rows[row].kind == kinds[row]
          && mention.kinds.contains { $0.rawValue == kinds[row] }
      }
      .map { [self] in text(table.rows[$0].name) }
    let close = nearest(to: id, among: candidates)
    return advice + (close.map { " (closest: \"\($0)\")" } ?? "")
  }

  /// Where the references of the row that was asked for last stand.
  private var referenceOffsets: (row: Int, offsets: [Int]) = (-1, [])

  /// Where a reference of a row stands.
  private mutating func offset(of edge: Int, in row: Int) -> Int {
    if referenceOffsets.row != row {
      var offsets: [Int] = []
      if let node = node(row),
        let shape = ShapeName.allCases.first(where: { $0.kind?.rawValue == table.rows[row].kind })
      {
        Self.collect(from: node, shape, into: &offsets)
      }
      referenceOffsets = (row, offsets)
    }
    let position = edge - table.rows[row].edgeRange.lowerBound
    let offsets = referenceOffsets.offsets
    return position < offsets.count ? offsets[position] : table.rows[row].extent.start
  }

  /// Collects where references stand, in the order in which the reader meets them. Those of stages
  /// and terms are their own.
  private static func collect(from node: JSONNode, _ shape: ShapeName, into offsets: inout [Int]) {
    guard case .object(let members) = node.value else { return }
    let fields = Schema.shape(shape).fields
    for member in members {
      guard let field = fields.first(where: { $0.name == member.name }) else { continue }
      switch field.type {
      case .reference: if member.value.text != nil { offsets.append(member.value.offset) }
      case .references:
        offsets += member.value.elements.lazy.filter { $0.text != nil }.map(\.offset)
      case .object(let part): collect(from: member.value, part, into: &offsets)
      case .objects(let part) where part.kind == nil:
        for element in member.value.elements { collect(from: element, part, into: &offsets) }
      default: break
      }
    }
  }

  private func linkReports() {
    let count = table.reports.count
    _ = atTheSameTime(
      isWorthIt: count > 50_000,
      { link(reports: 0..<count / 2) }, { link(reports: count / 2..<count) })
  }

  private func link(reports: Range<Int>) {
    let recordOf = reader.recordOf.values
    for index in reports {
      let symbol = table.reports[index].basis
      guard symbol != Row.none else { continue }
      let basis = recordOf[Int(symbol)]
      table.reports[index].basis = basis
      if table.reports[index].known == ReportRow.unknownDay, basis != Row.none,
        let published = published(Int(basis))
      {
        table.reports[index].isKnown(by: published)
      }
      if table.reports[index].known == ReportRow.unboundDay {
        table.reports[index].known = ReportRow.unknownDay
      }
    }
  }

  /// When the source of a report, or the source of its quote, was published.
  private func published(_ basis: Int) -> DateBounds? {
    var row = basis
    if kinds[row] == RecordKind.quote.rawValue {
      guard let source = source(ofQuote: row) else { return nil }
      row = source
    }
    return kinds[row] == RecordKind.source.rawValue ? table.rows[row].dates : nil
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
