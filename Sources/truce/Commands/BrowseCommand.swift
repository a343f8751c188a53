import ArgumentParser
import Records

/// `truce [STORE…]`: the browser; without a terminal, the plain list of events.
struct BrowseCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "truce",
    abstract: "Browse the record of a ceasefire: what happened, who said what, how we know.",
    version: "truce 0.1.0", subcommands: Program.subcommands)

  static let examples = [
    Example("truce", "browse the store that comes with the program"),
    Example("truce my-store/ more.json", "browse a store of your own: files, folders, or -"),
    Example("truce search lawlessness", "who said it, and how it reached print"),
    Example("truce show miami-talks", "one record with everything it refers to"),
    Example("truce list actors --json", "all records of a kind, for a program"),
    Example("truce check my-store/", "every mistake by file, line and column"),
  ]

  @OptionGroup var store: StoreArguments

  @Flag(help: "Print the list of events instead of opening the browser.")
  var plain = false

  func run(on output: Output) throws {
    let stores = Stores(names: store.stores)
    if let word = stores.names.first, word == stores.missing.first, !word.contains("/"),
      let close = nearest(to: word, among: Program.subcommands.map { $0._commandName })
    {
      throw Failure(
        .wrongUse, "there is no command and no store \(word)",
        advice: "did you mean 'truce \(close)'?")
    }
    let chronicle = try stores.chronicle()
    guard output.isTerminal, !plain else {
      try ListCommand.write(chronicle.events, of: chronicle, isJSON: false, to: output)
      return
    }
  }
}
