import Records
import Screen

// The ledger of an agreement's terms.

extension DocumentBuilder {
  /// The stages, each with its terms; then the terms that belong to no stage.
  mutating func addLedger(of agreement: Agreement) {
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
  mutating func termEntry(_ term: Term) {
    gap()
    item(link(term.id, term.text), anchor: term.id)
    addFields(of: term)
    addEffects(on: term.id)
    let said = known(chronicle.records(about: term.id))
      .count { chronicle.kind(of: $0) == .quote }
    if said > 0 { termField("said of it", text(Wording.count(said, "quote"))) }
  }

  mutating func addFields(of term: Term) {
    let obligors = term.by.isEmpty ? own(Wording.notStated, .dim) : list(term.by)
    termField("by", obligors)
    if !term.involves.isEmpty { termField("involves", list(term.involves)) }
    termField("due", stated(term.due))
    if let condition = term.condition { termField("condition", text(condition)) }
    termField("source", place(in: term.source, at: term.position))
    addState(of: term)
  }

  /// The folded state with who says so, what others say, what is denied, and the reports; or that
  /// there are none.
  private mutating func addState(of term: Term) {
    let fold = chronicle.fold(term: term.id, asOf: context.asOf)
    guard let fold, !fold.accounts.isEmpty else {
      termField("state", own("nobody has reported on this term", .notice))
      return
    }
    let accounts = fold.accounts
    termField("state", state(of: fold))
    addOtherStates(of: fold)
    addDenials(in: accounts)
    var columns: [AccountColumn] = []
    for account in accounts.suffix(partLimit) {
      columns.append(column(of: account, Facts(of: account.report)))
    }
    let earlier = accounts.count - columns.count
    if earlier > 0 { termField("earlier", text(Wording.count(earlier, "report"), .dim)) }
    add(Block(.accounts(columns, indent: 6)))
  }

  /// The state that was last reported, and everybody whose last word it is: a state is somebody's
  /// word, most of all a breach.
  private mutating func state(of fold: FoldedTerm) -> StyledText {
    guard let state = fold.state else { return own(Wording.notStated, .dim) }
    let tellers = fold.accounts.filter { $0.states(state) }
    guard let last = tellers.last else { return text(state.words, .mark) }
    let variant = fold.states.first { $0.value == state }
    let origins = variant?.origins.reversed() ?? distinct(tellers.reversed().map(\.origin))
    return text(state.words, .mark) + own(", according to ", .dim)
      + list(Array(origins), limit: partLimit)
      + own(" (last reported \(last.reported.unbroken))", .dim)
  }

  /// The other states that are somebody's last word.
  private mutating func addOtherStates(of fold: FoldedTerm) {
    var parts: [StyledText] = []
    for variant in fold.states where variant.value != fold.state {
      parts.append(
        text(variant.value.words, .mark) + own(" (")
          + list(variant.origins.reversed(), limit: partLimit) + own(")"))
    }
    guard !parts.isEmpty else { return }
    termField("others say", joined(parts, by: "; "))
  }

  /// What is denied, each origin's last denial with the report of somebody else that it came after:
  /// it is about that one, not about what was reported since.
  private mutating func addDenials(in accounts: [Account]) {
    let denials = accounts.indices.filter { accounts[$0].report.says == .denies }
    for origin in distinct(denials.map { accounts[$0].origin }).suffix(partLimit) {
      let theirs = denials.filter { accounts[$0].origin == origin }
      guard let last = theirs.last else { continue }
      termField("denied", denial(at: last, in: accounts, earlier: theirs.count - 1))
    }
  }

  private mutating func denial(at index: Int, in accounts: [Account], earlier: Int) -> StyledText {
    let denial = accounts[index]
    var line = own("by ", .notice) + link(denial.origin)
    line += own(" (known \(denial.reported.unbroken))", .dim)
    let denied = accounts[..<index].last { account in
      account.origin != denial.origin
        && (denial.report.state ?? account.report.state).map { account.states($0) } == true
    }
    if let denied, let state = denied.report.state {
      line += own(", after ", .dim) + link(denied.origin) + own(" said ", .dim)
      line += text(state.words, .mark)
    } else if let state = denial.report.state {
      line += own(": ", .dim) + text(state.words, .mark)
    }
    if earlier > 0 { line += own("; \(Wording.times(earlier)) before", .dim) }
    return line
  }

  /// The events that are linked as fulfilling or breaching a term.
  mutating func addEffects(on term: RecordID) {
    let events = known(chronicle.records(linkingTo: term))
    for event in events.prefix(partLimit) {
      for link in chronicle.event(event)?.links ?? [] where link.target == term {
        detail(text(link.relation.inverseWords + " ", .label) + effect(event))
      }
    }
    let rest = events.count - partLimit
    if rest > 0 { detail(own("… and \(Wording.number(rest)) more", .dim)) }
  }

  /// An event with whose word it is that it happened. Whether it keeps or breaks anything is another
  /// matter: that they have not said by reporting it.
  private mutating func effect(_ event: RecordID) -> StyledText {
    let accounts = lookup.fold(event, asOf: context.asOf)?.accounts ?? []
    let origins = distinct(accounts.filter { $0.report.says == .asserts }.map(\.origin))
    let line = brief(event)
    if origins.isEmpty { return line }
    return line + own("\(Self.dot)the event itself as told by ", .dim)
      + list(origins, limit: DocumentLimit.ledger)
  }

  /// The events that are linked to the whole of an agreement or a stage, and how: those that are
  /// said to fulfil or to breach it, and what else is not among those about it.
  mutating func addEffects(onWhole part: RecordID) {
    let events = known(chronicle.records(linkingTo: part))
    let about = Set(chronicle.records(about: part))
    for relation in Relation.allCases {
      let isEffect = relation == .fulfils || relation == .breaches
      let linked = events.filter { event in
        (isEffect || !about.contains(event))
          && chronicle.event(event)?.links.contains { $0.target == part && $0.relation == relation }
            ?? false
      }
      let title = relation.inverseWords.uppercased()
      list(title, linked, all: Offer(view: "Timeline", name: part)) { builder, event in
        builder.item(isEffect ? builder.effect(event) : builder.brief(event))
      }
    }
  }

  /// How much is shown of one term: little among others, more in a document of its own, to which
  /// its name is a link.
  private var partLimit: Int {
    chronicle.kind(of: subject) == .term ? DocumentLimit.entries : DocumentLimit.ledger
  }

  private func distinct(_ actors: [RecordID]) -> [RecordID] {
    var seen: Set<RecordID> = []
    return actors.filter { seen.insert($0).inserted }
  }

  private mutating func termField(_ label: String, _ value: StyledText) {
    if chronicle.kind(of: subject) == .term {
      field(label, value)
    } else {
      detail(own(label + ": ", .label) + value)
    }
  }
}

extension Account {
  /// Whether it gives a term that state.
  fileprivate func states(_ state: TermState) -> Bool {
    report.state == state && (report.says == .asserts || report.says == .corrects)
  }
}
