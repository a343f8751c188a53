extension FileReader {
  /// Reads a record whose `{` comes next.
  mutating func record(_ shape: ShapeName, kind: RecordKind) throws(JSONFault) {
    guard try opens(shape) else { return }
    let start = scanner.offset - 1
    let outer = (row, rowIndex, endDates)
    row = Row(kind: kind.rawValue)
    row.edges = UInt32(truncatingIfNeeded: table.edgeTargets.count)
    row.reports = UInt32(truncatingIfNeeded: table.reports.count)
    row.owner = kind == .stage || kind == .term ? outer.1 : Row.none
    rowIndex = UInt32(truncatingIfNeeded: table.rows.count)
    endDates = .undated
    // Until it is read to its end it is no record: a fault may leave it so.
    row.flags = .isDead
    (row.edgesEnd, row.reportsEnd) = (row.edges, row.reports)
    table.rows.append(row)
    row.flags = []
    let seen = try members(of: shape)
    row.edgesEnd = UInt32(truncatingIfNeeded: table.edgeTargets.count)
    if kind == .event || kind == .term {
      row.reportsEnd = UInt32(truncatingIfNeeded: table.reports.count)
    } else {
      row.reportsEnd = row.reports
    }
    row.extent = ByteRange(start: base + start, length: scanner.offset - start)
    if row.name == .none { row.flags.insert(.isDead) }
    let required = schema.shapes[Int(shape.rawValue)].required
    if seen & required != required { reportMissing(shape, seen: seen, at: start) }
    checkWhole(kind, at: start)
    if kind == .stage || kind == .term { deferEdges() }
    table.rows[Int(rowIndex)] = row
    if row.name != .none { define() }
    if kind == .agreement { appendDeferred() }
    (row, rowIndex, endDates) = outer
    try validateAhead()
  }

  /// Checks between the fields of one record.
  private mutating func checkWhole(_ kind: RecordKind, at start: Int) {
    switch kind {
    case .actor where row.code == Schema.anonymousCode && !row.flags.contains(.hasSource):
      found(
        start, " is anonymous and names no \"source\"",
        advice: "an unnamed person exists inside one source only; name it", isAboutWhole: true)
    case .event
    where row.flags.contains(.hasCondition) && row.status != Schema.conditionalCode
      && row.status != Row.noCode:
      found(
        start, " has a \"condition\", but its status is not \"conditional\"",
        advice: "set the status, or leave the condition out", isAboutWhole: true)
    case .agreement where endDates.upper < row.dates.lower:
      found(
        start, ": \"ended\" lies before \"effective\"", advice: "correct one of the two dates",
        isAboutWhole: true)
    default: break
    }
  }

  private mutating func deferEdges() {
    let range = row.edgeRange
    deferred.append(
      (
        row: Int(rowIndex), targets: range.map { table.edgeTargets[$0] },
        mentions: range.map { table.edgeMentions[$0] }
      ))
    table.edgeTargets.removeLast(range.count)
    table.edgeMentions.removeLast(range.count)
  }

  private mutating func appendDeferred() {
    for part in deferred {
      let start = table.edgeTargets.count
      for index in part.targets.indices {
        table.edgeTargets.append(part.targets[index])
        table.edgeMentions.append(part.mentions[index])
      }
      table.rows[part.row].edges = UInt32(truncatingIfNeeded: start)
      table.rows[part.row].edgesEnd = UInt32(truncatingIfNeeded: table.edgeTargets.count)
    }
    deferred.removeAll()
  }

  // MARK: Objects inside records

  /// Reads an object inside a record, and checks what can be wrong within it.
  mutating func part(_ shape: ShapeName) throws(JSONFault) {
    guard try opens(shape) else { return }
    let start = scanner.offset - 1
    switch shape {
    case .report: try readReport(from: start)
    case .position:
      let (dates, end) = (row.dates, endDates)
      (row.dates, endDates) = (.undated, .undated)
      try requiredMembers(of: shape, at: start)
      if endDates.upper < row.dates.lower {
        found(
          start, ", field \"positions\": \"to\" lies before \"from\"",
          advice: "correct one of the two dates")
      }
      (row.dates, endDates) = (dates, end)
    default: try requiredMembers(of: shape, at: start)
    }
  }

  private mutating func requiredMembers(of shape: ShapeName, at start: Int) throws(JSONFault) {
    let seen = try members(of: shape)
    let required = schema.shapes[Int(shape.rawValue)].required
    if seen & required != required { reportMissing(shape, seen: seen, at: start) }
  }

  private mutating func readReport(from start: Int) throws(JSONFault) {
    report = ReportRow()
    isInReport = true
    basisCount = 0
    let seen = try members(of: .report)
    isInReport = false
    if basisCount != 1 {
      found(
        start,
        basisCount == 0
          ? ", field \"reports\": this report names neither a quote nor a source"
          : ", field \"reports\": this report names both a quote and a source",
        advice: "name one: the quote already holds its source")
    }
    let hasNote = seen & Schema.reportNote != 0
    if report.standing != Row.noCode {
      checkStanding(hasNote: hasNote, at: start)
    }
    table.reports.append(report)
  }

  private mutating func checkStanding(hasNote: Bool, at start: Int) {
    if WordList.standing.words[Int(report.standing)] != Standing.confirmed.rawValue {
      found(
        start, ", field \"standing\": a report can only state \"confirmed\"",
        advice: "leave it out; any other standing follows from the reports")
    } else if !hasNote {
      found(
        start, ", field \"standing\": \"confirmed\" needs a \"note\" that says why",
        advice: "add the note to this report")
    }
  }
}
