import Foundation
import Screen
import TerminalHarness
import Testing

@Suite("A screen in a real terminal")
struct TextTerminalTests {
  @Test("The first frame stands as it was drawn, and the cursor where it shall be")
  func showsFrame() throws {
    let program = try probe()
    #expect(program.wait { $0.cursor == (column: 4, row: 2) && $0.showsFrame })
    #expect(program.lines[0] == "size 80x24 utf8")
    #expect(program.lines[1] == "漢字|e\u{323}\u{301}|“a–b”…|\u{1F600}|ﷺ|")
    #expect(program.cell(column: 0, row: 1)?.width == 2)
    #expect(program.cell(column: 4, row: 1)?.text == "|")
    #expect(program.lines[4] == "text                text")
    #expect(program.isAlternate && program.isCursorVisible && program.marksPaste)
  }

  @Test("Keys come in, one by one, with text of any script")
  func readsKeys() throws {
    let program = try probe(columns: 200)
    program.waitForFrame()
    program.type("jé漢\r\u{7F}\t\u{4}\u{1B}[5~\u{1B}OP\u{1B}[999~\u{1B}[200~a\rb\u{1B}[201~\u{1B}")
    let expected = "keys j é 漢 <Enter> <BS> <Tab> <C-d> <PgUp> <F1> <Paste:a\\nb> <Esc>"
    #expect(program.wait(for: expected), "\(program.lines[2])")
    #expect(program.wait { $0.cursor == (column: expected.count + 1, row: 2) })
  }

  @Test("^S, ^Q, ^O, ^V and ^R are keys, and do not hold the terminal")
  func readsLineEditingKeys() throws {
    let program = try probe()
    program.waitForFrame()
    program.type("\u{13}\u{11}\u{F}\u{16}\u{12}")
    #expect(program.wait(for: "keys <C-s> <C-q> <C-o> <C-v> <C-r>"), "\(program.lines[2])")
  }

  @Test("An escape that comes long before a bracket is the escape key")
  func honoursEscapeDelay() throws {
    let program = try probe(environment: ["ESCDELAY": "1"])
    program.waitForFrame()
    program.type("\u{1B}")
    #expect(program.wait(for: "keys <Esc>"))
    program.type("[A")
    #expect(program.wait(for: "keys <Esc> [ A"))
  }

  @Test("Keys come from the terminal while standard input is something else")
  func readsKeysBesideData() throws {
    let program = try probe(input: "/dev/null")
    program.waitForFrame()
    program.type("x")
    #expect(program.wait(for: "keys x"))
    program.type("q")
    #expect(program.waitForEnd() == .exit(0))
    #expect(program.traces == [])
  }

  @Test("The screen has the window's size, whatever LINES and COLUMNS say")
  func followsSize() throws {
    let program = try probe(environment: ["COLUMNS": "10", "LINES": "3"], columns: 100, rows: 30)
    #expect(program.wait(for: "size 100x30"))
    for (columns, rows) in [(120, 40), (20, 5), (80, 24), (1, 1), (39, 7), (300, 90)] {
      program.resize(columns: columns, rows: rows)
      let news = "resize \(columns)x\(rows)"
      if columns > 20 { #expect(program.wait(for: "size \(columns)x\(rows)"), "\(news)") }
      #expect(program.wait { $0.cursor == (column: min(4, columns - 1), row: min(2, rows - 1)) })
    }
    #expect(program.wait(for: "resize 300x90"))
    #expect(program.lines[16] == "comment             comment")
  }

  @Test("Many sizes in a hurry, with keys between, end in the last size and all keys")
  func followsManySizes() throws {
    let program = try probe(columns: 160, rows: 30)
    program.waitForFrame()
    for step in 0..<50 {
      program.resize(columns: 100 + step, rows: 20 + step % 7)
      program.type("k")
    }
    let keys = "keys" + String(repeating: " k", count: 50)
    let isDone = program.wait { $0.lines[0] == "size 149x20 utf8" && $0.lines[2] == keys }
    #expect(isDone, "\(program.text)")
  }

  @Test("Frames that do not differ send nothing, and one changed row sends that row")
  func sendsDifferences() throws {
    let program = try probe()
    program.waitForFrame()
    program.type("k")
    program.wait { $0.cursor.column == 6 }
    let before = program.output.count
    program.type("k")
    program.wait { $0.cursor.column == 8 }
    #expect(program.output.count - before < 40)
  }

  @Test("After any frames the terminal shows the last one", arguments: 1...8)
  func showsAnyFrames(seed: Int) throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let program = try probe("frames", "\(seed)", file.path, columns: 47, rows: 19)
    program.waitForFrame()
    program.type("!")
    let isDone = program.wait { program in
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { return false }
      let rows = text.split(separator: "\n").map { $0.trimmingSuffix(" ") }
      return rows.map(String.init(_:)) == program.lines
    }
    #expect(isDone, "seed \(seed)\n\(program.text)")
  }

