import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A terminal that nobody looks at, in the place of standard input and output.
///
/// What is written to it is taken off at once by a thread, and counted. A class, since the thread
/// shares it. The thread stays until the process ends.
final class PseudoTerminal: Sendable {
  /// What standard output was before.
  private let formerOutput: Int32
  private let master: Int32
  private let taken = Atomic(0)

  /// How many bytes have been taken off so far.
  var bytes: Int { taken.load(ordering: .relaxed) }

  /// Opens a terminal of the given size, of the type `xterm-256color`. Throws when the system has none.
  init(columns: Int, rows: Int) throws(Failure) {
    var size = winsize()
    size.ws_col = UInt16(columns)
    size.ws_row = UInt16(rows)
    var master: Int32 = -1
    var slave: Int32 = -1
    guard openpty(&master, &slave, nil, nil, &size) == 0 else {
      throw Failure.system("cannot open a pseudo-terminal")
    }
    self.master = master
    formerOutput = fcntl(1, F_DUPFD_CLOEXEC, 3)
    dup2(slave, 0)
    dup2(slave, 1)
    _ = close(slave)
    setenv("TERM", "xterm-256color", 1)
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<PseudoTerminal>.fromOpaque(context).takeRetainedValue().drain()
        return nil
      }, Unmanaged.passRetained(self).toOpaque())
    pthread_detach(thread)
  }

  /// Gives standard output back.
  func release() {
    dup2(formerOutput, 1)
  }

  private func drain() {
    withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { buffer in
      while true {
        let length = read(master, buffer.baseAddress, buffer.count)
        if length < 0, errno == EINTR { continue }
        guard length > 0 else { return }
        taken.add(length, ordering: .relaxed)
      }
    }
  }
}
