import Records
import Screen

extension Session {
  /// The link the cursor is on in the detail; `nil` on a line without links.
  var focusedLink: DocumentLink? {
    let lines = shown.detail.lines
    guard pane.detail.line < lines.count else { return nil }
    let links = lines[pane.detail.line].links
    guard !links.isEmpty else { return nil }
    return shown.detail.document?.link(
      numbered: links[min(pane.detail.link, links.count - 1)].number)
  }

  /// Goes to the link that many links further on in the detail.
  mutating func moveToLink(by steps: Int) {
    showDetail()
    let places = shown.detail.lines.enumerated().flatMap { line, content in
      content.links.indices.map { (line: line, link: $0) }
    }
    guard !places.isEmpty else {
      note = "There is no link in this detail"
      return
    }
    let here = (pane.detail.line, pane.detail.link)
    let isOnLink = places.contains { $0 == here }
    let next = places.firstIndex { $0 >= here } ?? places.count
    let wasList = pane.focus == .list
    pane.focus = .detail
    let ahead = isOnLink && !wasList ? next + steps : next + steps - 1
    let index = steps > 0 ? ahead : next + steps
    guard places.indices.contains(index) else {
      note = steps > 0 ? "There is no further link" : "There is no link before"
      return
    }
    (pane.detail.line, pane.detail.link) = places[index]
  }

  /// Where the list has all the room, links are followed in the detail.
  private mutating func showDetail() {
    guard layout.detail.isEmpty, selected != nil else { return }
    pane.focus = .detail
    settle()
  }

  /// Begins the number of a link to follow; a first digit may settle it.
  mutating func beginLink(digit: Int?) -> [Effect] {
    showDetail()
    guard let document = shown.detail.document, !document.links.isEmpty else {
      note = "There is no link in this detail"
      return []
    }
    var prompt = Prompt(.link, origin: stop)
    if let digit { prompt.line.insert(String(digit)) }
    self.prompt = prompt
    return followIfSettled()
  }

  /// Follows the typed number if no further digit could make it another link's.
  mutating func followIfSettled() -> [Effect] {
    guard let prompt, prompt.purpose == .link, let number = Int(prompt.line.text),
      let links = shown.detail.document?.links.count
    else { return [] }
    let (tenfold, overflow) = number.multipliedReportingOverflow(by: 10)
    return overflow || tenfold > links || number == 0 ? followTyped() : []
  }

  mutating func followTyped() -> [Effect] {
    guard let text = prompt?.line.text else { return [] }
    prompt = nil
    guard let number = Int(text), let document = shown.detail.document,
      let link = document.link(numbered: number)
    else {
      let last = shown.detail.document?.links.count ?? 0
      note = text.isEmpty ? nil : "There is no link \(text): they go from 1 to \(last)"
      return []
    }
    return follow(link)
  }

  mutating func follow(_ link: DocumentLink) -> [Effect] {
    switch link.target {
    case .record(let record):
      show(record)
      return []
    case .address(let address):
      offer(address)
      return []
    }
  }

  /// Selects a record in the view of its kind, its detail focused; a filter there that hides it is
  /// lifted.
  mutating func show(_ record: RecordID) {
    let kind = chronicle.kind(of: record)
    let isPart = kind == .stage || kind == .term
    let target = isPart ? chronicle.agreement(containing: record) ?? record : record
    let view = View(of: kind)
    let position = place(of: chronicle.position(of: target), in: view)
    jump { session in
      session.currentView = view
      session.pane.everywhere = nil
      session.pane.concordance = nil
      if session.pane.list.select(position: position) {
        session.note = "The filter hides this record and is lifted: F brings it back"
      }
      session.pane.focus = .detail
      session.pane.detail = DetailState(record: target, anchor: isPart ? record : nil)
    }
  }
}
