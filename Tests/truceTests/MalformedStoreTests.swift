import Foundation
import Testing

/// Each file and folder of `Fixtures/malformed` is a store with one thing wrong, or several of one
/// kind; the file of its name with `.expected` is all that `truce check` prints of it.
@Suite("Stores with mistakes")
struct MalformedStoreTests {
  static let folder = ProgramRun.fixtures.appending(path: "malformed")

  static var stores: [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { !$0.hasSuffix(".expected") }.sorted()
  }

  @Test("are told by file, line and column", arguments: stores)
  func findings(store: String) throws {
    let run = try ProgramRun("truce check '\(store)'", in: Self.folder)
    #expect(run.messages == "")
    let stem = (store as NSString).deletingPathExtension
    let expected = RecordedText(url: Self.folder.appending(path: "\(stem).expected"))
    let difference = try expected.difference(from: run.text)
    #expect(difference == nil, "\(difference ?? "")")
    #expect(run.status == (run.text.contains(": error: ") ? 1 : 0))
  }

  @Test("are not shown by any command when they have errors", arguments: stores)
  func nothingShown(store: String) throws {
    let check = try ProgramRun("truce check '\(store)'", in: Self.folder)
    guard check.status == 1 else { return }
    let run = try ProgramRun("truce '\(store)'", in: Self.folder)
    #expect(run.status == 1)
    #expect(run.text == "")
    #expect(run.messages.contains("nothing of it is shown"))
  }
}
