import Browser
import Records

/// A record on one line, as it was known on a day, or is known today: what is short and alike in
/// columns, then what a person calls it, then its id in brackets.
struct RecordLine {
  /// Date as written, so that lines sort and can be searched for it; then words of the
  /// vocabularies. The same number for all records of a kind.
  let cells: [String]
  let text: String

  init(_ record: RecordID, in chronicle: Chronicle, asOf day: Day?) {
    let parts = Self.parts(of: record, in: chronicle, asOf: day)
    cells = parts.cells
    text = "\(parts.text)  [\(chronicle.name(of: record))]"
  }

  private typealias Parts = (cells: [String], text: String)

  private static func parts(
    of record: RecordID, in chronicle: Chronicle, asOf day: Day?
  ) -> Parts {
    let label = chronicle.label(of: record)
    switch chronicle.kind(of: record) {
    case .event: return event(record, label, chronicle, asOf: day)
    case .quote:
      guard let quote = chronicle.quote(record) else { return ([], label) }
      let isComment = chronicle.source(quote.source)?.kind == .comment
      let path = OneLine.path(of: quote, in: chronicle) + (isComment ? " (reader comment)" : "")
      return (
        [quote.date?.text ?? missing, quote.mode.rawValue], "\(path): \(OneLine.words(of: quote))"
      )
    case .actor:
      guard let actor = chronicle.actor(record) else { return ([], label) }
      let position = actor.positions.last.map { "\($0.title), \(chronicle.label(of: $0.of))" }
      return ([actor.kind.rawValue], label + (position.map { " (\($0))" } ?? ""))
    case .agreement:
      let agreement = chronicle.agreement(record)
      let date = agreement?.effective ?? agreement?.agreed
      return ([date?.text ?? missing, agreement?.kind?.rawValue ?? "-"], label)
    case .source:
      guard let source = chronicle.source(record) else { return ([], label) }
      let publisher = source.title == nil ? "" : "\(chronicle.label(of: source.publisher)): "
      return ([source.published.text, source.kind.rawValue], publisher + label)
    case .place:
      let outer = chronicle.place(record)?.within.map { " (\(chronicle.label(of: $0)))" }
      return ([], label + (outer ?? ""))
    case .stage, .term:
      let agreement = chronicle.agreement(containing: record).map { chronicle.label(of: $0) }
      let state = chronicle.fold(term: record, asOf: day)?.state?.rawValue ?? missing
      let cells = chronicle.kind(of: record) == .term ? [state] : []
      return (cells, label + (agreement.map { " (\($0))" } ?? ""))
    }
  }

  private static func event(
    _ record: RecordID, _ label: String, _ chronicle: Chronicle, asOf day: Day?
  ) -> Parts {
    let kind = chronicle.eventKind(of: record)?.rawValue ?? ""
    guard let fold = chronicle.fold(record, asOf: day) else {
      return ([missing, kind, missing, missing], "\(label)  (not known then)")
    }
    let evidence = chronicle.standing(of: fold, asOf: day)
    return (
      [fold.date?.text ?? missing, kind, fold.status.rawValue, evidence.standing.rawValue],
      "\(label)  (\(OneLine.evidence(evidence, separator: ", ")))"
    )
  }

  /// In the place of what is not stated.
  private static let missing = "-"
}
