import Records
import Screen
import Search

/// What a screen shows, in sentences.
extension Session {
  /// The view, what narrows it, what is searched for, and on the timeline its chart.
  var spokenView: String {
    let list = pane.list
    if let everywhere = pane.everywhere { return spokenView(of: everywhere) }
    if let concordance = pane.concordance { return spokenView(of: concordance) }
    var sentences: [String] = []
    if let filter = list.filterInForce {
      sentences.append(
        "\(currentView.name): \(Wording.number(list.count)) of \(Wording.number(list.total)) "
          + "match the filter \(Block.visible(filter.text)).")
      if let query = severalConditions {
        let named = query.conditions.enumerated().map {
          "\($0.offset + 1), \(Block.visible(query.text(in: $0.element)))"
        }
        sentences.append("Its conditions: \(named.joined(separator: "; ")).")
      }
    } else {
      let kind = currentView.kind
      let count = Wording.count(list.count, kind.word, plural: kind.plural)
      sentences.append("\(currentView.name): \(count).")
    }
    if let order = pane.order { sentences.append("Sorted by: \(order.words).") }
    if currentView == .timeline, let chart = Spoken.chart(of: time) { sentences.append(chart) }
    if let find = list.find {
      let count = Wording.count(list.hits.count, "match", plural: "matches")
      sentences.append("Search for \(Block.visible(find.text)): \(count).")
      if let found = foundElsewhere {
        sentences.append("Elsewhere: \(found); everywhere searches all lists.")
      }
    }
    return sentences.joined(separator: " ")
  }

  /// The selected row of the list.
  var spokenRow: String {
    let list = pane.list
    if let everywhere = pane.everywhere { return spokenRow(of: everywhere) }
    if let concordance = pane.concordance { return spokenRow(of: concordance) }
    guard let selected else {
      return list.total > 0 ? "Nothing matches the filter." : "There is nothing in this list."
    }
    let place = "\(Wording.number(list.index + 1)) of \(Wording.number(list.count))."
    var parts = [place]
    if currentView == .timeline {
      for lead in rowMaker.leads(at: list.index, of: list) {
        switch lead {
        case .gap(let days): parts.append("After \(Wording.count(days, "day")) without a record:")
        case .time(_, let days, _) where days > 0:
          parts.append("After \(Wording.count(days, "day")) without a match:")
        case .time, .undated: break
        }
      }
    }
    parts.append(
      Spoken.sentence(
        of: selected, in: chronicle, dayCount: dayCount, asOf: query?.asOf))
    return parts.joined(separator: " ")
  }

  /// The whole detail of the selected record, a paragraph a line, its links by number.
  var spokenDetail: String {
    guard let document = shown.detail.document else { return "There is nothing to open." }
    let lines = document.lines(columns: 1 << 40).map {
      PlainSigns.shown($0.text.plain, in: glyphs)
    }
    let last = document.links.count
    let links = last == 0 ? "" : "\nLinks: 1 to \(last). A number follows one."
    return lines.joined(separator: "\n") + links
  }

  /// The line of the detail one is on.
  var spokenLine: String {
    let lines = shown.detail.lines
    guard pane.detail.line < lines.count else { return "There is nothing to read." }
    let text = PlainSigns.shown(lines[pane.detail.line].text.plain, in: glyphs)
    return text.allSatisfy(\.isWhitespace) ? "Empty line." : text
  }
}

/// Sentences about records and charts.
enum Spoken {
  /// What a row of a list says, with words for its signs.
  static func sentence(
    of record: RecordID, in chronicle: Chronicle, dayCount: DayCount, asOf: Day? = nil
  ) -> String {
    let label = Block.visible(chronicle.label(of: record))
    let facts: [String]
    switch chronicle.kind(of: record) {
    case .event: return event(record, label, in: chronicle, dayCount, asOf)
    case .quote:
      guard let quote = chronicle.quote(record) else { return label }
      let date = quote.date?.shown() ?? "no date stated"
      let path = OneLine.stops(of: quote, in: chronicle).map {
        Block.visible(chronicle.label(of: $0))
      }
      let words = OneLine.words(of: quote)
      let stop = words.last.map { ".!?…”".contains($0) } ?? true ? "" : "."
      return "\(words)\(stop) \(capitalized(quote.mode.word)), "
        + "\(path.joined(separator: ", then ")), \(date)."
    case .actor:
      facts = [
        chronicle.actor(record)?.kind.words ?? "",
        OneLine.origin(ofUnnamed: record, in: chronicle).map { "in \($0)" } ?? "",
        Wording.count(chronicle.events(of: record).count, "event"),
        Wording.count(chronicle.quotes(by: record).count, "quote"),
      ]
    case .agreement:
      let agreement = chronicle.agreement(record)
      facts = [
        agreement?.kind?.rawValue ?? "",
        agreement?.firstDate(in: chronicle) ?? "",
        Wording.count(agreement?.terms.count ?? 0, "term"),
      ]
    case .source:
      guard let source = chronicle.source(record) else { return label }
      let publisher = Block.visible(chronicle.label(of: source.publisher))
      facts = [source.kind.rawValue, publisher, source.published.shown()]
    case .place:
      let larger = chronicle.place(record)?.within.map {
        "in " + Block.visible(chronicle.label(of: $0))
      }
      facts = [larger ?? "", Wording.count(chronicle.events(at: record).count, "event")]
    case .stage, .term: facts = []
    }
    return ([label] + facts.filter { !$0.isEmpty }).joined(separator: ", ") + "."
  }

  private static func event(
    _ record: RecordID, _ label: String, in chronicle: Chronicle, _ dayCount: DayCount,
    _ asOf: Day?
  ) -> String {
    guard let facts = EventFacts(record, in: chronicle, asOf: asOf) else { return label }
    var parts = [facts.date?.shown() ?? "no date stated"]
    if let date = facts.date, let day = date.lower, day == date.upper,
      let count = dayCount.number(of: day)
    {
      parts.append("day \(count.number) of \(Block.visible(count.basis.name))")
    }
    if facts.event.weight == .key { parts.append("key") }
    parts.append(facts.status.rawValue)
    if let standing = facts.standing {
      parts.append(standing.standing.rawValue)
      parts.append(OneLine.evidence(standing, separator: ", "))
    }
    return "\(capitalized(facts.event.kind.word)): \(label). "
      + capitalized(parts.joined(separator: ", ")) + "."
  }

  /// The line of all time: from when to when, where most lies, and the longest stretch without a
  /// record; `nil` of nothing.
  static func chart(of time: TimeIndex) -> String? {
    guard let days = time.days, let ribbon = Ribbon(time, columns: 60) else { return nil }
    var text =
      days.lowerBound == days.upperBound
      ? "All are of \(days.lowerBound.shown)."
      : "The first is of \(days.lowerBound.shown), the last of \(days.upperBound.shown)."
    for case .bar(let count, let start, let end) in ribbon.pieces where count == ribbon.most {
      guard let first = Day(number: start), let last = Day(number: end - 1) else { break }
      let when = first == last ? "on \(first.shown)" : "from \(first.shown) to \(last.shown)"
      text += " Most in \(ribbon.unit.word): \(Wording.number(count)), \(when)."
      break
    }
    let gaps = time.entries.indices.map { (days: time.gap(beforeEntry: $0), index: $0) }
    if let longest = gaps.max(by: { $0.days < $1.days }), longest.days >= time.leastGap,
      let end = Day(number: Int(time.entries[longest.index].day))
    {
      let length = Wording.count(longest.days, "day")
      text += " The longest stretch without a record: \(length), before \(end.shown)."
    }
    return text
  }

  static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
