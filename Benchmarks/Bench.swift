#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The benchmarks of the program, one a subcommand. Not installed; `make bench` runs them.
@main
struct Bench {
  static let usage = """
    bench generate EVENTS FILE   write a synthetic store of so many events
    bench utf8 FILE [RUNS]       read the bytes and check that they are UTF-8: the yardstick
    bench load FILE [RUNS]       read, check and link a store, beside the yardstick
    bench frame FILE             the time from a key to the frame on the terminal
    bench find FILE [PART]       what search takes; PART is letters, quotes or events

    """

  static func main() {
    do throws(Failure) {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      complain("bench: \(error.message)\n")
      exit(1)
    }
  }

  static func run(_ arguments: [String]) throws(Failure) {
    switch (arguments.first, arguments.count) {
    case ("generate", 3):
      try generate(events: try number(arguments[1]), path: arguments[2])
    case ("utf8", 2...3):
      try measureUTF8(path: arguments[1], runs: try runs(arguments))
    case ("load", 2...3):
      try measureLoad(path: arguments[1], runs: try runs(arguments))
    case ("frame", 2):
      try measureFrames(path: arguments[1])
    case ("find", 2...3):
      try measureFinding(path: arguments[1], part: arguments.count > 2 ? arguments[2] : nil)
    default:
      complain(usage)
      exit(2)
    }
  }

  /// How often to measure: the third argument, 7 when it is left out.
  private static func runs(_ arguments: [String]) throws(Failure) -> Int {
    arguments.count > 2 ? try number(arguments[2]) : 7
  }

  private static func number(_ text: String) throws(Failure) -> Int {
    guard let number = Int(text), number > 0 else {
      throw Failure("'\(text)' is not a number above 0")
    }
    return number
  }

  private static func complain(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(2, bytes, bytes.count)
  }

  static func generate(events: Int, path: String) throws(Failure) {
    var writer = try ByteWriter(path: path)
    try SyntheticStore(events: events).write(to: &writer)
    print("generate  \(events) events  \((Double(writer.count) / 1e6).formatted(1)) MB")
  }
}
