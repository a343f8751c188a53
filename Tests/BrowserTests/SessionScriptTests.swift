import Foundation
import Testing

@Suite("Sessions as text files")
struct SessionScriptTests {
  static let folder = Fixture.folder.appending(path: "Sessions")

  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(".session") }.sorted()
  }()

  /// With RECORD=1 in the environment the screens are written anew, and the test fails all the
  /// same, so that nobody records by mistake.
  @Test("Keys lead to the screens that the file shows", arguments: names)
  func replay(_ name: String) throws {
    let file = Self.folder.appending(path: name)
    let text = try String(contentsOf: file, encoding: .utf8)
    let now = try SessionScript(text).replayed(load: Fixture.chronicle)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try now.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(name) is recorded: look at what changed, and run again without RECORD")
    } else if now != text {
      Issue.record("\(Self.difference(between: text, and: now))")
    }
  }

  @Test("There are sessions to replay")
  func sessionsExist() {
    #expect(Self.names.count >= 8)
  }

  /// The first lines that differ, with what comes before them.
  private static func difference(between old: String, and new: String) -> String {
    let (left, right) = (old.components(separatedBy: "\n"), new.components(separatedBy: "\n"))
    let count = max(left.count, right.count)
    let place = (0..<count).first {
      $0 >= left.count || $0 >= right.count || left[$0] != right[$0]
    }
    guard let place else { return "the same" }
    var text = "line \(place + 1):\n"
    for line in left[max(0, place - 3)..<min(place, left.count)] { text += "    \(line)\n" }
    for line in left.dropFirst(place).prefix(3) { text += "  - \(line)\n" }
    for line in right.dropFirst(place).prefix(3) { text += "  + \(line)\n" }
    return text + "RECORD=1 writes the screens as they are now"
  }
}
