import ArgumentParser
import Browser
import Records

/// `truce stats`: how much there is of what.
struct StatsCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Count what is in a store.")

  static let examples = [
    Example("truce stats", "the store that comes with the program"),
    Example("truce stats my-store/ --json", "another one, for a program"),
  ]

  @OptionGroup var store: StoreArguments
  @OptionGroup var form: FormArguments

  func run(on output: Output) throws {
    let statistics = Statistics(try Stores(names: store.stores).chronicle())
    try output.write(form.json ? statistics.json : statistics.text)
  }
}

/// Counts of a store, by name.
struct Statistics {
  private let title: String
  private let period: ClosedRange<Day>?
  private let records: [(String, Int)]
  private let groups: [(name: String, counts: [(String, Int)])]

  init(_ chronicle: Chronicle) {
    title = chronicle.title
    period = chronicle.period
    records = RecordKind.allCases.map { ($0.plural, chronicle.records(of: $0).count) }
    var status: [Status: Int] = [:]
    var standing: [Standing: Int] = [:]
    let lookup = RememberingLookup(chronicle)
    for event in chronicle.events {
      guard let fold = lookup.fold(event, asOf: nil) else { continue }
      status[fold.status, default: 0] += 1
      standing[lookup.standing(of: fold, asOf: nil).standing, default: 0] += 1
    }
    var mode: [QuoteMode: Int] = [:]
    let modes = QuoteMode.allCases
    for quote in chronicle.quotes {
      let code = Int(chronicle.kindCode(of: quote))
      if code < modes.count { mode[modes[code], default: 0] += 1 }
    }
    groups = [
      ("events by status", Self.list(status)), ("events by standing", Self.list(standing)),
      ("quotes by mode", Self.list(mode)),
    ]
  }

  /// The words that occur, in the order of their vocabulary.
  private static func list<Word: Vocabulary>(_ counts: [Word: Int]) -> [(String, Int)] {
    Word.allCases.compactMap { word in counts[word].map { (word.rawValue, $0) } }
  }

  var text: String {
    var text = title + "\n"
    if let period {
      text += "\(period.lowerBound.shown) – \(period.upperBound.shown)\n"
    }
    text += "\n" + Self.lines(records.filter { $0.1 > 0 }.map(Self.inNumber))
    for group in groups where !group.counts.isEmpty {
      text += "\n\(group.name)\n" + Self.lines(group.counts)
    }
    return text
  }

  /// "1 agreement", not "1 agreements".
  private static func inNumber(_ entry: (String, Int)) -> (String, Int) {
    entry.1 == 1 ? (String(entry.0.dropLast()), 1) : entry
  }

  /// A count a line, the figures under each other.
  static func lines(_ counts: [(String, Int)]) -> String {
    let figures = counts.map { Wording.number($0.1) }
    let width = max(8, figures.map(\.count).max() ?? 0)
    return zip(counts, figures).map { entry, figure in
      String(repeating: " ", count: width - figure.count) + "\(figure)  \(entry.0)\n"
    }.joined()
  }

  var json: String {
    func object(_ counts: [(String, Int)]) -> String {
      "{ " + counts.map { "\(jsonString($0.0)): \($0.1)" }.joined(separator: ", ") + " }"
    }
    let from = period.map { jsonString($0.lowerBound.iso) } ?? "null"
    let to = period.map { jsonString($0.upperBound.iso) } ?? "null"
    var members = [
      "\"title\": \(jsonString(title))", "\"from\": \(from)", "\"to\": \(to)",
      "\"records\": \(object(records))",
    ]
    for group in groups {
      let name = group.name.split(separator: " ").enumerated().map {
        $0 == 0 ? String($1) : $1.prefix(1).uppercased() + $1.dropFirst()
      }.joined()
      members.append("\(jsonString(name)): \(group.counts.isEmpty ? "{}" : object(group.counts))")
    }
    return "{\n" + members.map { "  \($0)" }.joined(separator: ",\n") + "\n}\n"
  }
}
