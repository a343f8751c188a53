import Screen
import Search

extension Session {
  /// Opens the facets of the current view, or closes them.
  mutating func switchFacets() -> [Effect] {
    guard facets == nil else {
      closeFacets()
      return []
    }
    let line = pane.list.filterInForce?.text ?? ""
    facets = FacetPanel(line: line, origin: stop)
    return [count(line)]
  }

  /// Closes the facets; what was asked for there stays, and `<` leads back to how it was.
  mutating func closeFacets() {
    guard let panel = facets else { return }
    facets = nil
    if stop != panel.origin { history.leave(panel.origin) }
    if panel.line != panel.origin.pane.list.filterInForce?.text {
      remember(panel.line, for: .narrow)
    }
  }

  /// Asks for the value one is on, or no longer, and narrows the list.
  mutating func toggleFacet() -> [Effect] {
    guard facets?.choice != nil else { return [] }
    facets?.toggle(calendar)
    guard let line = facets?.line else { return [] }
    return search(line, for: .narrow) + [count(line)]
  }

  /// The counts for a line: made by whoever carries out searches, since no key is to wait for them.
  private mutating func count(_ line: String) -> Effect {
    .search(
      SearchRequest(
        generation: nextGeneration(of: .facets), view: currentView, text: line, purpose: .facets))
  }

  mutating func moveInFacets(_ command: Command, times: Int?) {
    guard let panel = facets, !panel.choices.isEmpty else { return }
    let target = Session.target(
      of: command, times: times, from: panel.place, count: panel.choices.count,
      page: facetRows(in: facetArea).rows)
    facets?.move(to: target)
  }

  /// Scrolls the facets so that the value one is on is seen.
  mutating func settleFacets() {
    let rows = facetRows(in: facetArea).rows
    facets?.settle(rows: max(1, rows))
  }

  /// Where the facets stand: in the place of the detail, so that the list is seen to become shorter;
  /// in that of both where the detail is not seen or small.
  var facetArea: Rect {
    let layout = layout
    let detail = layout.detail
    if layout.arrangement != .alone, detail.columns >= 36, detail.rows >= 8 { return detail }
    return Rect(size: size).splitTop(size.rows >= 3 ? 1 : 0).rest
      .splitBottom(size.rows >= 2 ? 1 : 0).rest
  }

  /// What is left for rows of values between the lines above and below.
  func facetRows(in area: Rect) -> Rect {
    area.splitTop(area.rows > 4 ? 2 : area.rows > 2 ? 1 : 0).rest
      .splitBottom(area.rows > 5 ? 1 : 0).rest
  }
}
