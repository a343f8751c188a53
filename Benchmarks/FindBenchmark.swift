import Browser
import Records
import Screen
import Search

extension Bench {
  /// What search takes: getting ready, by the clock, since it takes all cores; and as processor time of
  /// the one thread that it runs on a letter typed in the quotes until the first screen of hits and
  /// their count are drawn, what other lists have where there are none, a filter by each field, and
  /// the counts of the facets. Each filter and each count is the first of its kind: what the finder
  /// has remembered from those before is taken away.
  static func measureFinding(path: String, part: String?) throws(Failure) {
    let chronicle = try chronicle(path: path)
    let quotes = chronicle.records(of: .quote)
    let bytes = quotes.reduce(into: 0) { $0 += chronicle.label(of: $1).utf8.count }
    print("find   \(quotes.count) quotes, \((Double(bytes) / 1e6).formatted(1)) MB of their words")
    switch part {
    case "letters": measureLetters(chronicle)
    case "quotes": measureFields(.quote, chronicle, bytes: bytes)
    case "events": measureFields(.event, chronicle, bytes: bytes)
    case nil:
      measureLetters(chronicle)
      measureFields(.quote, chronicle, bytes: bytes)
      measureFields(.event, chronicle, bytes: bytes)
    default: throw Failure("there are letters, quotes and events to be measured")
    }
  }

