import Records
import Screen
import Search

/// A row above an event.
enum Lead: Hashable {
  /// A day or what is known of it; under a filter, where most days have nothing, how many before it
  /// have not, from some on; and whether it says of what its number is counted.
  case time(DaySpan, after: Int, namesCount: Bool)
  case gap(days: Int)
  case undated
}

extension RowMaker {
  /// What stands above an event: a gap before its day, and the day where it begins.
  func leads(at index: Int, of list: ListState) -> [Lead] {
    let dated = records.count - chronicle.undatedCount
    let position = list.position(at: index)
    let previous = index > 0 ? list.position(at: index - 1) : nil
    guard position < dated else {
      return previous.map { $0 < dated } ?? true ? [.undated] : []
    }
    guard let span = span(of: records[position]) else { return [] }
    guard let previous else { return [.time(span, after: 0, namesCount: true)] }
    let before = self.span(of: records[previous])
    guard before != span else { return [] }
    let gap = before?.start == span.start ? 0 : time.gap(before: span.start)
    let isWorthIt = gap >= time.leastGap
    let lead = Lead.time(
      span, after: isFiltered && isWorthIt ? gap : 0,
      namesCount: isNewCount(on: span.start, after: before))
    return isWorthIt && !isFiltered ? [.gap(days: gap), lead] : [lead]
  }

  /// Whether days are counted from something else than before, or a month begins: the name of what
  /// they are counted from is then worth its room. The title line has it for every day.
  private func isNewCount(on day: Day, after before: DaySpan?) -> Bool {
    guard let before, before.length == .day, before.start.year == day.year,
      before.start.parts.month == day.parts.month
    else { return true }
    return dayCount.basis(on: before.start) != dayCount.basis(on: day)
  }

  /// The stretch of time under which a record stands; `nil` without any day.
  func span(of record: RecordID) -> DaySpan? {
    let (lower, upper) = chronicle.dayBounds(of: record)
    guard let day = lower ?? upper ?? chronicle.firstKnown(of: record) else { return nil }
    // Only such a day may stand for a month or more: no other date is read for it.
    let mayBeLonger =
      lower != upper && (lower == nil ? day == Day.last || (day + 1).day == 1 : day.day == 1)
    return DaySpan(sortedBy: day, mayBeLonger ? chronicle.leadingPrecision(of: record) : .day)
  }

  func row(of lead: Lead) -> ListRow {
    switch lead {
    case .time(let span, let gap, let namesCount):
      let number = StyledText(dayNumber(of: span, isNamed: namesCount) ?? "", .dim)
      var line = StyledText(span.name, .heading)
      if gap > 0 { line += words(ofGap: gap, room: columns - line.columns - number.columns - 3) }
      return ListRow(text: line, trailing: number, isLead: true)
    case .undated:
      return ListRow(text: StyledText("No date stated", .heading), isLead: true)
    case .gap(let days):
      let rule = String(repeating: glyphs.rule, count: 2)
      let text = "\(rule) \(Wording.count(days, "day")) without a record"
      return ListRow(text: StyledText(text, .dim), isLead: true)
    }
  }

  /// What stands behind a day that comes after some without a match, as far as there is room.
  private func words(ofGap days: Int, room: Int) -> StyledText {
    let short = "  after \(Wording.count(days, "day"))"
    let fitting = [short + " without a match", short].first { TextWidth.columns(of: $0) <= room }
    return StyledText(fitting ?? "", .dim)
  }

  /// The number of a day, and from what it is counted if asked and where there is room.
  private func dayNumber(of span: DaySpan, isNamed: Bool) -> String? {
    guard span.length == .day, let count = dayCount.number(of: span.start) else { return nil }
    let short = "day \(count.number)"
    let long = "\(short) of \(count.basis.name)"
    return isNamed && TextWidth.columns(of: long) <= columns * 2 / 3 ? long : short
  }

