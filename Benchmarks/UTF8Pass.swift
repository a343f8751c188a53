extension Bench {
  /// The least that a reader of text has to do: look at every byte in order and find it valid. The
  /// file is mapped anew in each run, as a reader would have to.
  static func measureUTF8(path: String, runs: Int) throws(Failure) {
    var size = 0
    var times: [Double] = []
    for _ in 0..<runs {
      times.append(try utf8Pass(path: path, size: &size))
    }
    report("utf8", size: size, times: Times(seconds: times))
  }

  /// One pass; in seconds.
  static func utf8Pass(path: String, size: inout Int) throws(Failure) -> Double {
    try seconds { () throws(Failure) in
      let file = try MappedFile(path: path)
      size = file.bytes.count
      try validate(file.bytes)
    }
  }

  private static func validate(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
    do {
      _ = try UTF8Span(validating: bytes.bindMemory(to: UInt8.self).span)
    } catch {
      throw Failure("not UTF-8: \(error)")
    }
  }

  /// One line: what was done, the size of the file, best and median time, and speed by the median.
  static func report(_ name: String, size: Int, times: Times) {
    let columns = [
      name, "\((Double(size) / 1e6).formatted(1)) MB",
      "best \((times.best * 1e3).formatted(1)) ms",
      "median \((times.median * 1e3).formatted(1)) ms",
      "\((Double(size) / times.median / 1e9).formatted(2)) GB/s",
    ]
    print(columns.joined(separator: "  "))
  }
}
