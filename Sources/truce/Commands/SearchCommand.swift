import ArgumentParser
import Browser
import Records
import Search

/// `truce search QUERY`: what the browser finds when it searches everywhere, in the same order.
struct SearchCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find records by what they say.")

  static let examples = [
    Example("truce search lawlessness", "who said it, and how it reached print"),
    Example("truce search '\"second stage\" -israel'", "a phrase, without a word"),
    Example("truce search 'speaker:naim mode:direct'", "by fields: his words, reproduced exactly"),
    Example("truce search '@naim from:2026'", "what S has saved as naim in the browser, and more"),
    Example("truce search violations --kwic", "each time it was said, between its neighbours"),
    Example("truce search witkoff --count", "how many records of each kind"),
    Example("truce search witkoff my-store/ --in quotes", "in one list of another store"),
  ]

  @Argument(
    help: ArgumentHelp(
      "Words, \"phrases\", -exclusions and fields, in quotation marks where there are several.",
      valueName: "query"))
  var line: String

  @OptionGroup var store: StoreArguments

  @Option(
    name: .customLong("in"), help: ArgumentHelp("Search one list only.", valueName: "kind"))
  var kind: ListedKind?

  @Option(
    help: ArgumentHelp(
      "Print the best of each kind, so many at most; or so many lines.", valueName: "number")
  )
  var limit: Int?

  @Flag(help: "Print how many records of each kind match, or lines by speaker and month.")
  var count = false

  @Flag(help: "Print the words found in quotes between what stands before and after them.")
  var kwic = false

  @Option(
    help: ArgumentHelp(
      "What lines with --kwic are sorted by: right is the next word, left the one before.",
      valueName: "key"))
  var sort: Concordance.Order?

  @OptionGroup var form: FormArguments

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit wants a number from 1 on") }
    if sort != nil, !kwic { throw ValidationError("--sort is for --kwic") }
    if limit != nil, count { throw ValidationError("--count counts all: --limit has no meaning") }
    if kwic, let kind, kind.kind != .quote {
      throw ValidationError("--kwic is for quotes: leave --in out")
    }
  }

  static func advice(for arguments: [String]) -> String? {
    let words = arguments.prefix { $0 != "--" }
    // What follows an option may be meant as its value, and - is standard input.
    let line = zip([""] + words, words).first { before, word in
      word.hasPrefix("-") && !word.hasPrefix("--") && word != "-" && !before.hasPrefix("--")
    }?.1
    return line.map {
      "words are one argument, after -- where it begins with -: \(fullName) -- '\($0) …'"
    }
  }

  func run(on output: Output) throws {
    let stores = Stores(names: store.stores)
    if let missing = stores.missing.first {
      throw Failure(
        .problems, "there is no store \(missing)",
        advice: "several words to search for are one argument: truce search '\(line) …'")
    }
    let chronicle = try stores.chronicle()
    let calendar = QueryCalendar(chronicle, today: Stores.today)
    let query = try SavedNames.query(line, calendar)
    guard !query.isEmpty else {
      throw Failure(.wrongUse, "there is no word to search for", advice: "give a word, or several")
    }
    let kinds = kwic ? [.quote] : kind.map { [$0.kind] } ?? ListedKind.all
    // Lines and counts are made of all that is found: there is no best of it to be chosen.
    let best = kwic || count ? 0 : limit
    let found = FoundRecords(query, calendar, among: kinds, in: chronicle, limit: best)
    for message in found.nearNames { writeMessage("truce: \(message)\n") }
    if kwic {
      let lines = ContextLines(found, sortedBy: sort ?? .right)
      try lines.write(to: output, asCounts: count, isJSON: form.json, limit: limit)
      if lines.isEmpty { throw Self.noLine(for: query, in: found) }
    } else {
      try found.write(to: output, asCounts: count, isJSON: form.json)
    }
    guard !found.isEmpty else { throw Self.nothing(in: found) }
  }

  private static func nothing(in found: FoundRecords) -> Failure {
    Failure(
      .problems, "nothing in the store matches \(found.query.line)",
      advice: Wording.loosened(found.loosened)
        ?? "a word is found by how it begins; fewer words find more")
  }

  /// Why there is no line for what was found.
  private static func noLine(for query: Query, in found: FoundRecords) -> Failure {
    let quotes = Wording.count(found.count, "quote")
    if found.isEmpty { return nothing(in: found) }
    return Keywords(query).isEmpty
      ? Failure(
        .problems, "\(quotes) found, by no word of theirs",
        advice: "--kwic wants a word to centre; without it they are listed")
      : Failure(
        .problems, "\(quotes) found, by a name, a note or the original, not by their text",
        advice: "without --kwic they are listed")
  }
}

extension Concordance.Order: ExpressibleByArgument {}
