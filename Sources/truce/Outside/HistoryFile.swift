import Browser

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The file in which the query lines used before are kept.
///
/// Several browsers may have the same: each adds its lines to what stands in it by then. What is
/// wrong with it is told once, and is no reason not to browse.
struct HistoryFile {
  private let file: StateFile
  /// Lines that could not be written yet, the latest last.
  private var unwritten: [String] = []
  private var hasTold = false

  /// The file that the environment names; `nil` for none.
  ///
  /// - Parameter variable: the environment, where a variable may be empty.
  init?(variable: (String) -> String? = environmentText) {
    if let name = variable("TRUCE_HISTORY") {
      guard !name.isEmpty, name != "/dev/null" else { return nil }
      file = StateFile(path: name, variable: variable)
    } else {
      guard let usual = StateFile(kept: "history", in: .state, variable: variable) else {
        return nil
      }
      file = usual
    }
  }

  /// The lines of the file, and what to tell the reader where it cannot be read.
  mutating func read() -> (lines: LineHistory, note: String?) {
    do throws(StateFile.Fault) {
      let text = try file.read(.end(LineHistory.mostBytes))
      return (LineHistory(text: text ?? []), nil)
    } catch {
      return (LineHistory(), tell(error))
    }
  }

  /// The path as people write it.
  var shownPath: String { file.shownPath }

  /// Adds a line; returns what to tell the reader where it cannot be kept. It is tried again with
  /// the next one.
  mutating func add(_ line: String) -> String? {
    unwritten.append(line)
    return write()
  }

  /// Writes what could not be written before.
  mutating func finish() {
    if !unwritten.isEmpty { _ = write() }
  }

  private mutating func write() -> String? {
    let new = unwritten
    do throws(StateFile.Fault) {
      try file.update(.end(LineHistory.mostBytes)) { text in
        var history = LineHistory(text: text)
        for line in new { history.add(line) }
        return history.text
      }
      unwritten = []
      return nil
    } catch {
      return tell(error)
    }
  }

  private mutating func tell(_ fault: StateFile.Fault) -> String? {
    guard !hasTold else { return nil }
    hasTold = true
    return "Lines are not kept: \(file.shownPath): \(fault.reason)"
  }
}
