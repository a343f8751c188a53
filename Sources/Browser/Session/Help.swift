import Records
import Screen

/// The help: what the keys do where it was asked for, and what the signs mean.
struct Help: Sendable {
  /// Where it was asked for.
  let scope: Scope
  let glyphs: Glyphs
  private(set) var filter = ""
  private(set) var lines: [Line]
  /// The line one is on, from 0.
  private(set) var place = 0
  private(set) var top = 0

  /// A line of the help.
  enum Line: Hashable, Sendable {
    case heading(String)
    case entry(keys: String, text: String)
  }

  init(scope: Scope, glyphs: Glyphs) {
    self.scope = scope
    self.glyphs = glyphs
    lines = Help.lines(scope: scope, glyphs: glyphs, filter: "")
  }

  /// Keeps only what holds the words of a text.
  mutating func set(filter: String) {
    self.filter = filter
    lines = Help.lines(scope: scope, glyphs: glyphs, filter: filter)
    (place, top) = (0, 0)
  }

  mutating func move(by steps: Int) {
    place = max(0, min(lines.count - 1, place + steps))
  }

  mutating func move(to place: Int) {
    self.place = place
  }

  /// With the line one is on among those that are seen.
  func settled(rows: Int) -> Help {
    var help = self
    help.place = max(0, min(place, lines.count - 1))
    let lowest = max(0, lines.count - rows)
    help.top = max(help.place - max(1, rows) + 1, min(top, help.place, lowest))
    return help
  }

  private static func lines(scope: Scope, glyphs: Glyphs, filter: String) -> [Line] {
    let words = filter.lowercased().split(separator: " ")
    var lines: [Line] = []
    func add(_ heading: String, _ entries: [(keys: String, text: String)]) {
      let kept = entries.filter { entry in
        let text = "\(heading) \(entry.keys) \(entry.text)".lowercased()
        return words.allSatisfy { text.contains($0) }
      }
      guard !kept.isEmpty else { return }
      lines.append(.heading(heading))
      lines += kept.map { .entry(keys: $0.keys, text: $0.text) }
    }
    for area in CommandArea.allCases {
      let rows = CommandTable.rows.filter {
        $0.area == area && !$0.scopes.isDisjoint(with: area == .line ? .typing : scope)
      }
      add(
        area.rawValue,
        rows.map { row in
          (row.keys.map(CommandTable.label(ofKeys:)).joined(separator: " "), row.help)
        })
    }
    add("Signs of a status", Status.allCases.map { (String($0.sign(glyphs)), $0.meaning) })
    add(
      "Letters of a standing",
      Standing.allCases.compactMap { standing in
        standing.badge.map { (String($0), standing.meaning) }
      })
    add("Letters of counts", [("5r 4o", "5 reports, which go back to 4 origins")])
    return lines
  }
}

extension Session {
  mutating func moveInHelp(_ command: Command, times: Int?) {
    guard let help else { return }
    let target = Session.target(
      of: command, times: times, from: help.place, count: help.lines.count,
      page: max(1, helpArea.rows - 2))
    self.help?.move(to: max(0, target))
  }

  /// Where the help stands: in the middle of wide panes, else in all of their room.
  var helpArea: Rect {
    let body = Rect(size: size).splitTop(size.rows >= 3 ? 1 : 0).rest
      .splitBottom(size.rows >= 2 ? 1 : 0).rest
    guard body.columns >= Layout.columnsForBeside, body.rows > 12 else { return body }
    return body.inset(columns: (body.columns - 76) / 2, rows: body.rows > 30 ? 2 : 1)
  }
}