  @Test(
    "Text whose width terminals disagree about moves nothing that stands behind it",
    arguments: ["xterm-256color", "linux", "vt100"])
  func repairsDrift(type: String) throws {
    let program = try probe("drift", environment: ["TERM": type], columns: 40, rows: 15)
    program.wait(for: "news")
    program.type("!")
    let isDone = program.wait { $0.lines[0].hasPrefix("plain") && $0.cursor == (0, 0) }
    #expect(isDone, "\(program.text)")
    for row in 0..<13 {
      let cells = (19..<26).compactMap { program.cell(column: $0, row: row)?.text }
      #expect(cells == [".", "│", " ", "e", "n", "d", "."], "row \(row)\n\(program.text)")
    }
    #expect(program.lines[13] == "" && program.lines[14] == "", "\(program.text)")
  }

  @Test("A window that knows no size has 80 columns and 24 rows")
  func assumesSize() throws {
    let program = try TerminalProgram(
      "/bin/sh", ["-c", "stty columns 0 rows 0; exec \(builtProgram("terminal-probe"))"])
    #expect(program.wait(for: "size 80x24"))
  }

  @Test("Without any terminal it says so")
  func needsTerminal() throws {
    let command = "setsid -w \(builtProgram("terminal-probe")) </dev/null 2>&1 | cat"
    let program = try TerminalProgram("/bin/sh", ["-c", command])
    #expect(program.waitForEnd() == .exit(0))
    #expect(program.lines[0] == "there is no terminal to show a screen on")
    #expect(program.lines[1] == "  run it in a terminal window, or ask for plain output")
    #expect(program.traces == [])
  }

  @Test("A redraw brings back what another program has written over")
  func redraws() throws {
    let program = try probe("redraw")
    program.waitForFrame()
    let text = program.text
    program.type("!")
    #expect(program.wait { $0.hasWritten("junk") && $0.text == text })
  }

  @Test("Another thread wakes the loop, and many calls are not lost")
  func wakes() throws {
    let program = try probe("wake")
    program.waitForFrame()
    program.type("!")
    #expect(program.wait(for: "news wake"))
  }

  @Test("A program that waits neither writes nor wakes up")
  func isQuiet() throws {
    let program = try probe()
    program.waitForFrame()
    // Twice the same count, some time apart: a program with a clock would never reach that.
    var (switches, bytes) = (-1, -1)
    let isQuiet = program.wait { program in
      let now = (Self.switches(of: program.pid), program.output.count)
      if now == (switches, bytes) { return true }
      (switches, bytes) = now
      program.wait(seconds: 0.3) { _ in false }
      return false
    }
    #expect(isQuiet)
  }

  private static func switches(of pid: Int32) -> Int {
    let status = (try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") }
    return line.flatMap { Int($0.split(separator: "\t").last ?? "") } ?? 0
  }
}

extension String.SubSequence {
  fileprivate func trimmingSuffix(_ character: Character) -> Self {
    var text = self
    while text.last == character { text.removeLast() }
    return text
  }
}
