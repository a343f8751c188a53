import Records
import Screen
import Search

extension Session {
  /// The hits under the names of their kinds.
  func drawEverywhere(in area: Rect, of frame: inout Frame) {
    guard !area.isEmpty, let state = pane.everywhere else { return }
    frame.name(area, .list)
    guard let item = state.item else {
      return drawNotice(why(in: state), in: area, of: &frame)
    }
    guard layout.arrangement != .single else {
      return drawCard(rowMaker.card(of: item), in: area, of: &frame)
    }
    let maker = rowMaker
    drawItems(of: state.list, in: area, of: &frame) {
      rowCache[$0] ?? maker.rows(of: state.items[$0])
    }
  }

  /// Why the selected hit was found, where no row says it.
  var findingEverywhere: Finding? {
    guard let state = pane.everywhere, state.isAnswered, let hit = state.item?.hit else {
      return nil
    }
    let near = state.answer?.nearNames.first { !$0.records.isEmpty }
    let reason = layout.arrangement == .single ? hit.reason : nil
    return Finding(
      of: hit.record, by: state.line,
      words: near?.words(in: chronicle) ?? reason)
  }

  /// Why there is nothing to show.
  private func why(in state: EverywhereState) -> String {
    if state.isBlank {
      return "Looks in all lists at once: events, quotes, actors, agreements and their terms, "
        + "sources, places. Names are found in any spelling"
    }
    guard !Query(state.line, calendar: calendar).isEmpty else {
      return "There is nothing to search for in this line"
    }
    guard state.isAnswered else { return "searching\(glyphs.ellipsis)" }
    let strangers = state.answer?.nearNames.filter { $0.records.isEmpty } ?? []
    guard let stranger = strangers.first else {
      let advice = Wording.loosened(state.answer?.loosened ?? [])
      return "Nothing matches"
        + (advice.map { " all of it. \($0)" }
          ?? ": a word is found by how it begins, and fewer words find more")
    }
    let quotes = (String(glyphs.openQuote), String(glyphs.closeQuote))
    return "Nothing is called \(quotes.0)\(stranger.word)\(quotes.1)"
  }
}
