import Foundation
import Screen
import TerminalHarness
import Testing

@testable import Terminal

@Suite("Types of terminals")
struct TerminalTypeTests {
  @Test("A current terminal without a description is taken for its older relative")
  func knowsRelatives() {
    for name in ["xterm-kitty", "foot", "foot-extra", "alacritty", "wezterm", "xterm-ghostty"] {
      #expect(TerminalType.relatives(of: name) == ["xterm-256color", "xterm"])
    }
    #expect(TerminalType.relatives(of: "tmux-direct") == ["screen-256color", "screen"])
    for name in ["", "dumb", "vt52", "xterminator", "-"] {
      #expect(TerminalType.relatives(of: name) == [])
    }
  }

  @Test(
    "Every terminal that can place its cursor shows the screen",
    arguments: [
      "xterm", "xterm-256color", "xterm-mono", "linux", "screen", "tmux-256color", "vt100",
      "vt220", "ansi", "rxvt", "rxvt-unicode-256color", "Eterm", "cygwin", "pcansi",
      "xterm-kitty", "foot", "alacritty", "wezterm", "xterm-ghostty",
    ])
  func opens(type: String) throws {
    let program = try probe(environment: ["TERM": type])
    program.type("\u{1B}[Ax")
    #expect(program.wait(for: "keys <Up> x"), "\(program.text)")
    #expect(program.lines[0] == "size 80x24 utf8")
    program.type("q")
    #expect(program.waitForEnd() == .exit(0))
    #expect(program.traces == [])
    #expect(program.text.contains("left"))
  }

  @Test("Without a usable type it says what to do, and the terminal is not touched")
  func refuses() throws {
    let table = [
      ("", "the type of the terminal is not known, because TERM is not set\n  set it to"),
      ("unheard-of", "does not know the terminal type \"unheard-of\" (from TERM)\n  install"),
      ("dumb", "a terminal of type \"dumb\" (from TERM) cannot place its cursor\n  if"),
      ("a\u{1B}[2Jb", "does not know the terminal type \"a"),
    ]
    for (type, message) in table {
      let program = try probe(environment: ["TERM": type])
      #expect(program.waitForEnd() == .exit(2), "\(type)")
      #expect(program.traces == [], "\(type)")
      let output = String(decoding: program.output, as: UTF8.self)
      #expect(output.replacing("\r\n", with: "\n").contains(message), "\(output)")
      #expect(!program.output.contains(0x1B), "\(output.debugDescription)")
    }
  }
}

/// The probe in a terminal of its own.
func probe(
  _ arguments: String..., environment: [String: String] = [:], columns: Int = 80, rows: Int = 24,
  input: String? = nil
) throws -> TerminalProgram {
  try TerminalProgram(
    builtProgram("terminal-probe"), arguments, environment: environment, columns: columns,
    rows: rows, input: input)
}

extension TerminalProgram {
  /// Whether the probe's frame stands to its end: the row of the last role, with its name twice.
  var showsFrame: Bool {
    guard let last = Role.allCases.last else { return false }
    return text.components(separatedBy: "\(last)").count == 3
  }

  /// Reads output until the probe's frame stands to its end; false when it does not in time.
  @discardableResult
  func waitForFrame() -> Bool {
    wait { $0.showsFrame }
  }
}
