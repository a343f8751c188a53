import Foundation
import TerminalHarness
import Testing

@Suite("The terminals and settings there are")
struct EnvironmentTests {
  @Test(
    "Any terminal that can place its cursor shows the browser",
    arguments: ["xterm-256color", "xterm", "vt100", "linux", "screen", "tmux-256color", "ansi"])
  func shows(type: String) throws {
    let browser = try TerminalProgram(
      builtProgram("truce"), [ProgramRun.miami], environment: ["TERM": type])
    // Not every description is on every machine; then it is told.
    browser.wait { $0.text.contains("Witkoff") || $0.text.contains("TERM") }
    if browser.text.contains("does not know the terminal type") {
      #expect(browser.waitForEnd() == .exit(2))
      return
    }
    #expect(browser.text.contains("Timeline"), "\(browser.text)")
    browser.type("q")
    #expect(browser.waitForEnd() == .exit(0))
    #expect(browser.settings == browser.initialSettings)
  }

  @Test(
    "Any other is told what to do",
    arguments: [
      ("", "TERM is not set"), ("dumb", "cannot place its cursor"),
      ("no-such-terminal", "does not know the terminal type \"no-such-terminal\""),
    ])
  func refuses(type: String, reason: String) throws {
    let browser = try TerminalProgram(
      builtProgram("truce"), [ProgramRun.miami], environment: ["TERM": type])
    #expect(browser.waitForEnd() == .exit(2))
    #expect(browser.text.contains(reason), "\(browser.text)")
    #expect(browser.text.contains("--plain"), "\(browser.text)")
    #expect(browser.settings == browser.initialSettings)
  }

  @Test("Without a terminal for keys it says so")
  func refusesWithoutKeys() throws {
    let browser = try TerminalProgram(
      "/bin/sh", ["-c", "setsid -w \(builtProgram("truce")) < /dev/null; echo status $?"])
    #expect(browser.waitForEnd() == .exit(0))
    #expect(browser.text.contains("there is no terminal"), "\(browser.text)")
    #expect(browser.text.contains("status 2"), "\(browser.text)")
  }

  @Test("NO_COLOR means no colour; meaning stays, in letters and position")
  func noColor() throws {
    for (value, isColored) in [("1", false), ("", true)] {
      let browser = try TerminalProgram(
        builtProgram("truce"), [ProgramRun.miami], environment: ["NO_COLOR": value])
      #expect(browser.wait { $0.lines[23].contains("? help") })
      let colors = (0..<24).flatMap { row in
        (0..<80).compactMap { browser.cell(column: $0, row: row)?.color }
      }
      #expect(colors.isEmpty == !isColored)
    }
  }

  @Test(
    "Whatever COLORTERM promises, the background stays the terminal's own, light or dark",
    arguments: [
      "xterm-256color", "xterm-direct", "xterm", "screen", "linux", "xterm-kitty", "foot",
    ])
  func leavesBackground(type: String) throws {
    for colors in ["", "truecolor"] {
      let browser = try TerminalProgram(
        builtProgram("truce"), [ProgramRun.miami],
        environment: ["TERM": type, "COLORTERM": colors])
      #expect(browser.wait { $0.lines[23].contains("? help") }, "\(browser.text)")
      let cells = (0..<24).flatMap { row in
        (0..<80).compactMap { browser.cell(column: $0, row: row) }
      }
      #expect(cells.allSatisfy { $0.background == nil })
      #expect(cells.contains { $0.color != nil })
    }
  }

  @Test("A locale that is not UTF-8 gets ASCII, on the screen and on a terminal's plain output")
  func otherCharset() throws {
    for options in [[], ["--plain"]] {
      let browser = try TerminalProgram(
        builtProgram("truce"), [ProgramRun.miami] + options,
        environment: ["LC_ALL": "en_US.ISO-8859-1"])
      #expect(browser.wait(for: "Witkoff meets"), "\(browser.text)")
      #expect(browser.output.allSatisfy { $0 < 0x80 })
    }
  }

