import CBytes

/// Reads files into a table: one strict pass over the bytes of each.
///
/// What is wrong inside a file is found here; what only shows between records, by `Linker`.
/// A class, since the readers of all files add to the same columns.
final class StoreReader {
  let table: Table
  let symbols: SymbolTable
  let schema = CompiledSchema()
  /// For each symbol, the row of its record; `Row.none` while none is known.
  let recordOf: Column<UInt32>
  private(set) var files: [StoreFile] = []
  /// The offset of each file among the bytes of all.
  private(set) var bases: [Int] = []
  private(set) var nextBase = 0
  /// Whether a part of a file could not be read, so that records may be missing.
  private(set) var isIncomplete = false
  var findings: [Finding] = []
  /// Rows that repeat the id of a record in an earlier file.
  var extensions: [(row: Int, first: Int)] = []
  /// Ids that are not as ids should be, by symbol: what is said where each of them first stands.
  private(set) var faultyIDs: [UInt32: Finding] = [:]
  /// Whether there are any: asked for every id.
  private(set) var hasFaultyIDs = false
  /// Records with an id that another has, too, while units are read from the back: which of them
  /// is the first shows in the end.
  private(set) var repeated: [(symbol: UInt32, row: UInt32)] = []
  /// By the row of a record that has more pieces, where the id of the last of them stands.
  var lastPieces: [Int: Int] = [:]
  /// Title, language and note of each file.
  var headers: [StoreHeader] = []
  /// Records made of several pieces, by where their text begins, ascending.
  var merged: [MergedRecord] = []

  let division: FileUnits.Division
  /// Whether it reads only units of one file, and these from the back.
  private let readsFromBack: Bool

  /// A reader for files of `bytes` bytes together.
  init(bytes: Int, division: FileUnits.Division = .init()) {
    self.division = division
    readsFromBack = false
    table = Table(bytes: bytes)
    symbols = SymbolTable(expected: bytes / 400)
    recordOf = Column(capacity: bytes / 400)
  }

  /// A reader for a part of one file: for some of its units, from the back.
  init(partOf file: StoreFile, at base: Int) {
    division = .init()
    readsFromBack = true
    table = Table(bytes: file.bytes.count / 2)
    symbols = SymbolTable(expected: file.bytes.count / 400)
    recordOf = Column(capacity: file.bytes.count / 400)
    files = [file]
    bases = [base]
  }

  /// Reads one file to its end, or to the first place where it is not JSON. A merged file is the
  /// text of merged records, made here.
  func read(_ file: StoreFile, isMerged: Bool = false) {
    files.append(file)
    bases.append(nextBase)
    let before = findings.count
    var reader = FileReader(self, file: file, base: nextBase, isMerged: isMerged)
    read(&reader, file, isDivided: !isMerged)
    findings += faultyIDs.values.filter { $0.offset >= nextBase }
    // One more, so that the end of a file is not the start of the next.
    nextBase += file.bytes.count + 1
    if reader.hasFault { isIncomplete = true }
    if let version = reader.foreignVersion {
      findings.removeSubrange(before...)
      findings.append(Finding.foreignVersion(version, at: reader.versionOffset))
      isIncomplete = true
    }
    if !isMerged { headers.append(reader.header) }
  }

  /// Ties a record to its id; a second record of one id is an extension of the first when it
  /// stands in another file.
  @inline(__always)
  func register(row index: UInt32, symbol: UInt32, isMerged: Bool) {
    let known = recordOf[Int(symbol)]
    if known == Row.none {
      recordOf[Int(symbol)] = index
    } else if readsFromBack {
      repeated.append((symbol, index))
    } else {
      registerAgain(Int(index), known: Int(known), isMerged: isMerged)
    }
  }

  @inline(never)
  private func registerAgain(_ index: Int, known: Int, isMerged: Bool) {
    table.rows[index].flags.insert(.isDead)
    let row = table.rows[index]
    let first = table.rows[known]
    let file = fileIndex(at: row.name.start)
    let last = lastPieces[known] ?? first.name.start
    lastPieces[known] = row.name.start
    if !isMerged, fileIndex(at: last) == file {
      findings.append(
        Finding(
          row.name.start, row: UInt32(index), ": this id stands twice in this file",
          advice: "give one of the two another id, or join them"))
      // What it lacks may stand in an earlier file all the same.
      if fileIndex(at: first.name.start) != file, first.kind == row.kind {
        extensions.append((row: index, first: known))
      }
    } else if first.kind != row.kind {
      let word = RecordKind(rawValue: first.kind)?.word ?? "record"
      findings.append(
        Finding(
          row.name.start, row: UInt32(index), ": another file has \(article(word)) of this id",
          advice: "ids are shared by all kinds of record; give one of the two another id"))
    } else {
      extensions.append((row: index, first: known))
    }
  }

  /// Notes what is wrong with an id, of the first place where it stands.
  func note(faultyID symbol: UInt32, _ finding: Finding) {
    if let known = faultyIDs[symbol], known.offset < finding.offset { return }
    faultyIDs[symbol] = finding
    hasFaultyIDs = true
  }

