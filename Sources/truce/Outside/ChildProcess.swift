#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Another program, started without a shell.
///
/// It has nothing to do with the terminal: it runs in a session of its own, its output is discarded,
/// and it has the signals every program expects.
struct ChildProcess {
  /// Why it could not be started, or how it failed, in words that go on from its name.
  struct Fault: Error {
    let reason: String

    init(number: Int32) {
      reason = String(cString: strerror(number)).lowercased()
    }

    init(_ reason: String) {
      self.reason = reason
    }
  }

  private let id: pid_t

  /// Starts a program that is looked for on PATH. Its standard input is a descriptor, or nothing.
  init(_ program: String, _ arguments: [String], input: Int32? = nil) throws(Fault) {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    if let input {
      posix_spawn_file_actions_adddup2(&files, input, 0)
    } else {
      posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
    }
    for descriptor: Int32 in 1...2 {
      posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | Self.newSession))
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var id: pid_t = 0
    let error = posix_spawnp(&id, program, &files, &attributes, &words, environ)
    guard error == 0 else { throw Fault(number: error) }
    self.id = id
  }

  #if canImport(Glibc)
    /// POSIX_SPAWN_SETSID of <spawn.h>, which is a macro that Swift does not import.
    private static let newSession: Int32 = 0x80
  #else
    private static let newSession = POSIX_SPAWN_SETSID
  #endif

  /// Waits for the end; throws unless it ends well.
  func wait() throws(Fault) {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 {
      guard errno == EINTR else { throw Fault(number: errno) }
    }
    try Self.check(status)
  }

  /// Waits for the end that long, in milliseconds, then ends it; throws unless it ends well.
  func wait(milliseconds: Int) throws(Fault) {
    var status: Int32 = 0
    for _ in 0...milliseconds / 5 {
      let ended = waitpid(id, &status, WNOHANG)
      if ended == id { return try Self.check(status) }
      if ended < 0, errno != EINTR { throw Fault(number: errno) }
      poll(nil, 0, 5)
    }
    kill(id, SIGKILL)
    waitpid(id, &status, 0)
    throw Fault("it does not answer")
  }

  private static func check(_ status: Int32) throws(Fault) {
    guard status != 0 else { return }
    let signal = status & 0x7F
    throw Fault(signal == 0 ? "it ended with status \(status >> 8 & 0xFF)" : "signal \(signal)")
  }
}

extension ChildProcess {
  /// Runs a program to its end with bytes as its input; throws unless it ends well in that many
  /// milliseconds.
  static func run(
    _ program: String, _ arguments: [String], input: [UInt8], milliseconds: Int = 2000
  ) throws(Fault) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Fault(number: errno) }
    defer { if ends[1] >= 0 { close(ends[1]) } }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    let started = Result { () throws(Fault) in
      try ChildProcess(program, arguments, input: ends[0])
    }
    close(ends[0])
    let child = try started.get()
    write(input, to: ends[1], milliseconds: milliseconds)
    close(ends[1])
    ends[1] = -1
    try child.wait(milliseconds: milliseconds)
  }

  /// Writes as much as is taken; what is not is seen in how the program ends.
  private static func write(_ bytes: [UInt8], to descriptor: Int32, milliseconds: Int) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { writeBytes(descriptor, $0) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        guard poll(&room, 1, Int32(milliseconds)) > 0 else { return }
      } else if errno != EINTR {
        return
      }
    }
  }
}

private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
