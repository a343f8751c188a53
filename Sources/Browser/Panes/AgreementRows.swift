import Records
import Screen

extension RowMaker {
  /// A line for an agreement: name, kind, the first date that is stated, how many terms.
  func agreementRow(_ record: RecordID) -> ListRow {
    guard let agreement = chronicle.agreement(record) else {
      return ListRow(text: StyledText(chronicle.label(of: record)))
    }
    var parts: [StyledText] = []
    if columns >= 56, let kind = agreement.kind { parts.append(StyledText(kind.rawValue, .dim)) }
    if columns >= 40 { parts.append(StyledText(date(of: agreement), .dim)) }
    parts.append(StyledText(Wording.count(agreement.terms.count, "term"), .dim))
    return ListRow(text: text(agreement.name, isName: true), trailing: joined(parts))
  }

  private func date(of agreement: Agreement) -> String {
    if let effective = agreement.effective { return "effective \(effective.shown(.full))" }
    if let agreed = agreement.agreed { return "agreed \(agreed.shown(.full))" }
    return "no date stated"
  }
}
