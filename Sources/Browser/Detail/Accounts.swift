import Records
import Screen

extension DocumentBuilder {
  /// The accounts of an event beside each other, each with what it says differently.
  mutating func addAccounts(of event: Event, _ fold: FoldedEvent) {
    let accounts = fold.accounts
    let interested = chronicle.interestedOrigins(in: fold, asOf: context.asOf)
    heading("ACCOUNTS (\(Wording.number(accounts.count)))")
    var columns: [AccountColumn] = []
    for account in accounts.prefix(DocumentLimit.own) {
      var facts = Facts(of: account.report)
      // One account alone says what stands at the top of the document. Who takes part is gathered
      // from all of them, and stands there too.
      if account.index == 0, accounts.count > 1 || account.report.says != .asserts {
        facts.complete(from: event)
      }
      var interest: String?
      if interested.contains(account.origin) {
        let takesPart = fold.participants.contains { $0.actor == account.origin }
        interest = takesPart ? "takes part" : "involved through a state, body or agreement"
      }
      columns.append(column(of: account, facts, interest: interest))
    }
    add(Block(.accounts(columns, indent: 2)))
    rest(of: accounts.count, after: columns.count)
  }

  /// An account with the links in it.
  mutating func column(
    of account: Account, _ facts: Facts, interest: String? = nil
  ) -> AccountColumn {
    AccountColumn(
      path: path(of: account, interest: interest), place: knowledge(of: account),
      verb: account.report.says.verb, facts: self.facts(facts), words: words(of: account))
  }

  private mutating func path(of account: Account, interest: String?) -> StyledText {
    var path = path(account.path)
    if account.report.by == nil, account.quote == nil { path += own(", in its own words", .dim) }
    if chronicle.actor(account.origin)?.kind == .anonymous {
      path += own(" (origin unnamed)", .dim)
    } else if let interest {
      path += own(" (origin \(interest))", .dim)
    }
    if let assertion = account.report.says.words {
      path += own(Self.dot, .dim) + text(assertion, .notice)
    }
    return path
  }

  private mutating func knowledge(of account: Account) -> StyledText {
    joined([
      place(in: account.source, at: account.position),
      own("known \(account.reported.unbroken)", .dim),
    ])
  }

  private mutating func facts(_ facts: Facts) -> [StyledText] {
    [
      facts.status.map { text($0.rawValue, .mark) } ?? "",
      facts.state.map { text($0.words, .mark) } ?? "",
      facts.date.map { own("date ", .label) + text($0.unbroken) } ?? "",
      facts.place.map { own("place ", .label) + link($0) } ?? "",
      facts.participants.isEmpty ? "" : own("who ", .label) + participants(facts.participants),
      facts.standing.map { own("standing ", .label) + text($0.rawValue, .mark) } ?? "",
    ]
  }

  private mutating func words(of account: Account) -> [StyledText] {
    var result: [StyledText] = []
    if let quote = account.quote.flatMap({ chronicle.quote($0) }) {
      result.append(own("quote: ", .label) + marker(of: quote.id) + words(of: quote))
    }
    if let words = account.report.text { result.append(own("reads: ", .label) + text(words)) }
    if let note = account.report.note { result.append(own("note: ", .label) + text(note)) }
    return result
  }

  /// The sources that some accounts are read from, each once.
  mutating func addSources(of accounts: [Account]) {
    var sources: [RecordID] = []
    for account in accounts.prefix(DocumentLimit.own)
    where !sources.contains(account.source) {
      sources.append(account.source)
    }
    guard !sources.isEmpty else { return }
    heading("SOURCES")
    for source in sources { sourceEntry(source) }
  }

  /// A source in a list: name, publisher, day, address, and what its note says of it.
  mutating func sourceEntry(_ id: RecordID) {
    guard let source = chronicle.source(id) else { return }
    // A source without a title is called by its publisher and its date.
    let published = source.title == nil ? "" : source.published.unbroken
    item(
      joined([
        link(id), link(source.publisher), text(source.kind.rawValue, .dim), text(published, .dim),
      ]))
    if let url = source.url { address(url) }
    if let note = source.note { detail(own("note: ", .label) + text(note)) }
  }
}

/// What an account says differently, by kind of fact.
struct Facts {
  var status: Status?
  var state: TermState?
  var date: RecordDate?
  var place: RecordID?
  var participants: [Participant]
  var standing: Standing?

  init(of report: Report) {
    status = report.status
    state = report.state
    date = report.date
    place = report.place
    participants = report.participants
    standing = report.standing
  }

  /// Adds the event's own status, date and place, which are what its first report says.
  mutating func complete(from event: Event) {
    status = status ?? event.status
    date = date ?? event.date
    place = place ?? event.place
  }
}
