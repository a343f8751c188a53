package import Records
package import Screen
package import Search

/// The whole state of the browser, as a value: `update` changes it, `view` draws it.
///
/// Knows no terminal, no file and no clock; what it needs of them arrives as messages and leaves as
/// effects.
package struct Session: Sendable {
  package let chronicle: Chronicle
  /// The day of the clock when the session began.
  package let today: Day
  package let glyphs: Glyphs
  /// Who orders text from right to left.
  var textOrder: TextOrder
  let dayCount: DayCount
  /// What the dates of query lines are relative to.
  let calendar: QueryCalendar
  /// The days of all events.
  let allTime: TimeIndex
  let actorOrder: ActorOrder

  var size: Size
  package internal(set) var currentView = View.timeline
  var panes: [Pane]
  var history = Trail<Stop>()
  /// How many twelfths more than usual the list gets of the room.
  var share = 0
  var isAlone = false
  /// Whether the mouse is asked for.
  var usesMouse = false

  var prompt: Prompt?
  var help: Help?
  var facets: FacetPanel?
  /// Whether the next key is the number of a condition to lift.
  var isLifting = false
  /// The keys of a command that has begun.
  var pending: [Key] = []
  /// The number typed before a command.
  var count: Int?
  /// Digits that have switched the view and may yet turn out to be a count.
  var chord: Chord?
  var note: String?
  var wasInterrupted = false
  /// An address that the next key may open; it is on the bottom line.
  var offered: WebAddress?

  /// The number of the latest search of each purpose.
  var generations: [SearchRequest.Purpose: Int] = [:]
  /// Lines in context that have been asked for and have not come.
  var concordanceAsked: ConcordanceRequest?
  /// A line that has been asked for everywhere and has not been answered.
  var everywhereAsked: String?
  /// What other lists have of what was last found nowhere in one.
  var elsewhere: EverywhereAnswer?
  /// A line that other lists have been asked for and have not answered.
  var elsewhereAsked: String?
  /// Query lines used before.
  var lines: LineHistory
  /// Queries saved under names.
  package internal(set) var saved: SavedQueries
  /// Other lines typed before, the latest last.
  var typed: [Prompt.Purpose: [String]] = [:]
  /// The documents on the screen, laid out.
  var shown = Shown()
  var rowCache = RowCache()
  /// Why the selected record is found, where its row does not show it.
  var finding: Finding?

  /// A session that begins with the timeline.
  ///
  /// - Parameters:
  ///   - chronicle: what is browsed.
  ///   - size: the size of the screen.
  ///   - today: the day of the clock.
  ///   - glyphs: the signs the terminal can show.
  ///   - textOrder: who orders text from right to left.
  ///   - lines: the query lines of earlier sessions.
  ///   - saved: the queries saved under names.
  package init(
    chronicle: Chronicle, size: Size, today: Day, glyphs: Glyphs = .unicode,
    textOrder: TextOrder = .app, lines: LineHistory = LineHistory(),
    saved: SavedQueries = SavedQueries()
  ) {
    self.chronicle = chronicle
    self.size = size
    self.today = today
    self.glyphs = glyphs
    self.textOrder = textOrder
    self.lines = lines
    self.saved = saved
    dayCount = DayCount(chronicle)
    calendar = QueryCalendar(chronicle, today: today)
    allTime = TimeIndex(chronicle.events.dropLast(chronicle.undatedCount), in: chronicle)
    actorOrder = ActorOrder(chronicle)
    panes = View.allCases.map {
      Pane(
        list: ListState(total: $0.records(in: chronicle).count),
        order: $0 == .actors ? .mostNamed : nil)
    }
    settle()
  }

  /// Whether a `pause` should be sent when no key comes for about a third of a second.
  ///
  /// A digit switches the view at once; only a command that follows without a pause makes it a
  /// count (`5j`).
  package var wantsPause: Bool { chord != nil }

  /// Changes the state as a message asks, and tells what is to be done outside.
  package mutating func update(_ message: Message) -> [Effect] {
    var effects: [Effect] = []
    switch message {
    case .key(let key): effects = handle(key)
    case .resize(let size): self.size = size
    case .searchFinished(let result): effects = take(result)
    case .note(let text): note = text
    case .queriesChanged(let saved, let text): take(saved, text)
    case .pause: chord = nil
    }
    effects += refreshConcordance() + refreshEverywhere() + refreshElsewhere()
    settle()
    return effects
  }

  /// Selects a record in the view of its kind and opens its detail, as following a link does.
  package mutating func open(_ record: RecordID) {
    show(record)
    settle()
  }
}

