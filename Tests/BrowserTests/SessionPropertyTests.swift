import Foundation
import Records
import Screen
import Testing

@testable import Browser

@Suite("Whatever is typed")
struct SessionPropertyTests {
  /// Keys that people press, more often those that lead somewhere.
  static let keys: [Key] = {
    let notation =
      "jjjkkk<C-d><C-u><C-f><C-b>ggGzz<Enter><Enter>lh<Tab><S-Tab>+_O123456gtgqgagrgsgp<lt><C-o>>"
      + "tdD}{)(T/nNn&FffKsKsscx][o:?<C-l><C-z><Esc><Esc>qq<C-c>0789<Up><Down><Left><Right><Home><End><PgDn>"
      + "<PgUp><BS><Del><C-a><C-e><C-w><C-k><C-p><C-n><C-r><C-r>~Z!aeiwth <Space><Ins><F1><F5><C-x>é漢<U+301>"
      + "BMMyyyqyc<Space><Space>ffKKSSgf@"
    return (try? Key.parse(notation)) ?? []
  }()

  /// What people press to come to what stands over or in the place of the panes.
  private static let ways = [
    "<Esc><Esc>f<Space>", "<Esc><Esc>gq/the<Enter>K", "<Esc><Esc>g?", "<Esc><Esc>:so",
    "<Esc><Esc>?/da<Enter>", "<Esc><Esc>i", "<Esc><Esc>t", "<Esc><Esc>gq&a<Enter>Ks",
    "<Esc><Esc>/th<Enter>/<C-r>h", "<Esc><Esc>/<C-u>ab<Enter>/<C-u>a<Up>",
    "<Esc><Esc>/the<Enter>S", "<Esc><Esc>/a<Enter>Sn<Enter>gf",
    "<Esc><Esc>/th<Enter>Sa<Enter>g/@a n",
  ].map { (try? Key.parse($0)) ?? [] }

  private static let texts = [
    "a", "the", "gaza", "19 dec", "+3w", "day 4", "\u{1B}[2J", "x\ny", "«",
  ]

  private static func key(_ random: inout Seeded) -> Key {
    switch Int.random(in: 0..<80, using: &random) {
    case 0, 1: return .paste(texts.randomElement(using: &random) ?? "")
    case 2...5:
      let point = Point(
        column: Int.random(in: 0...120, using: &random),
        row: Int.random(in: 0...40, using: &random))
      let action = MouseEvent.Action.allCases.randomElement(using: &random) ?? .press
      return .mouse(MouseEvent(action, at: point))
    default: return keys.randomElement(using: &random) ?? .escape
    }
  }

  private static func size(_ random: inout Seeded) -> Size {
    let sizes = [(1, 1), (20, 5), (40, 10), (80, 24), (120, 40), (200, 60), (30, 30), (0, 0)]
    if Bool.random(using: &random), let (columns, rows) = sizes.randomElement(using: &random) {
      return Size(columns: columns, rows: rows)
    }
    return Size(
      columns: Int.random(in: 1...170, using: &random),
      rows: Int.random(in: 1...50, using: &random))
  }

  /// 25 runs of 4000 keys: 100 000 keys and changes of size in all, on every screen there is.
  @Test("Any keys at any size draw whole frames with the cursor inside", arguments: 1...25)
  func wholeFrames(_ seed: UInt64) throws {
    var random = Seeded(seed)
    let store = ["hostile", "miami", "nothing", "rare", "miami", "nothing"][Int(seed % 6)]
    let glyphs: Glyphs = seed.isMultiple(of: 5) ? .ascii : .unicode
    let chronicle = store == "nothing" ? try Fixture.empty() : try Fixture.chronicle(store)
    var browsing = try Browsing(chronicle, size: Size(columns: 80, rows: 24), glyphs: glyphs)
    var ahead: [Key] = []
    var visited: Set<Scene> = []
    for step in 0..<4000 {
      let place: Comment = "\(store), seed \(seed), step \(step)"
      switch Int.random(in: 0..<60, using: &random) {
      case 0: browsing.send(.resize(Self.size(&random)))
      case 1: browsing.send(.pause)
      case 2: browsing.send(.note("a note \u{1B}[31m"))
      case 3...5 where ahead.isEmpty: ahead = Self.ways.randomElement(using: &random) ?? []
      default: browsing.send(.key(ahead.isEmpty ? Self.key(&random) : ahead.removeFirst()))
      }
      browsing.effects = []
      visited.formUnion(Scene.shown(by: browsing.session))
      checkPlaces(browsing.session, place)
      if step.isMultiple(of: 16) { check(browsing.session, place) }
    }
    let reachable = Scene.allCases.filter { store != "nothing" || !$0.needsRecords }
    #expect(visited.isSuperset(of: reachable), "\(store), seed \(seed)")
  }

