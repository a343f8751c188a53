import Foundation
import TerminalHarness
import Testing

@Suite("The browser at rest")
struct IdleTests {
  /// A rest long enough for anything that comes round every second or more often to be seen.
  private static let rest = 2.5

  #if os(Linux)
    @Test("writes no byte and is not woken once, whatever was done before")
    func sleeps() throws {
      let browser = try TerminalProgram(builtProgram("truce"), [ProgramRun.miami])
      #expect(browser.wait { $0.lines[23].contains("? help") })
      for keys in ["", "/gaza", "\r", "M", "\u{1B}", "2j", "?", "\u{1B}"] {
        browser.type(keys)
      }
      // The delay of a digit, of an escape and of a search are over when nothing changes any more.
      var (before, state) = (-1, "")
      while before != browser.output.count || state != Self.switches(of: browser.pid) {
        (before, state) = (browser.output.count, Self.switches(of: browser.pid))
        browser.wait(seconds: 1) { _ in false }
      }
      browser.wait(seconds: Self.rest) { _ in false }
      #expect(browser.output.count == before)
      #expect(Self.switches(of: browser.pid) == state)
      #expect(state.contains("voluntary_ctxt_switches"))
    }

    /// How often each thread of a process was given the processor and gave it up.
    private static func switches(of pid: Int32) -> String {
      let folder = "/proc/\(pid)/task"
      let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return threads.sorted().map { thread in
        let status =
          (try? String(contentsOfFile: "\(folder)/\(thread)/status", encoding: .utf8)) ?? ""
        return status.split(separator: "\n").filter { $0.contains("ctxt_switches") }
          .joined(separator: " ")
      }.joined(separator: "\n")
    }
  #endif
}
