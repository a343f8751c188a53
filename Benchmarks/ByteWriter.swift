#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Collects bytes and hands them to a file a megabyte at a time, however large the file becomes.
struct ByteWriter: ~Copyable {
  private static let full = 1 << 20

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var flushed = 0

  /// How many bytes have been written so far.
  var count: Int { flushed + buffer.count }

  /// Creates the file, or empties the one that is there. Throws when that is not possible.
  init(path: String) throws(Failure) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure.system("cannot write \(path)") }
    buffer.reserveCapacity(Self.full + 65_536)
  }

  deinit { _ = close(descriptor) }

  mutating func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
  }

  mutating func write(_ bytes: ArraySlice<UInt8>) {
    buffer.append(contentsOf: bytes)
  }

  mutating func write(byte: UInt8) {
    buffer.append(byte)
  }

  /// The number in decimal digits, of which there are at least `digits`.
  mutating func write(_ number: Int, digits: Int = 1) {
    var weight = 1
    var left = digits - 1
    while left > 0 || number / weight > 9 {
      weight *= 10
      left -= 1
    }
    while weight > 0 {
      buffer.append(UInt8(truncatingIfNeeded: 48 + number / weight % 10))
      weight /= 10
    }
  }

  /// Makes the ASCII letter at `position`, counted as `count` counts, a capital, if it is one that
  /// has not left for the file yet.
  mutating func capitalise(at position: Int) {
    let index = position - flushed
    if buffer.indices.contains(index), (97...122).contains(buffer[index]) { buffer[index] -= 32 }
  }

  /// Hands over what has been collected, if that has become much. To be called between records.
  mutating func flushIfFull() throws(Failure) {
    if buffer.count >= Self.full { try flush() }
  }

  /// Hands over all that has been collected. Throws when the file does not take it.
  mutating func flush() throws(Failure) {
    var from = 0
    while from < buffer.count {
      let taken = buffer.withUnsafeBytes { bytes in
        bytes.baseAddress.map { handOver(descriptor, $0 + from, bytes.count - from) } ?? 0
      }
      if taken < 0, errno == EINTR { continue }
      guard taken > 0 else { throw Failure.system("cannot write the store") }
      from += taken
    }
    flushed += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }
}

/// The system's `write`, which inside the type above has the name of its own methods.
private func handOver(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
