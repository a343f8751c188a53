#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension StateFile {
  /// Why a file could not be read or written, in words that go on from its name.
  struct Fault: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }

    init(number: Int32) { reason = StateFile.reason(number) }
  }

  /// How much of a file matters.
  enum Portion {
    /// Its end, so many bytes at most, from the beginning of a line on.
    case end(Int)
    /// All of it; a file of more bytes than that is a fault.
    case whole(Int)

    fileprivate var most: Int {
      switch self {
      case .end(let most), .whole(let most): most
      }
    }
  }

  /// What matters of the file; `nil` where there is no file. Never waits for whatever else stands in
  /// its place.
  func read(_ portion: Portion) throws(Fault) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw Fault(number: errno)
    }
    defer { close(descriptor) }
    return try Self.bytes(portion, of: descriptor)
  }

  /// Writes what `change` makes of what matters of the file, while no other program that changes it
  /// this way does so: the whole text or nothing, and nothing where `change` throws.
  func update(_ portion: Portion, _ change: ([UInt8]) throws(Fault) -> String) throws(Fault) {
    makeFolders()
    let descriptor = try locked()
    // That gives the lock back, too.
    defer { close(descriptor) }
    let text = try change(try Self.bytes(portion, of: descriptor))
    if let reason = write(text) { throw Fault(reason) }
  }

  /// How long another program may keep the lock, in steps of 5 milliseconds.
  private static let patience = 200

  /// The file, opened and locked.
  ///
  /// A new file takes its place with each change; whoever waited for the lock of the one before has
  /// to open it again.
  private func locked() throws(Fault) -> Int32 {
    for _ in 0..<Self.patience {
      let descriptor = open(path, O_RDWR | O_CREAT | O_NONBLOCK | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw Fault(number: errno) }
      let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0
      // Some network file systems know no locks; there, the line is worth more than the risk.
      if isLocked ? isCurrent(descriptor) : errno != EWOULDBLOCK { return descriptor }
      close(descriptor)
      if !isLocked { poll(nil, 0, 5) }
    }
    throw Fault("another program keeps it locked")
  }

  private func isCurrent(_ descriptor: Int32) -> Bool {
    var (own, there) = (stat(), stat())
    return fstat(descriptor, &own) == 0 && stat(path, &there) == 0 && own.st_ino == there.st_ino
      && own.st_dev == there.st_dev
  }

  private static func bytes(
    _ portion: Portion, of descriptor: Int32
  ) throws(Fault) -> [UInt8] {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw Fault(number: errno) }
    guard facts.st_mode & S_IFMT == S_IFREG else { throw Fault("this is no file") }
    let most = portion.most
    let start = max(0, Int(facts.st_size) - most)
    if case .whole = portion, start > 0 { throw Fault("it is larger than \(most >> 10) KiB") }
    lseek(descriptor, off_t(start), SEEK_SET)
    var bytes = [UInt8](repeating: 0, count: min(most, Int(facts.st_size)))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        readBytes(descriptor, UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Fault(number: errno) }
      if count == 0 { break }
      filled += count
    }
    bytes.removeSubrange(filled...)
    guard start > 0 else { return bytes }
    return Array(bytes.drop { $0 != 0x0A }.dropFirst())
  }
}

private func readBytes(_ descriptor: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, bytes.baseAddress, bytes.count)
}
