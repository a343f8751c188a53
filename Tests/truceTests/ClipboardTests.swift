import Foundation
import TerminalHarness
import Testing

@testable import truce

@Suite("Copying to where other programs take it from")
struct ClipboardTests {
  @Test(
    "The desktop's program is asked where there is a desktop here",
    arguments: [
      ([:], []), (["DISPLAY": ":0"], ["xclip", "xsel"]), (["WAYLAND_DISPLAY": "w"], ["wl-copy"]),
      (["WAYLAND_DISPLAY": "w", "DISPLAY": ":0"], ["wl-copy", "xclip", "xsel"]),
      (["DISPLAY": ":10", "SSH_TTY": "/dev/pts/1"], []),
      (["SSH_CONNECTION": "a", "TMUX": "/tmp/tmux"], ["tmux"]),
    ] as [([String: String], [String])])
  func choosesTools(variables: [String: String], programs: [String]) {
    let tools = Clipboard { variables[$0] }.tools.map(\.program).filter { $0 != "pbcopy" }
    #expect(tools == programs)
  }

  @Test("What the desktop's program takes is copied, byte for byte")
  func usesTool() throws {
    let folder = try ScratchFolder()
    try addTool("wl-copy", "cat > '\(folder.url.path)/taken'", in: folder)
    let browser = try browse(in: folder, ["WAYLAND_DISPLAY": "wayland-0"])
    browser.type("yl")
    #expect(browser.wait(for: "Copied the permalink (wl-copy)"), "\(browser.text)")
    let taken = try String(contentsOf: folder.url.appending(path: "taken"), encoding: .utf8)
    #expect(taken == "truce:miami-talks")
    #expect(!browser.hasWritten("\u{1B}]52"))
  }

  @Test("Where it fails, hangs or is missing, the terminal is asked, and a file keeps the text")
  func usesTerminal() throws {
    for script in ["exit 3", "exec sleep 60", ""] {
      let folder = try ScratchFolder()
      if !script.isEmpty { try addTool("wl-copy", script, in: folder) }
      let browser = try browse(in: folder, ["WAYLAND_DISPLAY": "wayland-0"])
      browser.type("yl")
      let sent = "Sent the permalink to the terminal’s clipboard"
      #expect(browser.wait(for: sent), "\(browser.text)")
      #expect(browser.text.contains("~/state/truce/copied"))
      #expect(browser.hasWritten("\u{1B}]52;c;dHJ1Y2U6bWlhbWktdGFsa3M=\u{7}"))
      let kept = folder.url.appending(path: "state/truce/copied")
      #expect(try String(contentsOf: kept, encoding: .utf8) == "truce:miami-talks")
      let facts = try FileManager.default.attributesOfItem(atPath: kept.path)
      #expect(facts[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test("A terminal without a clipboard leaves the file, and it is said so")
  func usesFile() throws {
    let folder = try ScratchFolder()
    let browser = try browse(in: folder, ["TERM": "linux"])
    browser.type("yl")
    #expect(
      browser.wait(for: "No clipboard here: the permalink is in ~/state/truce/copied"),
      "\(browser.text)")
  }

  @Test("Where nothing takes it, it is said that nothing was copied")
  func tellsFailure() throws {
    let folder = try ScratchFolder()
    let browser = try browse(in: folder, ["TERM": "linux", "XDG_STATE_HOME": "/dev/null"])
    browser.type("yl")
    #expect(browser.wait(for: "Not copied: no clipboard here"), "\(browser.text)")
  }

  @Test("In tmux the text is given to tmux, which passes it on")
  func usesTmux() throws {
    let folder = try ScratchFolder()
    let script = "echo \"$@\" > '\(folder.url.path)/arguments'; exec cat > /dev/null"
    try addTool("tmux", script, in: folder)
    let browser = try browse(in: folder, ["TMUX": "/tmp/tmux,1,0", "SSH_TTY": "/dev/pts/0"])
    browser.type("yl")
    #expect(browser.wait(for: "Copied the permalink (tmux)"), "\(browser.text)")
    let arguments = try String(
      contentsOf: folder.url.appending(path: "arguments"), encoding: .utf8)
    #expect(arguments == "load-buffer -w -\n")
  }

  @Test("A permalink leads back to its record, by show and by --goto")
  func followsPermalink() throws {
    let shown = try TerminalProgram(
      builtProgram("truce"), ["show", "truce:miami-talks", ProgramRun.miami])
    #expect(shown.waitForEnd() == .exit(0))
    let browser = try TerminalProgram(
      builtProgram("truce"), [ProgramRun.miami, "--goto", "truce:bassem-naim"])
    #expect(browser.wait { $0.lines[0].hasPrefix(" Actors") }, "\(browser.text)")
  }

  private func addTool(_ name: String, _ script: String, in folder: ScratchFolder) throws {
    let tool = try folder.write("#!/bin/sh\n\(script)\n", to: name)
    chmod(tool, 0o755)
  }

  /// A browser at a record, whose home and only own programs are in a folder.
  private func browse(
    in folder: ScratchFolder, _ environment: [String: String]
  ) throws -> TerminalProgram {
    let home = folder.url.path
    let variables = ["HOME": home, "XDG_STATE_HOME": home + "/state", "PATH": home + ":/bin"]
    let browser = try TerminalProgram(
      builtProgram("truce"), [ProgramRun.miami, "--goto", "miami-talks"],
      environment: variables.merging(environment) { $1 }, columns: 100)
    #expect(browser.wait { $0.lines[23].contains("help") }, "\(browser.text)")
    return browser
  }
}
