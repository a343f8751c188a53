#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The times that repeated runs of one thing took.
struct Times {
  /// In seconds, shortest first; at least one.
  private let sorted: [Double]

  init(seconds: [Double]) {
    precondition(!seconds.isEmpty, "no run, no time")
    sorted = seconds.sorted()
  }

  var best: Double { sorted[0] }
  var median: Double { percentile(50) }

  /// The shortest time that `percent` of a hundred runs did not exceed (nearest rank).
  func percentile(_ percent: Int) -> Double {
    sorted[max(1, (sorted.count * percent + 99) / 100) - 1]
  }
}

/// How long `body` takes, in seconds.
func seconds<E: Error>(_ body: () throws(E) -> Void) throws(E) -> Double {
  let clock = ContinuousClock()
  let start = clock.now
  try body()
  let time = (clock.now - start).components
  return Double(time.seconds) + Double(time.attoseconds) * 1e-18
}

/// The processor time that `body` takes on this thread, in seconds: what it would take where nothing
/// else wants the core. Or, if asked, on all threads together.
func processorSeconds(ofAllThreads: Bool = false, _ body: () -> Void) -> Double {
  let clock = ofAllThreads ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_THREAD_CPUTIME_ID
  let start = processorTime(clock)
  body()
  return processorTime(clock) - start
}

private func processorTime(_ clock: clockid_t) -> Double {
  var time = timespec()
  _ = clock_gettime(clock, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

extension Double {
  /// With so many decimals; for numbers that are not negative. (Foundation's formats would be the
  /// only use of Foundation here.)
  func formatted(_ decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1) { product, _ in product * 10 }
    let scaled = Int((self * Double(scale)).rounded())
    guard decimals > 0 else { return "\(scaled)" }
    let fraction = String(scaled % scale)
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return "\(scaled / scale).\(zeros)\(fraction)"
  }
}
