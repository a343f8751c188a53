import Records
import Screen

extension RowMaker {
  /// A line for an actor: name, of an unnamed one also where it is known from, kind, how many events
  /// and quotes.
  func actorRow(_ record: RecordID) -> ListRow {
    let kind = chronicle.actor(record)?.kind
    let events = chronicle.events(of: record).count
    let quotes = chronicle.quotes(by: record).count
    var trailing = StyledText()
    if columns >= 50 { trailing += column(StyledText(kind?.words ?? "", .dim), 16) }
    trailing.append(counted(events, "e") + " " + counted(quotes, "q"), .dim)
    var line = text(chronicle.label(of: record), isName: true)
    if let origin = OneLine.origin(ofUnnamed: record, in: chronicle) {
      line += .program("  \(origin)", .dim)
    }
    return ListRow(text: line, trailing: trailing)
  }

  /// A number and its letter, in five columns; blank for none.
  private func counted(_ count: Int, _ letter: String) -> String {
    let text = count == 0 ? "" : Wording.number(count) + letter
    return String(repeating: " ", count: max(0, 5 - TextWidth.columns(of: text))) + text
  }
}
