#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file as one stretch of memory, for as long as the value lives.
struct MappedFile: ~Copyable {
  let bytes: UnsafeRawBufferPointer

  /// Throws when the file cannot be opened or is empty.
  init(path: String) throws(Failure) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure.system("cannot read \(path)") }
    defer { _ = close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_size > 0,
      let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, file, 0),
      start != MAP_FAILED
    else { throw Failure("cannot map \(path): is it empty?") }
    bytes = UnsafeRawBufferPointer(start: start, count: Int(status.st_size))
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
