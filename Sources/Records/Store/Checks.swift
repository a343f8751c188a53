/// The checks that look at several records at once. What is wrong inside one file's objects has been
/// found when it was read.
struct Checks {
  let table: LinkedTable
  let options: LoadOptions
  private(set) var findings: [Finding] = []
  /// The record whose JSON was asked for last.
  private var last: (row: Int, node: JSONNode?) = (-1, nil)
  private var words: WordCheck

  init(_ table: LinkedTable, options: LoadOptions) {
    self.table = table
    self.options = options
    words = WordCheck(table)
  }

  /// The checks of one record with those it names.
  mutating func checkRecords() {
    for row in 0..<table.rows.count where !table.rows[row].flags.contains(.isDead) {
      switch RecordKind(rawValue: table.rows[row].kind) {
      case .event:
        checkReports(row)
        checkKnowledge(row)
        checkOutcome(row)
      case .term: checkReports(row)
      case .quote:
        findings += words.findings(quote: RecordID(number: UInt32(row)))
      default: break
      }
    }
  }

  /// The checks that want to know who names whom, and in what order the names stand.
  mutating func checkActors(orders: Orders, inverse: Inverse) {
    for id in orders.lists[Int(RecordKind.actor.rawValue)] { checkMentioned(id, inverse) }
    checkNames(orders)
  }

  private mutating func found(
    _ row: Int, _ message: String, severity: Problem.Severity = .error, advice: String,
    at offset: Int? = nil
  ) {
    findings.append(
      Finding(
        offset ?? table.rows[row].extent.start, row: UInt32(row), message, severity: severity,
        advice: advice))
  }

  /// Where the member of that name stands in the record, its value before it where one is wanted.
  private mutating func offset(of row: Int, _ path: (JSONNode) -> JSONNode?) -> Int {
    let start = table.rows[row].extent.start
    let id = RecordID(number: UInt32(row))
    let inFile = table.place(of: id).offset
    if last.row != row { last = (row, table.node(of: id)) }
    guard let node = last.node, let found = path(node) else { return start }
    return start - inFile + found.offset
  }

  // MARK: Reports

  private mutating func checkReports(_ row: Int) {
    for report in table.rows[row].reportRange {
      let basis = table.reports[report].basis
      guard basis != Row.none else { continue }
      let source = table.source(behind: Int(basis))
      guard let source, table.rows[source].code == Schema.commentCode,
        table.rows[source].kind == RecordKind.source.rawValue
      else { continue }
      let index = report - table.rows[row].reportRange.lowerBound
      found(
        row, ", field \"reports\": a report cites a comment, which is evidence for nothing",
        advice: "take the report out; the comment stays tagged in its place",
        at: offset(of: row) { Self.element(index, of: $0["reports"]) })
    }
    checkFirstStatus(row)
  }

  private static func element(_ index: Int, of list: JSONNode?) -> JSONNode? {
    guard let elements = list?.elements, index < elements.count else { return nil }
    return elements[index]
  }

  /// The first of a list of reports has its event's own status; one known before it needs its own.
  private mutating func checkFirstStatus(_ row: Int) {
    let range = table.rows[row].reportRange
    guard table.rows[row].kind == RecordKind.event.rawValue, range.count > 1,
      let earliest = table.firstReport(row), earliest != range.lowerBound,
      table.reports[earliest].status == Row.noCode
    else { return }
    found(
      row, ", field \"reports\": the report known first gives no \"status\"",
      advice: "say what it reports, or put it first: the event's own fields are its words",
      at: offset(of: row) { Self.element(earliest - range.lowerBound, of: $0["reports"]) })
  }

  /// What has occurred cannot be known before it did.
  private mutating func checkKnowledge(_ row: Int) {
    let range = table.rows[row].reportRange
    let occurred = Schema.position(of: Status.occurred)
    for report in range {
      let isFirst = report == range.lowerBound
      let own = table.reports[report]
      let status =
        own.status != Row.noCode ? own.status : isFirst ? table.rows[row].status : Row.noCode
      let dates =
        own.date != ReportRow.noDate ? table.reportDates[Int(own.date)] : table.rows[row].dates
      guard status == occurred, own.known != ReportRow.unknownDay, let lower = dates.lowerDay,
        lower.number > own.known, let known = Day(number: Int(own.known))
      else { continue }
      found(
        row,
        " is reported to have occurred on \(lower.iso) or later by a report known on "
          + "\(known.iso)", severity: .warning,
        advice: "correct one of the two dates, or the status",
        at: offset(of: row) { Self.element(report - range.lowerBound, of: $0["reports"]) })
    }
  }

  /// A plan whose day has passed wants a report of what became of it.
  private mutating func checkOutcome(_ row: Int) {
    guard table.foldedStatus(of: row) == Schema.position(of: Status.planned),
      let last = table.foldedDates(of: row).upperDay, last < options.today
    else { return }
    for report in table.rows[row].reportRange
    where table.reports[report].known != ReportRow.unknownDay
      && table.reports[report].known > last.number
    { return }
    found(
      row, " was planned for \(last.iso) at the latest, and no later report says what became of it",
      severity: .warning, advice: "add a report with the outcome; unknown is a fair answer too",
      at: offset(of: row) { $0["status"] })
  }

  // MARK: Actors

  private mutating func checkMentioned(_ id: RecordID, _ inverse: Inverse) {
    guard inverse.count(naming: id) == 0 else { return }
    found(
      Int(id.number), " is named by no other record", severity: .warning,
      advice: "name it where it acts, or take it out")
  }

  /// Two actors of one name may be one. Unnamed actors are not: their names are descriptions.
  private mutating func checkNames(_ orders: Orders) {
    let actors = orders.lists[Int(RecordKind.actor.rawValue)]
    var last: (key: [UInt8], row: Int)?
    for id in actors {
      let row = Int(id.number)
      guard table.rows[row].code != Schema.anonymousCode else { continue }
      let key = options.nameKey(table.text(table.rows[row].label))
      if let last, last.key == key, !key.isEmpty {
        let other = table.text(table.rows[last.row].name)
        found(
          row, " has the same name as the actor \(quoted(other))", severity: .warning,
          advice: "make them one record, or tell them apart in the name",
          at: offset(of: row) { $0["name"] })
      }
      last = (key, row)
    }
  }
}
