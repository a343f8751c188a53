import Foundation
import Testing

/// A session at the shell in a text file: lines that begin with `$` are run, in the folder of the
/// fixtures. Under each stand what it prints, each line of standard error after `! `, and its status
/// in brackets. Lines that begin with `#` and empty ones before a command are for the reader.
@Suite("Transcripts of command lines")
struct TranscriptTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Transcripts")

  static var files: [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { $0.hasSuffix(".txt") }.sorted()
  }

  @Test("print what the file says", arguments: files)
  func transcript(name: String) throws {
    let file = Self.folder.appending(path: name)
    let recorded = try String(contentsOf: file, encoding: .utf8)
    let printed = try Self.replayed(recorded)
    let difference = try RecordedText(url: file).difference(from: printed)
    #expect(difference == nil, "\(difference ?? "")")
  }

  /// The transcript with what its commands print now.
  private static func replayed(_ transcript: String) throws -> String {
    var text = ""
    var isOutput = false
    for line in transcript.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("$ ") {
        text += "\(line)\n" + output(of: try ProgramRun(String(line.dropFirst(2)))) + "\n"
        isOutput = true
      } else if !isOutput {
        text += "\(line)\n"
      } else if isStatus(line) {
        isOutput = false
      }
    }
    while text.hasSuffix("\n\n") { text.removeLast() }
    return text
  }

  private static func output(of run: ProgramRun) -> String {
    var text = run.text
    if !text.isEmpty, !text.hasSuffix("\n") { text += "\\ no line end\n" }
    for line in run.messages.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      text += "! \(line)\n"
    }
    return text + "[\(run.status)]"
  }

  private static func isStatus(_ line: Substring) -> Bool {
    line.hasPrefix("[") && line.hasSuffix("]") && Int(line.dropFirst().dropLast()) != nil
  }
}
