import Records
import Screen
import Search

extension Session {
  /// How the words in context are spread over speakers and months: in two lines, or as two lists.
  func drawCounts(in area: Rect, of frame: inout Frame) {
    guard !area.isEmpty, let counts = pane.concordance?.counts, !counts.speakers.isEmpty else {
      return
    }
    let spread = Spread(counts, in: chronicle)
    if area.rows == 2 {
      let speakers = CountLine(title: "speaker", spread.speakers, glyphs: glyphs)
      frame.write(speakers.text(columns: area.columns), at: area.origin, columns: area.columns)
      let months = CountLine(title: "month", spread.months, glyphs: glyphs)
      let years = CountLine(title: "year", spread.years, glyphs: glyphs)
      let time = months.fits(columns: area.columns) ? months : years
      frame.write(
        time.text(columns: area.columns), at: Point(column: area.column, row: area.row + 1),
        columns: area.columns)
    } else {
      drawLists(spread, in: area.splitLeft(1).rest.splitRight(1).rest, of: &frame)
    }
  }

  /// Where there is room for both lists beside each other they stand so, else below each other.
  private func drawLists(_ spread: Spread, in area: Rect, of frame: inout Frame) {
    let isBeside = area.columns >= 70
    let half = isBeside ? area.columns / 2 : area.columns
    let (left, right) = area.splitLeft(half)
    var speakers = CountList(title: "BY SPEAKER", spread.speakers, others: "more", glyphs: glyphs)
    let timeRows = isBeside ? area.rows : max(area.rows / 2, area.rows - 2 - speakers.rows)
    var time = CountList(
      title: "BY MONTH", spread.monthsWithGaps, others: "more months", glyphs: glyphs)
    if time.rows > timeRows {
      time = CountList(title: "BY YEAR", spread.years, others: "more years", glyphs: glyphs)
    }
    let speakerRows = isBeside ? area.rows : area.rows - min(timeRows, time.rows) - 1
    speakers.room = speakerRows
    time.room = min(timeRows, area.rows)
    let below = area.splitTop(min(speakers.drawnRows, speakerRows) + 1).rest
    speakers.draw(in: left.splitRight(isBeside ? 2 : 0).rest, of: &frame)
    time.draw(in: isBeside ? right : below, of: &frame)
  }
}

/// Counts with their names.
private struct Spread {
  let speakers: [Count]
  let months: [Count]
  /// With a row for each stretch of months that have none.
  let monthsWithGaps: [Count]
  let years: [Count]

  init(_ counts: ConcordanceCounts, in chronicle: Chronicle) {
    speakers = counts.speakers.map { entry in
      Count(number: entry.count) { Block.visible(chronicle.label(of: entry.speaker)) }
    }
    let undated =
      counts.undatedCount == 0
      ? [] : [Count(number: counts.undatedCount) { "no month stated" }]
    func month(_ month: ConcordanceCounts.Month) -> Count {
      let parts = month.start.parts
      let name = "\(Day.shortName(ofMonth: parts.month)) \(parts.year)"
      return Count(number: month.count) { name }
    }
    months = counts.months.map(month) + undated
    monthsWithGaps =
      counts.months.flatMap {
        ($0.gap > 0
          ? [Count.gap(of: $0.gap)] : [])
          + [month($0)]
      } + undated
    var years: [(year: Int, number: Int)] = []
    for month in counts.months {
      if years.last?.year == month.start.year {
        years[years.count - 1].number += month.count
      } else {
        years.append((month.start.year, month.count))
      }
    }
    self.years =
      years.map { entry in Count(number: entry.number) { String(entry.year) } } + undated
  }
}

/// A number of lines under a name, which is only made where it is shown: there may be many.
private struct Count {
  /// 0 where there is nothing to count.
  let number: Int
  private let makeName: () -> String

  init(number: Int, name: @escaping () -> String) {
    self.number = number
    makeName = name
  }

  var name: String { makeName() }

  /// Months that have no line.
  static func gap(of months: Int) -> Count {
    Count(number: 0) { Wording.count(months, "month") + " without" }
  }
}

/// Counts beside each other on one line, as many as fit; the rest as their number.
private struct CountLine {
  private let title: String
  private let counts: [Count]
  private let glyphs: Glyphs
  private let most: Int

