import Records
import Screen

extension RowMaker {
  /// Two rows for a quote: its text; mode, speaker and path, date.
  func quoteRows(_ record: RecordID) -> [ListRow] {
    guard let quote = chronicle.quote(record) else {
      return [ListRow(text: StyledText(chronicle.label(of: record))), ListRow(text: "")]
    }
    let date = quoteDate(quote)
    let second = joined([StyledText(quote.mode.word, .dim), path(of: quote)])
    return [
      ListRow(text: words(of: quote, columns: columns)),
      ListRow(text: .program("  ", .text) + second, trailing: StyledText(date, .dim)),
    ]
  }

  /// The text of a quote: in quotation marks only where every word is the speaker's.
  func words(of quote: Quote, columns: Int) -> StyledText {
    let isTagged = chronicle.source(quote.source)?.kind == .comment
    let tag = isTagged ? StyledText.program("[comment] ", .comment) : StyledText()
    switch quote.mode {
    case .direct:
      var line = StyledText(String(glyphs.openQuote), .quote)
      line += window(quote.text, .quote, columns: columns - 2 - tag.columns)
      let room = columns - 1 - tag.columns
      if line.columns > room { line = line.cut(to: room) }
      line.append(String(glyphs.closeQuote), .quote)
      return tag + line
    case .indirect:
      return tag + window(quote.text, .text, columns: columns - tag.columns)
    case .mixed:
      return tag + window(quote.text, .text, columns: columns - tag.columns)
    }
  }

  /// Speaker › via › publisher.
  private func path(of quote: Quote) -> StyledText {
    var names = [quote.speaker] + quote.via
    if let publisher = chronicle.source(quote.source)?.publisher, publisher != names.last {
      names.append(publisher)
    }
    var line = StyledText()
    for (index, actor) in names.enumerated() {
      if index > 0 { line += .program(" \(glyphs.path) ", .dim) }
      line += text(chronicle.label(of: actor), index == 0 ? .text : .dim, isName: true)
    }
    return line
  }

  func quoteDate(_ quote: Quote) -> String {
    guard let date = quote.date else {
      return chronicle.source(quote.source).map { "published \($0.published.shown(.full))" } ?? ""
    }
    return date.shown(columns >= 56 ? .full : .short)
  }
}
