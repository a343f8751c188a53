import Records
import Screen

extension RowMaker {
  /// Two rows for a source: its title; publisher, kind, what its note says of it, and date. A
  /// comment is tagged.
  func sourceRows(_ record: RecordID) -> [ListRow] {
    guard let source = chronicle.source(record) else {
      return [ListRow(text: StyledText(chronicle.label(of: record))), ListRow(text: "")]
    }
    let isComment = source.kind == .comment
    let tag = isComment ? StyledText.program("[comment] ", .comment) : StyledText()
    let second = joined([
      text(chronicle.label(of: source.publisher), isName: true),
      StyledText(source.kind.rawValue, isComment ? .comment : .dim),
      text(source.note ?? "", .dim),
    ])
    return [
      ListRow(text: tag + text(chronicle.label(of: record))),
      ListRow(
        text: .program("  ", .text) + second,
        trailing: StyledText(source.published.shown(columns >= 56 ? .full : .short), .dim)),
    ]
  }
}
