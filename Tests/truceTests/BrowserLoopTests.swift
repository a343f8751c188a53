import Foundation
import TerminalHarness
import Testing

@Suite("The browser in a real terminal")
struct BrowserLoopTests {
  @Test("opens on the store inside the program, with the cursor on the selected row")
  func opens() throws {
    let browser = try TerminalProgram(builtProgram("truce"))
    #expect(browser.wait { $0.lines[23].contains("? help") }, "\(browser.text)")
    #expect(browser.lines[0].hasPrefix(" Timeline"))
    #expect(browser.isAlternate && browser.isCursorVisible)
    #expect(browser.lines[browser.cursor.row].contains("▸"))
    #expect(browser.lines[23].contains("? help"))
  }

  @Test("leaves by q, and the terminal is as it was")
  func quits() throws {
    let browser = try browse()
    browser.type("q")
    #expect(browser.waitForEnd() == .exit(0))
    #expect(browser.traces == [])
  }

  @Test("finds while one types, keeps with Enter, and goes back with Esc")
  func searches() throws {
    let browser = try browse()
    browser.type("2/lawlessness")
    #expect(browser.wait(for: "1 of 1"), "\(browser.text)")
    #expect(browser.text.contains("lawlessness"))
    browser.type("\r")
    #expect(browser.wait { $0.lines[0].contains("/lawlessness") }, "\(browser.text)")
    browser.type("\u{1B}")
    #expect(browser.wait { !$0.lines[0].contains("lawlessness") }, "\(browser.text)")
  }

  @Test("follows a link and comes back to where one was")
  func followsLink() throws {
    let browser = try browse("--goto", "miami-talks")
    let before = browser.lines.dropLast()
    browser.type("x1\r")
    #expect(browser.wait { $0.lines[0].hasPrefix(" Places") }, "\(browser.text)")
    browser.type("<")
    // The bottom line now has the way forward.
    #expect(browser.wait { $0.lines.dropLast() == before }, "\(browser.text)")
  }

