import Screen
import TerminalHarness
import Testing

@testable import truce

@Suite("Text from right to left, and the terminal")
struct TextOrderTests {
  @Test(
    "By itself, text is ordered here unless the terminal orders it whatever it is told",
    arguments: [
      ([:], TextOrder.app), (["TERM": "xterm-256color"], .app),
      (["TERM": "mlterm-256color"], .terminal),
      (["KONSOLE_VERSION": "220401"], .terminal), (["TERM_PROGRAM": "Apple_Terminal"], .terminal),
      (["TERM_PROGRAM": "iTerm.app"], .app),
    ] as [([String: String], TextOrder)])
  func choosesBySelf(variables: [String: String], order: TextOrder) {
    #expect(BidiChoice.auto.order { variables[$0] } == order)
    #expect(BidiChoice.app.order { variables[$0] } == .app)
    #expect(BidiChoice.off.order { variables[$0] } == .off)
  }

  @Test(
    "The terminal is told who orders, gets the text in that order, and is told back",
    arguments: [
      ("auto", "לארשי", "\u{1B}[8l"), ("app", "לארשי", "\u{1B}[8l"),
      ("terminal", "ישראל", "\u{1B}[8h"), ("off", "ישראל", "\u{1B}[8l"),
    ])
  func tells(choice: String, word: String, mode: String) throws {
    let browser = try TerminalProgram(
      builtProgram("truce"), [ProgramRun.miami, "--bidi", choice, "--goto", "israel"])
    #expect(browser.wait { $0.lines[23].contains("? help") && $0.text.contains(word) })
    #expect(browser.lastWritten(["\u{1B}[8l", "\u{1B}[8h"]) == mode)
    browser.type("Q")
    #expect(browser.waitForEnd() == .exit(0))
    #expect(browser.traces == [])
  }

  @Test("A key goes from one to the next, and the screen follows")
  func switches() throws {
    let browser = try TerminalProgram(
      builtProgram("truce"), [ProgramRun.miami, "--goto", "israel"])
    browser.wait(for: "לארשי")
    for (word, mode) in [
      ("ישראל", "\u{1B}[8h"), ("ישראל", "\u{1B}[8l"), ("לארשי", "\u{1B}[8l"),
    ] {
      let start = browser.output.count
      browser.type("B")
      #expect(
        browser.wait {
          $0.text.contains(word) && $0.lines[23].contains("right to left")
            && String(decoding: $0.output[start...], as: UTF8.self).contains(mode)
        }, "\(browser.text)")
    }
  }

  @Test("Where the terminal orders, rules beside such text are letters, and marks arrive in cells")
  func keepsPanesApart() throws {
    let browser = try TerminalProgram(
      builtProgram("truce"), [ProgramRun.miami, "--bidi", "terminal", "--goto", "israel"],
      columns: 120, rows: 40)
    #expect(browser.wait { $0.lines[39].contains("? help") && $0.text.contains("ישראל") })
    let row = try #require(browser.lines.firstIndex { $0.contains("ישראל") })
    #expect(browser.cell(column: 0, row: row)?.text.unicodeScalars.last == "\u{200E}")
    #expect(browser.lines[row].contains("\u{1C0}") && !browser.lines[row].contains("│"))
    #expect(browser.lines.joined().contains("│"))
    #expect(browser.lines[row].contains("ישראל\u{200E}"))
  }
}
