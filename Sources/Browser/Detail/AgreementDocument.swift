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
    addEffects(onWhole: id)
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
    addEffects(onWhole: id)
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
    if agreement.agreed == nil, agreement.effective == nil,
      let day = chronicle.firstKnown(of: agreement.id)
    {
      field("known", RecordDate(day).unbroken + ", from the first of its sources")
    }
    field("ended", stated(agreement.ended))
  }

  func stated(_ date: RecordDate?) -> StyledText {
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
