@testable import Records

/// Records made in a test, named as in a file.
final class SmallStore: RecordLookup {
  private var numbers: [String: UInt32] = [:]
  private var names: [String] = []
  private var events: [RecordID: Event] = [:]
  private var terms: [RecordID: Term] = [:]
  private var sources: [RecordID: Source] = [:]
  private var quotes: [RecordID: Quote] = [:]
  private var actors: [RecordID: Actor] = [:]
  /// By the agreement.
  var parties: [RecordID: [RecordID]] = [:]

  func event(_ id: RecordID) -> Event? { events[id] }
  func term(_ id: RecordID) -> Term? { terms[id] }
  func source(_ id: RecordID) -> Source? { sources[id] }
  func quote(_ id: RecordID) -> Quote? { quotes[id] }
  func actor(_ id: RecordID) -> Actor? { actors[id] }

  func parties(of agreement: RecordID) -> [RecordID] { parties[agreement] ?? [] }

  func groups(with actor: RecordID) -> [RecordID] {
    actors.values.filter { $0.members.contains(actor) }.map(\.id).sorted()
  }

  func id(_ name: String) -> RecordID {
    if let number = numbers[name] { return RecordID(number: number) }
    let number = UInt32(names.count)
    numbers[name] = number
    names.append(name)
    return RecordID(number: number)
  }

  func name(_ id: RecordID) -> String { names[Int(id.number)] }
}

// MARK: - Making records

extension SmallStore {
  @discardableResult
  func addActor(
    _ name: String, _ kind: ActorKind, partOf: [String] = [], members: [String] = [],
    positions: [Position] = []
  ) -> RecordID {
    let id = id(name)
    actors[id] = Actor(
      id: id, name: name, kind: kind, aliases: [], partOf: partOf.map(self.id),
      members: members.map(self.id), positions: positions,
      source: kind == .anonymous ? self.id("source") : nil, summary: nil, note: nil)
    return id
  }

  func position(
    of body: String, from: String? = nil, to: String? = nil, asOf: String? = nil
  ) throws -> Position {
    Position(
      title: "delegate", of: id(body), from: try from.map { try RecordDate($0) },
      to: try to.map { try RecordDate($0) }, asOf: try asOf.map { try RecordDate($0) },
      source: nil)
  }

  func addSource(
    _ name: String, by publisher: String, _ published: String, corrects: String? = nil,
    retracts: String? = nil
  ) throws {
    let id = id(name)
    sources[id] = Source(
      id: id, kind: .article, title: nil, author: nil, publisher: self.id(publisher),
      published: try RecordDate(published), url: nil, language: nil, note: nil, partOf: nil,
      position: nil, corrects: corrects.map(self.id), retracts: retracts.map(self.id), text: [])
  }

  func addQuote(
    _ name: String, by speaker: String, in source: String, via: [String] = []
  ) {
    let id = id(name)
    quotes[id] = Quote(
      id: id, speaker: self.id(speaker), text: "", mode: .indirect, source: self.id(source),
      position: 4, note: nil, via: via.map(self.id), verb: nil, act: .say, date: nil, about: [],
      language: nil, original: nil, printings: [])
  }

  func participant(
    _ actor: String, _ role: ParticipantRole = .participant, as title: String? = nil
  ) -> Participant {
    Participant(actor: id(actor), role: role, title: title)
  }

  @discardableResult
  func addEvent(
    _ name: String = "event", date: String? = nil, _ status: Status = .occurred,
    place: String? = nil, about: [String] = [], with participants: [Participant] = [],
    reports: [Report]
  ) throws -> RecordID {
    let id = id(name)
    events[id] = Event(
      id: id, title: name, summary: nil, note: nil, kind: .talks,
      date: try date.map { try RecordDate($0) }, status: status, weight: .normal, condition: nil,
      likelihood: nil, place: place.map(self.id), about: about.map(self.id),
      participants: participants,
      links: [], reports: reports)
    return id
  }

  @discardableResult
  func addTerm(_ name: String = "term", source: String, reports: [Report]) -> RecordID {
    let id = id(name)
    terms[id] = Term(
      id: id, text: name, stage: nil, by: [], involves: [], due: nil, condition: nil,
      source: self.id(source), position: nil, reports: reports)
    return id
  }

  /// A report from a source, or from a quote where one is named.
  func report(
    _ source: String = "", quote: String? = nil, by: String? = nil, via: [String] = [],
    _ says: Assertion = .asserts, reported: String? = nil, date: String? = nil,
    status: Status? = nil, place: String? = nil, participants: [Participant] = [],
    state: TermState? = nil, standing: Standing? = nil
  ) throws -> Report {
    Report(
      basis: quote.map { .quote(id($0)) } ?? .source(id(source), position: 2),
      by: by.map(id), via: via.map(id), says: says,
      reported: try reported.map { try RecordDate($0) },
      date: try date.map { try RecordDate($0) }, status: status, place: place.map(id),
      participants: participants, state: state, standing: standing, text: nil, note: nil)
  }

  /// An outlet with the source `<name>-<day>` of December 2025.
  func addOutlet(_ name: String, days: ClosedRange<Int>) throws {
    addActor(name, .outlet)
    for day in days {
      try addSource("\(name)-\(day)", by: name, "2025-12-\(Day.padded(day, 2))")
    }
  }
}

/// The nth of December 2025.
func december(_ day: Int) -> Day? { Day(year: 2025, month: 12, day: day) }
