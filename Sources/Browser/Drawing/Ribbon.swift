import Records
import Screen

/// A line of all time: how many events each stretch of it has, its empty stretches blank.
///
/// The unit is the smallest of day, week, month, quarter, year and decade with which the whole
/// line fits; years (of days: months, of years: decades), or every fifth, are named where they
/// begin, "'24" where there is little room.
struct Ribbon: Hashable {
  /// What one cell stands for.
  enum Unit: CaseIterable, Hashable {
    case day, week, month, quarter, year, decade

    var word: String {
      switch self {
      case .day: "a day"
      case .week: "a week"
      case .month: "a month"
      case .quarter: "a quarter"
      case .year: "a year"
      case .decade: "a decade"
      }
    }
  }

  /// A cell or a few of the line.
  enum Piece: Hashable {
    case label(String)
    case bar(count: Int, start: Int, end: Int)
  }

  /// A unit, of how many of the stretches with a name of their own one is named, and whether all
  /// names but the first are cut to two digits.
  private struct Scale {
    let unit: Unit
    let named: Int
    var isBrief = false
  }

  private static let scales = [
    Scale(unit: .day, named: 1), Scale(unit: .week, named: 1), Scale(unit: .month, named: 1),
    Scale(unit: .month, named: 1, isBrief: true), Scale(unit: .month, named: 5),
    Scale(unit: .quarter, named: 1), Scale(unit: .quarter, named: 1, isBrief: true),
    Scale(unit: .quarter, named: 5), Scale(unit: .year, named: 1), Scale(unit: .year, named: 20),
    Scale(unit: .decade, named: 1),
  ]

  let unit: Unit
  let pieces: [Piece]
  /// The most that any cell stands for.
  let most: Int

  /// The line for a width; `nil` where there is nothing to show or no room.
  init?(_ time: TimeIndex, columns: Int) {
    guard let days = time.days else { return nil }
    for scale in Ribbon.scales {
      let unit = scale.unit
      guard unit.cells(in: days) <= columns * 2 else { continue }
      let pieces = Ribbon.pieces(of: days, scale, limit: columns) {
        time.count(from: $0, before: $1)
      }
      guard let pieces else { continue }
      self.unit = unit
      self.pieces = pieces
      most = pieces.map { if case .bar(let count, _, _) = $0 { count } else { 0 } }.max() ?? 0
      return
    }
    return nil
  }

  /// How many events more make a bar one level higher.
  var step: Int { max(1, (most + 7) / 8) }

  /// The level of a bar, from 0 for nothing to 8.
  func level(of count: Int) -> Int { (count + step - 1) / step }

  private static func pieces(
    of days: ClosedRange<Day>, _ scale: Scale, limit: Int, count: (Int, Int) -> Int
  ) -> [Piece]? {
    let unit = scale.unit
    var pieces: [Piece] = []
    var columns = 0
    var start = unit.start(of: days.lowerBound)
    var label: String?
    while start <= days.upperBound {
      let end = unit.next(after: start)
      let name = unit.label(of: start)
      if name != label, label == nil || unit.year(of: start) % scale.named == 0 {
        let whole = unit.label(of: start, after: label) + " "
        let text =
          label == nil ? whole : scale.isBrief ? "'\(name.suffix(2))" : " \(whole)"
        pieces.append(.label(text))
        columns += text.count
        label = name
      }
      let last = end ?? Day.last + 1
      let endNumber = end.map { Int($0.number) } ?? Int(last.number) + 1
      pieces.append(
        .bar(
          count: count(Int(start.number), endNumber), start: Int(start.number), end: endNumber))
      columns += 1
      guard columns <= limit else { return nil }
      guard let end else { break }
      start = end
    }
    return pieces
  }
}

extension Ribbon.Unit {
  /// About how many cells a stretch of days takes, without labels.
  func cells(in days: ClosedRange<Day>) -> Int {
    let length = days.upperBound - days.lowerBound + 1
    return switch self {
    case .day: length
    case .week: length / 7
    case .month: length / 31
    case .quarter: length / 92
    case .year: length / 366
    case .decade: length / 3660
    }
  }

