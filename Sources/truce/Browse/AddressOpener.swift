import Screen

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Opens web addresses in whatever program the desktop has for them.
struct AddressOpener {
  /// Programs that were started and may still run.
  private var children: [pid_t] = []

  #if os(macOS)
    private static let program = "open"
  #else
    private static let program = "xdg-open"
  #endif

  /// Opens an address; returns what to tell the reader.
  ///
  /// No shell reads the address, and only http and https are opened: an address comes from the
  /// store, and other schemes start other programs.
  mutating func open(_ address: String) -> String {
    children.removeAll { waitpid($0, nil, WNOHANG) != 0 }
    guard Self.isWebAddress(address) else { return "Only http and https are opened: \(address)" }
    switch Self.spawn(Self.program, address) {
    case .success(let child):
      children.append(child)
      return "Opening \(address)"
    case .failure(let error):
      let reason = String(cString: strerror(error.number)).lowercased()
      return "\(Self.program): \(reason); the address is \(address)"
    }
  }

  static func isWebAddress(_ address: String) -> Bool {
    let hasScheme = ["http://", "https://"].contains { address.lowercased().hasPrefix($0) }
    return hasScheme && !address.contains(" ") && visibleText(address) == address
  }

  private struct SystemError: Error {
    let number: Int32
  }

  /// Starts a program that has nothing to do with the terminal: in a session of its own, reading
  /// nothing, its output discarded, with the signals every program expects.
  private static func spawn(
    _ program: String, _ argument: String
  ) -> Result<pid_t, SystemError> {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    for descriptor: Int32 in 0...2 {
      let mode = descriptor == 0 ? O_RDONLY : O_WRONLY
      posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", mode, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = POSIX_SPAWN_SETSIGDEF | newSession
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var arguments = [strdup(program), strdup(argument), nil]
    defer { arguments.forEach { free($0) } }
    var child: pid_t = 0
    let error = posix_spawnp(&child, program, &files, &attributes, &arguments, environ)
    return error == 0 ? .success(child) : .failure(SystemError(number: error))
  }

  #if canImport(Glibc)
    /// POSIX_SPAWN_SETSID of <spawn.h>, which is a macro that Swift does not import.
    private static let newSession: Int32 = 0x80
  #else
    private static let newSession = POSIX_SPAWN_SETSID
  #endif
}