  /// What keys may meet; a run that does not come to all of it proves little.
  private enum Scene: CaseIterable {
    case list, detail, find, narrow, date, palette, help, query, store, facets, concordance
    case recall, walk, name, saved

    static func shown(by session: Session) -> Set<Scene> {
      var shown: Set<Scene> = [session.pane.focus == .list ? .list : .detail]
      switch session.prompt?.purpose {
      case .find?: shown.insert(.find)
      case .narrow?: shown.insert(.narrow)
      case .date?: shown.insert(.date)
      case .palette?: shown.insert(.palette)
      case .name?: shown.insert(.name)
      case .saved?: shown.insert(.saved)
      case .recall? where !session.recalledLines.isEmpty: shown.insert(.recall)
      default: break
      }
      if session.prompt?.purpose.searches ?? false, session.prompt?.age ?? 0 > 0 {
        shown.insert(.walk)
      }
      switch session.help?.topic {
      case .keys?: shown.insert(.help)
      case .query?: shown.insert(.query)
      case .store?: shown.insert(.store)
      case nil: break
      }
      if session.facets?.choices.isEmpty == false { shown.insert(.facets) }
      if session.pane.concordance?.line != nil { shown.insert(.concordance) }
      return shown
    }

    /// Whether an empty store has nothing to show there.
    var needsRecords: Bool { [.detail, .facets, .concordance, .date].contains(self) }
  }

