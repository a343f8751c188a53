import Dispatch

/// Does two pieces of work that share nothing they change, each on a core of its own where there
/// are two; on one core, and where it is not worth a second thread, the first comes first.
func atTheSameTime<First, Second>(
  isWorthIt: Bool = true, _ first: () -> First, _ second: () -> Second
) -> (First, Second) {
  guard isWorthIt else { return (first(), second()) }
  var results: (First?, Second?) = (nil, nil)
  withoutActuallyEscaping(first) { first in
    withoutActuallyEscaping(second) { second in
      withUnsafeMutablePointer(to: &results) { results in
        nonisolated(unsafe) let (first, second, results) = (first, second, results)
        DispatchQueue.concurrentPerform(iterations: 2) { index in
          if index == 0 { results.pointee.0 = first() } else { results.pointee.1 = second() }
        }
      }
    }
  }
  return (results.0 ?? first(), results.1 ?? second())
}

/// Does so many pieces of work, as many of them at the same time as there are cores, and returns
/// what came of them, in order.
package func atTheSameTime<Result>(
  _ count: Int, _ work: @Sendable (Int) -> Result
) -> [Result] {
  guard count > 1 else { return (0..<count).map(work) }
  var results = [Result?](repeating: nil, count: count)
  results.withUnsafeMutableBufferPointer { results in
    withoutActuallyEscaping(work) { work in
      nonisolated(unsafe) let results = results
      DispatchQueue.concurrentPerform(iterations: count) { results[$0] = work($0) }
    }
  }
  return results.compactMap { $0 }
}