  init(title: String, _ counts: [Count], glyphs: Glyphs) {
    self.title = title
    self.counts = counts
    self.glyphs = glyphs
    most = counts.map(\.number).max() ?? 0
  }

  /// Whether all of them fit.
  func fits(columns: Int) -> Bool { shown(columns: columns) == counts.count }

  func text(columns: Int) -> StyledText {
    var line = StyledText.program(" " + title.padded(to: 8), .label)
    let shown = shown(columns: columns)
    for (place, count) in counts.prefix(shown).enumerated() {
      if place > 0 { line += .program("  ", .text) }
      line += text(of: count)
    }
    let rest = counts.dropFirst(shown)
    if !rest.isEmpty {
      let number = rest.reduce(0) { $0 + $1.number }
      line += .program(
        "  \(Wording.number(rest.count)) more \(Wording.number(number))", .dim)
    }
    return line
  }

  private func text(of count: Count) -> StyledText {
    let bar = Bar(count.number, of: most, columns: 4, glyphs: glyphs).text
    return StyledText(count.name, .text).cut(to: 20)
      + .program(" \(Wording.number(count.number)) ", .text) + .program(bar, .mark)
  }

  private func shown(columns: Int) -> Int {
    var used = 7
    for (place, count) in counts.enumerated() {
      used += text(of: count).columns + 2
      // Room for the number of the rest, unless nothing is left.
      if used + (place + 1 < counts.count ? 16 : 0) > columns { return place }
    }
    return counts.count
  }
}

/// Counts below each other, each with its bar; what has no room as its number.
private struct CountList {
  /// How many rows there are for it, the title included.
  var room = 0
  private let title: String
  private let counts: [Count]
  private let others: String
  private let glyphs: Glyphs

  init(title: String, _ counts: [Count], others: String, glyphs: Glyphs) {
    self.title = title
    self.counts = counts
    self.others = others
    self.glyphs = glyphs
  }

  /// How many rows all of it takes.
  var rows: Int { counts.count + 1 }
  /// How many of its room it takes.
  var drawnRows: Int { min(rows, room) }

  func draw(in area: Rect, of frame: inout Frame) {
    guard drawnRows > 0 else { return }
    frame.write(.program(title, .heading), at: area.origin, columns: area.columns)
    let shown = rows <= room ? counts.count : max(0, room - 2)
    let most = counts.map(\.number).max() ?? 0
    let figures = counts.prefix(shown).map { $0.number == 0 ? "" : Wording.number($0.number) }
    let figureColumns = figures.map { TextWidth.columns(of: $0) }.max() ?? 1
    let nameColumns = max(
      0,
      min(
        counts.prefix(shown).map { TextWidth.columns(of: $0.name) }.max() ?? 0,
        area.columns - figureColumns - 2 - max(4, area.columns / 4)))
    for (offset, count) in counts.prefix(shown).enumerated() {
      var line = StyledText(count.name, count.number == 0 ? .dim : .text).cut(to: nameColumns)
      let gap = nameColumns - line.columns + figureColumns - TextWidth.columns(of: figures[offset])
      line += .program(
        String(repeating: " ", count: max(0, gap) + 1) + figures[offset] + " ", .text)
      let columns = area.columns - nameColumns - figureColumns - 2
      line += .program(Bar(count.number, of: most, columns: columns, glyphs: glyphs).text, .mark)
      frame.write(
        line, at: Point(column: area.column, row: area.row + 1 + offset), columns: area.columns)
    }
    guard shown < counts.count, room > 1 else { return }
    let rest = counts.dropFirst(shown)
    let number = rest.reduce(0) { $0 + $1.number }
    frame.write(
      .program(
        "\(Wording.number(rest.count)) \(others): \(Wording.number(number))", .dim),
      at: Point(column: area.column, row: area.row + 1 + shown), columns: area.columns)
  }
}

/// A bar that lies; what is counted has a piece at least.
private struct Bar {
  let text: String

  init(_ number: Int, of most: Int, columns: Int, glyphs: Glyphs) {
    let length = most > 0 ? (number * columns + most / 2) / most : 0
    text = String(
      repeating: glyphs.block, count: number > 0 ? max(1, min(length, columns)) : 0)
  }
}

extension String {
  fileprivate func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - count))
  }
}
