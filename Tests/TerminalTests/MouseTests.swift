import Foundation
import TerminalHarness
import Testing

@Suite("The mouse in a real terminal")
struct MouseTests {
  @Test("Nobody asks for it unless told to")
  func isLeftAlone() throws {
    let program = try TerminalProgram(builtProgram("terminal-probe"))
    program.waitForFrame()
    #expect(!program.hasWritten("\u{1B}[?1000h"))
  }

  @Test("A press and the wheel come in with their cell")
  func reports() throws {
    let program = try probe(columns: 300)
    #expect(program.reportsMouse)
    program.type("\u{1B}[<0;250;3M\u{1B}[<0;250;3m\u{1B}[<65;1;1Mx")
    #expect(program.wait(for: "keys <Click-249,2> <WheelDown-0,0> x"), "\(program.lines[2])")
  }

  @Test("It is given back however the program ends", arguments: ["q", "\u{3}", "\u{1C}"])
  func isGivenBack(key: String) throws {
    let program = try probe()
    program.type(key)
    program.waitForEnd()
    #expect(program.traces == [])
    #expect(!program.reportsMouse)
  }

  @Test(
    "It is given back after a crash, too",
    arguments: ["trap", "thread-trap", "abort", "fault", "overflow", "exit"])
  func isGivenBackByCrash(action: String) throws {
    let program = try probe(action)
    program.type("!")
    program.waitForEnd()
    #expect(program.traces == [])
    #expect(!program.reportsMouse)
  }

  @Test("Another program that is lent the terminal has the mouse as it likes it")
  func isLent() throws {
    let program = try probe("lend")
    let start = program.output.count
    program.type("!")
    program.wait { $0.hasWritten("lent") && $0.reportsMouse }
    let sent = String(decoding: program.output[start...], as: UTF8.self)
    let off = try #require(sent.range(of: "\u{1B}[?1000l"))
    let lent = try #require(sent.range(of: "lent"))
    let on = try #require(sent.range(of: "\u{1B}[?1000h"))
    #expect(off.upperBound <= lent.lowerBound && lent.upperBound <= on.lowerBound)
  }

  private func probe(_ action: String = "", columns: Int = 80) throws -> TerminalProgram {
    let program = try TerminalProgram(
      builtProgram("terminal-probe"), [action, "mouse"], columns: columns)
    #expect(program.wait { $0.showsFrame && $0.reportsMouse })
    return program
  }
}