  /// Every cursor lies inside of its list.
  private func checkPlaces(_ session: Session, _ comment: Comment) {
    for list in [session.pane.list, session.pane.concordance?.list].compactMap({ $0 }) {
      #expect(list.isEmpty || 0..<list.count ~= list.index, comment)
    }
    // Where the detail has no room, it is not laid out, and its place waits.
    if !session.layout.detail.isEmpty {
      let lines = session.shown.detail.lines.count
      #expect(0..<max(1, lines) ~= session.pane.detail.line, comment)
    }
    if let help = session.help { #expect(0..<max(1, help.lines.count) ~= help.place, comment) }
    if let facets = session.facets {
      #expect(0..<max(1, facets.choices.count) ~= facets.place, comment)
    }
    if let prompt = session.prompt, prompt.purpose.hasChoices {
      let count = max(
        session.paletteRows.count, session.recalledLines.count, session.savedChoices.count)
      #expect(0..<max(1, count) ~= prompt.choice, comment)
    }
    if let prompt = session.prompt {
      #expect(0...prompt.walked.count ~= prompt.age, comment)
      #expect(prompt.behind.count == (prompt.purpose == .recall ? 1 : 0), comment)
    }
  }

  private func check(_ session: Session, _ place: Comment) {
    let frame = session.view()
    #expect(frame.size.columns == max(1, session.size.columns), place)
    #expect(frame.size.rows == max(1, session.size.rows), place)
    #expect(frame.bounds.contains(frame.cursor), place)
    for row in 0..<frame.size.rows {
      let text = frame.text(row: row)
      #expect(TextWidth.columns(of: text) == frame.size.columns, "\(place): row \(row): \(text)")
      #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control }, place)
    }
    let layout = session.layout
    if session.prompt != nil {
      #expect(frame.cursor.row == frame.size.rows - 1, place)
    } else if session.help == nil, session.pane.focus == .list, session.selected != nil,
      layout.arrangement != .single
    {
      let mark = frame[frame.cursor].base
      #expect(mark == session.glyphs.arrow.unicodeScalars.first, place)
    }
  }

  /// Presses 1500 keys, stops after every sixth or so, and gives the session to be tried there.
  /// `tried` tells whether there was anything to try; most runs must have found something.
  private func walk(
    _ seed: UInt64, trying tried: (inout Browsing, inout Seeded, Comment) throws -> Bool
  ) throws {
    var random = Seeded(seed)
    var browsing = try Fixture.session("rare")
    var ahead: [Key] = []
    var count = 0
    for step in 0..<1500 {
      browsing.send(.key(ahead.isEmpty ? Self.key(&random) : ahead.removeFirst()))
      browsing.send(.pause)
      guard ahead.isEmpty, Int.random(in: 0..<6, using: &random) == 0 else { continue }
      for key in try Key.parse("<Esc><Esc>") { browsing.send(.key(key)) }
      if try tried(&browsing, &random, "seed \(seed), step \(step)") { count += 1 }
      if Int.random(in: 0..<4, using: &random) == 0 {
        ahead = Self.ways.randomElement(using: &random) ?? []
      }
    }
    #expect(count > 25)
  }

  @Test("Back and then forward shows the same screen", arguments: [11, 12, 13] as [UInt64])
  func backAndForward(_ seed: UInt64) throws {
    try walk(seed) { browsing, random, place in
      guard browsing.session.prompt == nil, browsing.session.help == nil else { return false }
      var times = 0
      let before = browsing.session.stop
      let rows = browsing.rows.dropLast()
      while browsing.session.history.canGoBack, times < Int.random(in: 1...4, using: &random) {
        browsing.send(.key(.character("<")))
        times += 1
      }
      guard times > 0 else { return false }
      for _ in 0..<times { browsing.send(.key(.character(">"))) }
      #expect(browsing.session.stop == before, place)
      #expect(browsing.rows.dropLast() == rows, place)
      return true
    }
  }

  @Test("A filter that is lifted leaves the record selected", arguments: [31, 32] as [UInt64])
  func liftedFilter(_ seed: UInt64) throws {
    try walk(seed) { browsing, random, place in
      browsing.send(.key(.character("h")))
      if browsing.session.pane.list.filterInForce == nil {
        try browsing.type("&\(["the", "a", "north", "-a"].randomElement(using: &random) ?? "")")
        browsing.send(.key(.enter))
      }
      let list = browsing.session.pane.list
      guard browsing.session.scope == .list, list.filterInForce != nil, !list.isEmpty else {
        return false
      }
      for _ in 0..<Int.random(in: 0...3, using: &random) { browsing.send(.key(.character("j"))) }
      let selected = browsing.session.selected
      browsing.send(.key(.character("F")))
      #expect(browsing.session.pane.list.filterInForce == nil, place)
      #expect(browsing.session.selected == selected, place)
      return true
    }
  }

  @Test("A condition that is lifted leaves the record selected", arguments: [41, 42] as [UInt64])
  func liftedCondition(_ seed: UInt64) throws {
    var random = Seeded(seed)
    var browsing = try Fixture.session("rare")
    let conditions = [
      "the", "a", "-north", "-kind:visit", "from:2000", "(the OR a)", "-\"no such\"",
    ]
    var tried = 0
    for step in 0..<1500 {
      browsing.send(.key(Self.key(&random)))
      browsing.send(.pause)
      guard Int.random(in: 0..<6, using: &random) == 0 else { continue }
      for key in try Key.parse("<Esc><Esc><Esc>h") { browsing.send(.key(key)) }
      let count = Int.random(in: 2...4, using: &random)
      let line = conditions.shuffled(using: &random).prefix(count).joined(separator: " ")
      browsing.send(.key(.character("&")))
      for key in [.control("u"), .paste(line), .enter] as [Key] { browsing.send(.key(key)) }
      guard browsing.session.scope == .list, browsing.session.pane.concordance == nil,
        !browsing.session.pane.list.isEmpty
      else { continue }
      for _ in 0..<Int.random(in: 0...3, using: &random) { browsing.send(.key(.character("j"))) }
      let (selected, before) = (browsing.session.selected, browsing.session.stop)
      let number = Int.random(in: 1...count, using: &random)
      for key in try Key.parse("c\(number)") { browsing.send(.key(key)) }
      let filter = browsing.session.pane.list.filterInForce?.text ?? ""
      #expect(filter.utf8.count < line.utf8.count, "seed \(seed), step \(step)")
      #expect(browsing.session.selected == selected, "seed \(seed), step \(step)")
      browsing.send(.key(.character("<")))
      #expect(browsing.session.stop == before, "seed \(seed), step \(step)")
      tried += 1
    }
    #expect(tried > 25)
  }

  @Test(
    "The selected record stays selected through every change of size", arguments: [21] as [UInt64])
  func selectionStays(_ seed: UInt64) throws {
    var random = Seeded(seed)
    var browsing = try Fixture.session("rare")
    for view in "123456" {
      browsing.send(.key(.character(view)))
      browsing.send(.pause)
      try browsing.type("jjj")
      let selected = browsing.session.selected
      for _ in 0..<60 {
        browsing.send(.resize(Self.size(&random)))
        #expect(browsing.session.selected == selected, "seed \(seed)")
      }
    }
  }
}
