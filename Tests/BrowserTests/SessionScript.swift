import Browser
import Foundation
import Records
import Screen

/// A session as a text file: sizes, keys, and the screens they lead to.
///
/// | line | means |
/// |---|---|
/// | `# …` | a remark |
/// | `store: rare` | the store to load, a folder of `Tests/Fixtures`; before the first key |
/// | `glyphs: ascii` | the signs the terminal can show |
/// | `today: 2025-12-20` | the day of the clock |
/// | `size: 80x24` | a screen of that size, or a change to it |
/// | `keys: …` | keys typed without a pause, in the notation of `Key.parse` |
/// | `late: on` | results of searches come only when `deliver:` says so |
/// | `deliver:` | they come |
/// | `effects: …` | what the keys before asked for |
/// | `cursor: 3,5` | column and row of the cursor, from 0 |
/// | `\| …` | a row of the screen, spaces at its end left out |
/// | `~ …` | the styles of that row |
struct SessionScript {
  var lines: [String]

  init(_ text: String) {
    lines = text.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
  }

  /// The script as it would read with every screen as it is now.
  func replayed(load: @escaping (String) throws -> Chronicle) throws -> String {
    var player = Player(load: load)
    var result: [String] = []
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if SessionScript.isScreen(line) {
        let hasStyles = block(from: index).contains { $0.hasPrefix("~") }
        result += try player.screen(hasStyles: hasStyles)
        index += block(from: index).count
      } else {
        result += try player.play(line)
        index += 1
      }
    }
    return result.joined(separator: "\n") + "\n"
  }

  private static func isScreen(_ line: String) -> Bool {
    line.hasPrefix("|") || line.hasPrefix("~") || line.hasPrefix("cursor:")
  }

  private func block(from index: Int) -> ArraySlice<String> {
    lines[index...].prefix(while: SessionScript.isScreen)
  }
}

/// Plays the lines of a script.
private struct Player {
  let load: (String) throws -> Chronicle
  var store = ""
  var glyphs = Glyphs.unicode
  var today = Day(iso: "2025-12-20")
  var size = Size(columns: 80, rows: 24)
  var session: Session?
  var finder: Finder?
  var isLate = false
  var waiting: [SearchRequest] = []
  var effects: [String] = []

  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  /// Plays a line that is no screen, and gives it back as it should read.
  mutating func play(_ line: String) throws -> [String] {
    guard let colon = line.firstIndex(of: ":"), !line.hasPrefix("#") else { return [line] }
    let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    switch line[..<colon] {
    case "store": store = value
    case "glyphs": glyphs = value == "ascii" ? .ascii : .unicode
    case "today": today = Day(iso: value)
    case "late": isLate = value == "on"
    case "size":
      let numbers = value.split(separator: "x").compactMap { Int($0) }
      guard numbers.count == 2 else { throw Fault(description: "no size: \(line)") }
      size = Size(columns: numbers[0], rows: numbers[1])
      try send(.resize(size))
    case "keys":
      effects = []
      for key in try Key.parse(value) { try send(.key(key)) }
      try send(.pause)
    case "deliver":
      // What they ask for in their turn comes with the next delivery.
      let requests = waiting
      waiting = []
      for request in requests { try answer(request) }
    case "effects": return ["effects: " + effects.joined(separator: ", ")]
    default: throw Fault(description: "unknown line: \(line)")
    }
    return [line]
  }

  mutating func screen(hasStyles: Bool) throws -> [String] {
    let frame = try started().view()
    var rows = ["cursor: \(frame.cursor.column),\(frame.cursor.row)"]
    for row in 0..<frame.size.rows {
      rows.append(Player.trimmed("| " + frame.text(row: row)))
      if hasStyles { rows.append("~ " + frame.styles(row: row)) }
    }
    return rows
  }

  private mutating func started() throws -> Session {
    if let session { return session }
    guard let today else { throw Fault(description: "no day") }
    let chronicle = try load(store)
    finder = Finder(chronicle)
    let session = Session(chronicle: chronicle, size: size, today: today, glyphs: glyphs)
    self.session = session
    return session
  }

  private mutating func send(_ message: Message) throws {
    _ = try started()
    for effect in session?.update(message) ?? [] {
      if case .search(let request) = effect {
        if isLate { waiting.append(request) } else { try answer(request) }
      } else {
        effects.append("\(effect)")
        if case .changeQueries(let change) = effect { try send(.change(change, of: session)) }
      }
    }
  }

  private mutating func answer(_ request: SearchRequest) throws {
    if let result = finder?.answer(request) { try send(.searchFinished(result)) }
  }

  private static func trimmed(_ row: String) -> String {
    var row = Substring(row)
    while row.last == " " { row.removeLast() }
    return String(row)
  }
}
