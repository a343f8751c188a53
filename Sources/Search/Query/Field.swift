import Records

/// The fields that a query line can ask for by name: `speaker:naim`, `from:2025-10`.
package enum Field: String, CaseIterable, Sendable {
  case actor, role, speaker, origin, via, kind, status, standing, weight, mode, act, place, about
  case source, lang, from, to, on, last, day, asof, id

  /// What its value is.
  package enum Value: Sendable {
    /// One of a closed list of words, or the beginning of one.
    case word([String])
    /// The name of a record, in any spelling: every word of it must be found in one of the names.
    case name
    /// A date in any form that `TypedDate` reads.
    case date
    /// A number of days, weeks, months or years: `30d`.
    case span
    /// The number of a day of an agreement.
    case dayNumber
    /// A language tag, or its beginning.
    case tag
    /// An id, as a file writes it.
    case identifier
  }

  package var value: Value {
    switch self {
    case .actor, .speaker, .origin, .via, .place, .about, .source: .name
    case .role: .word(ParticipantRole.allCases.map(\.rawValue) + [PartyRole.guarantor.rawValue])
    case .kind: .word(Self.kindWords)
    case .status: .word(Status.allCases.map(\.rawValue))
    case .standing: .word(Standing.allCases.map(\.rawValue))
    case .weight: .word(Weight.allCases.map(\.rawValue))
    case .mode: .word(QuoteMode.allCases.map(\.rawValue))
    case .act: .word(Act.allCases.map(\.rawValue))
    case .lang: .tag
    case .from, .to, .on, .asof: .date
    case .last: .span
    case .day: .dayNumber
    case .id: .identifier
    }
  }

  /// Whether it is only known from all reports of a record, decoded, until its column is made.
  var isDecoded: Bool { self == .standing || self == .role }

  /// What it asks for, in a few words.
  package var help: String {
    switch self {
    case .actor: "who takes part, speaks or is a party, groups too"
    case .role: "in that role; with actor: that actor in it"
    case .speaker: "whose words; of a state or body, also its people’s"
    case .origin: "whose word a report is; anonymous: unnamed people"
    case .via: "an outlet or agency that it came through"
    case .kind: "the kind of event, actor, agreement or source"
    case .status: "where an event stands in the world"
    case .standing: "how far its evidence carries"
    case .weight: "how much an event matters seen from far away"
    case .mode: "whether the words are the speaker’s"
    case .act: "what the speaker does by saying it"
    case .place: "there, or in a place within it"
    case .about: "what it is about: any name, or an id"
    case .source: "a publisher, a title, or the id of either"
    case .lang: "the language of the words: en, ar, he"
    case .from: "on that day or later"
    case .to: "on that day or earlier"
    case .on: "in that day, month or year"
    case .last: "so long before the newest record: 30d, 6w, 3m"
    case .day: "that day of the latest agreement in effect"
    case .asof: "as it was known on that day"
    case .id: "the record of that id"
    }
  }

  /// A value to show how it is written.
  package var example: String {
    switch self {
    case .actor: "actor:witkoff"
    case .role: "role:mediator"
    case .speaker: "speaker:qatar"
    case .origin: "origin:anonymous"
    case .via: "via:afp"
    case .kind: "kind:talks,visit"
    case .status: "status:planned"
    case .standing: "standing:disputed"
    case .weight: "weight:key"
    case .mode: "mode:direct"
    case .act: "act:reject"
    case .place: "place:cairo"
    case .about: "about:isf"
    case .source: "source:reuters"
    case .lang: "lang:ar"
    case .from: "from:2025-10"
    case .to: "to:\"19 dec 2025\""
    case .on: "on:2026"
    case .last: "last:30d"
    case .day: "day:71"
    case .asof: "asof:2025-12-18"
    case .id: "id:miami-talks"
    }
  }

  private static let kindWords: [String] = {
    var seen: Set<String> = []
    return RecordKind.allCases.filter { $0 != .quote }
      .flatMap { Chronicle.kindWords(of: $0) ?? [] }
      .filter { seen.insert($0).inserted }
  }()
}
