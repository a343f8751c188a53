package import Screen
package import Search

/// What the session is told.
package enum Message: Sendable {
  case key(Key)
  case resize(Size)
  /// A search that the session asked for has been carried out.
  case searchFinished(SearchResult)
  /// Something to tell the reader on the bottom line.
  case note(String)
  /// A change to the saved queries was asked for: what is saved by now, and what to tell of it.
  case queriesChanged(SavedQueries, note: String)
  /// No key came for a moment. Sent only where `Session.wantsPause` asks for it.
  case pause
}

/// What the session asks for: everything that reaches outside of it.
package enum Effect: Hashable, Sendable {
  case quit
  case suspend
  /// Draw everything again, whatever the terminal is thought to show.
  case redraw
  case openAddress(WebAddress)
  /// Put text where other programs take it from, and tell what came of it.
  case copy(Copy)
  /// Keep a query line for later sessions.
  case keepLine(String)
  /// Change what is saved under names, and send back what is saved by then.
  case changeQueries(SavedQueries.Change)
  /// Tell the terminal who orders text from right to left.
  case setTextOrder(TextOrder)
  /// Have the mouse told to the session, or leave it to the terminal.
  case setMouse(Bool)
  /// Carry a search out, at leisure, and send its result back.
  case search(SearchRequest)
}

/// A search to be carried out, as a value: it may run anywhere.
package struct SearchRequest: Hashable, Sendable {
  /// What the result is for.
  package enum Purpose: Hashable, Sendable {
    /// To find and highlight.
    case find
    /// To narrow the list.
    case narrow
    /// To say what there is of what among the records that match.
    case facets
    /// To put the words found in their context.
    case concordance
    /// To show the best hits of each kind of record.
    case everywhere
    /// To highlight what another list was searched for; the selection stays.
    case mark
    /// To say what the line being typed could go on with.
    case completion
    /// To say what there is in other lists of what a list has none of.
    case elsewhere
  }

  /// Later requests have greater numbers; the session takes the result of the latest only.
  package let generation: Int
  package let view: View
  package let text: String
  package let purpose: Purpose

  /// Whether it is put off for what is typed in a list, rather than given up.
  package var canWait: Bool {
    switch purpose {
    case .facets, .everywhere, .elsewhere: true
    case .find, .narrow, .concordance, .mark, .completion: false
    }
  }

  /// Whether it is not to be gone on with once another one is there. Two that can wait do not put
  /// each other off.
  package func givesWay(to other: SearchRequest) -> Bool {
    purpose == other.purpose || (canWait && !other.canWait)
  }

  /// For a concordance: the quotes that were found, as places in the whole list, ascending.
  var positions: [Int32] = []
  /// For a concordance: by what its lines are sorted.
  var order = Concordance.Order.right
  /// For a completion: where in the line one types, in UTF-8 from 0.
  var offset = 0
  /// For a completion: whether the line is for all kinds of record, not for those of the view.
  var isOfAllKinds = false
}

/// What a search found.
package struct SearchResult: Sendable {
  package let request: SearchRequest
  /// Places in the whole list of the view, ascending.
  package let positions: [Int32]
  /// Words that nothing has, with the names near them that were searched instead.
  package let nearNames: [RecordFinder.NearName]
  /// Of events for a filter, their days.
  let time: TimeIndex?
  /// For facets, what there is of what.
  let facets: [Facet]
  /// For a concordance: its lines, and how they are spread.
  private(set) var concordance: Concordance?
  private(set) var counts: ConcordanceCounts?
  /// For a search of all kinds, what it found.
  private(set) var everywhere: EverywhereAnswer?
  /// What the line could go on with.
  private(set) var completion: Completion?

  /// What a search found, by places in the whole list.
  package init(
    request: SearchRequest, positions: [Int32], nearNames: [RecordFinder.NearName] = [],
    time: TimeIndex? = nil, facets: [Facet] = []
  ) {
    self.request = request
    self.positions = positions
    self.nearNames = nearNames
    self.time = time
    self.facets = facets
  }

  /// What the line could go on with.
  init(request: SearchRequest, completion: Completion) {
    self.init(request: request, positions: [])
    self.completion = completion
  }

  /// The lines of a concordance, and how they are spread.
  init(request: SearchRequest, concordance: Concordance, counts: ConcordanceCounts) {
    self.init(request: request, positions: [])
    (self.concordance, self.counts) = (concordance, counts)
  }

  /// The hits of all kinds.
  init(request: SearchRequest, everywhere: EverywhereAnswer) {
    self.init(request: request, positions: [])
    self.everywhere = everywhere
  }
}
