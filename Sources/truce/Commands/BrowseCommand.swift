import ArgumentParser
import Browser
import Records
import Screen
import Search
import Terminal

/// `truce [STORE…]`: the browser; without a terminal, the plain list of events.
struct BrowseCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "truce",
    abstract: "Browse the record of a ceasefire: what happened, who said what, how we know.",
    version: "truce 0.1.0", subcommands: Program.subcommands)

  static let examples = [
    Example("truce", "browse the store that comes with the program"),
    Example("truce my-store/ more.json", "browse a store of your own: files, folders, or -"),
    Example("truce --goto miami-talks", "begin at a record"),
    Example("truce --accessible", "a conversation in lines of text, for screen readers"),
    Example("truce search lawlessness", "who said it, and how it reached print"),
    Example("truce show miami-talks", "one record with everything it refers to"),
    Example("truce list actors --json", "all records of a kind, for a program"),
    Example("truce check my-store/", "every mistake by file, line and column"),
  ]

  @OptionGroup var store: StoreArguments

  @Option(help: ArgumentHelp("Begin at a record.", valueName: "id"))
  var goto: String?

  @Option(
    help: ArgumentHelp("Begin with the events that match, as & does.", valueName: "words"))
  var query: String?

  @OptionGroup var screen: ScreenArguments

  @Flag(help: "Converse in lines of text instead of drawing a screen, as screen readers want it.")
  var accessible = false

  @Flag(help: "Print the list of events instead of opening the browser.")
  var plain = false

  @Flag(
    name: .customLong("no-history"),
    help: "Neither read nor keep the lines of searches and filters.")
  var isForgetful = false

  func run(on output: Output) throws {
    let stores = Stores(names: store.stores)
    if let word = stores.names.first, word == stores.missing.first, !word.contains("/"),
      let close = nearest(to: word, among: Program.subcommands.map { $0._commandName })
    {
      throw Failure(
        .wrongUse, "there is no command and no store \(word)",
        advice: "did you mean 'truce \(close)'?")
    }
    guard !accessible || !stores.names.contains("-") else {
      throw Failure(
        .wrongUse, "the store and the commands cannot both come from standard input",
        advice: "write the store to a file, and name that")
    }
    let chronicle = try stores.chronicle()
    let start = try goto.map { id in
      guard let record = chronicle.record(namedBy: id) else {
        throw ShowCommand.missing(id, in: chronicle)
      }
      return record
    }
    if accessible {
      try converse(chronicle, from: start, on: output)
    } else if output.isTerminal, !plain {
      try browse(chronicle, from: start)
    } else {
      try list(chronicle, to: output)
    }
  }

  /// What can be said without a screen.
  private func list(_ chronicle: Chronicle, to output: Output) throws {
    guard let line = query else {
      try ListCommand.write(chronicle.events, of: chronicle, asOf: nil, isJSON: false, to: output)
      return
    }
    let query = try SavedNames.query(line, QueryCalendar(chronicle, today: Stores.today))
    var finder = RecordFinder(chronicle)
    let found = finder.records(matching: query, among: .event)
    try ListCommand.write(found, of: chronicle, asOf: query.asOf, isJSON: false, to: output)
    guard !found.isEmpty else {
      throw Failure(
        .problems, "no event matches \(line)", advice: "truce search looks in all lists")
    }
  }

  private func converse(
    _ chronicle: Chronicle, from start: RecordID?, on output: Output
  ) throws {
    let kept = KeptFiles(isForgetful: isForgetful)
    var session = Session(
      chronicle: chronicle, size: Size(columns: 80, rows: 24), today: Stores.today,
      glyphs: screen.ascii ? .ascii : .unicode, textOrder: .off,
      lines: kept.lines, saved: kept.saved)
    var finder = Finder(chronicle)
    for case .search(let request) in query.map({ session.narrow(to: $0) }) ?? [] {
      if let result = finder.answer(request) { _ = session.update(.searchFinished(result)) }
    }
    if let start { session.open(start) }
    if let note = kept.note { writeMessage("truce: \(note)\n") }
    var loop = DialogueLoop(session, chronicle: chronicle, kept: kept, on: output)
    try loop.run()
  }

  private func browse(_ chronicle: Chronicle, from start: RecordID?) throws {
    let order = screen.bidi.order()
    let terminal: TextTerminal
    do throws(TerminalError) {
      terminal = try TextTerminal(options: TextTerminal.Options(textOrder: order))
    } catch {
      throw Failure(error)
    }
    let kept = KeptFiles(isForgetful: isForgetful)
    var session = Session(
      chronicle: chronicle, size: terminal.size, today: Stores.today,
      glyphs: terminal.isUTF8 && !screen.ascii ? .unicode : .ascii, textOrder: order,
      lines: kept.lines, saved: kept.saved)
    var effects = query.map { session.narrow(to: $0) } ?? []
    if let start { session.open(start) }
    if let note = kept.note { effects += session.update(.note(note)) }
    var loop = BrowserLoop(session, on: terminal, chronicle: chronicle, kept: kept)
    loop.run(after: effects)
  }
}

extension Failure {
  /// Why there is no screen.
  fileprivate init(_ error: TerminalError) {
    let lines = "\(error)".split(separator: "\n", maxSplits: 1)
    self.init(
      .wrongUse, String(lines.first ?? ""),
      advice: lines.dropFirst().first.map { $0.drop { $0 == " " } + "; or use --plain" } ?? "")
  }
}
