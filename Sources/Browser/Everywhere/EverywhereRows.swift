import Records
import Screen
import Search

extension RowMaker {
  /// How many rows an item takes; nothing is decoded.
  static func height(of item: EverywhereState.Item) -> Int {
    item.hit?.reason == nil ? 1 : 2
  }

  /// The rows of an item, as many as `height` says.
  func rows(of item: EverywhereState.Item) -> [ListRow] {
    switch item {
    case .heading(let group):
      var heading = StyledText.program(Self.name(of: group.kind), .heading)
      heading += .program("  " + Self.count(of: group), .dim)
      return [ListRow(text: heading, isHeading: true)]
    case .more(let group):
      let rest = group.count - group.hits.count
      let text = "\(glyphs.ellipsis) \(group.kind.countOfMore(rest))"
      return [ListRow(text: .program(text, .dim))]
    case .hit(let hit, _, _):
      let row = row(of: hit.record)
      guard let reason = hit.reason else { return [row] }
      return [row, ListRow(text: .program("  ", .text) + reason)]
    }
  }

  /// The lines that stand for an item where there is room for one only.
  func card(of item: EverywhereState.Item) -> [StyledText] {
    guard case .hit(let hit, let number, let group) = item else {
      return rows(of: item).map(\.text)
    }
    let row = row(of: hit.record)
    let place = "\(Self.name(of: group.kind)) \(number) of \(Wording.number(group.count))"
    let label = text(
      chronicle.label(of: hit.record), isName: chronicle.kind(of: hit.record).isNamed)
    return [label, .program(place, .dim), row.trailing]
  }

  static func name(of kind: RecordKind) -> String {
    kind.plural.prefix(1).uppercased() + kind.plural.dropFirst()
  }

  /// How many hits of a kind there are, and how many of them are shown.
  private static func count(of group: EverywhereAnswer.Group) -> String {
    let count = Wording.number(group.count)
    return group.hits.count < group.count ? "\(group.hits.count) of \(count)" : count
  }

  // MARK: One row for a record of any kind

  private func row(of record: RecordID) -> ListRow {
    switch chronicle.kind(of: record) {
    case .event: datedEventRow(record)
    case .quote: shortQuoteRow(record)
    case .actor: actorRow(record)
    case .agreement: agreementRow(record)
    case .source: shortSourceRow(record)
    case .place: placeRow(record)
    case .stage, .term: termRow(record)
    }
  }

  /// What is left for the text of a row before what stands at its edge.
  private func room(before trailing: StyledText) -> Int {
    max(1, columns - trailing.columns - 1)
  }

  private func datedEventRow(_ record: RecordID) -> ListRow {
    guard let facts = EventFacts(record, in: chronicle, asOf: query?.asOf) else {
      return ListRow(text: StyledText(chronicle.label(of: record)))
    }
    let sign = StyledText.program(String(facts.status.sign(glyphs)), .mark) + .program(" ", .text)
    var trailing = StyledText(
      facts.date?.shown(columns >= 56 ? .full : .short) ?? "no date stated", .dim)
    trailing += .program(" \(facts.standing?.standing.badge ?? " ")", .mark)
    let title = window(facts.event.title, .text, columns: room(before: trailing) - sign.columns)
    return ListRow(sign: facts.event.weight.sign, text: sign + title, trailing: trailing)
  }

  private func shortQuoteRow(_ record: RecordID) -> ListRow {
    guard let quote = chronicle.quote(record) else {
      return ListRow(text: StyledText(chronicle.label(of: record)))
    }
    let speaker = text(chronicle.label(of: quote.speaker), .dim, isName: true)
    let trailing =
      columns >= 56
      ? joined([speaker.cut(to: columns / 4), StyledText(quoteDate(quote), .dim)])
      : speaker.cut(to: columns / 3)
    return ListRow(
      text: words(of: quote, columns: room(before: trailing)), trailing: trailing)
  }

  private func shortSourceRow(_ record: RecordID) -> ListRow {
    guard let source = chronicle.source(record) else {
      return ListRow(text: StyledText(chronicle.label(of: record)))
    }
    let isComment = source.kind == .comment
    let tag = isComment ? StyledText.program("[comment] ", .comment) : StyledText()
    let date = StyledText(source.published.shown(columns >= 56 ? .full : .short), .dim)
    let publisher = text(chronicle.label(of: source.publisher), .dim, isName: true)
    let trailing = columns >= 56 ? joined([publisher.cut(to: columns / 4), date]) : date
    let title = window(
      chronicle.label(of: record), .text, columns: room(before: trailing) - tag.columns)
    return ListRow(text: tag + title, trailing: trailing)
  }

  private func termRow(_ record: RecordID) -> ListRow {
    let agreement = chronicle.agreement(containing: record).map { chronicle.label(of: $0) } ?? ""
    let trailing = StyledText(agreement, .dim).cut(to: columns / 3)
    return ListRow(
      text: window(chronicle.label(of: record), .text, columns: room(before: trailing)),
      trailing: trailing)
  }
}
