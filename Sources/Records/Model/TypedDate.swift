/// What a person types to say where in time to go.
///
/// | typed | means |
/// |---|---|
/// | `2025`, `2025-10`, `2025-10-9`, `202X` | a year, month, day, decade |
/// | `dec 2025`, `December 2025`, `2025 dec` | a month |
/// | `19 dec 2025`, `Dec 19, 2025`, `19th december 2025` | a day |
/// | `19 dec`, `dec` | the nearest such day or month |
/// | `+3w`, `-10d`, `+2m`, `+1y` | so many weeks, days, months or years from the reference |
/// | `day 42`, `day -3` | that day of an agreement |
/// | `today`, `yesterday`, `tomorrow` | as the clock says |
///
/// Case does not matter. Months are English, in full or by three letters or more.
package enum TypedDate {
  /// The first and last day that are meant.
  ///
  /// - Parameters:
  ///   - text: what is typed.
  ///   - reference: the day that `+3w` counts from, and that a date without a year is nearest to;
  ///     of two that are as near, the earlier one is taken.
  ///   - dayZero: the day an agreement took effect; `nil` when there is none to count from.
  ///   - today: the day of the clock; `nil` when it is not to be used.
  /// - Returns: one day, or all the days of what is meant.
  /// - Throws: what cannot be read, with a hint at what can.
  package static func parse(
    _ text: some StringProtocol, reference: Day, dayZero: Day? = nil, today: Day? = nil
  ) throws(DateFault) -> ClosedRange<Day> {
    let words = try TypedWord.words(of: text)
    guard let first = words.first else {
      throw DateFault("no date is typed", advice: examples, offset: 0)
    }
    let input = Input(words: words, reference: reference, dayZero: dayZero, today: today)
    switch first.kind {
    case .sign("+"), .sign("-"): return try input.step()
    case .word("day"): return try input.countedDay()
    case .word("today"): return try input.clockDay(0)
    case .word("yesterday"): return try input.clockDay(-1)
    case .word("tomorrow"): return try input.clockDay(1)
    default: break
    }
    if let date = try? RecordDate(text), let day = date.lower ?? date.upper {
      return day...(date.upper ?? day)
    }
    return try input.isHyphenated ? input.hyphenated() : input.named()
  }

  static let examples = "try 2025-12-19, dec 2025, 19 dec, +3w or day 42"
}

/// The words of a typed date, at least one, and what they are relative to.
private struct Input {
  let words: [TypedWord]
  let reference: Day
  let dayZero: Day?
  let today: Day?

  private func only(_ day: Day?, at word: TypedWord) throws(DateFault) -> ClosedRange<Day> {
    guard let day else {
      throw DateFault(
        "that is outside of the calendar", advice: "years go from 0000 to 9999",
        offset: word.offset)
    }
    return day...day
  }

  private func fault(_ problem: String, _ advice: String, at index: Int) -> DateFault {
    let word = words[min(index, words.count - 1)]
    return DateFault(problem, advice: advice, offset: word.offset)
  }

  /// `+3w`, `- 10 days`.
  func step() throws(DateFault) -> ClosedRange<Day> {
    let sign = words[0].kind == .sign("-") ? "-" : "+"
    guard words.count > 1, case .number(let value, _) = words[1].kind else {
      throw fault("a number is missing after \"\(sign)\"", "try \(sign)3w", at: 1)
    }
    guard words.count > 2 else {
      throw fault(
        "no unit is given", "add d, w, m or y for days, weeks, months or years: \(sign)\(value)d",
        at: 1)
    }
    guard words.count == 3, case .word(let unit) = words[2].kind else {
      throw fault("there is more than a step", "try \(sign)\(value)d", at: 3)
    }
    let count = sign == "-" ? -value : value
    switch unit {
    case "d", "day", "days": return try only(moved(count), at: words[1])
    case "w", "week", "weeks": return try only(moved(count * 7), at: words[1])
    case "m", "month", "months": return try only(reference.adding(months: count), at: words[1])
    case "y", "year", "years":
      return try only(reference.adding(months: count * 12), at: words[1])
    default:
      throw fault(
        "the unit is not known", "write d, w, m or y for days, weeks, months or years", at: 2)
    }
  }

  private func moved(_ days: Int) -> Day? { Day(number: Int(reference.number) + days) }

  /// `day 42`, `day -3`.
  func countedDay() throws(DateFault) -> ClosedRange<Day> {
    var rest = words.dropFirst()
    var isNegative = false
    if let sign = rest.first, sign.kind == .sign("-") || sign.kind == .sign("+") {
      isNegative = sign.kind == .sign("-")
      rest = rest.dropFirst()
    }
    guard rest.count == 1, let word = rest.first, case .number(let value, _) = word.kind else {
      throw fault("\"day\" is not followed by a number", "try day 42", at: 1)
    }
    guard let dayZero else {
      throw fault(
        "there is no day 0 to count from", "choose an agreement that says when it took effect",
        at: 0)
    }
    return try only(Day(number: Int(dayZero.number) + (isNegative ? -value : value)), at: word)
  }

