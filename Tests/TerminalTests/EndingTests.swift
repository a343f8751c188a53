import Foundation
import TerminalHarness
import Testing

@Suite("However it ends, the terminal is as it was")
struct EndingTests {
  @Test(
    "A signal ends it with the status of that signal",
    arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func endsBySignal(signal: Int32) throws {
    let program = try probe()
    program.waitForFrame()
    program.signal(signal)
    #expect(program.waitForEnd() == .signal(signal))
    #expect(program.traces == [])
  }

  @Test(
    "^C and ^\\ end it as signals do",
    arguments: [("\u{3}", SIGINT), ("\u{1C}", SIGQUIT)] as [(Sent, Int32)])
  func endsByKey(key: Sent, signal: Int32) throws {
    let program = try probe()
    program.waitForFrame()
    program.send(key.bytes)
    #expect(program.waitForEnd() == .signal(signal))
    #expect(program.traces == [])
  }

  @Test(
    "A crash keeps its status, and what it said can be read afterwards",
    arguments: [
      ("trap", SIGILL, "Index out of range"), ("thread-trap", SIGILL, "Index out of range"),
      ("abort", SIGABRT, ""), ("fault", SIGSEGV, ""),
      ("overflow", SIGSEGV, ""),
    ])
  func endsByCrash(action: String, signal: Int32, message: String) throws {
    let program = try probe(action)
    program.waitForFrame()
    program.type("!")
    let ending = program.waitForEnd()
    // A trap is SIGILL or SIGTRAP, by the processor.
    #expect(ending == .signal(signal) || (action.hasSuffix("trap") && ending == .signal(SIGTRAP)))
    #expect(program.traces == [])
    #expect(message.isEmpty || program.text.contains(message), "\(program.text)")
  }

  @Test(
    "A crash signal sent from outside ends it as well",
    arguments: [SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGSYS])
  func endsBySentCrash(signal: Int32) throws {
    let program = try probe()
    program.waitForFrame()
    program.signal(signal)
    #expect(program.waitForEnd() == .signal(signal))
    #expect(program.traces == [])
  }

  @Test("A crash before the first frame leaves nothing behind")
  func endsEarly() throws {
    let program = try probe("early")
    guard case .signal = program.waitForEnd() else {
      Issue.record("no signal")
      return
    }
    #expect(program.traces == [])
    #expect(program.text.contains("Index out of range"), "\(program.text)")
  }

  @Test("A call of exit gives the terminal back, and keeps its status")
  func endsByExit() throws {
    let program = try probe("exit")
    program.waitForFrame()
    program.type("!")
    #expect(program.waitForEnd() == .exit(3))
    #expect(program.traces == [])
  }

  @Test("^\\ ends a program that does not answer any more")
  func endsHanging() throws {
    let program = try probe("hang")
    program.waitForFrame()
    program.type("!")
    program.type("\u{1C}")
    #expect(program.waitForEnd() == .signal(SIGQUIT))
    #expect(program.traces == [])
  }

  @Test("A closed window ends it")
  func endsByHangUp() throws {
    let program = try probe()
    program.waitForFrame()
    program.hangUp()
    #expect(program.waitForEnd() == .signal(SIGHUP))
  }

  @Test("A closed window ends it even where SIGHUP is ignored")
  func endsByHangUpWithoutSignal() throws {
    let program = try shell("trap '' HUP; exec \(builtProgram("terminal-probe"))")
    program.waitForFrame()
    program.hangUp()
    #expect(program.waitForEnd() == .signal(SIGHUP))
  }

  @Test("What is written to standard error waits until the screen is gone")
  func keepsErrors() throws {
    let program = try probe("complain")
    program.waitForFrame()
    let text = program.text
    program.type("!x")
    program.wait(for: "keys x")
    program.type("\u{7F}")
    program.wait(for: "<BS>")
    #expect(program.text.contains("complaint") == false)
    #expect(program.lines[4] == text.split(separator: "\n", omittingEmptySubsequences: false)[4])
    program.type("q")
    #expect(program.waitForEnd() == .exit(0))
    #expect(program.text.contains("a complaint"))
  }

  @Test("Standard error that is a file is left alone")
  func leavesFileOfErrors() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let program = try shell("exec \(builtProgram("terminal-probe")) complain 2>\(file.path)")
    program.waitForFrame()
    program.type("!x")
    program.wait(for: "keys x")
    #expect(try String(contentsOf: file, encoding: .utf8) == "a complaint\n")
  }
}

/// A command run by a shell that is the leader of its terminal.
private func shell(_ command: String) throws -> TerminalProgram {
  try TerminalProgram("/bin/sh", ["-c", command])
}