  /// The first day of the cell a day belongs to.
  func start(of day: Day) -> Day {
    let parts = day.parts
    let (year, month): (Int, Int)
    switch self {
    case .day: return day
    case .week: return day - (day.weekday - 1)
    case .month: (year, month) = (parts.year, parts.month)
    case .quarter: (year, month) = (parts.year, (parts.month - 1) / 3 * 3 + 1)
    case .year: (year, month) = (parts.year, 1)
    case .decade: (year, month) = (parts.year / 10 * 10, 1)
    }
    return Day(year: year, month: month, day: 1) ?? day
  }

  /// The first day of the cell after the one that starts on a day; `nil` at the end of time.
  func next(after start: Day) -> Day? {
    switch self {
    case .day: return start < Day.last ? start + 1 : nil
    case .week: return start < Day.last - 7 ? start + 7 : nil
    case .month: return start.adding(months: 1)
    case .quarter: return start.adding(months: 3)
    case .year: return start.adding(months: 12)
    case .decade: return start.adding(months: 120)
    }
  }

  /// What the stretch is named after that a cell lies in.
  func label(of start: Day) -> String {
    let parts = start.parts
    return switch self {
    case .day: "\(Day.shortName(ofMonth: parts.month)) \(parts.year)"
    case .week, .month, .quarter: "\(year(of: start))"
    case .year: "\(parts.year / 10 * 10)s"
    case .decade: "\(parts.year / 100 * 100)s"
    }
  }

  /// The year a cell belongs to; a week in which a year begins, to that one.
  func year(of start: Day) -> Int {
    (self == .week ? start + 6 : start).year
  }

  /// The label, shorter where the one before already says the year.
  func label(of start: Day, after previous: String?) -> String {
    let parts = start.parts
    if self == .day, let previous, previous.hasSuffix(" \(parts.year)") {
      return Day.shortName(ofMonth: parts.month)
    }
    return label(of: start)
  }
}

extension Session {
  func drawRibbon(in area: Rect, of frame: inout Frame) {
    guard !area.isEmpty else { return }
    let time = time
    let inner = area.inset(columns: 1)
    // Room for the longest legend: "▾ = 99 · ▁ = 1–99 a quarter".
    let legend = 24 + 2 * TextWidth.columns(of: Wording.number(time.count))
    let hasLegend = inner.columns >= 2 * legend
    guard let ribbon = Ribbon(time, columns: inner.columns - (hasLegend ? legend : 0)) else {
      return
    }
    var line = StyledText()
    var here = 0
    let day = selectedDay.map { Int($0.number) }
    for piece in ribbon.pieces {
      switch piece {
      case .label(let text): line.append(text, .dim)
      case .bar(let count, let start, let end):
        if let day, start <= day, day < end {
          line.append(String(glyphs.moreBelow), .current)
          here = count
        } else {
          let level = ribbon.level(of: count)
          line.append(level == 0 ? " " : String(glyphs.levels[level - 1]), .mark)
        }
      }
    }
    frame.write(line, at: inner.origin, columns: inner.columns)
    name(ribbon, in: inner, of: &frame)
    if hasLegend { drawLegend(of: ribbon, here: day == nil ? nil : here, in: inner, of: &frame) }
  }

  /// Pressing a bar goes to its days, pressing a name to those of the bar behind it.
  private func name(_ ribbon: Ribbon, in area: Rect, of frame: inout Frame) {
    var (start, column) = (area.column, area.column)
    for piece in ribbon.pieces {
      switch piece {
      case .label(let text): column += TextWidth.columns(of: text)
      case .bar(_, let first, let end):
        column += 1
        frame.name(
          Rect(column: start, row: area.row, columns: column - start, rows: 1),
          .days(first...max(first, end - 1)))
        start = column
      }
    }
  }

  private func drawLegend(
    of ribbon: Ribbon, here: Int?, in area: Rect, of frame: inout Frame
  ) {
    let lowest = ribbon.step == 1 ? "1" : "1\(glyphs.range)\(Wording.number(ribbon.step))"
    var legend = StyledText()
    if let here {
      legend.append(String(glyphs.moreBelow), .current)
      legend.append(" = \(Wording.number(here)) \(glyphs.dot) ", .dim)
    }
    legend.append(String(glyphs.levels[0]), .mark)
    legend.append(" = \(lowest) \(ribbon.unit.word)", .dim)
    let columns = legend.columns
    guard columns < area.columns else { return }
    frame.write(
      legend, at: Point(column: area.endColumn - columns, row: area.row), columns: columns)
  }
}
