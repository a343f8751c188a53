import Records
import Screen

extension DocumentBuilder {
  mutating func addAgreement(_ id: RecordID) {
    guard let agreement = chronicle.agreement(id) else { return }
    title(agreement.name)
    addHead(of: agreement)
    addParties(of: agreement)
    section("SUMMARY", agreement.summary)
    addLedger(of: agreement)
    addMentions(of: id)
    records("SOURCES", agreement.sources)
    section("NOTE", agreement.note)
  }

  mutating func addStage(_ id: RecordID) {
    guard let stage = chronicle.stage(id) else { return }
    title(stage.name)
    addOwner(of: id, words: "stage \(stage.number) of ")
    gap()
    if !stage.aliases.isEmpty { field("also", joined(stage.aliases.map { text($0) }, by: "; ")) }
    let terms = chronicle.terms(of: id)
    heading("TERMS (\(Wording.number(terms.count)))")
    if terms.isEmpty { paragraph(own("no terms recorded", .dim)) }
    for term in terms.prefix(DocumentLimit.own).compactMap(chronicle.term) { termEntry(term) }
    rest(of: terms.count, after: DocumentLimit.own)
    addMentions(of: id)
  }

  mutating func addTerm(_ id: RecordID) {
    guard let term = chronicle.term(id) else { return }
    title(term.text)
    var words = "term of "
    if let stage = term.stage.flatMap(chronicle.stage) { words = "term of \(stage.name), " }
    addOwner(of: id, words: words)
    gap()
    addFields(of: term)
    addEffects(on: id)
    addMentions(of: id)
    addSources(of: chronicle.accounts(of: term.reports, asOf: context.asOf))
  }

  private mutating func addOwner(of part: RecordID, words: String) {
    guard let owner = chronicle.agreement(containing: part) else { return }
    paragraph(text(words) + link(owner))
  }

  private mutating func addHead(of agreement: Agreement) {
    var parts = [own("agreement"), text(agreement.kind?.rawValue ?? "")]
    if let place = agreement.place { parts.append(joined(placeChain(place), by: ", ")) }
    paragraph(joined(parts))
    gap()
    if !agreement.aliases.isEmpty {
      field("also", joined(agreement.aliases.map { text($0) }, by: "; "))
    }
    field("agreed", stated(agreement.agreed))
    field("effective", stated(agreement.effective))
    field("ended", stated(agreement.ended))
  }

  private func stated(_ date: RecordDate?) -> StyledText {
    date.map { text($0.unbroken) } ?? own(Wording.notStated, .dim)
  }

  private mutating func addParties(of agreement: Agreement) {
    guard !agreement.parties.isEmpty else {
      field("parties", own(Wording.notStated, .dim))
      return
    }
    heading("PARTIES")
    for role in PartyRole.allCases {
      let actors = agreement.parties.filter { $0.role == role }.map(\.actor)
      guard !actors.isEmpty else { continue }
      field(role.rawValue, list(actors))
    }
  }

  /// Quotes and events about an agreement or a part of it.
  private mutating func addMentions(of id: RecordID) {
    let about = known(chronicle.records(about: id))
    list(
      "EVENTS", about.filter { chronicle.kind(of: $0) == .event },
      all: Offer(view: "Timeline", name: id)
    ) { $0.eventEntry($1) }
    quotes("SAID", about.filter { chronicle.kind(of: $0) == .quote })
  }
}

// MARK: - The ledger of terms

extension DocumentBuilder {
  /// The stages, each with its terms; then the terms that belong to no stage.
  private mutating func addLedger(of agreement: Agreement) {
    for stage in agreement.stages {
      let names = stage.aliases.isEmpty ? "" : " (\(stage.aliases.joined(separator: "; ")))"
      heading(
        own("STAGE \(stage.number)  ", .heading) + link(stage.id, stage.name, .heading)
          + text(names, .dim), anchor: stage.id)
      let terms = agreement.terms.filter { $0.stage == stage.id }
      if terms.isEmpty { paragraph(own("no terms recorded", .dim)) }
      for term in terms { termEntry(term) }
    }
    let rest = agreement.terms.filter { $0.stage == nil }
    guard !rest.isEmpty else { return }
    heading(agreement.stages.isEmpty ? "TERMS" : "TERMS OF NO STAGE")
    for term in rest { termEntry(term) }
  }

