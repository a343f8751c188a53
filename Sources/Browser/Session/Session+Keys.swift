import Screen

extension Session {
  mutating func handle(_ key: Key) -> [Effect] {
    note = nil
    if let effects = answerOffer(key) ?? answerLifting(key) { return effects }
    if case .mouse(let event) = key { return take(event) }
    let wasInterrupted = wasInterrupted
    defer { if self.wasInterrupted == wasInterrupted { self.wasInterrupted = false } }
    if scope == .prompt || scope == .palette { return type(key) }
    if case .paste = key {
      note = "Nothing is being typed: / searches, & filters"
      return []
    }
    if key == .escape, count != nil || !pending.isEmpty {
      forgetKeys()
      return []
    }
    if pending.isEmpty, let digit = key.digit { return press(digit: digit, key) }
    return press(key)
  }

  private mutating func press(_ key: Key) -> [Effect] {
    let keys = pending + [key]
    switch Keymap.standard.match(keys, in: scope) {
    case .prefix:
      pending = keys
      return []
    case .command(let command):
      let times = takeCount(for: command)
      forgetKeys()
      return perform(command, times: times)
    case .unbound:
      forgetKeys()
      let label = keys.map(CommandTable.label(of:)).joined()
      note = "\(label) is not bound here: ? lists the keys"
      return []
    }
  }

  mutating func forgetKeys() {
    pending = []
    count = nil
    chord = nil
  }

  /// A digit follows a link in the detail, and switches the view in a list. Several in a row switch
  /// it several times; they turn out to be a count if a command that takes one comes right behind.
  private mutating func press(digit: Int, _ key: Key) -> [Effect] {
    if let number = count {
      // No list is longer than ten digits can say.
      count = min(number * 10 + digit, 9_999_999_999)
      return []
    }
    switch scope {
    case .detail where digit > 0 && chord == nil:
      return beginLink(digit: digit)
    case .list:
      guard case .command(let command) = Keymap.standard.match([key], in: scope) else { break }
      chord = Chord(
        number: min((chord?.number ?? 0) * 10 + digit, 999_999_999),
        before: chord?.before ?? stop, history: chord?.history ?? history)
      return perform(command, times: nil)
    default: break
    }
    if let chord {
      undo(chord)
      count = chord.number * 10 + digit
    } else if digit > 0 {
      count = digit
    } else {
      return press(key)
    }
    return []
  }

  private mutating func takeCount(for command: Command) -> Int? {
    if let chord, command.takesCount {
      undo(chord)
      return chord.number
    }
    return count
  }

  private mutating func undo(_ chord: Chord) {
    restore(chord.before)
    history = chord.history
    self.chord = nil
  }
}

extension Key {
  /// The number on a digit key.
  var digit: Int? {
    guard case .character(let character) = self, character.isASCII else { return nil }
    return character.wholeNumberValue
  }
}

extension Command {
  /// Whether a number before it has a meaning.
  var takesCount: Bool {
    switch self {
    case .down, .up, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .first, .last, .back,
      .forward, .nextDay, .previousDay, .nextMonth, .previousMonth, .nextGap, .previousGap,
      .findNext, .findPrevious, .sort, .nextLink, .previousLink, .growList, .shrinkList:
      true
    case .centre, .enter, .leave, .nextPane, .previousPane, .alone, .showTimeline, .showQuotes,
      .showActors, .showAgreements, .showSources, .showPlaces, .goToDate, .latest, .find,
      .narrow, .liftFilter, .liftCondition, .facets, .toggleFacet, .concordance, .everywhere,
      .searchHere, .saveQuery, .savedQueries, .followNumber, .openAddress, .copyText, .copyQuote,
      .copyCitation, .copyAddress, .copyPermalink, .copyJSON, .palette, .help,
      .queryHelp, .aboutStore, .mouse, .textOrder,
      .redraw,
      .suspend,
      .stepBack, .upOne, .quit, .interrupt, .accept, .cancel, .eraseBack, .eraseForward,
      .eraseWord, .eraseToStart, .eraseToEnd, .lineLeft, .lineRight, .lineStart, .lineEnd,
      .earlier, .later, .recall, .deleteQuery, .complete, .completeBack:
      false
    }
  }
}
