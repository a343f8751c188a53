import Records

/// In which order a list stands that can be in more than one.
enum ListOrder: Hashable, Sendable {
  /// Those first of whom there is most; see `ActorOrder`.
  case mostNamed
  case byName

  /// What it goes by.
  var words: String {
    switch self {
    case .mostNamed: "most named, outlets last"
    case .byName: "name"
    }
  }

  /// The same where there is little room.
  var shortWords: String {
    switch self {
    case .mostNamed: "most named"
    case .byName: "name"
    }
  }

  var next: ListOrder { self == .mostNamed ? .byName : .mostNamed }
}

extension Session {
  /// The records of a view in the order in which it lists them.
  func records(of view: View) -> RecordList {
    panes[view.rawValue].order == .mostNamed ? actorOrder.actors : view.records(in: chronicle)
  }

  /// Where a record stands in the list of a view that has a place in the list of the store.
  func place(of position: Int, in view: View) -> Int {
    panes[view.rawValue].order == .mostNamed ? actorOrder.place(of: position) : position
  }

  /// What was found in the list of the store, in the order in which a view lists it.
  func placed(_ hits: Hits, in view: View) -> Hits {
    panes[view.rawValue].order == .mostNamed
      ? hits.reordered { place(of: $0, in: view) } : hits
  }

  /// Sorts the list one is in by the next key. The same record stays selected.
  mutating func sort(by steps: Int) {
    guard pane.concordance == nil else { return sortConcordance(by: steps) }
    guard let order = pane.order else {
      note = "Only actors, and words in context, are sorted anew: K shows those"
      return
    }
    guard !steps.isMultiple(of: 2) else { return }
    jump { session in
      let before = session.records
      session.pane.order = order.next
      var list = session.pane.list
      list.reorder { place in
        session.place(of: session.chronicle.position(of: before[place]), in: session.currentView)
      }
      session.pane.list = list
    }
  }
}
