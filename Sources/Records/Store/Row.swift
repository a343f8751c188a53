/// What is kept of a record beside its place in the file: what sorting, filtering, linking and the
/// lists need. 64 bytes; everything else is decoded from the file when it is shown.
struct Row: BitwiseCopyable {
  static let none = UInt32.max

  /// Its id, between the quotation marks.
  var name = ByteRange.none
  /// Its JSON, from `{` to `}`.
  var extent = ByteRange.none
  /// Its title, name or text, between the quotation marks; `none` when it has none.
  var label = ByteRange.none
  /// The date an event, quote or source has in its own fields; an agreement's first day in effect.
  var dates = DateBounds.undated
  /// Its references: a range of the edges.
  var edges: UInt32 = 0
  var edgesEnd: UInt32 = 0
  /// Its reports: a range of the report rows.
  var reports: UInt32 = 0
  var reportsEnd: UInt32 = 0
  /// The agreement of a stage or term; `none` for other records.
  var owner = Row.none
  /// Raw value of the record's kind.
  var kind: UInt8
  /// The position of the word of its field `kind` (a quote's `mode`) in its vocabulary.
  var code = Row.noCode
  /// The position of the word of its field `status` (a quote's `act`).
  var status = Row.noCode
  var flags: Flags = []

  static let noCode = UInt8.max

  struct Flags: OptionSet, BitwiseCopyable {
    let rawValue: UInt8
    /// Not a record of its own: merged into another, or without an id.
    static let isDead = Flags(rawValue: 1)
    /// A source whose paragraphs are kept.
    static let hasText = Flags(rawValue: 2)
    static let hasCondition = Flags(rawValue: 4)
    static let hasSource = Flags(rawValue: 8)
    static let hasDate = Flags(rawValue: 16)
    /// A quote with more words to search than its text: a note, an original, other printings.
    static let hasMoreText = Flags(rawValue: 32)
    /// A quote that says itself in which language it is given.
    static let hasLanguage = Flags(rawValue: 64)
    /// An event of little weight. The bit is that of a language, which events have none of.
    static let isMinor = Flags(rawValue: 64)
    /// An event of much weight.
    static let isKey = Flags(rawValue: 128)
  }

  var edgeRange: Range<Int> { Int(edges)..<Int(edgesEnd) }
  var reportRange: Range<Int> { Int(reports)..<Int(reportsEnd) }
}

/// What is kept of a report.
struct ReportRow: BitwiseCopyable {
  static let unknownDay = Int32.max
  /// While reading: it says when it became known, but no day bounds that.
  static let unboundDay = Int32.max - 1
  static let noDate = UInt32.max

  /// Its quote or source: a symbol while reading, a row once linked.
  var basis = Row.none
  /// Number of the day on which it became known, once linked; `unknownDay` while it is that of its
  /// source.
  var known = ReportRow.unknownDay
  /// Index of its own date among the report dates; `noDate` when it says none.
  var date = ReportRow.noDate
  /// Of the same day: seconds from its midnight to the instant, where there is one.
  var second = DateBounds.noSecond
  /// Positions of words in their vocabularies; `Row.noCode` when it says nothing of it.
  var says: UInt8 = 0
  var status = Row.noCode
  var state = Row.noCode
  var standing = Row.noCode

  mutating func isKnown(by date: DateBounds) {
    known = date.knownOn?.number ?? Self.unboundDay
    second = date.second
  }
}

/// The columns of a chronicle.
struct Table {
  let rows: Column<Row>
  /// For each reference, the record it names: a symbol while reading, a row once linked.
  let edgeTargets: Column<UInt32>
  /// For each reference, the raw value of its `Mention`.
  let edgeMentions: Column<UInt8>
  let reports: Column<ReportRow>
  let reportDates: Column<DateBounds>

  /// - Parameter bytes: the size of the files to be read, from which the columns' sizes are guessed.
  init(bytes: Int) {
    rows = Column(capacity: bytes / 400)
    edgeTargets = Column(capacity: bytes / 80)
    edgeMentions = Column(capacity: bytes / 80)
    reports = Column(capacity: bytes / 500)
    reportDates = Column()
  }
}
