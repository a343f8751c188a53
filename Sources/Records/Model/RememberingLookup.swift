/// Looks records up in a chronicle and keeps what events have in common: actors, the parties to
/// agreements, groups, sources.
///
/// Weighing an event decodes all of them; a list of events names the same few again and again. For
/// one list or document, on one thread, and then to be thrown away: it grows with what is asked. A
/// class, since those who weigh events only read.
package final class RememberingLookup: RecordLookup {
  private let chronicle: Chronicle
  private var actors: [RecordID: Actor?] = [:]
  private var sources: [RecordID: Source?] = [:]
  private var parties: [RecordID: [RecordID]] = [:]
  private var groups: [RecordID: [RecordID]] = [:]

  /// A lookup that remembers nothing yet.
  package init(_ chronicle: Chronicle) {
    self.chronicle = chronicle
  }

  package func event(_ id: RecordID) -> Event? { chronicle.event(id) }

  package func term(_ id: RecordID) -> Term? { chronicle.term(id) }

  package func quote(_ id: RecordID) -> Quote? { chronicle.quote(id) }

  package func source(_ id: RecordID) -> Source? {
    Self.remembered(id, in: &sources) { chronicle.source(id) }
  }

  package func actor(_ id: RecordID) -> Actor? {
    Self.remembered(id, in: &actors) { chronicle.actor(id) }
  }

  package func parties(of agreement: RecordID) -> [RecordID] {
    Self.remembered(agreement, in: &parties) { chronicle.parties(of: agreement) }
  }

  package func groups(with actor: RecordID) -> [RecordID] {
    Self.remembered(actor, in: &groups) { chronicle.groups(with: actor) }
  }

  /// How many answers of a kind are kept; then it begins anew.
  private static let limit = 10_000

  private static func remembered<Answer>(
    _ id: RecordID, in answers: inout [RecordID: Answer], _ ask: () -> Answer
  ) -> Answer {
    if let answer = answers[id] { return answer }
    if answers.count >= limit { answers.removeAll(keepingCapacity: true) }
    let answer = ask()
    answers[id] = answer
    return answer
  }
}
