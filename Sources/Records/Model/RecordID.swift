/// A record of one chronicle: its number there, from 0, in the order in which ids were first met.
///
/// All kinds of record share one namespace, so one type names them all. A number means nothing in
/// another chronicle: across chronicles a record is named by the id in its file.
package struct RecordID: Hashable, Comparable, Sendable {
  /// Index into the chronicle's columns.
  package let number: UInt32

  /// The record with that number.
  package init(number: UInt32) {
    self.number = number
  }

  package static func < (left: RecordID, right: RecordID) -> Bool {
    left.number < right.number
  }
}

/// What a record is. Stages and terms are records of their own, kept inside their agreement.
package enum RecordKind: UInt8, CaseIterable, Sendable {
  case source, place, actor, agreement, stage, term, event, quote

  /// The word for one such record, as on the screen and the command line.
  package var word: String {
    switch self {
    case .source: "source"
    case .place: "place"
    case .actor: "actor"
    case .agreement: "agreement"
    case .stage: "stage"
    case .term: "term"
    case .event: "event"
    case .quote: "quote"
    }
  }

  /// The word for several, which is also the name of the list in a store file where there is one.
  package var plural: String {
    word + "s"
  }
}
