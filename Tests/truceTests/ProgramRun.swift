import Foundation
import TerminalHarness

/// What came of a command line.
struct ProgramRun {
  let output: [UInt8]
  let errors: [UInt8]
  let status: Int32

  /// Standard output as text.
  var text: String { String(decoding: output, as: UTF8.self) }
  /// Standard error as text.
  var messages: String { String(decoding: errors, as: UTF8.self) }

  /// The folder of the stores for tests.
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")
  /// A small store of real records, in that folder.
  static let miami = fixtures.appending(path: "miami").path

  /// Runs a line of shell in which `truce` is the built program.
  ///
  /// Output goes to files, so that no pipe can fill up. Nothing of the caller's environment matters
  /// but what coverage and the sanitizers need.
  ///
  /// - Parameters:
  ///   - line: for `/bin/sh`; its status is that of the line.
  ///   - folder: where it runs; the fixtures when nil.
  ///   - input: for standard input.
  /// - Throws: where the system refuses.
  init(_ line: String, in folder: URL? = nil, input: [UInt8] = []) throws {
    let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let files = try ["in", "out", "err"].map { name in
      let url = scratch.appending(path: name)
      try Data(name == "in" ? input : []).write(to: url)
      return url
    }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder ?? Self.fixtures
    process.environment = Self.environment
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    output = try [UInt8](Data(contentsOf: files[1]))
    errors = try [UInt8](Data(contentsOf: files[2]))
    let isSignal = process.terminationReason == .uncaughtSignal
    status = process.terminationStatus + (isSignal ? 128 : 0)
  }

  private static var environment: [String: String] {
    let programs = URL(filePath: builtProgram("truce")).deletingLastPathComponent().path
    var variables = [
      "PATH": "\(programs):/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC",
      "HOME": NSTemporaryDirectory(), "TRUCE_HISTORY": "", "XDG_CONFIG_HOME": "/dev/null",
    ]
    for name in ["LLVM_PROFILE_FILE", "ASAN_OPTIONS", "TSAN_OPTIONS", "LD_LIBRARY_PATH"] {
      variables[name] = ProcessInfo.processInfo.environment[name]
    }
    return variables
  }
}

/// A text file that says what the program must print.
struct RecordedText {
  let url: URL

  /// Whether the files are to be written as the program prints now. A run that records fails, so
  /// that nobody records by mistake.
  static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD"] == "1" }

  /// What differs from the file, in words; nil when nothing does. When recording, what was written.
  func difference(from text: String) throws -> String? {
    let recorded = try? String(contentsOf: url, encoding: .utf8)
    if recorded == text { return nil }
    if Self.isRecording {
      try text.write(to: url, atomically: true, encoding: .utf8)
      return "\(url.lastPathComponent) has been recorded: look at the diff, then run without RECORD"
    }
    let old = (recorded ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).prefix { $0 == $1 }.count
    return """
      \(url.lastPathComponent):\(line + 1) differs (RECORD=1 records what is printed now)
      recorded: \(line < old.count ? String(old[line]) : "the end of the file")
      printed:  \(line < new.count ? String(new[line]) : "the end of the text")
      """
  }
}
