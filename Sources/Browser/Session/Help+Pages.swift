import Records
import Search

extension Help {
  /// How a query is written, with every field.
  static let queryLines: [Line] =
    [
      .heading("Words"),
      .entry(keys: "cease fire", text: "records with words that begin so, all of them"),
      .entry(keys: "\"second stage\"", text: "these words one after another, the last one whole"),
      .entry(keys: "-word", text: "without it; so do -\"a phrase\", -kind:talks and -(a b)"),
      .entry(keys: "aid OR food", text: "either; OR binds weaker than a space"),
      .entry(keys: "gaza (aid OR food)", text: "parentheses group"),
      .heading("Fields"),
    ]
    + Field.allCases.map { .entry(keys: $0.example, text: $0.help) } + [
      .heading("Values"),
      .entry(keys: "kind:talks,visit", text: "one of several"),
      .entry(keys: "speaker:\"al thani\"", text: "quotation marks hold words together"),
      .entry(keys: "status:pl", text: "the beginning of a word will do"),
      .entry(keys: "Tab", text: "while one types: fields, values and names to go on with"),
      .entry(keys: "Up, ^r", text: "while one types: lines used before that begin so, and all"),
      .entry(keys: "@name", text: "a query saved under that name: S saves, gf lists them"),
      .entry(keys: "from:19 dec", text: "dates as t takes them: 2025, dec 2025, 2025-12-19"),
      .heading("Names"),
      .text(
        "Any spelling or script of a name finds all records that name its bearer, groups that have "
          + "it as a member, and places within a place. Where nothing is found, one slip is "
          + "forgiven in names of five letters or more, two from nine, and the bottom line says so."
      ),
    ]

  /// What a store says of itself, and how much there is of what and of which year.
  static func lines(about chronicle: Chronicle) -> [Line] {
    var lines: [Line] = [.heading(chronicle.title)]
    if let note = chronicle.note { lines += [.text(note), .text("")] }
    if let period = chronicle.period {
      lines.append(
        .entry(keys: "period", text: "\(period.lowerBound.shown) – \(period.upperBound.shown)"))
    }
    lines.append(.heading("Records"))
    for kind in RecordKind.allCases where !chronicle.records(of: kind).isEmpty {
      lines.append(
        .entry(keys: Wording.number(chronicle.records(of: kind).count), text: kind.plural))
    }
    let years = counts(byYear: chronicle)
    if !years.isEmpty {
      lines.append(.heading("By year"))
      lines += years.map { year in
        .entry(
          keys: String(year.year),
          text: "\(Wording.number(year.events)) events, \(Wording.number(year.quotes)) quotes")
      }
    }
    return lines
  }

  /// How many events and quotes the lists have of each year, told from where the years begin in
  /// them: they are in the order of days.
  private static func counts(
    byYear chronicle: Chronicle
  ) -> [(year: Int, events: Int, quotes: Int)] {
    guard let period = chronicle.period else { return [] }
    let events = chronicle.events.prefix(chronicle.events.count - chronicle.undatedCount)
    func count(_ list: some RandomAccessCollection<RecordID>, _ year: Int) -> Int {
      guard let start = Day(year: year, month: 1, day: 1) else { return 0 }
      let next = Day(year: year + 1, month: 1, day: 1) ?? Day.last
      func firstPlace(from day: Day) -> Int {
        var (low, high) = (0, list.count)
        while low < high {
          let middle = (low + high) / 2
          let record = list[list.index(list.startIndex, offsetBy: middle)]
          if let other = chronicle.sortDay(of: record), other < day {
            low = middle + 1
          } else {
            high = middle
          }
        }
        return low
      }
      return firstPlace(from: next) - firstPlace(from: start)
    }
    return (period.lowerBound.year...period.upperBound.year).map { year in
      (year, count(events, year), count(chronicle.quotes, year))
    }.filter { $0.1 + $0.2 > 0 }
  }
}
