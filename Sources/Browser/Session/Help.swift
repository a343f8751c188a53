import Records
import Screen

/// A page that is read in front of the panes: what the keys do where it was asked for and what the
/// signs mean, how a query is written, or what the store says of itself.
struct Help: Sendable {
  enum Topic: Hashable, Sendable {
    case keys, query, store

    /// What stands above it.
    var title: String {
      switch self {
      case .keys: "Help"
      case .query: "The query line"
      case .store: "About this store"
      }
    }
  }

  let topic: Topic
  /// All lines, before they are narrowed and wrapped.
  let content: [Line]
  private(set) var filter = ""
  private(set) var lines: [Line]
  /// The width that paragraphs are wrapped to.
  private var columns = 0
  /// The line one is on, from 0.
  private(set) var place = 0
  private(set) var top = 0

  /// A line of the help.
  enum Line: Hashable, Sendable {
    case heading(String)
    case entry(keys: String, text: String)
    /// Running text, wrapped to the width there is.
    case text(String)

    fileprivate var words: String {
      switch self {
      case .heading(let text), .text(let text): text
      case .entry(let keys, let text): "\(keys) \(text)"
      }
    }
  }

  /// The help for the keys that apply in a scope.
  init(scope: Scope, glyphs: Glyphs) {
    self.init(.keys, Help.keyLines(scope: scope, glyphs: glyphs))
  }

  init(_ topic: Topic, _ content: [Line]) {
    self.topic = topic
    self.content = content
    lines = content
  }

  /// Keeps only what holds the words of a text, under its headings.
  mutating func set(filter: String) {
    self.filter = filter
    (place, top, columns) = (0, 0, 0)
    lines = narrowed
  }

  private var narrowed: [Line] {
    let words = filter.lowercased().split(separator: " ")
    guard !words.isEmpty else { return content }
    var kept: [Line] = []
    var heading: Line?
    for line in content {
      if case .heading = line {
        heading = line
        continue
      }
      let text = "\(heading?.words ?? "") \(line.words)".lowercased()
      guard words.allSatisfy({ text.contains($0) }) else { continue }
      if let heading { kept.append(heading) }
      heading = nil
      kept.append(line)
    }
    return kept
  }

  mutating func move(by steps: Int) {
    place = max(0, min(lines.count - 1, place + steps))
  }

  mutating func move(to place: Int) {
    self.place = place
  }

  /// Laid out for an area, with the line one is on among those that are seen.
  func settled(in area: Rect) -> Help {
    var help = self
    if area.columns != columns {
      help.columns = area.columns
      help.lines = narrowed.flatMap { line -> [Line] in
        guard case .text(let text) = line else { return [line] }
        return StyledText(text).wrapped(to: max(1, area.columns - 4)).map { .text($0.plain) }
      }
    }
    help.place = max(0, min(place, help.lines.count - 1))
    let rows = max(1, area.rows - 2)
    let lowest = max(0, help.lines.count - rows)
    help.top = max(help.place - rows + 1, min(top, help.place, lowest))
    return help
  }

  private static func keyLines(scope: Scope, glyphs: Glyphs) -> [Line] {
    var lines: [Line] = []
    func add(_ heading: String, _ entries: [(keys: String, text: String)]) {
      guard !entries.isEmpty else { return }
      lines.append(.heading(heading))
      lines += entries.map { .entry(keys: $0.keys, text: $0.text) }
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
    add("Sign of a weight", [("*", "key: what to see first; weight:key in a filter leaves these")])
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
