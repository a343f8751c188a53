import CPseudoTerminal
import Foundation

/// A program that runs in a terminal of its own, and what that terminal shows.
///
/// Nothing here sleeps: every wait reads the program's output until a condition holds. For one test
/// on one thread. A class because it owns the process and the terminal; both end with it.
package final class TerminalProgram {
  /// How a program ended.
  package enum Ending: Hashable, Sendable {
    case exit(Int32)
    case signal(Int32)
  }

  /// Why a program could not be started.
  package struct StartError: Error, CustomStringConvertible {
    package let description: String
  }

  /// The longest wait for a condition, in seconds: far beyond what is needed, for machines are
  /// busy.
  package static let limit = 60.0

  package let pid: Int32
  /// The settings of the terminal before the program started, as text.
  package let initialSettings: String
  /// Everything the program wrote.
  package private(set) var output: [UInt8] = []
  /// How it ended; nil while it runs, or while nobody has asked.
  package private(set) var ending: Ending?

  private let emulator: Emulator
  private var master: Int32
  private let slave: Int32

  /// Starts a program. `environment` joins PATH, HOME, LANG=C.UTF-8 and TERM=xterm-256color, and
  /// goes before them; an empty value takes a variable away. `input` is a file to be standard
  /// input; nil is the terminal. Throws `StartError` where the system refuses.
  package init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
    columns: Int = 80, rows: Int = 24, input: String? = nil
  ) throws {
    guard let emulator = Emulator(columns: columns, rows: rows) else {
      throw StartError(description: "no emulator")
    }
    self.emulator = emulator
    var path = [CChar](repeating: 0, count: 256)
    var slave: Int32 = -1
    master = pseudo_terminal_open(Int32(columns), Int32(rows), &slave, &path, path.count)
    guard master >= 0 else {
      throw StartError(description: "no pseudo-terminal: \(String(cString: strerror(errno)))")
    }
    self.slave = slave
    initialSettings = Self.settings(of: master)
    let variables = Self.environment(with: environment).map { "\($0)=\($1)" }
    var pid: pid_t = 0
    let error = Self.withPointers([program] + arguments) { arguments in
      Self.withPointers(variables) { environment in
        pseudo_terminal_spawn(&pid, program, arguments, environment, path, input)
      }
    }
    self.pid = pid
    guard error == 0 else {
      ending = .exit(127)
      throw StartError(description: "\(program): \(String(cString: strerror(error)))")
    }
  }

  deinit {
    if ending == nil {
      kill(pid, SIGKILL)
      var status: Int32 = 0
      waitpid(pid, &status, 0)
    }
    hangUp()
    close(slave)
  }

  // MARK: What a person does

  /// Types text; "\u{1B}" is the escape key.
  package func type(_ text: String) { send(Array(text.utf8)) }

  /// Sends bytes as they are.
  package func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Gives the window another size.
  package func resize(columns: Int, rows: Int) {
    emulator.resize(columns: columns, rows: rows)
    _ = pseudo_terminal_resize(master, Int32(columns), Int32(rows))
  }

  /// Sends the program a signal.
  package func signal(_ number: Int32) { kill(pid, number) }

  /// Closes the window.
  package func hangUp() {
    guard master >= 0 else { return }
    close(master)
    master = -1
  }

  // MARK: What one sees

  /// The rows from the top, without the blanks at their ends.
  package var lines: [String] { (0..<emulator.rows).map(emulator.line) }

  /// All rows, one a line.
  package var text: String { lines.joined(separator: "\n") }

  /// Where the cursor stands, from 0.
  package var cursor: (column: Int, row: Int) { emulator.cursor }

  /// Whether the cursor is visible.
  package var isCursorVisible: Bool { emulator.isCursorVisible }

  /// Whether the alternate screen is shown, the one full-screen programs use.
  package var isAlternate: Bool { emulator.isAlternate }

  /// The cell at a place; nil outside.
  package func cell(column: Int, row: Int) -> EmulatedCell? {
    emulator.cell(column: column, row: row)
  }

  /// Whether pasted text would be marked as such.
  package var marksPaste: Bool { isOn("\u{1B}[?2004h", off: "\u{1B}[?2004l") }

  /// Whether the mouse is told to the program, and does not select text.
  package var reportsMouse: Bool { isOn("\u{1B}[?1000h", off: "\u{1B}[?1000l") }

  /// The terminal's settings now, as text.
  package var settings: String { Self.settings(of: master) }

  /// What is not as it was before the program started; empty when all is.
  package var traces: [String] {
    var traces: [String] = []
    if settings != initialSettings { traces.append("settings \(settings)") }
    if isAlternate { traces.append("alternate screen") }
    if !isCursorVisible { traces.append("hidden cursor") }
    if marksPaste { traces.append("bracketed paste") }
    if isOn("\u{1B}[8l", off: "\u{1B}[8h") { traces.append("explicit order of right-to-left text") }
    if isOn("\u{1B}[?1h", off: "\u{1B}[?1l") { traces.append("application cursor keys") }
    for mode in [1000, 1002, 1003, 1006] where isOn("\u{1B}[?\(mode)h", off: "\u{1B}[?\(mode)l") {
      traces.append("mouse mode \(mode)")
    }
    return traces
  }

  /// Whether the bytes it wrote contain that text.
  package func hasWritten(_ text: String) -> Bool {
    String(decoding: output, as: UTF8.self).contains(text)
  }

  /// Which of some texts it wrote last; nil if it wrote none of them.
  package func lastWritten(_ texts: [String]) -> String? {
    let written = String(decoding: output, as: UTF8.self)
    let places = texts.compactMap { text in
      written.range(of: text, options: .backwards).map { (text, $0.lowerBound) }
    }
    return places.max { $0.1 < $1.1 }?.0
  }

  private func isOn(_ on: String, off: String) -> Bool {
    let text = String(decoding: output, as: UTF8.self)
    guard let last = text.range(of: on, options: .backwards) else { return false }
    return text.range(of: off, range: last.upperBound..<text.endIndex) == nil
  }

  // MARK: Waiting

  /// Reads output until a condition holds; false when it does not within the limit.
  @discardableResult
  package func wait(
    seconds: Double = TerminalProgram.limit, until holds: (TerminalProgram) -> Bool
  ) -> Bool {
    let end = Date().addingTimeInterval(seconds)
    while !holds(self) {
      let rest = end.timeIntervalSinceNow
      guard rest > 0 else { return false }
      read(milliseconds: Int32(min(20, max(1, rest * 1000))))
    }
    return true
  }

  /// Reads output until the screen contains a text.
  @discardableResult
  package func wait(for text: String, seconds: Double = TerminalProgram.limit) -> Bool {
    wait(seconds: seconds) { $0.text.contains(text) }
  }

  /// Waits for the end, and for all output; nil when there is none within the limit.
  @discardableResult
  package func waitForEnd(seconds: Double = TerminalProgram.limit) -> Ending? {
    wait(seconds: seconds) { $0.hasEnded() }
    var count = -1
    while count != output.count {
      count = output.count
      read(milliseconds: 0)
    }
    return ending
  }

  private func hasEnded() -> Bool {
    if ending != nil { return true }
    var status: Int32 = 0
    guard waitpid(pid, &status, WNOHANG) == pid else { return false }
    let signal = status & 0x7F
    ending = signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
    return true
  }

  private func read(milliseconds: Int32) {
    guard master >= 0 else {
      _ = poll(nil, 0, milliseconds)
      return
    }
    var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, milliseconds) > 0 else { return }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = Foundation.read(master, &bytes, bytes.count)
    guard count > 0 else { return }
    output += bytes[..<count]
    send(emulator.take(Array(bytes[..<count])))
  }

  // MARK: Helpers

  private static func settings(of master: Int32) -> String {
    var text = [CChar](repeating: 0, count: 512)
    let count = pseudo_terminal_settings(master, &text, text.count)
    guard count >= 0 else { return "none" }
    return String(decoding: text.prefix(Int(count)).map(UInt8.init), as: UTF8.self)
  }

  private static func environment(with additions: [String: String]) -> [String: String] {
    var variables = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": NSTemporaryDirectory(), "LANG": "C.UTF-8",
      "TERM": "xterm-256color", "TRUCE_HISTORY": "/dev/null", "XDG_CONFIG_HOME": "/dev/null",
    ]
    // What coverage and the sanitizers need in the program as well.
    for name in ["LLVM_PROFILE_FILE", "ASAN_OPTIONS", "TSAN_OPTIONS", "LD_LIBRARY_PATH"] {
      variables[name] = ProcessInfo.processInfo.environment[name]
    }
    return variables.merging(additions) { $1 }.filter { !$1.isEmpty }
  }

  private static func withPointers<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = strings.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    return body(pointers)
  }
}

/// The path of an executable product of this package, which lies beside the tests' own bundle.
package func builtProgram(_ name: String) -> String {
  let bundles = Bundle.allBundles.map(\.bundlePath).filter { $0.hasSuffix(".xctest") }
  let executable = URL(fileURLWithPath: bundles.first ?? CommandLine.arguments[0])
  return executable.deletingLastPathComponent().appendingPathComponent(name).path
}
