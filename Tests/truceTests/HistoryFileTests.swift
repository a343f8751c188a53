import Browser
import Foundation
import TerminalHarness
import Testing

@testable import truce

@Suite("The file of lines used before")
struct HistoryFileTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private var path: String { folder.url.path + "/state/truce/history" }

  private func history(_ variables: [String: String] = [:]) throws -> HistoryFile {
    let usual = ["XDG_STATE_HOME": folder.url.path + "/state"]
    return try #require(HistoryFile { usual.merging(variables) { $1 }[$0] })
  }

  @Test("Lines are read again, in a file for nobody else, whose folder is made")
  func keeps() throws {
    var file = try history()
    let none = file.read()
    #expect(none == (LineHistory(), nil))
    let notes = ["a", "b", "a"].compactMap { file.add($0) }
    #expect(notes.isEmpty)
    let lines = file.read().lines.lines
    #expect(lines == ["b", "a"])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "b\na\n")
    let facts = try FileManager.default.attributesOfItem(atPath: path)
    #expect(facts[.posixPermissions] as? Int == 0o600)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.path + "/state/truce")
    #expect(names == ["history"])
  }

  @Test(
    "The environment says where, or that there is none",
    arguments: [
      (["HOME": "/h"], "~/.local/state/truce/history"), (["TRUCE_HISTORY": "", "HOME": "/h"], nil),
      (["TRUCE_HISTORY": "/dev/null", "HOME": "/h"], nil), ([:], nil), (["HOME": ""], nil),
      (["XDG_STATE_HOME": "/s"], "/s/truce/history"), (["TRUCE_HISTORY": "/no/x"], "/no/x"),
      (["XDG_STATE_HOME": "s", "HOME": "/h"], "~/.local/state/truce/history"),
    ] as [([String: String], String?)])
  func place(variables: [String: String], path: String?) {
    #expect(HistoryFile { variables[$0] }?.shownPath == path)
  }

  @Test("Several that write at once lose no line of each other")
  func parallelWriters() async throws {
    let (writers, lines) = (4, 12)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<writers {
        var file = try history()
        group.addTask {
          for number in 0..<lines { _ = file.add("\(writer) \(number)") }
          file.finish()
        }
      }
      try await group.waitForAll()
    }
    var file = try history()
    let kept = file.read().lines.lines
    #expect(kept.count == writers * lines)
    for writer in 0..<writers {
      let own = kept.filter { $0.hasPrefix("\(writer) ") }
      #expect(own == (0..<lines).map { "\(writer) \($0)" })
    }
  }

  @Test("What cannot be read or written is told once, and harms nothing")
  func faults() throws {
    try FileManager.default.createDirectory(
      atPath: folder.url.path + "/taken", withIntermediateDirectories: true)
    let pipe = folder.url.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    let paths = [
      folder.url.path + "/taken", pipe, "/dev/null/history", "/dev/zero",
      "/" + String(repeating: "x", count: 5000),
    ]
    for path in paths {
      var file = try history(["TRUCE_HISTORY": path])
      let notes = [file.read().note, file.add("a"), file.add("b"), file.read().note]
      #expect(notes.compactMap { $0 }.count == 1, "\(notes)")
      #expect(notes.compactMap { $0 }.first?.hasPrefix("Lines are not kept: ") == true)
    }
  }

  @Test("A line that could not be written is written with the next one")
  func triesAgain() throws {
    let blocked = folder.url.path + "/state/truce"
    try FileManager.default.createDirectory(
      atPath: folder.url.path + "/state", withIntermediateDirectories: true)
    try Data().write(to: URL(filePath: blocked))
    var file = try history()
    let fault = file.add("a")
    #expect(fault?.contains("not a directory") == true)
    try FileManager.default.removeItem(atPath: blocked)
    let none = file.add("b")
    #expect(none == nil)
    let lines = file.read().lines.lines
    #expect(lines == ["a", "b"])
  }

  @Test("Of a huge file the end is read, and the next line makes it small")
  func huge() throws {
    let line = String(repeating: "x", count: 1500)
    let text = (0..<3000).map { "\($0) \(line)\n" }.joined()
    let name = try folder.write(text, to: "huge")
    var file = try history(["TRUCE_HISTORY": name])
    let lines = file.read().lines.lines
    #expect(lines.count == LineHistory.mostLines)
    #expect(lines.allSatisfy { $0.hasSuffix(" " + line) } && lines.last?.hasPrefix("2999 ") == true)
    let note = file.add("a")
    #expect(note == nil)
    #expect(try Data(contentsOf: URL(filePath: name)).count <= LineHistory.mostBytes)
    let count = file.read().lines.lines.count
    #expect(count == LineHistory.mostLines)
    let endless = try folder.write(String(repeating: "x", count: 3_000_000), to: "endless")
    var other = try history(["TRUCE_HISTORY": endless])
    let none = other.read()
    #expect(none == (LineHistory(), nil))
  }

  @Test("Where a link stands for the file, what it leads to is changed")
  func link() throws {
    let target = try folder.write("a\n", to: "target")
    let link = folder.url.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    var file = try history(["TRUCE_HISTORY": link])
    let note = file.add("b")
    #expect(note == nil)
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "a\nb\n")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
  }

  @Test("Another browser finds a line again; one that is to forget neither reads nor keeps")
  func browsers() throws {
    let first = try browse()
    first.type("/talks aid\r")
    #expect(first.wait { _ in FileManager.default.fileExists(atPath: path) }, "\(first.text)")
    first.type("/second\r")
    #expect(first.wait { $0.lines[0].contains("/second") }, "\(first.text)")
    let second = try browse()
    second.type("&\u{12}")
    #expect(second.wait(for: "Lines used before"), "\(second.text)")
    second.type("aid\r")
    #expect(second.wait { $0.lines[23].hasPrefix("&talks aid") }, "\(second.text)")
    let third = try browse("--no-history")
    third.type("/\u{12}")
    #expect(third.wait(for: "No line has been used yet"), "\(third.text)")
    third.type("unkept\r")
    #expect(third.wait { $0.lines[0].contains("/unkept") }, "\(third.text)")
    third.type("q")
    #expect(third.waitForEnd() == .exit(0))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "talks aid\nsecond\n")
  }

  @Test("A file that cannot be had is told on the bottom line, and one browses on")
  func tells() throws {
    let browser = try browse(environment: ["TRUCE_HISTORY": "/dev/zero"])
    #expect(browser.wait(for: "Lines are not kept: /dev/zero: this is no file"), "\(browser.text)")
    browser.type("/talks\r")
    #expect(
      browser.wait { $0.lines[0].contains("/talks") && $0.lines[23].contains("Enter open") },
      "\(browser.text)")
    #expect(!browser.text.contains("not kept"))
  }

  private func browse(
    _ options: String..., environment: [String: String] = [:]
  ) throws -> TerminalProgram {
    let variables = ["TRUCE_HISTORY": "", "XDG_STATE_HOME": folder.url.path + "/state"]
    let browser = try TerminalProgram(
      builtProgram("truce"), [ProgramRun.miami] + options,
      environment: variables.merging(environment) { $1 })
    #expect(browser.wait { $0.lines[0].contains("Timeline") }, "\(browser.text)")
    return browser
  }
}
