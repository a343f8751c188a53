/// The columns of a chronicle with the bytes they point into, once everything is linked.
///
/// A class, since it holds many references and is passed about a lot: it is counted as one.
final class LinkedTable: Sendable {
  let rows: Column<Row>
  let edgeTargets: Column<UInt32>
  let edgeMentions: Column<UInt8>
  let reports: Column<ReportRow>
  let reportDates: Column<DateBounds>
  private let files: [StoreFile]
  private let bases: [Int]
  private let symbols: SymbolTable
  private let recordOf: Column<UInt32>

  init(_ reader: StoreReader) {
    rows = reader.table.rows
    edgeTargets = reader.table.edgeTargets
    edgeMentions = reader.table.edgeMentions
    reports = reader.table.reports
    reportDates = reader.table.reportDates
    files = reader.files
    bases = reader.bases
    symbols = reader.symbols
    recordOf = reader.recordOf
  }

  subscript(id: RecordID) -> Row {
    rows[Int(id.number)]
  }

  /// Whether something holds for a row that a row names in one of some fields. They are asked about
  /// in the order of the file, until it holds for one.
  @inline(__always)
  func names(from row: Row, as mentions: MentionSet, where holds: (UInt32) -> Bool) -> Bool {
    let (targets, fields) = (edgeTargets.values, edgeMentions.values)
    var edge = Int(row.edges)
    while edge < Int(row.edgesEnd) {
      if mentions.rawValue >> UInt64(fields[edge]) & 1 == 1, targets[edge] != Row.none,
        holds(targets[edge])
      {
        return true
      }
      edge += 1
    }
    return false
  }

  func kind(of id: RecordID) -> RecordKind {
    RecordKind(rawValue: self[id].kind) ?? .event
  }

  func row(named name: String) -> UInt32? {
    guard let symbol = symbols.number(of: name, text: bytes(of:)) else { return nil }
    let row = recordOf[Int(symbol)]
    return row == Row.none ? nil : row
  }

  // MARK: Bytes

  private func fileIndex(at offset: Int) -> Int {
    var low = 0
    var high = bases.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if bases[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a range; none for `ByteRange.none`.
  func bytes(of range: ByteRange) -> UnsafeRawBufferPointer {
    guard range != .none else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let index = fileIndex(at: range.start)
    let bytes = files[index].bytes
    let start = range.start - bases[index]
    let length = range.length ?? JSONScanner.stringLength(bytes, from: start)
    return UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])
  }

  func text(_ range: ByteRange) -> String {
    guard range != .none else { return "" }
    return decodedText(bytes(of: range), hasEscapes: range.hasEscapes)
  }

  /// The JSON of a record, or of its members with one of some names.
  func node(of id: RecordID, members names: [String]? = nil) -> JSONNode? {
    let range = self[id].extent
    let index = fileIndex(at: range.start)
    let (bytes, start) = (files[index].bytes, range.start - bases[index])
    guard let names else { return try? JSONNode(bytes, from: start) }
    return try? JSONNode(bytes, from: start, members: names)
  }

  /// The file in which a record stands, and its offset there.
  func place(of id: RecordID) -> (file: String, offset: Int) {
    let start = self[id].extent.start
    let index = fileIndex(at: start)
    return (files[index].name, start - bases[index])
  }

  // MARK: Reports

  /// The reports of a row in the order in which they became known; of the same day, as in the file.
  func reportsAsKnown(_ row: Int) -> [Int] {
    let range = rows[row].reportRange
    guard range.count > 1 else { return Array(range) }
    return range.sorted {
      (reports[$0].known, reports[$0].second, $0) < (reports[$1].known, reports[$1].second, $1)
    }
  }

  /// The report of a row that became known first; `nil` when it has none.
  func firstReport(_ row: Int) -> Int? {
    let range = rows[row].reportRange
    guard var first = range.first else { return nil }
    for report in range
    where (reports[report].known, reports[report].second)
      < (reports[first].known, reports[first].second)
    { first = report }
    return first
  }

  /// An event's date as all its reports together have it; any other record's own.
  func foldedDates(of row: Int) -> DateBounds {
    let own = rows[row].dates
    let range = rows[row].reportRange
    guard rows[row].kind == RecordKind.event.rawValue,
      range.contains(where: { reports[$0].date != ReportRow.noDate })
    else { return own }
    var folded = own
    for report in reportsAsKnown(row) {
      if reports[report].date != ReportRow.noDate {
        folded = reportDates[Int(reports[report].date)]
      } else if report == range.lowerBound, rows[row].flags.contains(.hasDate) {
        folded = own
      }
    }
    return folded
  }

  /// When an agreement was agreed, read from its JSON; `nil` when it does not say.
  func agreed(_ row: Int) -> DateBounds? {
    guard let text = node(of: RecordID(number: UInt32(row)))?["agreed"]?.text else { return nil }
    return (try? RecordDate(text))?.bounds
  }

  /// An event's status as all its reports together have it, by its position in the vocabulary.
  func foldedStatus(of row: Int) -> UInt8 {
    let own = rows[row].status
    let range = rows[row].reportRange
    guard range.contains(where: { reports[$0].status != Row.noCode }) else { return own }
    var folded = own
    for report in reportsAsKnown(row) {
      if reports[report].status != Row.noCode {
        folded = reports[report].status
      } else if report == range.lowerBound {
        folded = own
      }
    }
    return folded
  }

  /// The source a report rests on: itself, or that of the quote; `nil` for other rows.
  func source(behind basis: Int) -> Int? {
    guard rows[basis].kind == RecordKind.quote.rawValue else {
      return rows[basis].kind == RecordKind.source.rawValue ? basis : nil
    }
    for edge in rows[basis].edgeRange
    where edgeMentions[edge] == Mention.quoteSource.rawValue && edgeTargets[edge] != Row.none {
      return Int(edgeTargets[edge])
    }
    return nil
  }

  /// The day on which an event was first reported, a quote's source published, or the first of an
  /// agreement's sources.
  func firstKnown(of row: Int) -> Day? {
    if rows[row].kind == RecordKind.quote.rawValue {
      return source(behind: row).flatMap { rows[$0].dates.knownOn }
    }
    if rows[row].kind == RecordKind.agreement.rawValue {
      return rows[row].edgeRange.compactMap { edge in
        edgeMentions[edge] == Mention.agreementSource.rawValue && edgeTargets[edge] != Row.none
          ? rows[Int(edgeTargets[edge])].dates.knownOn : nil
      }.min()
    }
    guard let first = firstReport(row), reports[first].known != ReportRow.unknownDay else {
      return nil
    }
    return Day(number: Int(reports[first].known))
  }
}
