/// Everything loaded, checked and linked: all records of a store, and how they are tied.
///
/// It never changes. A class, since it is large and shared by the screens and the workers that
/// search; what it holds is columns and byte ranges, and records are decoded from the bytes of the
/// files when they are asked for (a few microseconds each).
package final class Chronicle: Sendable {
  /// The title of the first file that has one.
  package let title: String
  /// The language of texts that do not say theirs (BCP 47).
  package let language: String?
  package let note: String?

  let table: LinkedTable
  let orders: Orders
  let inverse: Inverse

  init(table: LinkedTable, headers: [StoreHeader], orders: Orders, inverse: Inverse) {
    title = headers.lazy.compactMap(\.title).first ?? ""
    language = headers.lazy.compactMap(\.language).first
    note = headers.lazy.compactMap(\.note).first
    self.table = table
    self.orders = orders
    self.inverse = inverse
  }
}

// MARK: Ids and names

extension Chronicle {
  /// The record of that id; `nil` when there is none.
  package func id(named name: String) -> RecordID? {
    table.row(named: name).map { RecordID(number: $0) }
  }

  /// The id as the file writes it.
  package func name(of id: RecordID) -> String {
    table.text(table[id].name)
  }

  package func kind(of id: RecordID) -> RecordKind {
    table.kind(of: id)
  }

  /// What a person calls the record: its title, name or text; for a source without a title its
  /// publisher and date.
  package func label(of id: RecordID) -> String {
    let range = table[id].label
    if range != .none { return table.text(range) }
    guard let source = source(id) else { return name(of: id) }
    return "\(label(of: source.publisher)), \(source.published.shown(.full))"
  }

  /// The bytes of the record's title, name or text in UTF-8 with JSON's escapes, and whether there
  /// are any escapes. For indexes that read all of them; valid inside `body`.
  package func withLabelBytes<Result>(
    of id: RecordID, _ body: (UnsafeRawBufferPointer, _ hasEscapes: Bool) -> Result
  ) -> Result {
    let range = table[id].label
    return body(table.bytes(of: range), range != .none && range.hasEscapes)
  }

  /// The agreement that a stage or term is part of; `nil` for other records.
  package func agreement(containing part: RecordID) -> RecordID? {
    let owner = table[part].owner
    return owner == Row.none ? nil : RecordID(number: owner)
  }
}

// MARK: Lists

extension Chronicle {
  /// All events by date: lower bound, else upper, else the day they were first reported; those of
  /// no stated date last.
  package var events: RecordList { orders.lists[Int(RecordKind.event.rawValue)] }
  /// How many of the last `events` have no stated date.
  package var undatedCount: Int { orders.undatedCount }
  /// All quotes by date, else by the day their source was published.
  package var quotes: RecordList { orders.lists[Int(RecordKind.quote.rawValue)] }
  /// All actors by name.
  package var actors: RecordList { orders.lists[Int(RecordKind.actor.rawValue)] }
  /// All agreements by the day they took effect, else were agreed, else the first of their sources
  /// was published.
  package var agreements: RecordList { orders.lists[Int(RecordKind.agreement.rawValue)] }
  /// All sources by the day they were published.
  package var sources: RecordList { orders.lists[Int(RecordKind.source.rawValue)] }
  /// All places by name.
  package var places: RecordList { orders.lists[Int(RecordKind.place.rawValue)] }

  /// All records of a kind, in the order in which they are listed.
  package func records(of kind: RecordKind) -> RecordList { orders.lists[Int(kind.rawValue)] }

  /// The first and last day that any event's date touches; `nil` when no event has a date.
  package var period: ClosedRange<Day>? { orders.period }

  /// The day by which a record is sorted; `nil` when nothing is known of it.
  package func sortDay(of id: RecordID) -> Day? {
    dayBounds(of: id).lower ?? dayBounds(of: id).upper ?? firstKnown(of: id)
  }

  /// The days within which a record's date lies, `nil` where it is open: of an event as all its
  /// reports together have it, of a quote when it was said, of a source when it was published.
  package func dayBounds(of id: RecordID) -> (lower: Day?, upper: Day?) {
    let bounds = table.foldedDates(of: Int(id.number))
    return (bounds.lowerDay, bounds.upperDay)
  }

  /// How precisely that end of a record's date is known by which it is sorted; `none` where nothing
  /// bounds it.
  ///
  /// Read from the record only where its row does not tell the two ends of the date apart.
  package func leadingPrecision(of id: RecordID) -> RecordDate.Precision {
    let bounds = table.foldedDates(of: Int(id.number))
    if bounds.lowerDay == nil || bounds.upperDay == nil || bounds.extent == .single {
      return bounds.precision
    }
    let date =
      switch kind(of: id) {
      case .event: fold(id, asOf: nil)?.date
      case .quote: quote(id)?.date
      case .source: source(id)?.published
      case .actor, .agreement, .term, .stage, .place: RecordDate?.none
      }
    return date?.leadingPrecision ?? bounds.precision
  }

