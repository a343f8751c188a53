import Screen

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Standard output: what was asked for goes here, collected into large writes.
///
/// A class, since everything that prints shares what has been collected.
final class Output {
  /// Whether a person looks at it.
  let isTerminal = isatty(1) == 1
  /// Whether characters outside ASCII must not go out, for their bytes may drive the terminal.
  private let isLimited: Bool
  private var pending: [UInt8] = []

  private static let chunk = 1 << 16

  /// - Parameter isUTF8: whether the locale's charset is UTF-8. For a file or a pipe it is not
  ///   asked: data is UTF-8.
  init(isUTF8: Bool) {
    isLimited = isTerminal && !isUTF8
  }

  /// The room for a line, in cells: the width of the window, 80 for a file or a pipe.
  var columns: Int {
    var size = winsize()
    guard isTerminal, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return max(20, Int(size.ws_col))
  }

  /// Writes text in which line ends are the program's own; everything else in it that could drive
  /// a terminal is made visible.
  func write(_ text: String) throws {
    let shown = visibleText(text, keepingNewlines: true)
    if isLimited {
      pending += shown.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : UInt8(ascii: "?") }
    } else {
      pending += shown.utf8
    }
    if pending.count >= Self.chunk { try flush() }
  }

  /// Writes what has been collected.
  func finish() throws {
    try flush()
  }

  private func flush() throws {
    var rest = pending[...]
    pending = []
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { writeBytes(1, $0) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        // Shared with a program that does not want to wait; this one does.
        var descriptor = pollfd(fd: 1, events: Int16(POLLOUT), revents: 0)
        poll(&descriptor, 1, -1)
      } else if errno != EINTR {
        throw Self.error(errno)
      }
    }
  }

  private static func error(_ number: Int32) -> any Error {
    if number == EPIPE { return OutputClosed() }
    let reason = String(cString: strerror(number)).lowercased()
    return Failure(
      .problems, "standard output cannot be written: \(reason)",
      advice: "what was printed is not complete")
  }
}

private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}

/// Nobody reads the output any more, as when `head` has seen enough. Not an error.
struct OutputClosed: Error {}
