import Records
import Screen
import Search

/// The documents on the screen, laid out for their widths.
struct Shown: Sendable {
  var detail = LaidOut()
  /// What the focused link leads to.
  var preview = LaidOut()
}

/// A document laid out for a width.
struct LaidOut: Sendable {
  private(set) var record: RecordID?
  private(set) var document: Document?
  private(set) var lines: [DocumentLine] = []
  private var columns = 0
  private var line: String?

  /// Makes the document anew if anything it depends on has changed.
  mutating func show(
    _ record: RecordID?, in chronicle: Chronicle, columns: Int, query: Query?
  ) {
    guard record != self.record || columns != self.columns || query?.line != line else { return }
    let isSame = record == self.record && query?.line == line
    (self.record, self.columns, line) = (record, columns, query?.line)
    guard let record, columns > 0 else {
      (document, lines) = (nil, [])
      return
    }
    if !isSame || document == nil {
      var context = DetailContext()
      context.asOf = query?.asOf
      if let query { context.highlights = { query.highlights(in: $0) } }
      document = Browser.document(of: record, in: chronicle, context: context)
    }
    lines = document?.lines(columns: columns) ?? []
  }

  /// The first line from a place on that has something to read, else the nearest on the other side.
  func readableLine(from place: Int, isForward: Bool) -> Int {
    let after = lines.indices.dropFirst(place).first { !lines[$0].isEmpty }
    let before = lines.indices.prefix(place + 1).last { !lines[$0].isEmpty }
    return (isForward ? after ?? before : before ?? after) ?? place
  }
}

extension Session {
  /// What is to be highlighted in the current view: the search, else the filter in force.
  var query: Query? {
    if let everywhere = pane.everywhere {
      return everywhere.isBlank ? nil : Query(everywhere.line, calendar: calendar)
    }
    let list = pane.list
    guard let text = list.find?.text ?? (list.isLifted ? nil : list.filter?.text) else {
      return nil
    }
    return Query(text, calendar: calendar)
  }

  var rowMaker: RowMaker {
    let layout = layout
    let area = layout.listText
    let columns = layout.arrangement == .single ? area.columns : area.columns - 2
    return RowMaker(
      view: currentView, chronicle: chronicle, records: records, order: pane.order,
      columns: max(1, columns), glyphs: glyphs, dayCount: dayCount, time: time,
      isFiltered: pane.list.filter != nil && !pane.list.isLifted, query: query)
  }

  /// How many columns stand before the text of a detail, for the marker of the line one is on.
  var gutter: Int { layout.arrangement == .single ? 0 : 2 }

  /// Brings everything that follows from the rest of the state up to date: the documents, and what
  /// is scrolled so that the cursor is seen.
  mutating func settle() {
    let layout = layout
    if pane.detail.record != selected {
      pane.detail = DetailState(record: selected)
    }
    let query = query
    shown.detail.show(
      selected, in: chronicle, columns: layout.detailColumns - gutter, query: query)
    if !layout.detail.isEmpty { settleDetail(rows: layout.detail.rows) }
    let target = layout.preview.isEmpty ? nil : previewLink.flatMap(Session.record(of:))
    shown.preview.show(
      target, in: chronicle, columns: layout.preview.columns - 2, query: query)
    if !layout.list.isEmpty, layout.arrangement != .single { settleList(rows: layout.list.rows) }
    settleFinding()
    settleFacets()
    if let help { self.help = help.settled(in: helpArea) }
  }

  private mutating func settleList(rows: Int) {
    listShown.top = listScroll.top(showing: listShown.index, from: listShown.top)
    let (maker, list) = (rowMaker, listShown)
    if let everywhere = pane.everywhere {
      rowCache.prepare(for: maker, everywhere)
      rowCache.fill(rows, from: list.top, of: list) { maker.rows(of: everywhere.items[$0]) }
    } else if pane.concordance == nil {
      rowCache.prepare(for: maker, list)
      rowCache.fill(rows, from: list.top, of: list) { maker.rows(at: $0, of: list) }
    }
  }

  private mutating func settleDetail(rows: Int) {
    let lines = shown.detail.lines
    var detail = pane.detail
    if let anchor = detail.anchor {
      detail.line = lines.firstIndex { $0.anchor == anchor } ?? 0
      detail.top = detail.line
      detail.anchor = nil
    }
    if let wanted = detail.wanted {
      let hits = lines.indices.filter { lines[$0].hasHit }
      detail.line = (wanted == .first ? hits.first : hits.last) ?? 0
      detail.wanted = nil
    }
    detail.line = max(0, min(detail.line, lines.count - 1))
    detail.line = shown.detail.readableLine(from: detail.line, isForward: true)
    let links = lines.isEmpty ? 0 : lines[detail.line].links.count
    detail.link = max(0, min(detail.link, links - 1))
    let lowest = max(0, lines.count - rows)
    detail.top = max(detail.line - rows + 1, min(detail.top, detail.line, lowest))
    pane.detail = detail
  }

  /// The link whose target the third column shows: the one the cursor is on, or the next.
  var previewLink: DocumentLink? {
    if let focusedLink { return focusedLink }
    let lines = shown.detail.lines.dropFirst(pane.detail.line)
    guard let number = lines.first(where: { !$0.links.isEmpty })?.links.first?.number else {
      return nil
    }
    return shown.detail.document?.link(numbered: number)
  }

  static func record(of link: DocumentLink) -> RecordID? {
    if case .record(let record) = link.target { record } else { nil }
  }
}

extension DocumentLine {
  /// Whether something that is searched for stands on it.
  var hasHit: Bool { text.spans.contains { $0.role == .hit } }
}
