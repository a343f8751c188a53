import Foundation
import TerminalHarness
import Testing

@Suite("Stopped and continued")
struct StopTests {
  @Test(
    "^Z, the signal and the command give the shell its terminal, and fg brings the screen back",
    arguments: ["^Z", "signal", "command"])
  func stops(by way: String) throws {
    let program = try interactiveShell()
    program.type("echo \"shell settings: $(stty -g)\"\r")
    program.wait(for: "shell settings: ")
    program.type("\(builtProgram("terminal-probe")) suspend\r")
    program.waitForFrame()
    program.type("a")
    program.wait(for: "keys a")
    switch way {
    case "signal": kill(try #require(children(of: program.pid).first), SIGTSTP)
    case "command": program.type("!")
    default: program.type("\u{1A}")
    }
    #expect(program.wait(for: "Stopped"))
    #expect(!program.isAlternate && program.isCursorVisible)
    program.type("echo half; echo way\r")
    #expect(program.wait(for: "half\nway"))
    program.resize(columns: 90, rows: 25)
    program.type("fg\r")
    #expect(program.wait(for: "news resumed 90x25"), "\(program.text)")
    #expect(program.lines[0] == "size 90x25 utf8" && program.isAlternate)
    program.type("b")
    #expect(program.wait(for: "keys a b"))
    program.type("q")
    #expect(program.wait(for: "left"))
    program.type("exit\r")
    #expect(program.waitForEnd() == .exit(0))
    #expect(program.traces == [])
  }

  @Test("Stopped by SIGSTOP and sent to the background it waits for the foreground")
  func waitsInBackground() throws {
    let program = try interactiveShell()
    program.type("\(builtProgram("terminal-probe"))\r")
    program.waitForFrame()
    let child = try #require(children(of: program.pid).first)
    kill(child, SIGSTOP)
    #expect(program.wait(for: "Stopped"))
    program.type("bg\r")
    program.type("echo one; echo two\r")
    #expect(program.wait { $0.hasWritten("one\r\ntwo\r\n") })
    program.type("fg\r")
    #expect(program.wait(for: "resumed 80x24"))
    #expect(program.wait { $0.lines[16] == "comment             comment" })
    program.type("q")
    #expect(program.wait(for: "left"))
  }

  @Test("Ended in the background it does not touch the shell's terminal")
  func endsInBackground() throws {
    let program = try interactiveShell()
    program.type("\(builtProgram("terminal-probe"))\r")
    program.waitForFrame()
    let child = try #require(children(of: program.pid).first)
    kill(child, SIGSTOP)
    #expect(program.wait(for: "Stopped"))
    kill(child, SIGTERM)
    kill(child, SIGCONT)
    #expect(program.wait { _ in kill(child, 0) != 0 || state(of: child) == "Z" })
    program.type("echo on; echo line\r")
    #expect(program.wait { $0.hasWritten("on\r\nline\r\n") })
    #expect(!program.hasWritten("\u{1B}[?1049l"))
  }

  @Test("Started in the background it waits, and leaves the settings of the shell")
  func startsInBackground() throws {
    let program = try interactiveShell()
    program.type("\(builtProgram("terminal-probe")) &\r")
    #expect(program.wait { state(of: children(of: $0.pid).first ?? 0) == "T" })
    program.type("fg\r")
    #expect(program.wait(for: "size 80x24"))
    program.type("x")
    #expect(program.wait(for: "keys x"))
    program.type("q")
    #expect(program.wait(for: "left"))
    program.type("exit\r")
    #expect(program.waitForEnd() == .exit(0))
    #expect(program.traces == [])
  }

  @Test("Another program can have the terminal for a while")
  func lends() throws {
    let program = try probe("lend")
    program.waitForFrame()
    program.type("!")
    #expect(program.wait { $0.hasWritten("lent\r\n") })
    program.type("x")
    #expect(program.wait(for: "keys x"))
    #expect(program.isAlternate && program.lines[0] == "size 80x24 utf8")
  }

  @Test("Where nobody could continue it, a stop is a redraw")
  func goesOnWithoutShell() throws {
    let program = try probe("suspend")
    program.waitForFrame()
    program.type("!x")
    #expect(program.wait(for: "keys x"))
    program.type("\u{1A}")
    #expect(program.wait(for: "resumed 80x24"))
    #expect(program.isAlternate)
  }
}

/// A shell with job control, after its first prompt.
private func interactiveShell() throws -> TerminalProgram {
  let program = try TerminalProgram(
    "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"], environment: ["PS1": "ready> "])
  program.wait(for: "ready>")
  return program
}

/// The processes a process has started.
private func children(of pid: Int32) -> [Int32] {
  let path = "/proc/\(pid)/task/\(pid)/children"
  let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  return text.split(separator: " ").compactMap { Int32($0) }
}

/// The letter of a process' state; nil when it is gone.
private func state(of pid: Int32) -> Character? {
  let text = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
  return text?.split(separator: ")").last?.first { $0 != " " }
}
