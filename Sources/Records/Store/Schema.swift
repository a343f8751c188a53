/// The store format as data: every kind of record, its fields in canonical order, and what each may
/// hold. Reader, checks and writer all follow these tables, so that none can know a field that
/// another does not.
struct Shape: Sendable {
  /// The word for such an object in messages.
  let word: String
  let fields: [Field]

  init(_ word: String, _ fields: [Field]) {
    self.word = word
    self.fields = fields
  }

  /// The position of the field of that name.
  func index(of name: String) -> Int? {
    fields.firstIndex { $0.name == name }
  }
}

/// A field of a record, or of an object inside one.
struct Field: Sendable {
  let name: String
  let type: FieldType
  let isRequired: Bool
  /// The column in which its value is kept when the store is read.
  let slot: Slot

  init(_ name: String, _ type: FieldType, required: Bool = false, slot: Slot = .none) {
    self.name = name
    self.type = type
    isRequired = required
    self.slot = slot
  }
}

/// What a field may hold.
enum FieldType: Sendable {
  case identifier
  case text
  case texts
  /// A text that is a web address.
  case address
  case integer
  case date
  case word(WordList)
  case reference(Mention)
  case references(Mention)
  case object(ShapeName)
  case objects(ShapeName)
}

/// Where the reader keeps a field's value; `none`: only in the file.
enum Slot: UInt8, Sendable {
  case none, label, kind, status, date, end, conditions, text
  case reportBasis, reportSays, reportKnown, reportDate, reportStatus, reportState, reportStanding
  case note, source, more, language, weight
}

/// The shapes there are.
enum ShapeName: UInt8, CaseIterable, Sendable {
  case store, source, place, actor, agreement, stage, term, event, quote
  case position, party, participant, link, report, original, printing

  /// The kind of record that has this shape; `nil` for the store and the objects inside records.
  var kind: RecordKind? {
    switch self {
    case .source: .source
    case .place: .place
    case .actor: .actor
    case .agreement: .agreement
    case .stage: .stage
    case .term: .term
    case .event: .event
    case .quote: .quote
    default: nil
    }
  }
}

/// All shapes.
enum Schema {
  /// The version of the format that this program reads and writes.
  static let version = 1
  /// The field that says that a file is a store, and holds the version.
  static let marker = "ceasefire"

  static let anonymousCode = position(of: ActorKind.anonymous)
  static let outletCode = position(of: ActorKind.outlet)
  static let commentCode = position(of: SourceKind.comment)
  static let conditionalCode = position(of: Status.conditional)
  static let keyCode = position(of: Weight.key)
  static let minorCode = position(of: Weight.minor)

  /// The bit of the field `note` among those of a report that were there.
  static let reportNote: UInt32 = report.index(of: "note").map { 1 << UInt32($0) } ?? 0

  /// The name of the field in which a mention stands.
  static func field(of mention: Mention) -> String {
    for name in ShapeName.allCases {
      for field in shape(name).fields {
        switch field.type {
        case .reference(mention), .references(mention): return field.name
        default: continue
        }
      }
    }
    return mention == .reportParticipant ? "actor" : ""
  }

  /// The position of a word in its vocabulary, as the columns keep it.
  static func position<V: Vocabulary>(of word: V) -> UInt8 {
    UInt8(Array(V.allCases).firstIndex(of: word) ?? 0)
  }

  static func shape(_ name: ShapeName) -> Shape {
    switch name {
    case .store: store
    case .source: source
    case .place: place
    case .actor: actor
    case .position: position
    case .agreement: agreement
    case .party: party
    case .stage: stage
    case .term: term
    case .event: event
    case .participant: participant
    case .link: link
    case .report: report
    case .quote: quote
    case .original: original
    case .printing: printing
    }
  }

  /// The shape of the records of a kind.
  static func shape(of kind: RecordKind) -> Shape {
    switch kind {
    case .source: source
    case .place: place
    case .actor: actor
    case .agreement: agreement
    case .stage: stage
    case .term: term
    case .event: event
    case .quote: quote
    }
  }

  private static let store = Shape(
    "store",
    [
      Field("ceasefire", .integer, required: true),
      Field("title", .text, required: true),
      Field("lang", .text),
      Field("note", .text),
      Field("sources", .objects(.source)),
      Field("places", .objects(.place)),
      Field("actors", .objects(.actor)),
      Field("agreements", .objects(.agreement)),
      Field("events", .objects(.event)),
      Field("quotes", .objects(.quote)),
    ])

  private static let source = Shape(
    "source",
    [
      Field("id", .identifier, required: true),
      Field("kind", .word(.sourceKind), required: true, slot: .kind),
      Field("title", .text, slot: .label),
      Field("author", .text),
      Field("publisher", .reference(.publisher), required: true),
      Field("published", .date, required: true, slot: .date),
      Field("url", .address),
      Field("lang", .text),
      Field("partOf", .reference(.sourcePartOf)),
      Field("at", .integer),
      Field("corrects", .reference(.corrects)),
      Field("retracts", .reference(.retracts)),
      Field("note", .text),
      Field("text", .texts, slot: .text),
    ])

  private static let place = Shape(
    "place",
    [
      Field("id", .identifier, required: true),
      Field("name", .text, required: true, slot: .label),
      Field("aka", .texts),
      Field("within", .reference(.within)),
    ])

