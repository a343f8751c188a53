#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Threads are begun and ended here: the pool of Dispatch, once it was used, wakes a program on Linux
// every second for as long as it lives, and a browser at rest must not be woken.

/// Does two pieces of work that share nothing they change, each on a core of its own where there
/// are two; on one core, and where it is not worth a second thread, the first comes first.
func atTheSameTime<First, Second>(
  isWorthIt: Bool = true, _ first: () -> First, _ second: () -> Second
) -> (First, Second) {
  var result: Second?
  let early = withoutActuallyEscaping(second) { second in
    withUnsafeMutablePointer(to: &result) { result -> First in
      let thread = isWorthIt && coreCount > 1 ? WorkerThread { result.pointee = second() } : nil
      let early = first()
      thread?.wait()
      return early
    }
  }
  return (early, result ?? second())
}

/// Does so many pieces of work, as many of them at the same time as there are cores, and returns
/// what came of them, in order.
package func atTheSameTime<Result>(
  _ count: Int, _ work: @Sendable (Int) -> Result
) -> [Result] {
  var results = [Result?](repeating: nil, count: count)
  results.withUnsafeMutableBufferPointer { results in
    withoutActuallyEscaping(work) { work in
      // The numbers of the pieces that nobody has taken yet.
      let left = Shared(0..<count)
      let base = results.baseAddress
      let takeTurns = {
        while let number = left.use({ $0.popFirst() }) { base?[number] = work(number) }
      }
      let others = (1..<max(1, min(count, coreCount))).compactMap { _ in WorkerThread(takeTurns) }
      takeTurns()
      for thread in others { thread.wait() }
    }
  }
  return results.compactMap { $0 }
}

private var coreCount: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }

/// A thread that does one piece of work, and is waited for.
private struct WorkerThread {
  private final class Work {
    let perform: () -> Void

    init(_ perform: @escaping () -> Void) { self.perform = perform }
  }

  private let thread: pthread_t

  /// `nil` when the system has no thread to give: nothing is done then.
  init?(_ perform: @escaping () -> Void) {
    let work = Unmanaged.passRetained(Work(perform))
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let status = pthread_create(&thread, nil, Self.main, work.toOpaque())
    #if canImport(Glibc)
      let begun: pthread_t? = status == 0 ? thread : nil
    #else
      let begun = status == 0 ? thread : nil
    #endif
    guard let begun else {
      work.release()
      return nil
    }
    self.thread = begun
  }

  /// Waits until the work is done.
  func wait() { pthread_join(thread, nil) }

  private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    argument in
    if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().perform() }
    return nil
  }
}
