import Records
import Screen

extension DocumentBuilder {
  mutating func addActor(_ id: RecordID) {
    guard let actor = chronicle.actor(id) else { return }
    let events = known(chronicle.events(of: id))
    let quotes = known(chronicle.quotes(by: id))
    let about = known(chronicle.records(about: id))
    let terms = chronicle.terms(naming: id)
    title(actor.name)
    addNames(of: actor)
    let voices = Voices(of: id, builder: self)
    let given = known(chronicle.records(reportedBy: id)).count
    addActivity(of: actor, events, quotes, accounts: given, hasVoices: voices.count > 0)
    addVoice(
      of: actor, voices, quotes: quotes.count, accounts: given,
      named: events.count + about.count + terms.count)
    section("SUMMARY", actor.summary)
    addPositions(of: actor)
    addAffiliations(of: actor)
    let involvement = Involvement(of: id, in: events, builder: self)
    addEvents(involvement, count: events.count)
    addEventsOfGroups(with: id)
    self.quotes("SAID", quotes, all: Offer(view: "Quotes", name: id))
    addQuotes(of: voices)
    addAbout(id, about)
    addCompany(involvement)
    addAgreements(of: id)
    addTerms(terms)
    addAccounts(by: id)
    addPublished(by: id)
    section("NOTE", actor.note)
  }

  private mutating func addNames(of actor: Actor) {
    paragraph(text(actor.kind.words))
    gap()
    if !actor.aliases.isEmpty { field("also", joined(actor.aliases.map { text($0) }, by: "; ")) }
    if let source = actor.source {
      field("exists in", place(in: source, at: nil, withDate: true))
    }
  }

  /// What there is of an actor, and from when to when.
  private mutating func addActivity(
    of actor: Actor, _ events: [RecordID], _ quotes: [RecordID], accounts given: Int,
    hasVoices: Bool
  ) {
    let said = Wording.count(quotes.count, "quote") + (hasVoices ? " of its own" : "")
    var words = [Wording.count(events.count, "event"), said]
    let sources = known(chronicle.sources(by: actor.id)).count
    let carried = carriedQuotes(via: actor.id).count
    if given > 0 { words.append("gave an account of \(Wording.count(given, "record"))") }
    if sources > 0 { words.append("published \(Wording.count(sources, "source"))") }
    if carried > 0 { words.append("carried \(Wording.count(carried, "quote")) of others") }
    if let span = span(of: events, quotes) { words.append(span) }
    field("activity", words.joined(separator: Self.dot))
  }

  /// The dates of the first and the last dated record, as written.
  private func span(of events: [RecordID], _ quotes: [RecordID]) -> String? {
    // Both lists are in order of time; what has no date comes last.
    let ends = [events, quotes].flatMap {
      $0.prefix(DocumentLimit.entries) + $0.suffix(DocumentLimit.entries)
    }
    let dated = ends.compactMap { record -> (day: Day, record: RecordID)? in
      let bounds = chronicle.dayBounds(of: record)
      return (bounds.lower ?? bounds.upper).map { ($0, record) }
    }
    guard let first = dated.min(by: { $0.day < $1.day }).flatMap({ date(of: $0.record) }),
      let last = dated.max(by: { $0.day < $1.day }).flatMap({ date(of: $0.record) })
    else { return nil }
    return first == last ? first : "first \(first), last \(last)"
  }

  private func date(of record: RecordID) -> String? {
    let date = chronicle.quote(record)?.date
    return (date ?? lookup.fold(record, asOf: context.asOf)?.date)?.unbroken
  }

  private mutating func addAbout(_ id: RecordID, _ about: [RecordID]) {
    quotes("SAID OF IT", about.filter { chronicle.kind(of: $0) == .quote })
    list(
      "EVENTS ABOUT IT", about.filter { chronicle.kind(of: $0) == .event },
      all: Offer(view: "Timeline", name: id)
    ) { $0.eventEntry($1) }
  }

  /// The events of groups it is a member of: nobody said that it took part itself.
  private mutating func addEventsOfGroups(with id: RecordID) {
    let groups = chronicle.groups(with: id).prefix(DocumentLimit.entries)
    let shown = DocumentLimit.entries(inEachOf: groups.count)
    for group in groups {
      let events = known(chronicle.events(of: group))
      guard !events.isEmpty else { continue }
      heading(own("EVENTS OF A GROUP WITH IT: ", .heading) + link(group))
      for event in events.suffix(shown) { eventEntry(event) }
      rest(of: events.count, after: shown, all: Offer(view: "Timeline", name: group))
    }
  }

  private mutating func addAgreements(of id: RecordID) {
    let agreements = chronicle.agreements(of: id)
    list("AGREEMENTS", agreements, all: Offer(view: "Agreements", name: id)) { builder, agreement in
      let roles =
        builder.chronicle.agreement(agreement)?.parties.filter { $0.actor == id }
        .map(\.role.rawValue) ?? []
      builder.item(
        builder.joined([
          builder.link(agreement), builder.text(Wording.list(roles), .mark),
        ]))
    }
  }

  private mutating func addTerms(_ terms: [RecordID]) {
    let offer = Offer(view: "Agreements", name: subject)
    list("TERMS THAT NAME IT", terms, all: offer) { builder, term in
      var line = builder.link(term)
      if let agreement = builder.chronicle.agreement(containing: term) {
        line += builder.own(Self.dot, .dim) + builder.link(agreement)
      }
      let mustAct = builder.chronicle.term(term)?.by.contains(builder.subject) ?? false
      builder.item(line)
      builder.detail(
        builder.text(mustAct ? "named as the one who must act" : "named as involved", .dim))
    }
  }

  /// Events and terms of which there is an account on the actor's word, or that came through it,
  /// without a quote of it.
  private mutating func addAccounts(by id: RecordID) {
    list("GAVE AN ACCOUNT OF", known(chronicle.records(reportedBy: id))) { $0.eventEntry($1) }
    list(
      "PASSED ON AN ACCOUNT OF",
      known(chronicle.records(via: id).filter { chronicle.kind(of: $0) != .quote })
    ) { $0.eventEntry($1) }
  }

  private func carriedQuotes(via actor: RecordID) -> [RecordID] {
    chronicle.records(via: actor).filter { chronicle.kind(of: $0) == .quote }
  }

  /// For an outlet or another body that publishes: its own sources, and what came through it.
  private mutating func addPublished(by id: RecordID) {
    let offer = Offer(view: "Sources", name: id)
    list("PUBLISHED", known(chronicle.sources(by: id)), all: offer) { builder, source in
      builder.item(builder.place(in: source, at: nil, withDate: true))
    }
    quotes("CARRIED FROM OTHERS", carriedQuotes(via: id), all: Offer(view: "Quotes", name: id))
  }
}
