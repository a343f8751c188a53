import Records
import Search

/// What the words in context are, in sentences.
extension Session {
  /// How many there are, in which order, and how they are spread.
  func spokenView(of state: ConcordanceState) -> String {
    guard let concordance = state.concordance, let counts = state.counts else {
      return "Words in context: nothing is searched for."
    }
    let lines = Wording.count(state.list.count, "line")
    let quotes = Wording.count(concordance.quoteCount, "quote")
    var text = "Words in context: \(lines) of \(quotes), sorted by \(state.order.words)."
    let speakers = counts.speakers.prefix(5).map {
      "\(Block.visible(chronicle.label(of: $0.speaker))) \(Wording.number($0.count))"
    }
    guard !speakers.isEmpty else { return text }
    let rest = counts.speakers.count - speakers.count
    let others = rest > 0 ? ["\(Wording.count(rest, "other")) the rest"] : []
    text += " By speaker: \(Wording.list(speakers + others))."
    if let most = counts.months.max(by: { $0.count < $1.count }) {
      let parts = most.start.parts
      text +=
        " Most in \(Day.shortName(ofMonth: parts.month)) \(parts.year): "
        + "\(Wording.number(most.count))."
    }
    return text
  }

  /// The line one is on: the words around the one found, whose they are, and when.
  func spokenRow(of state: ConcordanceState) -> String {
    guard let line = state.line else { return "No word of a quote’s text is found." }
    let place = "\(Wording.number(state.list.index + 1)) of \(Wording.number(state.list.count))."
    let context = KeywordLine(line, in: chronicle, columns: 120, isMirrored: false).text
    let words = context.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let date = chronicle.quote(line.record)?.date?.shown() ?? "no date stated"
    let speaker = chronicle.speaker(of: line.record).map { Block.visible(chronicle.label(of: $0)) }
    let mode = chronicle.quote(line.record)?.mode.word ?? ""
    let stop = words.last.map { ".!?…”".contains($0) } ?? true ? "" : "."
    return "\(place) \(words)\(stop) \(Spoken.capitalized(mode)), \(speaker ?? ""), \(date)."
  }
}