  @Test("--ascii draws every sign as a letter or sign of ASCII, whatever the locale")
  func asciiSigns() throws {
    let browser = try TerminalProgram(
      builtProgram("truce"), [ProgramRun.miami, "--ascii"], columns: 120, rows: 40)
    #expect(browser.wait(for: "Witkoff meets"), "\(browser.text)")
    for key in ["2", "3", "4", "5", "6", "?", "G"] { browser.type(key) }
    #expect(browser.wait(for: "go back to 4 origins"), "\(browser.text)")
    let signs = browser.text.unicodeScalars.filter {
      !$0.isASCII && !$0.properties.isAlphabetic && !("\u{2000}"..."\u{206F}" ~= $0)
    }
    #expect(signs.isEmpty, "\(signs)")
  }

  @Test("A locale of none means UTF-8", arguments: ["C", "POSIX", ""])
  func noLocale(name: String) throws {
    let browser = try TerminalProgram(
      builtProgram("truce"), [ProgramRun.miami], environment: ["LC_ALL": name, "LANG": ""])
    #expect(browser.wait(for: "▸"), "\(browser.text)")
  }

  @Test("LINES and COLUMNS do not freeze the size")
  func followsWindow() throws {
    let browser = try TerminalProgram(
      builtProgram("truce"), [ProgramRun.miami], environment: ["COLUMNS": "30", "LINES": "9"])
    #expect(browser.wait { $0.lines[23].contains("? help") }, "\(browser.text)")
  }

  @Test("A store with errors never opens the screen")
  func staysClosed() throws {
    let store = ProgramRun.fixtures.appending(path: "malformed/dangling.json").path
    let browser = try TerminalProgram(builtProgram("truce"), [store], columns: 200)
    #expect(browser.waitForEnd() == .exit(1))
    #expect(browser.text.contains("there is no record \"gazete\""))
    #expect(!browser.hasWritten("\u{1B}"))
  }

  @Test("Hostile text is shown in every view without driving the terminal")
  func hostileText() throws {
    let folder = try ScratchFolder()
    let store = try folder.write(HostileText.store, to: "hostile.json")
    let browser = try TerminalProgram(builtProgram("truce"), [store], columns: 100, rows: 40)
    #expect(browser.wait { $0.text.contains("word") && $0.lines[39].contains("? help") })
    let start = browser.output.count
    let views = ["Timeline", "Quotes", "Actors", "Agreements", "Sources", "Places"]
    for (index, view) in views.enumerated().reversed() {
      browser.type("\(index + 1)")
      #expect(browser.wait { $0.lines[0].contains(view) && $0.text.contains("word") }, "\(view)")
      browser.type("\t")
      browser.type("G")
      browser.type("\u{1B}")
    }
    for (keys, title) in [("f", "Facets"), ("i", "About this store"), (":", "Commands")] {
      browser.type(keys)
      #expect(browser.wait(for: title), "\(browser.text)")
      browser.type("\u{1B}")
      #expect(browser.wait { !$0.text.contains(title) })
    }
    browser.type("gq/word\r")
    #expect(browser.wait { $0.lines[0].contains("/word") && !$0.lines[39].hasPrefix("/") })
    browser.type("K")
    #expect(browser.wait(for: "of 1 in context"), "\(browser.text)")
    browser.type("/word\u{1B}[200~\u{1B}]0;t\u{7}\u{202E}\u{1B}[201~")
    browser.wait { $0.lines[39].hasPrefix("/word") }
    let sent = String(decoding: browser.output[start...], as: UTF8.self)
    for sequence in ["\u{1B}]", "\u{1B}c", "\u{1B}[6n", "\u{9B}", "\u{9D}", "\u{7}", "\u{0}"] {
      #expect(!sent.contains(sequence), "\(sequence.unicodeScalars.map(\.value))")
    }
    for scalar in sent.unicodeScalars {
      #expect(!(0x202A...0x202E ~= scalar.value) && !(0x2066...0x2069 ~= scalar.value))
    }
    browser.type("\u{1B}\u{1B}q")
  }
}