  /// A line for an event: status, kind, title; date where the day above it does not say all,
  /// reports and origins, standing.
  func eventRow(_ record: RecordID, at index: Int, of list: ListState) -> ListRow {
    guard let facts = EventFacts(record, in: chronicle, asOf: query?.asOf) else {
      return ListRow(text: StyledText(chronicle.label(of: record)))
    }
    var line = StyledText.program(String(facts.status.sign(glyphs)), .mark) + .program(" ", .text)
    if columns >= 44 {
      let width = columns >= 56 ? 12 : 10
      line += column(.program(facts.event.kind.word, .dim), width) + .program(" ", .text)
    }
    line += text(facts.event.title)
    return ListRow(
      sign: facts.event.weight.sign, text: line, trailing: trailing(of: facts, record))
  }

  private func trailing(of facts: EventFacts, _ record: RecordID) -> StyledText {
    var parts: [String] = []
    if let date = facts.date?.beside(span(of: record), isLong: columns >= 100) {
      parts.append(date)
    }
    if columns >= 36, let standing = facts.standing {
      parts.append(OneLine.shortEvidence(standing))
    }
    var trailing = StyledText(parts.joined(separator: "  "), .dim)
    trailing.append(" ")
    let badge = facts.standing?.standing.badge ?? " "
    trailing.append(String(badge), .mark)
    return trailing
  }

  func eventCard(_ record: RecordID, at index: Int, of list: ListState) -> [StyledText] {
    guard let facts = EventFacts(record, in: chronicle, asOf: query?.asOf) else {
      return [StyledText(chronicle.label(of: record))]
    }
    let sign = String(facts.status.sign(glyphs))
    var date = facts.date?.shown(.full) ?? "no date stated"
    if TextWidth.columns(of: date) + 2 > columns { date = facts.date?.shown(.short) ?? date }
    var standing = ""
    if let summary = facts.standing {
      standing = "\(summary.standing.rawValue) \(OneLine.shortEvidence(summary))"
    }
    return [
      text(facts.event.title),
      StyledText(sign, .mark) + StyledText(" " + date, .heading),
      StyledText(
        "\(facts.status.rawValue) \(facts.event.kind.word)"
          + (facts.event.weight == .key ? " \(glyphs.dot) key" : ""), .dim),
      StyledText(standing, .dim),
    ]
  }
}

/// What a line of the timeline says of an event, as it was known on a day, or is known today.
struct EventFacts {
  let event: Event
  let date: RecordDate?
  let status: Status
  let standing: StandingSummary?

  init?(_ record: RecordID, in chronicle: Chronicle, asOf: Day?) {
    guard let event = chronicle.event(record) else { return nil }
    let fold = chronicle.fold(event, asOf: asOf)
    self.event = event
    date = fold.map(\.date) ?? event.date
    status = fold?.status ?? event.status
    standing = fold.map { chronicle.standing(of: $0, asOf: asOf) }
  }
}

extension RecordDate {
  /// What of the date a heading does not say; `nil` when the heading says it all.
  func beside(_ heading: DaySpan?, isLong: Bool) -> String? {
    guard let heading, lower != nil || upper != nil else {
      return isLong ? shown(.full) : "ongoing"
    }
    let isNamed = isNamed(by: heading)
    if isNamed, !isUncertain, !isApproximate { return nil }
    if isLong { return shown(.short) }
    let doubt = (isApproximate ? "~" : "") + (isUncertain ? "?" : "")
    if isNamed { return doubt }
    switch extent {
    case .single:
      guard precision == .instant else { return shown(.short) }
      return shown(.short).split(separator: " ").dropFirst(2).joined(separator: " ")
    case .interval:
      if isOngoing { return lower == nil ? "ongoing" : "since" }
      guard lower != nil else { return "until" }
      return ending.map { "to \($0.shown(within: heading))" + doubt } ?? "from"
    case .oneOf:
      guard lower != nil else { return "or earlier" }
      return ending.map { "to \($0.shown(within: heading)) ?" } ?? "or later"
    }
  }

  /// The date without the year where that is the heading's.
  private func shown(within heading: DaySpan) -> String {
    shown(upper?.year == heading.start.year ? .short : .full)
  }

  /// Whether a heading names the very time that is meant.
  private func isNamed(by heading: DaySpan) -> Bool {
    guard extent == .single else { return false }
    return switch precision {
    case .day: heading.length == .day
    case .month: heading.length == .month
    case .year: heading.length == .year
    case .decade: heading.length == .decade
    case .century: heading.length == .century
    case .instant, .none: false
    }
  }
}
