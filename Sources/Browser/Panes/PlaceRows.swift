import Records
import Screen

extension RowMaker {
  /// A line for a place: name, the larger place it lies in, how many events.
  func placeRow(_ record: RecordID) -> ListRow {
    var line = text(chronicle.label(of: record), isName: true)
    if let larger = chronicle.place(record)?.within {
      line += .program("  in ", .dim) + StyledText(chronicle.label(of: larger), .dim)
    }
    let events = chronicle.events(at: record).count
    let count = events == 0 ? "" : Wording.count(events, "event")
    return ListRow(text: line, trailing: StyledText(count, .dim))
  }
}
