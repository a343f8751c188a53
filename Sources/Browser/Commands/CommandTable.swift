package import Screen

/// One row of the table of commands.
package struct CommandRow: Sendable {
  package let command: Command
  /// What the palette calls it.
  package let name: String
  /// The keys that reach it, each a sequence in the notation of `Key.parse`.
  package let keys: [String]
  /// One line of help.
  package let help: String
  package let area: CommandArea
  /// Where its keys apply.
  package let scopes: Scope
  /// What the bottom line says after its first key, and where; `nil`: it is not on that line.
  package let hint: Hint?

  /// A word for the bottom line.
  package struct Hint: Sendable {
    /// What stands for the keys of several rows; `nil`: the first key of this one.
    package let keys: String?
    package let word: String
    package let scopes: Scope
    /// From 0; where the line is short, high ranks are left out first.
    package let rank: Int
  }
}

/// The parts into which the table falls in the help, in order.
package enum CommandArea: String, CaseIterable, Sendable {
  case move = "Move"
  case panes = "Panes and views"
  case history = "History"
  case time = "Time"
  case search = "Search and filter"
  case links = "Links"
  case copy = "Copy"
  case general = "General"
  case line = "The line being typed"
}

/// The one table of commands. Bindings, help, palette, bottom line and the README's list of keys
/// are made from it, so none of them can be out of date.
package enum CommandTable {
  /// Every command once, in the order of the help.
  package static let rows: [CommandRow] =
    moves + panes + history + time + search + links + copy + general + line

  /// The row of a command.
  package static func row(of command: Command) -> CommandRow? {
    byCommand[command]
  }

  private static let byCommand = Dictionary(
    rows.map { ($0.command, $0) }, uniquingKeysWith: { first, _ in first })

  private static func row(
    _ command: Command, _ name: String, _ keys: [String], _ help: String, _ area: CommandArea,
    _ scopes: Scope, hint: CommandRow.Hint? = nil
  ) -> CommandRow {
    CommandRow(
      command: command, name: name, keys: keys, help: help, area: area, scopes: scopes, hint: hint)
  }

  private static func hint(
    _ word: String, _ scopes: Scope, _ rank: Int, keys: String? = nil
  ) -> CommandRow.Hint {
    CommandRow.Hint(keys: keys, word: word, scopes: scopes, rank: rank)
  }

  private static let moves: [CommandRow] = [
    row(
      .down, "down", ["j", "<Down>"], "one down; 5j five", .move, .reading,
      hint: hint("down", [.help, .facets], 2)),
    row(.up, "up", ["k", "<Up>"], "one up; 5k five", .move, .reading),
    row(.halfPageDown, "half page down", ["<C-d>"], "half a page down", .move, .reading),
    row(.halfPageUp, "half page up", ["<C-u>"], "half a page up", .move, .reading),
    row(
      .pageDown, "page down", ["<C-f>", "<PgDn>", "<Space>"], "a page down", .move, .pages),
    row(.pageUp, "page up", ["<C-b>", "<PgUp>", "b"], "a page up", .move, .pages),
    row(.first, "first", ["gg", "<Home>"], "the first; 7gg the seventh", .move, .reading),
    row(.last, "last", ["G", "<End>"], "the last; 7G the seventh", .move, .reading),
    row(.centre, "centre", ["zz"], "put what is selected in the middle", .move, .panes),
    row(
      .enter, "open", ["<Enter>", "l", "<Right>"],
      "go in: to the detail, from a link to what it names", .move, .panes,
      hint: hint("open", .panes, 0)),
    row(
      .leave, "leave", ["h", "<Left>"], "go out: from the detail to the list", .move, .panes,
      hint: hint("list", .detail, 2)),
  ]

  private static let panes: [CommandRow] = [
    row(
      .nextPane, "next pane", ["<Tab>"], "the next pane", .panes, .panes,
      hint: hint("pane", .panes, 9)),
    row(.previousPane, "previous pane", ["<S-Tab>"], "the pane before", .panes, .panes),
    row(.growList, "larger list", ["+"], "give the list more room", .panes, .panes),
    row(.shrinkList, "smaller list", ["_", "-"], "give the detail more room", .panes, .panes),
    row(
      .alone, "pane alone", ["O"], "this pane alone, and back", .panes, .panes,
      hint: hint("alone", .panes, 9)),
    row(
      .showTimeline, "timeline", ["1", "gt"], "the timeline of events", .panes, .panes,
      hint: hint("views", .list, 7, keys: "1-6")),
    row(.showQuotes, "quotes", ["2", "gq"], "the quotes", .panes, .panes),
    row(.showActors, "actors", ["3", "ga"], "the actors", .panes, .panes),
    row(.showAgreements, "agreements", ["4", "gr"], "the agreements", .panes, .panes),
    row(.showSources, "sources", ["5", "gs"], "the sources", .panes, .panes),
    row(.showPlaces, "places", ["6", "gp"], "the places", .panes, .panes),
  ]

  private static let history: [CommandRow] = [
    row(
      .back, "back", ["<lt>", "<C-o>"], "back to where you were, as it was", .history, .panes,
      hint: hint("back", .panes, 4)),
    row(
      .forward, "forward", [">"], "forward again", .history, .panes,
      hint: hint("forward", .panes, 7)),
  ]

  private static let time: [CommandRow] = [
    row(
      .goToDate, "go to date", ["t"], "go to a date: 19 dec, 2025-10, +3w, day 42", .time, .panes,
      hint: hint("date", .list, 6)),
    row(.nextDay, "next day", ["d"], "the next day that has a record", .time, .panes),
    row(.previousDay, "previous day", ["D"], "the day before that has a record", .time, .panes),
    row(
      .nextMonth, "next month", ["}"],
      "the next month with a record; everywhere: the next kind", .time, .panes),
    row(
      .previousMonth, "previous month", ["{"],
      "the month before with a record; everywhere: the kind before", .time, .panes),
    row(.nextGap, "next gap", [")"], "past the next stretch without a record", .time, .panes),
    row(.previousGap, "previous gap", ["("], "the gap before", .time, .panes),
    row(.latest, "latest", ["T"], "the latest record up to today", .time, .panes),
  ]

  private static let search: [CommandRow] = [
    row(
      .find, "search", ["/"], "search while you type", .search, .pages,
      hint: hint("search", [.list, .help], 1)),
    row(
      .findNext, "next hit", ["n"], "the next hit", .search, .pages,
      hint: hint("next hit", .panes, 3)),
    row(.findPrevious, "previous hit", ["N"], "the hit before", .search, .pages),
    row(
      .everywhere, "search everywhere", ["g/"],
      "search records of all kinds, the best hits of each first", .search, .panes,
      hint: hint("everywhere", .list, 8)),
    row(
      .searchHere, "search this everywhere", ["*"],
      "search everywhere for this word found, name or link", .search, .panes),
    row(
      .narrow, "filter", ["&"], "narrow the list to what matches; empty lifts it", .search,
      .panes, hint: hint("filter", .list, 5)),
    row(
      .liftFilter, "filter on or off", ["F"], "lift the filter or bring it back", .search, .panes,
      hint: hint("filter on/off", .list, 4)),
    row(
      .liftCondition, "lift condition", ["c"], "lift a condition of the filter by its number: c2",
      .search, .panes),
    row(
      .facets, "facets", ["f"], "what there is of what, to narrow the list by", .search,
      [.list, .detail, .facets]),
    row(
      .toggleFacet, "toggle facet", ["<Space>", "<Enter>"],
      "in the facets: ask for that, or no longer", .search, .facets,
      hint: hint("toggle", .facets, 1)),
    row(
      .saveQuery, "save query", ["S"], "save the filter and search in force under a name",
      .search, .panes),
    row(
      .savedQueries, "saved queries", ["gf"], "queries saved, to filter by; @NAME names one",
      .search, .panes),
    row(
      .concordance, "in context", ["K"], "the words found in their context; again: the list",
      .search, .panes, hint: hint("in context", .list, 3)),
    row(
      .sort, "sort", ["s"], "sort by the next key: actors, words in context", .search,
      .panes, hint: hint("sort", .list, 1)),
  ]

  private static let links: [CommandRow] = [
    row(
      .followNumber, "follow link", ["x"], "follow a link by its number; in the detail, digits do",
      .links, .panes, hint: hint("link", .detail, 1)),
    row(
      .nextLink, "next link", ["]"], "the next link of the detail", .links, .panes,
      hint: hint("next link", .detail, 1)),
    row(.previousLink, "previous link", ["["], "the link before", .links, .panes),
    row(
      .openAddress, "open source", ["o"], "show the source’s address; Enter or o opens it", .links,
      .panes,
      hint: hint("source", .detail, 5)),
  ]

  private static let copy: [CommandRow] = [
    row(
      .copyText, "copy text", ["yy"], "words of a quote, title and summary of an event", .copy,
      .panes),
    row(
      .copyQuote, "copy quote", ["yq"], "the words, whose they are, and where they stand", .copy,
      .panes),
    row(
      .copyCitation, "copy citation", ["yc"], "the sources of a record, one a line", .copy,
      .panes),
    row(.copyAddress, "copy address", ["yu"], "the address of the source", .copy, .panes),
    row(
      .copyPermalink, "copy permalink", ["yl"], "truce:ID, for --goto and truce show", .copy,
      .panes),
    row(.copyJSON, "copy json", ["yj"], "the record as the store has it", .copy, .panes),
  ]

  private static let general: [CommandRow] = [
    row(
      .palette, "command", [":", "<C-p>"], "any command by name", .general, .panes,
      hint: hint("command", .panes, 8)),
    row(
      .help, "help", ["?", "<F1>"], "what the keys do here", .general, .reading,
      hint: hint("help", .panes, 0)),
    row(
      .queryHelp, "query help", ["g?"], "how a search or filter is written", .general, .panes),
    row(
      .aboutStore, "about this store", ["i"], "what the store says of itself", .general, .panes),
    row(
      .mouse, "mouse", ["M", "<F2>"], "use the mouse here, or leave it to the terminal",
      .general, .reading),
    row(
      .textOrder, "right to left", ["B"], "who orders such text: truce, the terminal, nobody",
      .general, .reading),
    row(.redraw, "redraw", ["<C-l>"], "draw the screen again", .general, .reading),
    row(.suspend, "suspend", ["<C-z>"], "to the shell; fg comes back", .general, .reading),
    row(
      .stepBack, "step back", ["<Esc>"], "back out one step; never leaves the program", .general,
      .reading, hint: hint("close", [.help, .facets], 0)),
    row(
      .upOne, "up one", ["q"], "up one level; from the list, leave the program", .general,
      .reading, hint: hint("quit", .list, 2)),
    row(.quit, "quit", ["Q"], "leave the program", .general, .reading),
    row(
      .interrupt, "interrupt", ["<C-c>"], "back out one step; twice leaves the program",
      .general, [.list, .detail, .help, .prompt, .palette, .facets]),
  ]

  private static let line: [CommandRow] = [
    row(
      .accept, "accept", ["<Enter>"], "take what is typed", .line, .typing,
      hint: hint("take", .typing, 0)),
    row(
      .cancel, "cancel", ["<Esc>"], "back to where you were", .line, .typing,
      hint: hint("back", .typing, 1)),
    row(
      .eraseBack, "erase back", ["<BS>", "<C-h>"], "erase the letter before; if empty, leave",
      .line, .typing),
    row(
      .eraseForward, "erase forward", ["<Del>", "<C-d>"], "erase the letter here", .line,
      .typing),
    row(.eraseWord, "erase word", ["<C-w>"], "erase the word before", .line, .typing),
    row(.eraseToStart, "erase to start", ["<C-u>"], "erase all before", .line, .typing),
    row(.eraseToEnd, "erase to end", ["<C-k>"], "erase all after", .line, .typing),
    row(.lineLeft, "letter left", ["<Left>", "<C-b>"], "a letter left", .line, .typing),
    row(.lineRight, "letter right", ["<Right>", "<C-f>"], "a letter right", .line, .typing),
    row(.lineStart, "start of line", ["<Home>", "<C-a>"], "to the start", .line, .typing),
    row(.lineEnd, "end of line", ["<End>", "<C-e>"], "to the end", .line, .typing),
    row(
      .earlier, "earlier line", ["<Up>", "<C-p>"],
      "an earlier line that begins so; in a list, one up",
      .line, .typing),
    row(
      .later, "later line", ["<Down>", "<C-n>"], "a later line; in a list, one down", .line,
      .typing),
    row(
      .recall, "recall", ["<C-r>"], "query lines used before, to choose from",
      .line, .typing),
    row(
      .deleteQuery, "delete query", ["<C-x>"], "in the saved queries: delete this one", .line,
      .palette),
    row(
      .complete, "complete", ["<Tab>"], "fields, values and names to go on with; again: next",
      .line, .prompt),
    row(
      .completeBack, "complete back", ["<S-Tab>"], "the one before", .line, .prompt),
  ]
}

extension CommandTable {
  /// The list of keys for the README, in Markdown: a table for each area.
  package static func markdown() -> String {
    var text = ""
    for area in CommandArea.allCases {
      text += "| \(area.rawValue) | |\n|---|---|\n"
      for row in rows where row.area == area {
        let keys = row.keys.map { "`\(label(ofKeys: $0))`" }.joined(separator: " ")
        text += "| \(keys.replacing("|", with: "\\|")) | \(row.help) |\n"
      }
      text += "\n"
    }
    return text
  }

  /// A sequence of keys as people write it: `^D`, `PgDn`, `gg`.
  package static func label(ofKeys notation: String) -> String {
    guard let keys = try? Key.parse(notation) else { return notation }
    return keys.map(label(of:)).joined()
  }

  /// A key as people write it.
  package static func label(of key: Key) -> String {
    switch key {
    case .control(let letter): "^" + String(letter)
    case .character(" "): "Space"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .backtab: "Shift-Tab"
    case .character(let character): String(character)
    default: String(key.notation.dropFirst().dropLast())
    }
  }
}
