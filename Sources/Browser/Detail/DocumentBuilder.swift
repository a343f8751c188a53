import Records
import Screen

/// Collects the blocks of a document and numbers its links in the order in which they are named.
///
/// What is named must therefore be asked for in reading order.
struct DocumentBuilder {
  /// The record the document is about, which it does not link to.
  let subject: RecordID
  let chronicle: Chronicle
  let context: DetailContext
  /// Where events are folded and weighed: a document names the same actors again and again.
  let lookup: RememberingLookup
  private var blocks: [Block] = []
  private var links: [DocumentLink] = []
  private var numbers: [DocumentLink.Target: Int] = [:]
  /// How far the further lines of the last entry are set in.
  private var hang = 4
  /// What is known of the events that are listed; one may be listed more than once.
  private var briefs: [RecordID: Brief] = [:]

  init(subject: RecordID, chronicle: Chronicle, context: DetailContext) {
    self.subject = subject
    self.chronicle = chronicle
    self.context = context
    lookup = RememberingLookup(chronicle)
  }

  /// Between the parts of a line; a line that breaks there ends with it.
  static let dot = "\(Block.joint)· "
  /// Between the stops of a path.
  static let arrow = "\(Block.joint)› "

  var document: Document { Document(links: links, blocks: blocks) }
}

/// How much a document shows of what may be long.
enum DocumentLimit {
  /// Entries of a list of other records; the rest is counted, and where a view lists all of it,
  /// that view is named.
  static let entries = 25
  /// Entries of each of several such lists, one below the other.
  static func entries(inEachOf lists: Int) -> Int { max(5, entries / max(1, lists)) }
  /// What belongs to the record itself and is listed nowhere else: participants, accounts, changes.
  static let own = 200
  /// Records that are decoded for one count or grouping, at a few microseconds each.
  static let decoded = 120
  /// Events that are folded to tell in which roles an actor appears, and with whom.
  static let folded = 60
  /// Accounts of one term, and events that keep or break it, beside other terms.
  static let ledger = 5
  /// What one source carries.
  static let carried = 120
}

// MARK: - Blocks

extension DocumentBuilder {
  mutating func title(_ title: String) {
    blocks.append(Block(.title, text(title, .heading), anchor: subject))
  }

  /// What stands in for a record that was not known on the day of the context: its name says what
  /// became known later.
  mutating func addUnknown(_ record: RecordID) {
    title(chronicle.name(of: record))
    let day = context.asOf.map { " on \($0.shown)" } ?? ""
    paragraph(own("not known yet\(day)", .notice))
  }

  mutating func heading(_ heading: String) {
    self.heading(own(heading, .heading))
  }

  mutating func heading(_ heading: StyledText, anchor: RecordID? = nil) {
    blocks.append(Block(.heading, heading, anchor: anchor))
  }

  mutating func add(_ block: Block) {
    blocks.append(block)
  }

  mutating func gap() {
    blocks.append(Block(.gap))
  }

  mutating func field(_ label: String, _ value: StyledText) {
    blocks.append(Block(.field(label: label), value))
  }

  mutating func field(_ label: String, _ value: String, _ role: Role = .text) {
    field(label, text(value, role))
  }

  /// A paragraph from the first column.
  mutating func paragraph(_ paragraph: StyledText, anchor: RecordID? = nil) {
    blocks.append(Block(.line(indent: 0, hang: 0), paragraph, anchor: anchor))
  }

  /// An entry of a list; its further lines stand under the text behind its link marker.
  mutating func item(_ item: StyledText, anchor: RecordID? = nil) {
    hang = item.spans.first.map { $0.role == .link ? $0.text.utf8.count + 1 : 4 } ?? 4
    blocks.append(Block(.line(indent: 2, hang: hang), item, anchor: anchor))
  }

  /// A line that belongs to the entry above it.
  mutating func detail(_ detail: StyledText) {
    blocks.append(Block(.line(indent: 2 + hang, hang: 2), detail))
  }

  /// A note that bears on how the record is read, near its beginning; nothing when there is none.
  mutating func remark(_ note: String?) {
    guard let note else { return }
    gap()
    paragraph(own("note: ", .label) + text(note))
  }

  /// A section of paragraphs in the record's own words; nothing when there are none.
  mutating func section(_ title: String, _ body: String?) {
    guard let body else { return }
    heading(title)
    paragraph(text(body))
  }
}

// MARK: - Text

extension DocumentBuilder {
  /// Text of the store or of the program, with what is searched for marked in it.
  func text(_ string: String, _ role: Role = .text) -> StyledText {
    let shown = Block.visible(string)
    guard let highlights = context.highlights else { return StyledText(shown, role) }
    var result = StyledText("")
    var position = shown.startIndex
    for range in highlights(shown) where range.lowerBound >= position && !range.isEmpty {
      result.append(String(shown[position..<range.lowerBound]), role)
      result.append(String(shown[range]), .hit)
      position = range.upperBound
    }
    result.append(String(shown[position...]), role)
    return result
  }

  /// Parts on one line with a separator between them, without those that are empty.
  func joined(_ parts: [StyledText], by separator: String = DocumentBuilder.dot) -> StyledText {
    var result = StyledText("")
    for part in parts where !part.isEmpty {
      if !result.isEmpty { result.append(separator, .dim) }
      result += part
    }
    return result
  }