  private static let actor = Shape(
    "actor",
    [
      Field("id", .identifier, required: true),
      Field("name", .text, required: true, slot: .label),
      Field("kind", .word(.actorKind), required: true, slot: .kind),
      Field("aka", .texts),
      Field("partOf", .references(.actorPartOf)),
      Field("members", .references(.member)),
      Field("positions", .objects(.position)),
      Field("source", .reference(.actorSource), slot: .source),
      Field("summary", .text),
      Field("note", .text),
    ])

  private static let position = Shape(
    "position",
    [
      Field("title", .text, required: true),
      Field("of", .reference(.positionOf), required: true),
      Field("from", .date, slot: .date),
      Field("to", .date, slot: .end),
      Field("asOf", .date),
      Field("source", .reference(.positionSource)),
    ])

  private static let agreement = Shape(
    "agreement",
    [
      Field("id", .identifier, required: true),
      Field("name", .text, required: true, slot: .label),
      Field("kind", .word(.agreementKind), slot: .kind),
      Field("aka", .texts),
      Field("place", .reference(.agreementPlace)),
      Field("parties", .objects(.party)),
      Field("agreed", .date),
      Field("effective", .date, slot: .date),
      Field("ended", .date, slot: .end),
      Field("sources", .references(.agreementSource)),
      Field("summary", .text),
      Field("note", .text),
      Field("stages", .objects(.stage)),
      Field("terms", .objects(.term)),
    ])

  private static let party = Shape(
    "party",
    [
      Field("actor", .reference(.party), required: true),
      Field("role", .word(.partyRole), required: true),
    ])

  private static let stage = Shape(
    "stage",
    [
      Field("id", .identifier, required: true),
      Field("n", .integer, required: true),
      Field("name", .text, required: true, slot: .label),
      Field("aka", .texts),
    ])

  private static let term = Shape(
    "term",
    [
      Field("id", .identifier, required: true),
      Field("text", .text, required: true, slot: .label),
      Field("stage", .reference(.termStage)),
      Field("by", .references(.obligor)),
      Field("involves", .references(.involved)),
      Field("due", .date, slot: .date),
      Field("condition", .text),
      Field("source", .reference(.termSource), required: true),
      Field("at", .integer),
      Field("reports", .objects(.report)),
    ])

  private static let event = Shape(
    "event",
    [
      Field("id", .identifier, required: true),
      Field("title", .text, required: true, slot: .label),
      Field("kind", .word(.eventKind), required: true, slot: .kind),
      Field("date", .date, slot: .date),
      Field("status", .word(.status), required: true, slot: .status),
      Field("weight", .word(.weight), slot: .weight),
      Field("condition", .text, slot: .conditions),
      Field("likelihood", .text),
      Field("place", .reference(.eventPlace)),
      Field("about", .references(.eventAbout)),
      Field("participants", .objects(.participant)),
      Field("links", .objects(.link)),
      Field("summary", .text),
      Field("note", .text),
      Field("reports", .objects(.report), required: true),
    ])

  private static let participant = Shape(
    "participant",
    [
      Field("actor", .reference(.participant), required: true),
      Field("role", .word(.participantRole)),
      Field("as", .text),
    ])

  private static let link = Shape(
    "link",
    [
      Field("rel", .word(.relation), required: true),
      Field("to", .reference(.link), required: true),
    ])

  private static let report = Shape(
    "report",
    [
      Field("quote", .reference(.reportQuote), slot: .reportBasis),
      Field("source", .reference(.reportSource), slot: .reportBasis),
      Field("at", .integer),
      Field("by", .reference(.reportBy)),
      Field("via", .references(.reportVia)),
      Field("says", .word(.assertion), slot: .reportSays),
      Field("reported", .date, slot: .reportKnown),
      Field("date", .date, slot: .reportDate),
      Field("status", .word(.status), slot: .reportStatus),
      Field("place", .reference(.reportPlace)),
      Field("participants", .objects(.participant)),
      Field("state", .word(.termState), slot: .reportState),
      Field("standing", .word(.standing), slot: .reportStanding),
      Field("text", .text),
      Field("note", .text, slot: .note),
    ])

  private static let quote = Shape(
    "quote",
    [
      Field("id", .identifier, required: true),
      Field("speaker", .reference(.speaker), required: true),
      Field("text", .text, required: true, slot: .label),
      Field("mode", .word(.quoteMode), required: true, slot: .kind),
      Field("verb", .text),
      Field("act", .word(.act), slot: .status),
      Field("date", .date, slot: .date),
      Field("via", .references(.quoteVia)),
      Field("source", .reference(.quoteSource), required: true),
      Field("at", .integer),
      Field("also", .objects(.printing), slot: .more),
      Field("about", .references(.quoteAbout)),
      Field("lang", .text, slot: .language),
      Field("original", .object(.original), slot: .more),
      Field("note", .text, slot: .more),
    ])

  private static let original = Shape(
    "original",
    [
      Field("lang", .text, required: true),
      Field("text", .text),
    ])

  private static let printing = Shape(
    "printing",
    [
      Field("source", .reference(.printingSource), required: true),
      Field("at", .integer),
      Field("text", .text),
    ])
}