  /// Words typed letter by letter, as a person types them.
  private static func measureLetters(_ chronicle: Chronicle) {
    var typist = Typist(chronicle: chronicle, today: today)
    let letters = "abcdefghijklmnopqrstuvwxyz".map { String($0) }
    typist.type("one letter", letters)
    typist.type("a common word", ["the", "ceasefire", "agreement", "corridor", "withdrawal"])
    typist.type("a rare word", [Vocabulary.rare, "zanzel", "zanzelmar the"])
    typist.type("a word of none", ["qxqxqxqx", "ceasefirez", "zzzzz"])
    typist.type("several words", ["aid convoy border", #""ceasefire agreement""#, "aid -convoy"])
    typist.type("a slip in a word", ["corridr", "ceasfire", "zanzelmra"])
  }

  /// Whole lines with a condition on a field, and facets under some of them.
  private static func measureFields(_ kind: RecordKind, _ chronicle: Chronicle, bytes: Int) {
    var finder = RecordFinder(chronicle)
    let before = anonymousMemory()
    var work = 0.0
    let time = seconds {
      work = processorSeconds(ofAllThreads: true) { finder.prepare(kind) }
    }
    print(
      "find   ready to search \(kind)s after \(time.formatted(2)) s, "
        + "\(work.formatted(2)) s of work")
    let fields = processorSeconds { _ = finder.prepareFields(of: kind) { false } }
    print("find   its fields are ready after \(fields.formatted(2)) s more")
    if kind == .quote, let before, let after = anonymousMemory() {
      let share = Double(max(0, after - before)) / Double(bytes)
      print("find   memory for it is \(share.formatted(2)) × the words")
    }
    let calendar = QueryCalendar(chronicle, today: today)
    let names = SyntheticNames(chronicle)
    let lines = kind == .quote ? names.quoteLines : names.eventLines
    var times: [Double] = []
    for line in lines {
      var fresh = finder
      let query = Query(line, calendar: calendar)
      var count = 0
      times.append(processorSeconds { count = fresh.find(query, among: kind)?.count ?? 0 })
      print(findingLine("filter \(kind)s", times.suffix(1), "\(count) by \(line)"))
    }
    print(findingLine("filter \(kind)s", times, "all \(lines.count)"))
    times = []
    for line in ["", "ceasefire", "the", lines[0], "on:2019"] {
      var fresh = finder
      let query = Query(line, calendar: calendar)
      times.append(
        processorSeconds { _ = fresh.facets(of: query, among: kind, calendar: calendar) })
      print(findingLine("facets of \(kind)s", times.suffix(1), line))
    }
    print(findingLine("facets of \(kind)s", times, "all \(times.count)"))
  }
}

/// The start of a line, and the times below which 50 and 95 of a hundred stay.
private func findingLine(
  _ name: String, _ times: some Collection<Double>, _ rest: String
) -> String {
  let times = Times(seconds: Array(times))
  let shown = [50, 95, 100].map { (times.percentile($0) * 1e3).formatted(2) }
  let padded = name + String(repeating: " ", count: max(1, 26 - name.count))
  return "find   \(padded)p50 \(shown[0])  p95 \(shown[1])  max \(shown[2]) ms  \(rest)"
}

/// Types in the quotes of a session, without a terminal.
private struct Typist {
  private var session: Session
  private var finder: Finder
  private var letterTimes: [Double] = []
  private var elsewhereTimes: [Double] = []

  init(chronicle: Chronicle, today: Day) {
    session = Session(chronicle: chronicle, size: Size(columns: 120, rows: 40), today: today)
    finder = Finder(chronicle, today: today)
    finder.prepare(.quotes)
    press(.character("2"))
  }

  /// Types each word after `/`, and tells of each letter how long it took until its hits stood there.
  mutating func type(_ name: String, _ words: [String]) {
    (letterTimes, elsewhereTimes) = ([], [])
    for word in words {
      press(.character("/"))
      for letter in word {
        var other: [SearchRequest] = []
        letterTimes.append(processorSeconds { other = press(.character(letter)) })
        answer(other)
      }
      press(.escape)
    }
    print(findingLine(name, letterTimes, "\(letterTimes.count) letters"))
    if !elsewhereTimes.isEmpty {
      print(findingLine("  in other lists", elsewhereTimes, "\(elsewhereTimes.count) letters"))
    }
  }

  /// Presses a key and draws what is found in the list. What other lists have is asked after that, and
  /// given up when the next key comes: this is returned.
  @discardableResult
  private mutating func press(_ key: Key) -> [SearchRequest] {
    var requests = update(.key(key))
    var other: [SearchRequest] = []
    while !requests.isEmpty {
      let request = requests.removeFirst()
      if request.purpose == .elsewhere {
        other.append(request)
      } else if let result = finder.answer(request) {
        requests += update(.searchFinished(result))
      }
    }
    return other
  }

  private mutating func answer(_ requests: [SearchRequest]) {
    for request in requests {
      elsewhereTimes.append(
        processorSeconds {
          if let result = finder.answer(request) { _ = update(.searchFinished(result)) }
        })
    }
  }

  /// Changes the session and draws it, as the program does after each message.
  private mutating func update(_ message: Message) -> [SearchRequest] {
    let effects = session.update(message)
    _ = session.view()
    return effects.compactMap { if case .search(let request) = $0 { request } else { nil } }
  }
}

/// Lines that ask for what a synthetic store holds.
private struct SyntheticNames {
  let quoteLines: [String]
  let eventLines: [String]

  init(_ chronicle: Chronicle) {
    func name(_ kind: RecordKind, _ number: Int) -> String {
      let records = chronicle.records(of: kind)
      let label = chronicle.label(of: records[min(number, records.count - 1)])
      return #""\#(label)""#
    }
    let actors = [0, 40, 900].map { name(.actor, $0) }
    let source = name(.source, 7)
    let place = name(.place, 3)
    quoteLines =
      actors.flatMap { ["speaker:\($0)", "actor:\($0)"] } + [
        "via:\(actors[0])", "origin:\(actors[0])", "mode:direct", "act:warning", "lang:en",
        "source:\(source)", "place:\(place)", "on:2019", "from:2017-03 to:2018-09", "last:400d",
        "asof:2018-06-01", "about:\(name(.event, 5))", "ceasefire mode:indirect",
        "speaker:\(actors[0]) agreement", "speaker:\(actors[0]) OR speaker:\(actors[1])",
        "-mode:direct",
      ]
    eventLines =
      actors.map { "actor:\($0)" } + [
        "kind:talks", "status:planned", "standing:disputed", "standing:confirmed", "role:mediator",
        "role:mediator actor:\(actors[0])", "origin:\(actors[0])", "via:\(actors[0])",
        "place:\(place)", "source:\(source)", "on:2019", "from:2017-03 to:2018-09",
        "asof:2018-06-01", "status:planned asof:2018-06-01", "kind:talks OR kind:attack",
        "agreement kind:talks", "-kind:talks", "about:\(name(.agreement, 0))",
      ]
  }
}