  func clockDay(_ days: Int) throws(DateFault) -> ClosedRange<Day> {
    guard words.count == 1 else {
      throw fault("there is more than a day", TypedDate.examples, at: 1)
    }
    guard let today else {
      throw fault("the clock is not used here", "write the date: 2025-12-19", at: 0)
    }
    return try only(today + days, at: words[0])
  }

  /// Whether it begins like `2025-10`, with numbers.
  var isHyphenated: Bool {
    guard words.count > 2, case .number = words[0].kind, case .number = words[2].kind else {
      return false
    }
    return words[1].kind == .sign("-")
  }

  /// `2025-10-9`: like a stored date, but single digits will do.
  func hyphenated() throws(DateFault) -> ClosedRange<Day> {
    var text = ""
    for word in words {
      switch word.kind {
      case .number(let value, let digits):
        text += Day.padded(value, text.isEmpty ? digits : 2)
      case .sign(let sign): text.append(sign)
      case .word(let letters): text += letters == "xx" ? "XX" : letters
      }
    }
    guard case .number(_, 4) = words[0].kind else { throw numeric() }
    do throws(DateFault) {
      let date = try RecordDate(text)
      guard let day = date.lower ?? date.upper else { throw numeric() }
      return day...(date.upper ?? day)
    } catch {
      throw DateFault(error.problem, advice: error.advice, offset: words[0].offset)
    }
  }

  private func numeric() -> DateFault {
    fault(
      "day and month cannot be told apart", "write 19 dec 2025 or 2025-12-19", at: 0)
  }
}

// MARK: - Names of months

extension Input {
  /// `19 dec 2025` in any order, with or without day or year.
  func named() throws(DateFault) -> ClosedRange<Day> {
    var (day, month, year): (Int?, Int?, Int?)
    for (index, word) in words.enumerated() {
      switch word.kind {
      case .number(let value, 4) where year == nil: year = value
      case .number(let value, 1), .number(let value, 2):
        guard day == nil else { throw fault("there are two days", TypedDate.examples, at: index) }
        day = value
      case .number:
        throw fault("the number is neither a day nor a year", TypedDate.examples, at: index)
      case .word(let name):
        if isOrdinalEnd(name, index) { continue }
        guard month == nil, let value = Input.month(name) else {
          throw fault(
            month == nil ? "the word is not the name of a month" : "there are two words",
            TypedDate.examples, at: index)
        }
        month = value
      case .sign("/"), .sign("."), .sign("-"):
        // "19 dec. 2025" and "19-dec-2025" are clear; "19/12" is not.
        guard words.contains(where: { Input.month($0) != nil }) else { throw numeric() }
      case .sign:
        throw fault("this character is not part of a date", TypedDate.examples, at: index)
      }
    }
    guard let month else {
      throw fault(
        "a number alone", "try 19 dec for a day, or day 19 to count from day 0", at: 0)
    }
    guard let day else { return try monthOf(month, year) }
    return try dayOf(day, month, year)
  }

  private func isOrdinalEnd(_ name: String, _ index: Int) -> Bool {
    guard index > 0, words[index].isAttached, case .number = words[index - 1].kind else {
      return false
    }
    return ["st", "nd", "rd", "th"].contains(name)
  }

  private static func month(_ word: TypedWord) -> Int? {
    guard case .word(let name) = word.kind else { return nil }
    return month(name)
  }

  /// The number of a month by three letters or more of its name.
  private static func month(_ name: String) -> Int? {
    guard name.utf8.count >= 3 else { return nil }
    return Day.monthNames.firstIndex { $0.lowercased().hasPrefix(name) }.map { $0 + 1 }
  }

  private func dayOf(_ day: Int, _ month: Int, _ year: Int?) throws(DateFault) -> ClosedRange<Day> {
    // Eight years on either side hold a 29 February even around 1900.
    let here = reference.year
    let years = year.map { $0...$0 } ?? here - 8...here + 8
    let days = years.compactMap { Day(year: $0, month: month, day: day) }
    guard let nearest = nearest(days, distance: { abs($0 - reference) }) else {
      let length = Day.length(ofMonth: month, year: year ?? 2000)
      let name = Day.monthNames[month - 1] + (year.map { " " + Day.padded($0, 4) } ?? "")
      throw fault("the day \(day) does not exist", "\(name) has \(length) days", at: 0)
    }
    return nearest...nearest
  }

  private func monthOf(_ month: Int, _ year: Int?) throws(DateFault) -> ClosedRange<Day> {
    let here = reference.year
    let years = year.map { $0...$0 } ?? here - 1...here + 1
    let months = years.compactMap { year -> ClosedRange<Day>? in
      guard let first = Day(year: year, month: month, day: 1) else { return nil }
      return first...(first + (Day.length(ofMonth: month, year: year) - 1))
    }
    let nearest = nearest(months) {
      max($0.lowerBound - reference, reference - $0.upperBound, 0)
    }
    guard let nearest else { return try only(nil, at: words[0]) }
    return nearest
  }

  private func nearest<Place>(_ places: [Place], distance: (Place) -> Int) -> Place? {
    places.min { distance($0) < distance($1) }
  }
}