  @Test("keeps the selected record in sight at any size")
  func resizes() throws {
    let browser = try browse("--goto", "miami-talks", "--query", "talks")
    browser.type("\u{1B}")
    for (columns, rows) in [(120, 40), (40, 10), (200, 60), (20, 5), (39, 7), (300, 90), (80, 24)] {
      browser.resize(columns: columns, rows: rows)
      #expect(
        browser.wait {
          $0.lines.count == rows && $0.text.contains("Witkoff") && $0.lines[0].contains("Timeline")
        }, "\(columns)x\(rows)\n\(browser.text)")
    }
    browser.resize(columns: 1, rows: 1)
    browser.resize(columns: 80, rows: 24)
    #expect(browser.wait(for: "Witkoff meets officials"), "\(browser.text)")
    browser.type("q")
  }

  @Test("takes every letter that is typed while the window changes its size a hundred times")
  func typesWhileResizing() throws {
    let browser = try browse()
    let sizes = [(1, 1), (500, 150), (40, 10), (19, 4), (200, 60), (3, 80), (120, 2), (80, 24)]
    let words = "the words that are typed meanwhile, one letter for each of the sizes, twice "
    browser.type("/")
    for (number, letter) in (words + words).prefix(104).enumerated() {
      let (columns, rows) = sizes[number % sizes.count]
      browser.resize(columns: columns, rows: rows)
      browser.type(String(letter))
    }
    browser.resize(columns: 140, rows: 30)
    let line = "/" + (words + words).prefix(104)
    #expect(
      browser.wait { $0.lines[29].hasPrefix(line) && $0.cursor == (line.count, 29) },
      "\(browser.text)")
    browser.type("\u{1B}")
    #expect(browser.wait { $0.lines[29].contains("? help") && $0.text.contains("▸") })
    #expect(browser.lines[browser.cursor.row].contains("▸"))
  }

  @Test("answers a flood of keys, and ends where the keys end")
  func floods() throws {
    let browser = try browse()
    browser.type(String(repeating: "jk", count: 500) + "G")
    #expect(browser.wait { $0.lines[0].contains(" 7/7") }, "\(browser.text)")
    browser.type("\u{1B}[200~pasted text with q\u{1B}[201~gg")
    #expect(browser.wait { $0.lines[0].contains(" 1/7") }, "\(browser.text)")
  }

  @Test("^C is told the first time, and leaves the second")
  func interrupts() throws {
    let browser = try browse()
    browser.type("\u{3}")
    #expect(browser.wait(for: "^C again"), "\(browser.text)")
    browser.type("\u{3}")
    #expect(browser.waitForEnd() == .exit(0))
    #expect(browser.traces == [])
  }

  @Test("ends by a signal with that signal's status", arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func endsBySignal(signal: Int32) throws {
    let browser = try browse()
    browser.signal(signal)
    #expect(browser.waitForEnd() == .signal(signal))
    #expect(browser.traces == [])
  }

  @Test("ends with its window")
  func endsWithWindow() throws {
    let browser = try browse()
    browser.hangUp()
    #expect(browser.waitForEnd() == .signal(SIGHUP))
  }

  @Test("stops by ^Z and goes on by fg, also at another size")
  func suspends() throws {
    let shell = try TerminalProgram(
      "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"], environment: ["PS1": "ready> "])
    shell.wait(for: "ready>")
    shell.type("\(builtProgram("truce")) '\(ProgramRun.miami)'\r")
    shell.wait { $0.lines[0].hasPrefix(" Timeline") }
    shell.type("3")
    shell.wait { $0.lines[0].hasPrefix(" Actors") }
    shell.type("\u{1A}")
    #expect(shell.wait(for: "Stopped"))
    #expect(!shell.isAlternate)
    shell.resize(columns: 90, rows: 30)
    shell.type("fg\r")
    #expect(shell.wait { $0.lines[0].hasPrefix(" Actors") && $0.lines[29].contains("? help") })
    shell.type("q")
    // Not before the shell asks: what is typed while the program ends is the program's.
    #expect(shell.wait { !$0.isAlternate && $0.lines.last { !$0.isEmpty } == "ready>" })
    shell.type("exit\r")
    #expect(shell.waitForEnd() == .exit(0))
    #expect(shell.traces == [])
  }

  @Test("leaves the mouse to the terminal until it is asked for, and after that")
  func usesMouse() throws {
    let browser = try browse()
    browser.type("\u{1B}[<0;5;8M")
    #expect(!browser.reportsMouse)
    browser.type("M")
    #expect(browser.wait { $0.reportsMouse && $0.text.contains("The mouse selects") })
    browser.type("\u{1B}[<0;5;8M")
    #expect(browser.wait { $0.cursor.row == 7 }, "\(browser.text)")
    browser.type("M")
    #expect(browser.wait { !$0.reportsMouse })
    browser.type("Mq")
    #expect(browser.waitForEnd() == .exit(0))
    #expect(browser.traces == [])
  }

  @Test("takes data through a pipe and keys from the terminal")
  func readsInput() throws {
    let part = ProgramRun.fixtures.appending(path: "rare/part-1.json").path
    let rest = ProgramRun.fixtures.appending(path: "rare/part-2.json").path
    let browser = try browse(in: ["-", rest], input: part)
    browser.type("G")
    #expect(browser.wait(for: "▸"))
    browser.type("q")
    #expect(browser.waitForEnd() == .exit(0))
  }

  @Test("begins with what it is told to begin with")
  func begins() throws {
    let browser = try browse("--query", "possible")
    #expect(browser.wait { $0.lines[0].contains("possible") }, "\(browser.text)")
    let missing = try TerminalProgram(builtProgram("truce"), ["--goto", "nowhere"])
    #expect(missing.waitForEnd() == .exit(1))
    #expect(missing.text.contains("the store has no record of the id \"nowhere\""))
    #expect(!missing.hasWritten("\u{1B}[?1049h"))
  }

  @Test("opens an address without a shell")
  func opensAddress() throws {
    let folder = try ScratchFolder()
    let opener = try folder.write(
      "#!/bin/sh\nprintf '%s|' \"$@\" > '\(folder.url.path)/part'\n"
        + "mv '\(folder.url.path)/part' '\(folder.url.path)/opened'\n", to: "xdg-open")
    chmod(opener, 0o755)
    let browser = try browse(
      "--goto", "trt-1218", environment: ["PATH": "\(folder.url.path):/usr/bin:/bin"])
    browser.type("o")
    #expect(browser.wait(for: "Enter opens https://www.trtworld.com/"), "\(browser.text)")
    browser.type("\r")
    #expect(browser.wait(for: "Opening https://"), "\(browser.text)")
    let opened = folder.url.appending(path: "opened").path
    #expect(browser.wait { _ in FileManager.default.fileExists(atPath: opened) })
    let arguments = try String(contentsOfFile: opened, encoding: .utf8)
    #expect(arguments == "https://www.trtworld.com/article/a7fcdc914b34|")
  }

  @Test("says so when nothing can open an address")
  func cannotOpenAddress() throws {
    let folder = try ScratchFolder()
    let browser = try browse("--goto", "trt-1218", environment: ["PATH": folder.url.path])
    browser.type("oo")
    #expect(browser.wait(for: "xdg-open: no such file"), "\(browser.text)")
    let opener = try folder.write("#!/bin/sh\nexit 3\n", to: "xdg-open")
    chmod(opener, 0o755)
    browser.type("oo")
    #expect(browser.wait(for: "xdg-open: it ended with status 3"), "\(browser.text)")
  }

  private func browse(
    _ options: String..., in stores: [String] = [ProgramRun.miami],
    environment: [String: String] = [:], input: String? = nil
  ) throws -> TerminalProgram {
    let browser = try TerminalProgram(
      builtProgram("truce"), stores + options, environment: environment, input: input)
    #expect(browser.wait { $0.lines[23].contains("help") }, "\(browser.text)")
    return browser
  }
}
