/// Everything a key can ask for. What a command is called, which keys reach it and where it
/// applies stands in `CommandTable`; what it does, in `Session`.
package enum Command: CaseIterable, Hashable, Sendable {
  // Moving in a list, a detail or an overlay.
  case down, up, halfPageDown, halfPageUp, pageDown, pageUp, first, last, centre
  case enter, leave

  // Panes and views.
  case nextPane, previousPane, growList, shrinkList, alone
  case showTimeline, showQuotes, showActors, showAgreements, showSources, showPlaces

  // History.
  case back, forward

  // Time.
  case goToDate, nextDay, previousDay, nextMonth, previousMonth, nextGap, previousGap, latest

  // Search and filter.
  case find, findNext, findPrevious, narrow, liftFilter, liftCondition
  case facets, toggleFacet, concordance, sort, everywhere, searchHere
  case saveQuery, savedQueries

  // Links.
  case followNumber, nextLink, previousLink, openAddress

  // Copying.
  case copyText, copyQuote, copyCitation, copyAddress, copyPermalink, copyJSON

  // General.
  case palette, help, queryHelp, aboutStore, mouse, textOrder
  case redraw, suspend, stepBack, upOne, quit, interrupt

  // The line that is being typed.
  case accept, cancel, eraseBack, eraseForward, eraseWord, eraseToStart, eraseToEnd
  case lineLeft, lineRight, lineStart, lineEnd, earlier, later, recall, deleteQuery
  case complete, completeBack
}

/// Where keys go: each place has bindings of its own.
package struct Scope: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The list of a view.
  package static let list = Scope(rawValue: 1)
  /// The detail of the selected record.
  package static let detail = Scope(rawValue: 2)
  /// The help overlay.
  package static let help = Scope(rawValue: 4)
  /// A line that is being typed at the bottom: search, filter, date, link number.
  package static let prompt = Scope(rawValue: 8)
  /// A line that narrows a list to choose from: the command palette, the lines used before,
  /// the saved queries.
  package static let palette = Scope(rawValue: 16)

  /// The list of facets.
  package static let facets = Scope(rawValue: 32)

  /// The panes of a view.
  package static let panes: Scope = [.list, .detail]
  /// Where text is read, page by page.
  package static let pages: Scope = [.list, .detail, .help]
  /// All but the lines that are typed.
  package static let reading: Scope = [.list, .detail, .help, .facets]
  /// The lines that are typed.
  package static let typing: Scope = [.prompt, .palette]

  /// Each place by itself.
  package static let each: [Scope] = [.list, .detail, .help, .prompt, .palette, .facets]
}
