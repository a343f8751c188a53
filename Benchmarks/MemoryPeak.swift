import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How much memory of its own the process came to hold at once while something was done: anonymous
/// pages in the sense of Linux, which leaves out the pages of a mapped file.
///
/// The system keeps no such peak, so a thread looks at the present figure every millisecond; what
/// comes and goes between two looks is missed. `nil` where there is no `/proc`.
func withMemoryPeak<Result, E: Error>(
  _ body: () throws(E) -> Result
) throws(E) -> (Result, bytes: Int?) {
  let sampler = MemorySampler()
  var thread = pthread_t()
  let started = pthread_create(
    &thread, nil,
    { context in
      guard let context else { return nil }
      Unmanaged<MemorySampler>.fromOpaque(context).takeUnretainedValue().run()
      return nil
    }, Unmanaged.passUnretained(sampler).toOpaque())
  defer {
    if started == 0 {
      sampler.isDone.store(true, ordering: .relaxed)
      pthread_join(thread, nil)
    }
  }
  let result = try body()
  sampler.look()
  let peak = sampler.peak.load(ordering: .relaxed)
  return (result, bytes: peak > 0 ? peak : nil)
}

/// Shared by the two threads, which is why it is a class.
private final class MemorySampler: Sendable {
  let isDone = Atomic(false)
  let peak = Atomic(0)

  func run() {
    while !isDone.load(ordering: .relaxed) {
      look()
      usleep(1000)
    }
  }

  func look() {
    if let bytes = anonymousMemory() { peak.max(bytes, ordering: .relaxed) }
  }
}

/// The figure of this moment, in bytes, from the line `RssAnon` of `/proc/self/status`.
func anonymousMemory() -> Int? {
  let file = open("/proc/self/status", O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { return nil }
  defer { _ = close(file) }
  return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4096) { buffer in
    let length = read(file, buffer.baseAddress, buffer.count)
    guard length > 0 else { return nil }
    let key = Array("RssAnon:".utf8)
    let bytes = buffer[..<length]
    guard let line = bytes.indices.first(where: { bytes[$0...].starts(with: key) }) else {
      return nil
    }
    let digits = bytes[(line + key.count)...].drop { !isDigit($0) }.prefix(while: isDigit)
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) } * 1024
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