  /// The file in which an offset lies, by its position in `files`.
  func fileIndex(at offset: Int) -> Int {
    var low = 0
    var high = bases.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if bases[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a range that holds a string.
  func bytes(of range: ByteRange) -> UnsafeRawBufferPointer {
    let index = fileIndex(at: range.start)
    let start = range.start - bases[index]
    let length = range.length ?? JSONScanner.stringLength(files[index].bytes, from: start)
    return UnsafeRawBufferPointer(rebasing: files[index].bytes[start..<start + length])
  }
}

extension StoreReader {
  /// Findings with their lines and names, sorted by file and place.
  func problems(_ findings: [Finding]) -> [Problem] {
    let placed = originals(of: findings).enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }
    var others: [Int: String] = [:]
    var places = Places(self)
    for offset in placed.compactMap(\.element.other).sorted() where others[offset] == nil {
      let (file, line, column) = places.place(of: offset)
      others[offset] = " at \(file):\(line):\(column)"
    }
    places = Places(self)
    return placed.map { _, finding in
      let (file, line, column) = places.place(of: finding.offset)
      let other = finding.other.flatMap { others[$0] } ?? ""
      return Problem(
        file: file, line: line, column: column, severity: finding.severity,
        message: subject(of: finding) + finding.message + other, advice: finding.advice)
    }
  }

  /// Findings in merged records, moved to the pieces in which what they are about stands.
  private func originals(of findings: [Finding]) -> [Finding] {
    guard let start = merged.first?.start else { return findings }
    var moved = findings
    var last: (start: Int, node: JSONNode)?
    for index in moved.indices where moved[index].offset >= start {
      let offset = moved[index].offset
      let record = merged[max(0, merged.firstPosition { $0.start <= offset } - 1)]
      if last?.start != record.start {
        let file = fileIndex(at: record.start)
        last = (try? JSONNode(files[file].bytes, from: record.start - bases[file])).map {
          (record.start, $0.shifted(by: bases[file]))
        }
      }
      moved[index].offset = last?.node.origin(of: offset, in: record.whole) ?? record.whole.offset
    }
    return moved
  }

  /// What a finding is about: `event "miami-talks"`; nothing for the file as a whole.
  private func subject(of finding: Finding) -> String {
    guard finding.row != Row.none else {
      let isAboutStore = finding.message.first.map { " ,:".contains($0) } ?? false
      return isAboutStore ? "the store" : ""
    }
    let row = table.rows[Int(finding.row)]
    let word = RecordKind(rawValue: row.kind)?.word ?? "record"
    guard row.name != .none else { return "\(article(word)) without an id" }
    return "\(word) \(quoted(decodedText(bytes(of: row.name), hasEscapes: row.name.hasEscapes)))"
  }
}

extension RandomAccessCollection where Index == Int {
  /// The position of the first element behind those that pass the test, which all come first.
  func firstPosition(behind before: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if before(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A record made of several pieces.
struct MergedRecord {
  /// Where its text begins, among the bytes of all files.
  let start: Int
  /// Its JSON; all offsets are those of the pieces.
  let whole: JSONNode
}

/// Lines and columns in all files; asked in ascending order it reads each byte once.
private struct Places {
  let reader: StoreReader
  var finders: [Int: PlaceFinder] = [:]

  init(_ reader: StoreReader) {
    self.reader = reader
  }

  mutating func place(of offset: Int) -> (file: String, line: Int, column: Int) {
    let index = reader.fileIndex(at: offset)
    var finder = finders[index] ?? PlaceFinder(reader.files[index].bytes)
    let (line, column) = finder.place(of: offset - reader.bases[index])
    finders[index] = finder
    return (reader.files[index].name, line, column)
  }
}

/// What a store's file says of itself.
struct StoreHeader {
  var title: String?
  var language: String?
  var note: String?
}

/// A finding before lines and names are looked up.
struct Finding {
  /// Among the bytes of all files.
  var offset: Int
  /// Another place it speaks of, whose file and line end the message.
  let other: Int?
  let severity: Problem.Severity
  /// The record it is about; `Row.none` for the file as a whole.
  let row: UInt32
  /// What is wrong. Follows the record's name: begins with a comma or a space.
  let message: String
  let advice: String
  /// Whether it speaks of what a record lacks, which another file may supply.
  let isAboutWhole: Bool

  init(
    _ offset: Int, row: UInt32, _ message: String, severity: Problem.Severity = .error,
    advice: String = "", isAboutWhole: Bool = false, other: Int? = nil
  ) {
    self.offset = offset
    self.other = other
    self.severity = severity
    self.row = row
    self.message = message
    self.advice = advice
    self.isAboutWhole = isAboutWhole
  }

  static func foreignVersion(_ version: String, at offset: Int) -> Finding {
    Finding(
      offset, row: Row.none,
      "this is a store of format version \(version); this program reads version "
        + "\(Schema.version)",
      advice: "use the release of the program that reads version \(version)")
  }
}
