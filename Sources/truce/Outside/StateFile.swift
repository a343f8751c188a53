#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file in which the program keeps something for the reader, readable by nobody else.
struct StateFile {
  let path: String
  private let home: String

  /// Where files of programs are, by the XDG Base Directory Specification.
  enum Base {
    /// What a program remembers: $XDG_STATE_HOME, else ~/.local/state.
    case state
    /// What a reader has made, and may change by hand: $XDG_CONFIG_HOME, else ~/.config.
    case config

    fileprivate var variable: String { self == .state ? "XDG_STATE_HOME" : "XDG_CONFIG_HOME" }
    fileprivate var folder: String { self == .state ? ".local/state" : ".config" }
  }

  /// A file of the program's folder.
  init(
    named name: String, in base: Base = .state,
    variable: (String) -> String? = environmentVariable
  ) {
    home = variable("HOME") ?? ""
    // A relative path is to be ignored, by the specification.
    let folder = variable(base.variable).flatMap { $0.hasPrefix("/") ? $0 : nil }
    path = (folder ?? "\(home)/\(base.folder)") + "/truce/\(name)"
  }

  /// The same; where a link stands for it, what that leads to is changed. `nil` where the environment
  /// names no folder.
  init?(kept name: String, in base: Base, variable: (String) -> String?) {
    let bases = ["HOME", base.variable].compactMap(variable)
    guard bases.contains(where: { $0.hasPrefix("/") }) else { return nil }
    let usual = StateFile(named: name, in: base) { name in
      variable(name).flatMap { $0.isEmpty ? nil : $0 }
    }
    self.init(path: usual.path, variable: variable)
  }

  /// A file anywhere; where a link leads to another one, that one.
  init(path: String, variable: (String) -> String? = environmentVariable) {
    home = variable("HOME") ?? ""
    guard let real = realpath(path, nil) else {
      self.path = path
      return
    }
    defer { free(real) }
    self.path = String(cString: real)
  }

  /// The path as people write it.
  var shownPath: String {
    let isAtHome = !home.isEmpty && path.hasPrefix(home + "/")
    return isAtHome ? "~" + path.dropFirst(home.count) : path
  }

  /// Writes the whole file or nothing; returns why it could not.
  func write(_ text: String) -> String? {
    makeFolders()
    let part = "\(path).\(getpid())"
    let descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return Self.reason(errno) }
    var error = Self.write(Array(text.utf8), to: descriptor)
    if fsync(descriptor) != 0, error == 0, errno != EINVAL { error = errno }
    if close(descriptor) != 0, error == 0 { error = errno }
    if error == 0, rename(part, path) != 0 { error = errno }
    guard error != 0 else { return nil }
    unlink(part)
    return Self.reason(error)
  }

  func makeFolders() {
    var folder = path.hasPrefix("/") ? "" : "."
    for name in path.split(separator: "/").dropLast() {
      folder += "/\(name)"
      mkdir(folder, 0o700)
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { writeBytes(descriptor, $0) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return errno }
      rest = rest.dropFirst(count)
    }
    return 0
  }

  static func reason(_ number: Int32) -> String {
    String(cString: strerror(number)).lowercased()
  }
}

/// The value of a variable of the environment; `nil` when it is not set or empty.
func environmentVariable(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}

/// The value of a variable of the environment, which may be empty; `nil` when it is not set.
func environmentText(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}

private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
