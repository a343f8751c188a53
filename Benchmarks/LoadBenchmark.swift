import Records
import Search

extension Bench {
  /// Reading, checking and linking a whole store, beside the yardstick: the two take turns, so that
  /// what else the machine does falls on both. Also the memory that reading takes at its peak: in
  /// the first run, since later ones find in the allocator what earlier ones have left there.
  static func measureLoad(path: String, runs: Int) throws(Failure) {
    var size = 0
    var yardstick: [Double] = []
    var times: [Double] = []
    var memory = 0
    for _ in 0..<runs {
      yardstick.append(try utf8Pass(path: path, size: &size))
      let (time, bytes) = try withMemoryPeak { () throws(Failure) in
        try seconds { () throws(Failure) in _ = try chronicle(path: path) }
      }
      times.append(time)
      if memory == 0 { memory = bytes ?? 0 }
    }
    let (utf8, load) = (Times(seconds: yardstick), Times(seconds: times))
    report("utf8", size: size, times: utf8)
    report("load", size: size, times: load)
    print("      load at \((utf8.median / load.median).formatted(2)) × the speed of utf8")
    if memory > 0 {
      let megabytes = (Double(memory) / 1e6).formatted(1)
      let share = (Double(memory) / Double(size)).formatted(2)
      print("      \(megabytes) MB of private memory, \(share) × the file")
    }
  }

  /// The store as the program would have it. Throws with the first problem when it is not sound.
  static func chronicle(path: String) throws(Failure) -> Chronicle {
    let result = load(
      [.file(path)], options: LoadOptions(today: today, nameKey: { Fold.fold(name: $0) }))
    guard let chronicle = result.chronicle else {
      throw Failure(result.problems.first { $0.severity == .error }?.description ?? path)
    }
    return chronicle
  }

  /// A day after all days of a synthetic store.
  static var today: Day { SyntheticStore.firstDay + (SyntheticStore.span + 30) }
}
