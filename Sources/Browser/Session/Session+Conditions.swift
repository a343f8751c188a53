import Screen
import Search

extension Session {
  /// The filter in force as a query, if it has several conditions, each of which can be lifted alone.
  var severalConditions: Query? {
    guard let line = pane.list.filterInForce?.text else { return nil }
    let query = Query(line, calendar: calendar)
    return query.conditions.count > 1 ? query : nil
  }

  /// Asks which condition is to be lifted: the next key says its number.
  mutating func beginLifting() {
    guard let query = severalConditions else {
      note =
        pane.list.filterInForce == nil
        ? "There is no filter: & narrows the list" : "The filter is one condition: F lifts it"
      return
    }
    isLifting = true
    // On a narrow screen the title line has no room for them.
    let named = query.conditions.prefix(9).enumerated().map {
      "\($0.offset + 1) \(query.text(in: $0.element))"
    }
    note = "Lift which? " + named.joined(separator: "  ")
  }

  /// Lifts the condition of that number; `nil` when no number was waited for, or the key is none.
  mutating func answerLifting(_ key: Key) -> [Effect]? {
    guard isLifting else { return nil }
    isLifting = false
    // Whoever presses Esc has given it up, and no more.
    if key == .escape { return [] }
    return key.digit.map { liftCondition($0) }
  }

  /// Lifts one condition of the filter, by its number from 1; what is selected stays so.
  mutating func liftCondition(_ number: Int) -> [Effect] {
    guard let query = severalConditions, (1...query.conditions.count).contains(number) else {
      note = "The filter has no condition \(number)"
      return []
    }
    history.leave(stop)
    let line = query.without(number - 1)
    remember(line, for: .narrow)
    return search(line, for: .narrow)
  }

  /// The conditions of a filter as the title line shows them, as many as fit, and how many do not.
  func conditionChips(in room: Int) -> [(text: StyledText, target: Area.Target?)] {
    guard prompt == nil, let query = severalConditions else { return [] }
    let list = pane.list
    let counts = StyledText.program(
      "\(Wording.number(list.count))/\(Wording.number(list.total))")
    let conditions = query.conditions
    let longest = max(12, room / 3)
    // Beside the counts, one that says how many are not seen has to fit.
    var rest = room - counts.columns - 2
    var chips: [(text: StyledText, target: Area.Target?)] = []
    for (place, range) in conditions.enumerated() {
      let chip =
        .program("\(place == 0 ? "&" : "")[\(place + 1) ", .bar)
        + StyledText(query.text(in: range), .bar).cut(to: longest)
        + .program("]", .bar)
      let width = chip.columns + 2
      guard width + (place + 1 < conditions.count ? 5 : 0) <= rest else { break }
      rest -= width
      chips.append((chip, liftingKeys(place + 1).map { .keys($0) }))
    }
    guard !chips.isEmpty else { return [] }
    if chips.count < conditions.count {
      chips.append((.program("+\(conditions.count - chips.count)"), .command(.narrow)))
    }
    return chips + [(counts, .command(.liftFilter))]
  }

  /// What is typed to lift a condition; `nil` where one digit does not name it.
  private func liftingKeys(_ number: Int) -> [Key]? {
    guard number < 10, let first = CommandTable.row(of: .liftCondition)?.keys.first else {
      return nil
    }
    return try? Key.parse("\(first)\(number)")
  }
}
