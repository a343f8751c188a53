import Foundation
import Search
import TerminalHarness
import Testing

@testable import truce

@Suite("The file of saved queries")
struct QueriesFileTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private var path: String { folder.url.path + "/truce/queries.json" }
  private var text: String? { try? String(contentsOfFile: path, encoding: .utf8) }

  private func file() throws -> QueriesFile {
    try #require(QueriesFile { ["XDG_CONFIG_HOME": folder.url.path][$0] })
  }

  @Test("What is saved is read again, in a file for nobody else, whose folder is made")
  func keeps() throws {
    #expect(try file().read().isEmpty)
    #expect(try file().make(.save(name: "b", line: "two")).note == "Saved as @b")
    #expect(try file().make(.save(name: "a", line: "one")).note == "Saved as @a")
    #expect(text == "{\n  \"a\": \"one\",\n  \"b\": \"two\"\n}\n")
    #expect(try file().read()["a"] == "one")
    #expect(try file().make(.delete(name: "a")).note == "Deleted @a: one")
    #expect(text == "{\n  \"b\": \"two\"\n}\n")
    let facts = try FileManager.default.attributesOfItem(atPath: path)
    #expect(facts[.posixPermissions] as? Int == 0o600)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path + "/truce")
    #expect(names == ["queries.json"])
  }

  @Test(
    "The environment says where",
    arguments: [
      (["HOME": "/h"], "~/.config/truce/queries.json"), (["HOME": ""], nil), ([:], nil),
      (["XDG_CONFIG_HOME": "/c"], "/c/truce/queries.json"),
      (["XDG_CONFIG_HOME": "c", "HOME": "/h"], "~/.config/truce/queries.json"),
      (["XDG_CONFIG_HOME": "", "HOME": "/h"], "~/.config/truce/queries.json"),
    ] as [([String: String], String?)])
  func place(variables: [String: String], path: String?) {
    #expect(QueriesFile { variables[$0] }?.shownPath == path)
  }

  @Test("Several that save at once lose nothing of each other, nor of what was written by hand")
  func parallelWriters() async throws {
    try write("{\"hand\": \"mine\"}")
    let (writers, queries) = (4, 10)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<writers {
        let file = try file()
        group.addTask {
          for number in 0..<queries {
            _ = try file.make(.save(name: "\(writer)-\(number)", line: "a"))
          }
        }
      }
      try await group.waitForAll()
    }
    let saved = try file().read()
    #expect(saved.entries.count == writers * queries + 1)
    #expect(saved["hand"] == "mine")
  }

  @Test(
    "A file that cannot be understood is told of by name, and never written to",
    arguments: [
      ("{\"a\": \"b\",}", "line 1, column 11: a comma after the last member"),
      ("{\"a\": [\"b\"]}", "line 1, column 7: a text in quotation marks is expected here"),
      (
        "{\"a b\": \"c\"}",
        "line 1, column 9: a name has letters, digits, - and _ only"
      ), ("cut \"short", "line 1, column 1: a value is expected here, not 'c'"),
      (String(repeating: " ", count: 1 << 20 + 1), "it is larger than 1024 KiB"),
    ])
  func notUnderstood(_ text: String, _ reason: String) throws {
    try write(text)
    try refuses(reason)
    #expect(self.text == text)
  }

  @Test("Nor is one that is not UTF-8, a folder or a pipe")
  func notText() throws {
    let bytes = Data([0x7B, 0x22, 0xE9, 0x22, 0x3A, 0x22, 0x61, 0x22, 0x7D])
    try write("")
    try bytes.write(to: URL(filePath: path))
    try refuses("line 1, column 3: this byte is not UTF-8; save the file as UTF-8")
    #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
    try FileManager.default.removeItem(atPath: path)
    #expect(mkfifo(path, 0o600) == 0)
    try refuses("this is no file")
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let error = #expect(throws: StateFile.Fault.self) {
      try file().make(.save(name: "a", line: "b"))
    }
    #expect(error?.reason == "\(path): is a directory")
  }

  @Test("No more is saved than can be read again")
  func full() throws {
    let line = String(repeating: "x", count: 3990)
    var saved = SavedQueries()
    for number in 0..<261 { _ = saved.make(.save(name: "\(number)", line: line)) }
    try write(saved.json)
    let error = #expect(throws: StateFile.Fault.self) {
      try file().make(.save(name: "a", line: line))
    }
    #expect(error?.reason == "\(path): there is no room for more")
    #expect(text == saved.json)
  }

  @Test("Another browser finds a saved query again; a broken file is told, and one browses on")
  func browsers() throws {
    let first = try browse()
    first.type("&talks\r")
    #expect(first.wait { $0.lines[0].contains("&talks") }, "\(first.text)")
    first.type("Stalks\r")
    #expect(first.wait { _ in text != nil }, "\(first.text)")
    #expect(first.wait(for: "Saved as @talks"), "\(first.text)")
    let second = try browse("--query", "@talks")
    #expect(second.wait { $0.lines[0].contains("&talks") }, "\(second.text)")
    second.type("gf")
    #expect(second.wait(for: "Saved queries"), "\(second.text)")
    second.type("\u{18}")
    #expect(second.wait(for: "Deleted @talks: talks"), "\(second.text)")
    #expect(text == "{}\n")
    try write("{")
    let third = try browse()
    #expect(third.wait(for: "Saved queries cannot be read:"), "\(third.text)")
    third.type("&talks\r")
    #expect(third.wait { $0.lines[0].contains("&talks") }, "\(third.text)")
    third.type("Stalks\r")
    #expect(third.wait(for: "Saved queries are as they were:"), "\(third.text)")
    #expect(text == "{")
  }

  private func refuses(_ reason: String) throws {
    let file = try file()
    let errors = [
      #expect(throws: StateFile.Fault.self) { try file.read() },
      #expect(throws: StateFile.Fault.self) { try file.make(.save(name: "a", line: "b")) },
      #expect(throws: StateFile.Fault.self) { try file.make(.delete(name: "a")) },
    ]
    for error in errors { #expect(error?.reason == "\(path): \(reason)") }
  }

  private func write(_ text: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder.url.path + "/truce", withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  private func browse(_ options: String...) throws -> TerminalProgram {
    let browser = try TerminalProgram(
      builtProgram("truce"), [ProgramRun.miami] + options,
      environment: ["XDG_CONFIG_HOME": folder.url.path])
    #expect(browser.wait { $0.lines[0].contains("Timeline") }, "\(browser.text)")
    return browser
  }
}