  /// A term of the ledger with who must act, its state, and what is said to have kept or broken it.
  private mutating func termEntry(_ term: Term) {
    gap()
    item(link(term.id, term.text), anchor: term.id)
    addFields(of: term)
    addEffects(on: term.id)
    let said = known(chronicle.records(about: term.id))
      .count { chronicle.kind(of: $0) == .quote }
    if said > 0 { termField("said of it", text(Wording.count(said, "quote"))) }
  }

  private mutating func addFields(of term: Term) {
    let obligors = term.by.isEmpty ? own(Wording.notStated, .dim) : list(term.by)
    termField("by", obligors)
    if !term.involves.isEmpty { termField("involves", list(term.involves)) }
    termField("due", stated(term.due))
    if let condition = term.condition { termField("condition", text(condition)) }
    termField("source", place(in: term.source, at: term.position))
    addState(of: term)
  }

  /// The folded state with the reports that say so, or that there are none.
  private mutating func addState(of term: Term) {
    let fold = chronicle.fold(term: term.id, asOf: context.asOf)
    guard let fold, !fold.accounts.isEmpty else {
      termField("state", own("nobody has reported on this term", .notice))
      return
    }
    let accounts = fold.accounts
    var line = text(fold.state?.words ?? Wording.notStated, .mark)
    // A state is somebody's word: most of all a breach.
    if let state = fold.state, let teller = accounts.last(where: { $0.report.state == state }) {
      line += own(", as last reported by ", .dim) + list([teller.origin])
    }
    let denials = origins(of: accounts, that: .denies)
    if !denials.isEmpty { line += own("\(Self.dot)denied by ", .notice) + list(denials) }
    termField("state", line)
    let variants = fold.states.map { (words: $0.value.words, origins: $0.origins) }
    if !variants.isEmpty { termField("accounts", differences("state", variants)) }
    var columns: [AccountColumn] = []
    for account in accounts.suffix(partLimit) {
      columns.append(column(of: account, Facts(of: account.report)))
    }
    let earlier = accounts.count - columns.count
    if earlier > 0 { termField("earlier", text(Wording.count(earlier, "report"), .dim)) }
    add(Block(.accounts(columns, indent: 6)))
  }

  /// The events that are said to fulfil or to breach a term, and by whom.
  private mutating func addEffects(on term: RecordID) {
    let events = known(chronicle.records(linkingTo: term))
    for event in events.prefix(partLimit) {
      guard let event = chronicle.event(event) else { continue }
      for link in event.links where link.target == term {
        var line = text(link.relation.inverseWords + " ", .label) + brief(event.id)
        let accounts = chronicle.accounts(of: event.reports, asOf: context.asOf)
        let origins = origins(of: accounts, that: .asserts)
        if !origins.isEmpty { line += own("\(Self.dot)according to ", .dim) + list(origins) }
        detail(line)
      }
    }
    let rest = events.count - partLimit
    if rest > 0 { detail(own("… and \(Wording.number(rest)) more", .dim)) }
  }

  /// How much is shown of one term: little among others, more in a document of its own, to which
  /// its name is a link.
  private var partLimit: Int {
    chronicle.kind(of: subject) == .term ? DocumentLimit.entries : DocumentLimit.ledger
  }

  private func origins(of accounts: [Account], that assertion: Assertion) -> [RecordID] {
    var origins: [RecordID] = []
    for account in accounts where account.report.says == assertion {
      if !origins.contains(account.origin) { origins.append(account.origin) }
    }
    return origins
  }

  private mutating func termField(_ label: String, _ value: StyledText) {
    if chronicle.kind(of: subject) == .term {
      field(label, value)
    } else {
      detail(own(label + ": ", .label) + value)
    }
  }
}
