package import Records
package import Screen

/// What a detail shows of one record: text in reading order, in which everything named is a link.
///
/// Made once for a record, laid out for any width.
package struct Document: Sendable {
  /// What is named, each target once, by number.
  package let links: [DocumentLink]
  let blocks: [Block]

  /// The text laid out for a width in cells, which no line exceeds; less than 1 counts as 1. Of an
  /// address that has no room on a line, the middle is left out.
  package func lines(columns: Int) -> [DocumentLine] {
    lines(of: blocks, columns: columns)
  }

  private func lines(of blocks: [Block], columns: Int) -> [DocumentLine] {
    var lines: [DocumentLine] = []
    for block in blocks {
      block.lay(out: &lines, columns: max(1, columns))
    }
    return lines
  }

  /// The text for a file or a pipe, followed by what the link numbers stand for; nothing is left out.
  ///
  /// Without a width every paragraph is one line, however long.
  package func plainText(columns: Int?) -> String {
    let width = columns ?? Self.unwrapped
    var lines = lines(of: blocks.map(\.whole), columns: width)
    for block in references { block.lay(out: &lines, columns: max(1, width)) }
    var text = ""
    for line in lines {
      text += line.text.plain
      text += "\n"
    }
    return text
  }

  /// The link with a number; `nil` when no link has it.
  package func link(numbered number: Int) -> DocumentLink? {
    number >= 1 && number <= links.count ? links[number - 1] : nil
  }

  /// Wider than any text a store holds, and narrow enough to add to.
  private static let unwrapped = 1 << 40

  private var references: [Block] {
    guard !links.isEmpty else { return [] }
    return [Block(.heading, StyledText("REFERENCES", .heading))]
      + links.map { link in
        var text = Block.marker(link.number)
        text.append(Block.visible(link.reference), .text)
        return Block(.line(indent: 2, hang: 4), text)
      }
  }
}

/// One line of a document, as wide as it was laid out for or narrower.
package struct DocumentLine: Sendable {
  package let text: StyledText
  /// The link markers on this line: the number, and the column in which the marker starts, from 0.
  package let links: [(number: Int, column: Int)]
  /// The record whose part of the document starts here; `nil` on most lines.
  package let anchor: RecordID?
}

/// Something named in a document that can be followed.
package struct DocumentLink: Hashable, Sendable {
  /// Where a link leads.
  package enum Target: Hashable, Sendable {
    case record(RecordID)
    case address(String)
  }

  /// From 1, in reading order. The same target keeps its number wherever it is named again.
  package let number: Int
  package let target: Target
  /// What a person calls the target.
  package let label: String
  /// How the target is asked for from outside: the id in the store's files, or the address.
  package let reference: String
}

/// Under which conditions a document is made.
package struct DetailContext: Sendable {
  /// The day as of which the record is shown; `nil`: with everything that has been reported.
  package var asOf: Day?
  /// Where a text holds what is searched for; `nil`: nothing is searched for.
  package var highlights: (@Sendable (String) -> [Range<String.Index>])?

  /// A context, by default today's without a search.
  package init(
    asOf: Day? = nil, highlights: (@Sendable (String) -> [Range<String.Index>])? = nil
  ) {
    self.asOf = asOf
    self.highlights = highlights
  }
}

/// The document of a record of any kind.
///
/// Decodes little more of the store than it shows: long lists are cut, with the number left out and
/// the filter that lists them. In a store of a million events this takes 0.1 ms for most records and
/// 10 ms for an actor who is named 98 000 times, plus 1 to 3 ms for the lines.
package func document(
  of record: RecordID, in chronicle: Chronicle, context: DetailContext = DetailContext()
) -> Document {
  var builder = DocumentBuilder(subject: record, chronicle: chronicle, context: context)
  guard builder.isKnown(record) else {
    builder.addUnknown(record)
    return builder.document
  }
  switch chronicle.kind(of: record) {
  case .event: builder.addEvent(record)
  case .quote: builder.addQuote(record)
  case .actor: builder.addActor(record)
  case .agreement: builder.addAgreement(record)
  case .stage: builder.addStage(record)
  case .term: builder.addTerm(record)
  case .source: builder.addSource(record)
  case .place: builder.addPlace(record)
  }
  return builder.document
}
