package import Records
import Screen

/// Text of a record to be put where other programs take it from.
package struct Copy: Hashable, Sendable {
  /// What a record can be copied as.
  package enum Form: CaseIterable, Hashable, Sendable {
    /// What it says: the words of a quote, the title and summary of an event, any other's name.
    case text
    /// The words of a quote, whose they are, how they came, and where they stand.
    case quote
    /// The sources it rests on, one a line.
    case citation
    /// The address of the first source that has one.
    case address
    /// What leads back to the record in this program, `truce:ID`.
    case permalink
    /// The record as the store has it.
    case json
  }

  /// In the order in which it is read, and with nothing in it that could drive a terminal.
  package let text: String
  /// What it is, in words that go on from "copied".
  package let name: String

  /// What a record is when copied; `nil` where it has no such text.
  package init?(_ form: Form, of record: RecordID, in chronicle: Chronicle) {
    guard let text = form.text(of: record, in: chronicle) else { return nil }
    self.init(text: text, name: form.name)
  }

  init(text: String, name: String) {
    self.text = visibleText(text, keepingNewlines: true)
    self.name = name
  }

  /// What stands before an id in a permalink.
  package static let scheme = "truce:"
}

extension Copy.Form {
  /// What it is called.
  var name: String {
    switch self {
    case .text: "the text"
    case .quote: "the quote with its source"
    case .citation: "the citation"
    case .address: "the address"
    case .permalink: "the permalink"
    case .json: "the record as JSON"
    }
  }

  /// Why a record has no text of this form.
  var missing: String {
    switch self {
    case .text, .permalink, .json: "There is nothing to copy"
    case .quote: "This is no quote: yy copies its text"
    case .citation: "No source is stated for this record"
    case .address: "No address is stated for the source of this record"
    }
  }

  fileprivate func text(of record: RecordID, in chronicle: Chronicle) -> String? {
    switch self {
    case .text:
      if let quote = chronicle.quote(record) { return OneLine.words(of: quote) }
      let summary = chronicle.event(record)?.summary.map { "\n" + Block.visible($0) } ?? ""
      return Block.visible(chronicle.label(of: record)) + summary
    case .quote: return chronicle.quote(record).map { Citation.text(of: $0, in: chronicle) }
    case .citation:
      let lines = chronicle.citations(of: record).map { $0.text(in: chronicle) }
      return lines.isEmpty ? nil : lines.joined(separator: "\n")
    case .address:
      return chronicle.address(of: record)
    case .permalink: return Copy.scheme + chronicle.name(of: record)
    case .json: return chronicle.json(of: record)
    }
  }
}