// MARK: - Where one is

/// What a view shows: its list, its detail, and which of them the keys go to.
struct Pane: Hashable, Sendable {
  var list: ListState
  /// In which order its list stands; `nil` where there is but one.
  var order: ListOrder?
  /// What stands in the place of the list, if anything does.
  var concordance: ConcordanceState?
  /// What stands in the place of either, if anything does.
  var everywhere: EverywhereState?
  var detail = DetailState()
  var focus = Focus.list
}

/// How far one has read the detail of a record.
struct DetailState: Hashable, Sendable {
  var record: RecordID?
  /// The line one is on, from 0.
  var line = 0
  /// The link one is on, among those of the line; 0 is the first.
  var link = 0
  /// The topmost line that is seen.
  var top = 0
  /// The part of the record to begin at, until the document is laid out.
  var anchor: RecordID?
  /// The hit to begin at, until the document is laid out.
  var wanted: WantedHit?

  /// A line with something that is searched for.
  enum WantedHit: Hashable, Sendable {
    case first, last
  }
}

/// A place one can come back to.
struct Stop: Hashable, Sendable {
  let view: View
  let pane: Pane
}

/// Digits that have switched the view, and how it was before the first of them.
struct Chord: Sendable {
  /// What they would be as a count.
  let number: Int
  let before: Stop
  let history: Trail<Stop>
}

extension Session {
  var pane: Pane {
    get { panes[currentView.rawValue] }
    set { panes[currentView.rawValue] = newValue }
  }

  var stop: Stop { Stop(view: currentView, pane: pane) }

  /// All records of the current view.
  var records: RecordList { records(of: currentView) }

  /// The record that is selected; `nil` in an empty list.
  package var selected: RecordID? {
    if let everywhere = pane.everywhere { return everywhere.item?.hit?.record }
    if let concordance = pane.concordance { return concordance.line?.record }
    let list = pane.list
    return list.isEmpty ? nil : records[list.position(at: list.index)]
  }

  /// The days of the events shown on the timeline.
  var time: TimeIndex {
    panes[View.timeline.rawValue].list.filterInForce?.time ?? allTime
  }

  var layout: Layout {
    // Hits of several kinds are to be seen at once.
    let isTall =
      pane.everywhere != nil && Layout.arrangement(of: size, isAlone: isAlone) == .stacked
    return Layout(
      size: size, focus: pane.focus, isAlone: isAlone, share: share + (isTall ? 2 : 0),
      hasRibbon: currentView == .timeline && pane.everywhere == nil,
      isWide: pane.concordance != nil && pane.everywhere == nil)
  }

  /// Where keys go.
  var scope: Scope {
    if let prompt { return prompt.purpose.hasChoices ? .palette : .prompt }
    if help != nil { return .help }
    if facets != nil { return .facets }
    return pane.focus == .list ? .list : .detail
  }

  /// Goes back or forward to a place, or begins the session there.
  mutating func restore(_ stop: Stop) {
    currentView = stop.view
    pane = stop.pane
  }

  /// Carries out a jump and remembers where it began, if it led anywhere. What was not on the
  /// screen comes to its middle, with what stands around it.
  mutating func jump(_ body: (inout Session) -> Void) {
    let before = stop
    body(&self)
    guard stop != before else { return }
    history.leave(before)
    guard !layout.list.isEmpty, !listShown.isEmpty else { return }
    let scroll = listScroll
    let (index, top) = (listShown.index, listShown.top)
    if scroll.top(showing: index, from: top) != top { listShown.top = scroll.top(centring: index) }
  }
}
