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
    guard let chronicle = searched else { fatalError("the store that is searched has mistakes") }
    let calendar = QueryCalendar(chronicle, today: .first + 700_000)
    let query = Query(line, calendar: calendar)
    for text in [parts.last ?? "", line] {
      for range in query.highlights(in: text) { check(range.upperBound <= text.endIndex) }
    }
    search(for: query, in: chronicle, calendar)
    edit(query, calendar)
  }

  /// Carries a query out among all records, with what the browser makes of the result.
  private static func search(
    for query: Query, in chronicle: Chronicle, _ calendar: QueryCalendar
  ) {
    var finder = RecordFinder(chronicle)
    for kind in RecordKind.allCases {
      guard let found = finder.find(query, among: kind) else { continue }
      check(found.places.allSatisfy { $0 < chronicle.records(of: kind).count })
      check(zip(found.places, found.places.dropFirst()).allSatisfy(<))
      for facet in finder.facets(of: query, among: kind, calendar: calendar) ?? [] {
        for value in facet.values { check(value.count <= chronicle.records(of: kind).count) }
      }
      guard kind == .quote else { continue }
      for order in Concordance.Order.allCases {
        let lines = Concordance(query, in: chronicle, among: found.places, by: order)?.lines ?? []
        let quotes = found.places.map { chronicle.quotes[Int($0)] }
        for line in lines { check(quotes.contains(line.record)) }
      }
    }
  }

  /// Changes a query as the browser does; what comes of it is a line like any other.
  private static func edit(_ query: Query, _ calendar: QueryCalendar) {
    for place in 0...query.conditions.count {
      check(query.without(place).utf8.count <= query.line.utf8.count)
    }
    for field in Field.allCases {
      let lifted = Query(query.lifting(field), calendar: calendar)
      check(lifted.line.utf8.count <= query.line.utf8.count)
      for value in ["talks", "the envoy", "2025"] {
        let toggled = Query(query.toggling(field, value), calendar: calendar)
        _ = toggled.toggling(field, value)
      }
    }
  }

  /// A record of each kind, to search among. The fuzzer's function takes nothing along, and to read
  /// them for every line would take longer than all the rest.
  private static let searched: Chronicle? = {
    let store = #"""
      {"ceasefire": 1, "title": "Searched",
      "sources": [{"id": "s", "kind": "article", "title": "The talks", "publisher": "gazette",
        "published": "2025-03-12", "lang": "ar"}],
      "places": [{"id": "doha", "name": "Doha", "aka": ["الدوحة"]}],
      "actors": [{"id": "gazette", "name": "The Gazette", "kind": "outlet"},
        {"id": "envoy", "name": "Ada Example", "kind": "person", "aka": ["The envoy"],
        "positions": [{"title": "envoy", "of": "gazette", "asOf": "2025-03-12"}]}],
      "agreements": [{"id": "truce", "name": "The truce", "effective": "2025-01-19",
        "terms": [{"id": "term", "text": "Talks go on", "source": "s"}]}],
      "events": [{"id": "talks", "title": "Talks in Doha", "kind": "talks", "place": "doha",
        "date": "2025-03-XX", "status": "planned", "about": ["truce"],
        "participants": [{"actor": "envoy", "role": "envoy", "as": "special envoy"}],
        "reports": [{"source": "s"}]}],
      "quotes": [{"id": "quote", "speaker": "envoy", "via": ["gazette"], "source": "s",
        "mode": "direct", "text": "In the end, the talks: السلام", "date": "[..2025-03-12]",
        "about": ["talks"]}]}
      """#
    let options = LoadOptions(today: .first + 700_000)
    return load([.bytes(Array(store.utf8), name: "searched.json")], options: options).chronicle
  }()

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
