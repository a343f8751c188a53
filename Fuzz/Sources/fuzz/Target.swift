import Records
import Screen
import Search
import Terminal

/// What is fed with any bytes. Each must end in a value or an error, never in a trap.
enum Target: String, CaseIterable {
  /// The reader of stores, and all that is made of what it reads.
  case store
  /// Dates as stores have them and as people type them.
  case date
  /// The line of a search.
  case query
  /// What a terminal sends.
  case keys

  /// Gives it an input; the fuzzer wants 0.
  func take(_ bytes: [UInt8]) -> Int32 {
    switch self {
    case .store: Self.takeStore(bytes)
    case .date: Self.takeDate(String(decoding: bytes, as: UTF8.self))
    case .query: Self.takeQuery(bytes)
    case .keys: Self.takeKeys(bytes)
    }
    return 0
  }

  private static func takeStore(_ bytes: [UInt8]) {
    let result = load([.bytes(bytes, name: "fuzz.json")], options: LoadOptions(today: .first + 7))
    check((result.chronicle == nil) == (result.errorCount > 0))
    for problem in result.problems { check(!"\(problem)".isEmpty) }
    guard let chronicle = result.chronicle else { return }
    for kind in RecordKind.allCases {
      for record in chronicle.records(of: kind) {
        check(!chronicle.json(of: record).isEmpty)
        _ = (chronicle.label(of: record), chronicle.fold(record, asOf: nil))
        _ = chronicle.dayBounds(of: record)
      }
    }
  }

  private static func takeDate(_ text: String) {
    if let date = try? RecordDate(text) {
      check((try? RecordDate(date.text)) == date)
      if let lower = date.lower, let upper = date.upper { check(lower <= upper) }
      _ = (date.bounds, date.instant, date.knownOn, date.days(asOf: .last))
    }
    for reference in [Day.first, Day.first + 700_000, Day.last] {
      _ = try? TypedDate.parse(text, reference: reference, dayZero: reference, today: reference)
    }
  }

  /// The line, a tab, and a text that it is looked for in.
  private static func takeQuery(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 0x09, maxSplits: 1).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard let line = parts.first else { return }
    let query = Query(line)
    for text in [parts.last ?? "", line] {
      for range in query.highlights(in: text) { check(range.upperBound <= text.endIndex) }
    }
  }

  private static func takeKeys(_ bytes: [UInt8]) {
    var decoder = KeyDecoder()
    for piece in bytes.split(separator: 0x7C, omittingEmptySubsequences: false) {
      decoder.feed(piece)
      while let key = decoder.next() { check(!key.notation.isEmpty) }
    }
    decoder.giveUp()
    while decoder.next() != nil { continue }
    check(decoder.pause == .none && !decoder.hasKey)
  }

  private static func check(_ holds: Bool, line: Int = #line) {
    precondition(holds, "what must hold in line \(line) does not")
  }
}

extension Target {
  /// What the fuzzer calls. C takes nothing along, so there is one for each target.
  var entry: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32 {
    switch self {
    case .store: { Target.store.take(bytes($0, $1)) }
    case .date: { Target.date.take(bytes($0, $1)) }
    case .query: { Target.query.take(bytes($0, $1)) }
    case .keys: { Target.keys.take(bytes($0, $1)) }
    }
  }
}

private func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
  Array(UnsafeBufferPointer(start: start, count: count))
}
