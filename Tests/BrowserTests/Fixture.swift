import Browser
import Foundation
import Records
import Screen
import Search

/// The stores that tests read: none is the one that comes with the program, which grows.
enum Fixture {
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  static let root = folder.deletingLastPathComponent().deletingLastPathComponent()

  /// The files of the store in a folder of `Tests/Fixtures`.
  static func files(of name: String) throws -> [URL] {
    let files = try FileManager.default.contentsOfDirectory(
      at: root.appending(path: "Tests/Fixtures/\(name)"), includingPropertiesForKeys: nil)
    return files.filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
  }

  static func chronicle(_ name: String) throws -> Chronicle {
    try chronicle(files(of: name).map { .file($0.path) })
  }

  /// A store without records.
  static func empty() throws -> Chronicle {
    try store(json: #"{"ceasefire": 1, "title": "Nothing"}"#)
  }

  static func store(json: String) throws -> Chronicle {
    try chronicle([.bytes(Array(json.utf8), name: "store.json")])
  }

  private static func chronicle(_ inputs: [StoreInput]) throws -> Chronicle {
    guard let today = Day(iso: "2025-12-20") else { throw Fault(description: "no day") }
    let result = load(inputs, options: LoadOptions(today: today))
    guard let chronicle = result.chronicle else {
      throw Fault(description: result.problems.map { "\($0)" }.joined(separator: "\n"))
    }
    return chronicle
  }

  static func session(
    _ name: String = "miami", size: Size = Size(columns: 80, rows: 24), glyphs: Glyphs = .unicode
  ) throws -> Browsing {
    try Browsing(chronicle(name), size: size, glyphs: glyphs)
  }
}

/// A session with somebody who carries its searches out at once.
struct Browsing {
  var session: Session
  var finder: Finder
  var effects: [Effect] = []

  init(_ chronicle: Chronicle, size: Size, glyphs: Glyphs = .unicode) throws {
    guard let today = Day(iso: "2025-12-20") else { throw Fixture.Fault(description: "no day") }
    session = Session(chronicle: chronicle, size: size, today: today, glyphs: glyphs)
    finder = Finder(chronicle)
  }

  mutating func send(_ message: Message) {
    for effect in session.update(message) {
      if case .search(let request) = effect {
        if let result = finder.answer(request) { send(.searchFinished(result)) }
      } else {
        effects.append(effect)
        if case .changeQueries(let change) = effect { send(.change(change, of: session)) }
      }
    }
  }

  /// Types keys, in the notation of `Key.parse`, without a pause between them.
  mutating func type(_ keys: String) throws {
    for key in try Key.parse(keys) { send(.key(key)) }
    send(.pause)
  }

  /// The rows of the screen.
  var rows: [String] {
    let frame = session.view()
    return (0..<frame.size.rows).map { frame.text(row: $0) }
  }
}

/// Numbers that look random and are the same for a seed (SplitMix64, Steele and others 2014).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension Message {
  /// What comes back for a change of the saved queries where nobody else changes them.
  static func change(_ change: SavedQueries.Change, of session: Session?) -> Message {
    var saved = session?.saved ?? SavedQueries()
    let words = saved.make(change)
    return .queriesChanged(saved, note: words)
  }
}
