#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The bytes of one file of a store, kept for as long as records are decoded from them.
///
/// A class, since it owns a mapping or a block of memory. The bytes never change: unchecked
/// Sendable.
final class StoreFile: @unchecked Sendable {
  /// As it is named in findings.
  let name: String
  let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// From this size on a file is mapped, not copied. Below, a copy is quick, and a file cut short by
  /// another program while it is read cannot hurt.
  private static let mappedFrom = 64 << 20

  init(name: String, copying source: some Collection<UInt8>) {
    self.name = name
    let copy = UnsafeMutableRawBufferPointer(start: malloc(source.count + 1), count: source.count)
    copy.copyBytes(from: source)
    bytes = UnsafeRawBufferPointer(copy)
    isMapped = false
  }

  private init(name: String, bytes: UnsafeRawBufferPointer, isMapped: Bool) {
    self.name = name
    self.bytes = bytes
    self.isMapped = isMapped
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      free(UnsafeMutableRawPointer(mutating: bytes.baseAddress))
    }
  }

  /// Opens and reads the file at `path`; `-` is standard input.
  ///
  /// - Throws: a `Problem` that says what the system answered.
  static func open(_ path: String) throws(Problem) -> StoreFile {
    if path == "-" { return try read(descriptor: 0, name: "standard input", sizeHint: 0) }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, "cannot be opened") }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw failure(path, "cannot be read") }
    let isRegular = facts.st_mode & S_IFMT == S_IFREG
    let size = Int(facts.st_size)
    if isRegular, size >= mappedFrom,
      let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    {
      madvise(start, size, MADV_SEQUENTIAL)
      return StoreFile(
        name: path, bytes: UnsafeRawBufferPointer(start: start, count: size), isMapped: true)
    }
    return try read(descriptor: descriptor, name: path, sizeHint: isRegular ? size : 0)
  }

  private static func read(
    descriptor: Int32, name: String, sizeHint: Int
  ) throws(Problem) -> StoreFile {
    var capacity = max(sizeHint + 1, 1 << 16)
    var block = malloc(capacity)
    var count = 0
    while let start = block {
      let got = Glibc.read(descriptor, start + count, capacity - count)
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        let problem = failure(name, "cannot be read")
        free(start)
        throw problem
      }
      count += got
      if count == capacity {
        capacity *= 2
        block = realloc(start, capacity)
      }
    }
    guard let start = block else {
      throw Problem(file: name, message: "too large for the memory of this machine")
    }
    return StoreFile(
      name: name, bytes: UnsafeRawBufferPointer(start: start, count: count), isMapped: false)
  }

  private static func failure(_ path: String, _ what: String) -> Problem {
    let reason = errno
    let advice =
      switch reason {
      case ENOENT: "check the name; nothing of that name is there"
      case EACCES: "ask its owner for the right to read it"
      case EISDIR: "name the files in the folder, or the folder itself"
      default: ""
      }
    return Problem(
      file: path, message: "\(what): \(String(cString: strerror(reason)).lowercased())",
      advice: advice)
  }
}
