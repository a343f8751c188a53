import Records
import Screen

/// Who of the people and bodies of a state or body is quoted, and how often.
///
/// Its people and bodies are its parts and who holds a position of it, and those of these. An outlet
/// that belongs to it is none: what others say in it is not said for its owner.
struct Voices {
  /// How many people and bodies are looked at.
  private static let limit = 500

  /// Those who are quoted, the most first, then by name.
  let quoted: [(actor: RecordID, count: Int)]
  /// How often all of them are quoted.
  let count: Int
  /// Whether there are more people and bodies than were looked at.
  let isCut: Bool

  init(of actor: RecordID, builder: DocumentBuilder) {
    let chronicle = builder.chronicle
    var seen: Set<RecordID> = [actor]
    var waiting = [actor]
    var quoted: [(actor: RecordID, count: Int)] = []
    while let body = waiting.popLast(), seen.count < Voices.limit {
      let holders = chronicle.holders(of: body).prefix(Voices.limit)
        .filter { builder.holdsKnownPosition($0, of: body) }
      for member in chronicle.parts(of: body) + holders
      where seen.count < Voices.limit && seen.insert(member).inserted {
        guard chronicle.actor(member)?.kind != .outlet else { continue }
        waiting.append(member)
        let count = builder.known(chronicle.quotes(by: member)).count
        if count > 0 { quoted.append((member, count)) }
      }
    }
    self.quoted = quoted.sorted { left, right in
      left.count != right.count
        ? left.count > right.count
        : (chronicle.label(of: left.actor), left.actor)
          < (chronicle.label(of: right.actor), right.actor)
    }
    count = quoted.reduce(0) { $0 + $1.count }
    isCut = seen.count >= Voices.limit
  }

  /// "78 quotes"
  var words: String { (isCut ? "at least " : "") + Wording.count(count, "quote") }
}

extension DocumentBuilder {
  /// Whether an actor is quoted itself or through its people and bodies. Only who is not quoted in
  /// either way is silent, and even then others may have given its account.
  mutating func addVoice(
    of actor: Actor, _ voices: Voices, quotes: Int, accounts: Int, named: Int
  ) {
    if voices.count > 0 {
      let own = quotes == 0 ? "not itself" : "itself in \(Wording.count(quotes, "quote"))"
      field("quoted", "\(own); its people and bodies in \(voices.words)")
    } else if quotes == 0, named > 0, actor.kind.speaksForItself {
      let times = "named \(Wording.times(named))"
      let records = Wording.count(accounts, "record")
      let words =
        accounts == 0
        ? "\(times), never quoted"
        : "\(times), not quoted; gave an account of \(records)"
      field("silence", words, .notice)
    }
  }

  /// The people and bodies of an actor that are quoted, each with the positions it holds of it: not
  /// everybody who holds one speaks for it.
  mutating func addQuotes(of voices: Voices) {
    guard voices.count > 0 else { return }
    heading("SAID BY ITS PEOPLE AND BODIES (\(Wording.number(voices.count)))")
    for (voice, count) in voices.quoted.prefix(DocumentLimit.entries) {
      item(
        joined([
          link(voice) + titles(of: voice), own(origin(ofUnnamed: voice) ?? "", .dim),
          own(Wording.count(count, "quote"), .dim),
        ]))
    }
    rest(of: voices.quoted.count, after: DocumentLimit.entries)
    let query = "speaker:\(chronicle.name(of: subject))"
    item(
      own("to read them: in Quotes, search for ", .dim) + own("“\(query)”", .label)
        + own(", which finds groups with it too", .dim))
  }

  /// The titles of the positions that an actor holds, or held, of the subject.
  private func titles(of holder: RecordID) -> StyledText {
    var titles: [String] = []
    for position in chronicle.actor(holder)?.positions ?? []
    where position.of == subject && isKnown(position) && !titles.contains(position.title) {
      titles.append(position.title)
    }
    return titles.isEmpty ? "" : text(", " + titles.joined(separator: "; "))
  }

  /// Whether a source known on the day of the context gives an actor a position of a body.
  func holdsKnownPosition(_ holder: RecordID, of body: RecordID) -> Bool {
    context.asOf == nil
      || chronicle.actor(holder)?.positions.contains { $0.of == body && isKnown($0) } ?? false
  }

  /// Whether the source of a position had been published by the day of the context.
  func isKnown(_ position: Position) -> Bool {
    position.source.map { isKnown($0) } ?? true
  }
}
