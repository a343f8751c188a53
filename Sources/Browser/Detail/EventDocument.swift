import Records
import Screen

extension DocumentBuilder {
  mutating func addEvent(_ id: RecordID) {
    guard let event = chronicle.event(id), let fold = lookup.fold(id, asOf: context.asOf)
    else { return addUnknown(id) }
    title(event.title)
    addHead(of: event, fold)
    addEvidence(of: fold)
    if let summary = event.summary {
      gap()
      paragraph(text(summary))
    }
    remark(event.note)
    addParticipants(of: fold)
    let about = known(chronicle.records(about: id))
    quotes("SAID", about.filter { chronicle.kind(of: $0) == .quote })
    addLinks(of: event, about.filter { chronicle.kind(of: $0) == .event })
    addHistory(fold.history)
    addAccounts(of: event, fold)
    addSources(of: fold.accounts)
    let linked = event.links.map(\.target)
    records("ABOUT", event.about.filter { !linked.contains($0) })
  }

  /// Kind, date and place, then where the event stands in the world.
  private mutating func addHead(of event: Event, _ fold: FoldedEvent) {
    var place = StyledText("place not stated", .dim)
    if let id = fold.place { place = joined(placeChain(id), by: ", ") }
    paragraph(joined([text(event.kind.word), text(date(fold.date)), place]))
    gap()
    field("status", status(of: fold))
    addCondition(of: event, fold)
    if let likelihood = event.likelihood { field("likelihood", likelihood) }
    if event.weight != .normal { field("weight", event.weight.rawValue) }
  }

  /// The condition as stated; else the events it requires; a conditional event without either says
  /// that it is not stated.
  private mutating func addCondition(of event: Event, _ fold: FoldedEvent) {
    if let condition = event.condition { return field("condition", condition) }
    guard fold.status == .conditional else { return }
    let required = event.links.filter { $0.relation == .requires && isKnown($0.target) }
    field(
      "condition",
      required.isEmpty ? own(Wording.notStated, .dim) : list(required.map(\.target)))
  }

  /// The place and those it lies in, from the smallest.
  mutating func placeChain(_ place: RecordID) -> [StyledText] {
    var chain: [RecordID] = []
    var next: RecordID? = place
    // A store may hold a circle of places; each is named once.
    while let place = next, !chain.contains(place), chain.count < 16 {
      chain.append(place)
      next = chronicle.place(place)?.within
    }
    var parts: [StyledText] = []
    for place in chain { parts.append(link(place)) }
    return parts
  }

  private mutating func addEvidence(of fold: FoldedEvent) {
    let summary = lookup.standing(of: fold, asOf: context.asOf)
    var line = text(summary.standing.rawValue, .mark)
    line += own(Self.dot, .dim) + own(summary.standing.reason)
    field("standing", line)
    field("evidence", OneLine.evidence(summary, separator: ", "))
    addDifferences(of: fold)
  }

  private mutating func addParticipants(of fold: FoldedEvent) {
    guard !fold.participants.isEmpty else { return }
    heading("WHO")
    let day = fold.date?.lower ?? fold.date?.upper
    for participant in fold.participants.prefix(DocumentLimit.own) {
      participantEntry(participant, on: day)
    }
    rest(of: fold.participants.count, after: DocumentLimit.own)
  }

  private mutating func addLinks(of event: Event, _ mentions: [RecordID]) {
    let inverse = known(chronicle.records(linkingTo: event.id))
    guard !event.links.isEmpty || !inverse.isEmpty || !mentions.isEmpty else { return }
    heading("LINKS")
    for link in event.links.prefix(DocumentLimit.own) where isKnown(link.target) {
      linkEntry(link.relation.words, link.target)
    }
    for source in inverse.prefix(DocumentLimit.entries) {
      let links = chronicle.event(source)?.links.filter { $0.target == event.id } ?? []
      for link in links { linkEntry(link.relation.inverseWords, source) }
    }
    rest(of: inverse.count, after: DocumentLimit.entries)
    for mention in mentions.prefix(DocumentLimit.entries) { linkEntry("subject of", mention) }
    rest(
      of: mentions.count, after: DocumentLimit.entries,
      all: Offer(view: "Timeline", name: event.id))
  }

  private mutating func linkEntry(_ words: String, _ target: RecordID) {
    item(text(words + " ", .label) + brief(target))
  }
}

// MARK: - Events in other documents

extension DocumentBuilder {
  /// An event in a list.
  mutating func eventEntry(_ id: RecordID) {
    item(brief(id))
  }

  /// A record in one line: the name, for an event with date, status and standing as far as they
  /// are not the usual ones.
  mutating func brief(_ id: RecordID) -> StyledText {
    guard chronicle.kind(of: id) == .event else { return named(id) }
    guard let known = knowledge(of: id) else { return link(id, chronicle.name(of: id)) }
    var parts = [link(id), text(date(known.date), .dim)]
    if known.status != .occurred { parts.append(text(known.status.rawValue, .mark)) }
    if known.standing != .reported { parts.append(text(known.standing.rawValue, .mark)) }
    return joined(parts)
  }

  /// A record's link with the word for its kind where the name does not tell it.
  private mutating func named(_ id: RecordID) -> StyledText {
    switch chronicle.kind(of: id) {
    case .quote: quoteLink(id)
    case .stage: stageLink(id)
    case .term: link(id) + own(" (term)", .dim)
    case .agreement: link(id) + own(" (agreement)", .dim)
    case .place: link(id) + own(" (place)", .dim)
    case .source: place(in: id, at: nil, withDate: true)
    case .actor, .event: link(id)
    }
  }

  private mutating func quoteLink(_ id: RecordID) -> StyledText {
    guard let quote = chronicle.quote(id) else { return link(id) }
    return marker(of: id) + link(quote.speaker) + own(": ") + words(of: quote)
  }

  private mutating func stageLink(_ id: RecordID) -> StyledText {
    let result = link(id)
    guard let agreement = chronicle.agreement(containing: id) else { return result }
    return result + own(" of ", .dim) + link(agreement)
  }

  /// A section that names records, one a line.
  mutating func records(_ title: String, _ ids: [RecordID]) {
    let ids = known(ids)
    guard !ids.isEmpty else { return }
    heading(title)
    for id in ids.prefix(DocumentLimit.own) { item(brief(id)) }
    rest(of: ids.count, after: DocumentLimit.own)
  }
}
