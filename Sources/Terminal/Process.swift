import CTerminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Sets the locale of characters; returns whether text goes out as UTF-8.
///
/// Call it first in `main`, before there is a second thread (setlocale(3)). Without a locale, or
/// with "C", UTF-8 is assumed; false means that the environment names another charset, and that text
/// outside ASCII should not be printed.
@discardableResult
package func prepareProcess() -> Bool { terminal_set_locale() }

/// Ends the process by a signal, so that a shell or a service manager sees that ending.
///
/// Leave the terminal first.
package func dieBySignal(_ signal: Int32) -> Never { terminal_end_by(signal) }

/// The system's words for an error number.
struct ErrorText: CustomStringConvertible {
  let description: String

  init(_ number: Int32) {
    description = strerror(number).map { String(cString: $0) } ?? "error \(number)"
  }
}

/// Milliseconds of a clock that only goes forward.
func milliseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
}