  /// Words of the program, in which nothing is searched for.
  func own(_ words: String, _ role: Role = .text) -> StyledText {
    StyledText(words, role)
  }

  /// A day as far as it is known, in words.
  func date(_ date: RecordDate?) -> String {
    date?.unbroken ?? "no date stated"
  }
}

// MARK: - Links

extension DocumentBuilder {
  /// A record's marker and name; the name alone for the document's own subject.
  mutating func link(_ record: RecordID, _ label: String? = nil, _ role: Role = .text) -> StyledText
  {
    let label = label ?? chronicle.label(of: record)
    return marker(of: record, label: label) + text(label, role)
  }

  /// The marker before something that stands for a record; empty for the document's own subject.
  mutating func marker(of record: RecordID, label: String? = nil) -> StyledText {
    guard record != subject else { return "" }
    return marker(
      .record(record), label: label ?? chronicle.label(of: record),
      reference: chronicle.name(of: record))
  }

  /// An address with its marker: the value of a field, or a line that belongs to the entry above it.
  mutating func address(_ address: String, label: String? = nil) {
    let form = label.map { Block.Form.field(label: $0) } ?? .line(indent: 2 + hang, hang: 2)
    let marker = marker(.address(address), label: address, reference: address)
    var block = Block(form, marker + text(address))
    block.isCut = true
    blocks.append(block)
  }

  /// Names with their markers, ", " between them; cut where there are more than a limit. Unnamed
  /// people, who are called alike, are told apart by where they are quoted if asked.
  mutating func list(
    _ records: [RecordID], limit: Int = DocumentLimit.entries, showsOrigin: Bool = false
  ) -> StyledText {
    var parts: [StyledText] = []
    for record in records.prefix(limit) {
      let origin = showsOrigin ? origin(ofUnnamed: record) : nil
      parts.append(link(record) + own(origin.map { " (\($0))" } ?? "", .dim))
    }
    let rest = records.count - parts.count
    if rest > 0 { parts.append(own("… and \(Wording.number(rest)) more", .dim)) }
    return joined(parts, by: ", ")
  }

  /// In what an unnamed actor is known; `nil` for any other.
  func origin(ofUnnamed actor: RecordID) -> String? {
    OneLine.origin(ofUnnamed: actor, in: chronicle, date: \.unbroken)
  }

  private mutating func marker(
    _ target: DocumentLink.Target, label: String, reference: String
  ) -> StyledText {
    if let number = numbers[target] { return Block.marker(number) }
    let number = links.count + 1
    numbers[target] = number
    links.append(
      DocumentLink(number: number, target: target, label: label, reference: reference))
    return Block.marker(number)
  }
}

// MARK: - What is known of events

extension DocumentBuilder {
  /// What a list says of an event.
  struct Brief {
    let date: RecordDate?
    let status: Status
    let standing: Standing
  }

  /// What is known of an event on the day of the context; `nil` when it is not known yet.
  mutating func knowledge(of event: RecordID) -> Brief? {
    if let brief = briefs[event] { return brief }
    guard let fold = lookup.fold(event, asOf: context.asOf) else { return nil }
    let brief = Brief(
      date: fold.date, status: fold.status,
      standing: lookup.standing(of: fold, asOf: context.asOf).standing)
    briefs[event] = brief
    return brief
  }
}

// MARK: - Lists

extension DocumentBuilder {
  /// Where what a document leaves out is listed.
  struct Offer {
    /// The name of the view.
    let view: String
    /// The record whose name finds it there.
    let name: RecordID
  }

  /// A list with a heading that counts it, cut where it is long; nothing when it is empty.
  mutating func list(
    _ title: String, _ records: [RecordID], all offer: Offer? = nil,
    entry: (inout DocumentBuilder, RecordID) -> Void
  ) {
    guard !records.isEmpty else { return }
    heading("\(title) (\(Wording.number(records.count)))")
    for record in records.prefix(DocumentLimit.entries) { entry(&self, record) }
    rest(of: records.count, after: DocumentLimit.entries, all: offer)
  }

  /// The line that says how much of a list is left out, and where all of it is.
  mutating func rest(of count: Int, after shown: Int, all offer: Offer? = nil) {
    guard count > shown else { return }
    var line = own("… and \(Wording.number(count - shown)) more", .dim)
    if let offer { line += own(": ", .dim) + place(of: offer) }
    item(line)
  }

  /// "in Quotes, search for “Bassem Naim”".
  func place(of offer: Offer) -> StyledText {
    own("in \(offer.view), search for ", .dim)
      + text("“\(chronicle.label(of: offer.name))”", .label)
  }

  /// The records that are known on the day of the context, in the same order.
  func known(_ records: [RecordID]) -> [RecordID] {
    context.asOf == nil ? records : records.filter(isKnown)
  }

  /// Whether a record had been reported by the day of the context.
  func isKnown(_ record: RecordID) -> Bool {
    guard let day = context.asOf else { return true }
    switch chronicle.kind(of: record) {
    case .event, .quote:
      return chronicle.firstKnown(of: record).map { $0 <= day } ?? false
    case .source:
      let bounds = chronicle.dayBounds(of: record)
      return (bounds.upper ?? bounds.lower).map { $0 <= day } ?? false
    case .term:
      return chronicle.fold(term: record, asOf: day) != nil
    case .place, .actor, .agreement, .stage:
      return true
    }
  }
}