  /// The day on which an event was first reported, a quote's source published, or the first of an
  /// agreement's sources.
  package func firstKnown(of id: RecordID) -> Day? {
    table.firstKnown(of: Int(id.number))
  }
}

/// Records in a fixed order.
package struct RecordList: RandomAccessCollection, Sendable {
  let rows: Column<UInt32>

  package var startIndex: Int { 0 }
  package var endIndex: Int { rows.count }

  package subscript(position: Int) -> RecordID {
    RecordID(number: rows[position])
  }
}

// MARK: Who names whom

extension Chronicle {
  /// Where a record stands in the list of its kind, from 0. O(1).
  package func position(of id: RecordID) -> Int {
    Int(orders.positions[Int(id.number)])
  }

  /// Events in which the actor takes part, in any role, by any report.
  package func events(of actor: RecordID) -> [RecordID] {
    inverse.records(naming: actor, as: .participant, .reportParticipant)
  }

  package func events(at place: RecordID) -> [RecordID] {
    inverse.records(naming: place, as: .eventPlace, .reportPlace)
  }

  package func quotes(by speaker: RecordID) -> [RecordID] {
    inverse.records(naming: speaker, as: .speaker)
  }

  /// Events and quotes that say they are about the record.
  package func records(about id: RecordID) -> [RecordID] {
    inverse.records(naming: id, as: .eventAbout, .quoteAbout)
  }

  /// Events with a link to the record.
  package func records(linkingTo id: RecordID) -> [RecordID] {
    inverse.records(naming: id, as: .link)
  }

  /// Events and terms with a report read from the source or quote.
  package func records(reportedIn basis: RecordID) -> [RecordID] {
    inverse.records(naming: basis, as: .reportQuote, .reportSource)
  }

  /// Events and terms with a report whose word is the actor's.
  package func records(reportedBy origin: RecordID) -> [RecordID] {
    inverse.records(naming: origin, as: .reportBy)
  }

  /// Quotes printed in the source, there first or also.
  package func quotes(in source: RecordID) -> [RecordID] {
    inverse.records(naming: source, as: .quoteSource, .printingSource)
  }

  /// Quotes, and events and terms with a report, that came through the actor.
  package func records(via actor: RecordID) -> [RecordID] {
    inverse.records(naming: actor, as: .quoteVia, .reportVia)
  }

  package func sources(by publisher: RecordID) -> [RecordID] {
    inverse.records(naming: publisher, as: .publisher)
  }

  /// Sources that stand inside the source.
  package func comments(in source: RecordID) -> [RecordID] {
    inverse.records(naming: source, as: .sourcePartOf)
  }

  /// Sources that correct or retract the source.
  package func corrections(of source: RecordID) -> [RecordID] {
    inverse.records(naming: source, as: .corrects, .retracts)
  }

  /// Actors that say they are part of the actor.
  package func parts(of actor: RecordID) -> [RecordID] {
    inverse.records(naming: actor, as: .actorPartOf)
  }

  /// Groups that have the actor among their members.
  package func groups(with actor: RecordID) -> [RecordID] {
    inverse.records(naming: actor, as: .member)
  }

  /// Actors with a position of the body.
  package func holders(of body: RecordID) -> [RecordID] {
    inverse.records(naming: body, as: .positionOf)
  }

  /// Unnamed actors that exist in the source.
  package func unnamedActors(in source: RecordID) -> [RecordID] {
    inverse.records(naming: source, as: .actorSource)
  }

  /// Actors with a position that rests on the source.
  package func positions(restingOn source: RecordID) -> [RecordID] {
    inverse.records(naming: source, as: .positionSource)
  }

  /// Agreements to which the actor is a party, in any role.
  package func agreements(of actor: RecordID) -> [RecordID] {
    inverse.records(naming: actor, as: .party)
  }

  /// Agreements and terms that rest on the source.
  package func records(restingOn source: RecordID) -> [RecordID] {
    inverse.records(naming: source, as: .agreementSource, .termSource)
  }

  /// Terms that oblige or involve the actor.
  package func terms(naming actor: RecordID) -> [RecordID] {
    inverse.records(naming: actor, as: .obligor, .involved)
  }

  /// Terms of the stage.
  package func terms(of stage: RecordID) -> [RecordID] {
    inverse.records(naming: stage, as: .termStage)
  }

  package func places(within place: RecordID) -> [RecordID] {
    inverse.records(naming: place, as: .within)
  }

  /// Agreements concluded at the place.
  package func agreements(at place: RecordID) -> [RecordID] {
    inverse.records(naming: place, as: .agreementPlace)
  }

  /// How many references name the record, in any field. O(1).
  package func mentionCount(of id: RecordID) -> Int {
    inverse.count(naming: id)
  }
}
