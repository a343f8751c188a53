import Records
import Screen

extension RowMaker {
  /// A line for an agreement: name, kind where there is room for all of it, the first date that is
  /// stated, how many terms. Names may differ in nothing but a number at their end: where there is
  /// little room, they have it.
  func agreementRow(_ record: RecordID) -> ListRow {
    guard let agreement = chronicle.agreement(record) else {
      return ListRow(text: StyledText(chronicle.label(of: record)))
    }
    var trailing = StyledText()
    if columns >= 56 {
      let date = StyledText(agreement.firstDate(in: chronicle) ?? "no date stated", .dim)
      trailing = column(date, max(21, date.columns))
    }
    if columns >= 66 || (46..<56).contains(columns) {
      let terms = Wording.count(agreement.terms.count, "term")
      let padding = trailing.isEmpty ? 0 : max(1, 9 - TextWidth.columns(of: terms))
      trailing.append(String(repeating: " ", count: padding) + terms, .dim)
    }
    var line = text(agreement.name, isName: true)
    if let kind = agreement.kind {
      let more = StyledText("  \(kind.rawValue)", .dim)
      if line.columns + more.columns + trailing.columns < columns { line += more }
    }
    return ListRow(text: line, trailing: trailing)
  }
}

extension Agreement {
  /// From when on it is known or in force, as far as anything says: "effective 10 Oct 2025"; `nil`
  /// where nothing does.
  func firstDate(in chronicle: Chronicle) -> String? {
    if let effective { return "effective \(effective.shown())" }
    if let agreed { return "agreed \(agreed.shown())" }
    return chronicle.firstKnown(of: id).map { "known \($0.shown)" }
  }
}
