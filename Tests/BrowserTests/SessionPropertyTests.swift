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
      + "<PgUp><BS><Del><C-a><C-e><C-w><C-k><C-p><C-n>~Z!aeiwth <Space><Ins><F1><F5><C-x>é漢<U+301>"
    return (try? Key.parse(notation)) ?? []
  }()

  private static let texts = [
    "a", "the", "gaza", "19 dec", "+3w", "day 4", "\u{1B}[2J", "x\ny", "«",
  ]

  private static func key(_ random: inout Seeded) -> Key {
    if Int.random(in: 0..<40, using: &random) == 0 {
      return .paste(texts.randomElement(using: &random) ?? "")
    }
    return keys.randomElement(using: &random) ?? .escape
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

  /// 25 runs of 4000 keys: 100 000 keys and changes of size in all.
  @Test("Any keys at any size draw whole frames with the cursor inside", arguments: 1...25)
  func wholeFrames(_ seed: UInt64) throws {
    var random = Seeded(seed)
    let store = ["hostile", "miami", "nothing", "rare", "miami", "nothing"][Int(seed % 6)]
    let glyphs: Glyphs = seed.isMultiple(of: 5) ? .ascii : .unicode
    let chronicle = store == "nothing" ? try Fixture.empty() : try Fixture.chronicle(store)
    var browsing = try Browsing(chronicle, size: Size(columns: 80, rows: 24), glyphs: glyphs)
    for step in 0..<4000 {
      switch Int.random(in: 0..<60, using: &random) {
      case 0: browsing.send(.resize(Self.size(&random)))
      case 1: browsing.send(.pause)
      case 2: browsing.send(.note("a note \u{1B}[31m"))
      default: browsing.send(.key(Self.key(&random)))
      }
      browsing.effects = []
      let list = browsing.session.pane.list
      #expect(list.isEmpty || 0..<list.count ~= list.index, "\(store), seed \(seed), step \(step)")
      if step.isMultiple(of: 16) { check(browsing.session, "\(store), seed \(seed), step \(step)") }
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

  @Test("Back and then forward shows the same screen", arguments: [11, 12, 13] as [UInt64])
  func backAndForward(_ seed: UInt64) throws {
    var random = Seeded(seed)
    var browsing = try Fixture.session("rare")
    var tried = 0
    for step in 0..<1500 {
      browsing.send(.key(Self.key(&random)))
      browsing.send(.pause)
      guard Int.random(in: 0..<6, using: &random) == 0 else { continue }
      browsing.send(.key(.escape))
      browsing.send(.key(.escape))
      guard browsing.session.prompt == nil, browsing.session.help == nil else { continue }
      var times = 0
      let before = browsing.session.stop
      let rows = browsing.rows.dropLast()
      while browsing.session.history.canGoBack, times < Int.random(in: 1...4, using: &random) {
        browsing.send(.key(.character("<")))
        times += 1
      }
      guard times > 0 else { continue }
      for _ in 0..<times { browsing.send(.key(.character(">"))) }
      #expect(browsing.session.stop == before, "seed \(seed), step \(step)")
      #expect(browsing.rows.dropLast() == rows, "seed \(seed), step \(step)")
      tried += 1
    }
    #expect(tried > 25)
  }

  @Test("A filter that is lifted leaves the record selected", arguments: [31, 32] as [UInt64])
  func liftedFilter(_ seed: UInt64) throws {
    var random = Seeded(seed)
    var browsing = try Fixture.session("rare")
    var tried = 0
    for step in 0..<1500 {
      browsing.send(.key(Self.key(&random)))
      browsing.send(.pause)
      guard Int.random(in: 0..<6, using: &random) == 0 else { continue }
      for key in try Key.parse("<Esc><Esc>h") { browsing.send(.key(key)) }
      if browsing.session.pane.list.filterInForce == nil {
        try browsing.type("&\(["the", "a", "north", "-a"].randomElement(using: &random) ?? "")")
        browsing.send(.key(.enter))
      }
      let list = browsing.session.pane.list
      guard browsing.session.scope == .list, list.filterInForce != nil, !list.isEmpty else {
        continue
      }
      for _ in 0..<Int.random(in: 0...3, using: &random) { browsing.send(.key(.character("j"))) }
      let selected = browsing.session.selected
      browsing.send(.key(.character("F")))
      #expect(browsing.session.pane.list.filterInForce == nil, "seed \(seed), step \(step)")
      #expect(browsing.session.selected == selected, "seed \(seed), step \(step)")
      tried += 1
    }
    #expect(tried > 25)
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
