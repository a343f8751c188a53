#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a benchmark could not be run, in words for the one who started it.
struct Failure: Error {
  let message: String

  init(_ message: String) { self.message = message }

  /// What was tried, and what the system said of it.
  static func system(_ attempt: String) -> Failure {
    Failure("\(attempt): \(String(cString: strerror(errno)))")
  }
}
