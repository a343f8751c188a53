import Records

extension Session {
  /// The day under which the selected record stands; `nil` without one.
  var selectedDay: Day? {
    guard currentView.hasDays, pane.everywhere == nil, let selected,
      !isUndated(index: pane.list.index)
    else { return nil }
    return chronicle.sortDay(of: selected)
  }

  /// Whether an item of the list stands among those without a date.
  func isUndated(index: Int) -> Bool {
    guard currentView == .timeline else { return false }
    let list = pane.list
    return index >= 0 && index < list.count
      && list.position(at: index) >= list.total - chronicle.undatedCount
  }

  /// The first item that is not before a day, in a list in the order of days; O(log n).
  func firstIndex(onOrAfter day: Day) -> Int {
    let list = pane.list
    let records = records
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      let position = list.position(at: middle)
      let isBefore =
        !isUndated(index: middle)
        && chronicle.sortDay(of: records[position]).map { $0 < day } ?? false
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return low
  }

  mutating func moveInTime(_ command: Command, times: Int) {
    guard hasDays() else { return }
    guard !pane.list.isEmpty else { return }
    switch command {
    case .latest:
      let index = firstIndex(onOrAfter: today + 1) - 1
      jump { $0.pane.list.select(index: max(0, index)) }
    case .nextDay, .previousDay:
      for _ in 0..<min(times, 1000) { step(command) }
    default:
      jump { session in
        for _ in 0..<min(times, 1000) { session.step(command) }
      }
    }
  }

  private mutating func step(_ command: Command) {
    guard let day = selectedDay else {
      if command == .previousDay || command == .previousMonth || command == .previousGap {
        selectDay(before: pane.list.count) { $0 }
      } else {
        note = "There is no later day"
      }
      return
    }
    switch command {
    case .nextDay: select(onOrAfter: day + 1)
    case .previousDay: selectDay(before: firstIndex(onOrAfter: day)) { $0 }
    case .nextMonth: select(onOrAfter: Session.monthStart(of: day).adding(months: 1) ?? Day.last)
    case .previousMonth:
      selectDay(before: firstIndex(onOrAfter: Session.monthStart(of: day))) {
        Session.monthStart(of: $0)
      }
    case .nextGap, .previousGap: stepOverGap(from: day, isForward: command == .nextGap)
    default: break
    }
  }

  private mutating func select(onOrAfter day: Day) {
    let index = firstIndex(onOrAfter: day)
    guard index < pane.list.count, !isUndated(index: index) else {
      note = "There is no later day"
      return
    }
    pane.list.select(index: index)
  }

  /// Selects the first record of the day, or of what `start` makes of it, of the last dated item
  /// before an index.
  private mutating func selectDay(before index: Int, start: (Day) -> Day) {
    var index = index - 1
    if isUndated(index: index) {
      index = pane.list.count - 1 - undatedShown
    }
    guard index >= 0, index < pane.list.count,
      let day = chronicle.sortDay(of: records[pane.list.position(at: index)])
    else {
      note = "There is no earlier day"
      return
    }
    pane.list.select(index: firstIndex(onOrAfter: start(day)))
  }

  /// How many of the items shown have no date.
  private var undatedShown: Int {
    guard currentView == .timeline else { return 0 }
    let list = pane.list
    return list.count - time.count
  }

  private mutating func stepOverGap(from day: Day, isForward: Bool) {
    guard currentView == .timeline else {
      note = "Gaps are shown on the timeline: gt goes there"
      return
    }
    let time = time
    let current = time.firstEntry(atLeast: Int(day.number))
    let places =
      isForward
      ? Array(min(current + 1, time.entries.count)..<time.entries.count)
      : (0..<min(current, time.entries.count)).reversed()
    guard let found = places.first(where: { time.gap(beforeEntry: $0) >= time.leastGap }),
      let target = Day(number: Int(time.entries[found].day))
    else {
      note = isForward ? "There is no later gap" : "There is no earlier gap"
      return
    }
    pane.list.select(index: firstIndex(onOrAfter: target))
  }

  private mutating func hasDays() -> Bool {
    guard pane.concordance == nil else {
      note = "Words in context are not gone through by day: K goes back to the list"
      return false
    }
    if !currentView.hasDays {
      note = "\(currentView.name) are not in the order of days: gt goes to the timeline"
    }
    return currentView.hasDays
  }

  private static func monthStart(of day: Day) -> Day {
    day - (day.day - 1)
  }
}

// MARK: - Going to a date

extension Session {
  mutating func beginDate() {
    guard hasDays() else { return }
    prompt = Prompt(.date, origin: stop)
  }

  /// The days that a typed date means.
  func days(of text: String) -> Result<ClosedRange<Day>, DateFault> {
    let reference = selectedDay ?? today
    let basis = dayCount.basis(nearest: reference)
    return Result { () throws(DateFault) in
      try TypedDate.parse(text, reference: reference, dayZero: basis?.start, today: today)
    }
  }

  mutating func go(to days: ClosedRange<Day>) {
    jump { session in
      let list = session.pane.list
      guard !list.isEmpty else { return }
      let index = session.firstIndex(onOrAfter: days.lowerBound)
      let isAfterAll = index >= list.count || session.isUndated(index: index)
      session.pane.list.select(index: isAfterAll ? max(0, index - 1) : index)
      guard let day = session.selectedDay, !days.contains(day) else { return }
      let wanted = Session.shown(days)
      session.note =
        isAfterAll
        ? "Nothing on or after \(wanted): this is the last record"
        : "Nothing on \(wanted): the next record is of \(day.shown)"
    }
  }

  /// A day, or the first and last of several.
  static func shown(_ days: ClosedRange<Day>) -> String {
    days.lowerBound == days.upperBound
      ? days.lowerBound.shownWithWeekday
      : "\(days.lowerBound.shown) – \(days.upperBound.shown)"
  }
}
