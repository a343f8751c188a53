import Foundation
import Testing

@Suite("Documentation/terminals.md")
struct TerminalsDocumentTests {
  private static let root = ProgramRun.fixtures.deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What the second columns of its tables name, between backquotes.
  private static var names: [String] {
    let file = root.appending(path: "Documentation/terminals.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { $0.hasPrefix("| ") && $0.contains(" | `") }
      .flatMap { line in
        line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
          .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      }.filter { $0.contains(".") }
  }

  /// The files of tests, by name, and the suites they declare.
  private static func files() throws -> [String: String] {
    let tests = root.appending(path: "Tests")
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: tests.path) {
      let url = tests.appending(path: path)
      guard ["swift", "session", "txt"].contains(url.pathExtension) else { continue }
      files[url.lastPathComponent] = try String(contentsOf: url, encoding: .utf8)
    }
    return files
  }

  @Test("names tests that there are")
  func namesExist() throws {
    let files = try Self.files()
    #expect(Self.names.count > 80)
    for name in Self.names where files[name] == nil {
      let parts = name.split(separator: ".").map(String.init)
      let holds = files.values.contains { text in
        (text.contains("struct \(parts[0]) ") || text.contains("struct \(parts[0]):"))
          && text.contains("func \(parts.last ?? "")(")
      }
      #expect(holds, "there is no test \(name)")
    }
  }
}
