import Records
import Screen
import Testing

@testable import Browser

@Suite("The line of all time")
struct RibbonTests {
  @Test(
    "The unit follows from the span of the days and the room",
    arguments: [
      ("2025-12-15", "2025-12-21", 50, Ribbon.Unit.day), ("2025-12-19", "2025-12-19", 50, .day),
      ("2025-10-01", "2025-12-19", 120, .day), ("2025-10-01", "2025-12-19", 50, .week),
      ("2023-10-07", "2025-12-19", 50, .month), ("2023-10-07", "2025-12-19", 150, .week),
      ("1990-01-01", "2025-12-19", 120, .year), ("1948-01-01", "2025-12-19", 120, .year),
      ("1948-01-01", "2025-12-19", 40, .decade), ("0000-01-01", "9999-12-31", 2000, .decade),
    ])
  func units(_ first: String, _ last: String, _ columns: Int, _ unit: Ribbon.Unit) throws {
    let ribbon = try #require(Ribbon(try Self.time(first, last), columns: columns))
    #expect(ribbon.unit == unit)
    #expect(Self.columns(of: ribbon) <= columns)
  }

  @Test(
    "Every year is named: with two digits before it is left out",
    arguments: [
      (60, ["2023 ", " 2024 ", " 2025 ", " 2026 "]), (48, ["2023 ", "'24", "'25", "'26"]),
      (36, ["2023 ", " 2024 ", " 2025 ", " 2026 "]),
    ])
  func names(_ columns: Int, _ names: [String]) throws {
    let time = try Self.time("2023-10-07", "2026-07-06")
    let ribbon = try #require(Ribbon(time, columns: columns))
    let labels = ribbon.pieces.compactMap { piece in
      if case .label(let text) = piece { text } else { nil }
    }
    #expect(labels == names)
  }

  @Test("Every event is counted once, and empty stretches are there")
  func counts() throws {
    for columns in [30, 50, 90, 150] {
      let time = try Self.time("2023-10-07", "2025-12-19")
      let ribbon = try #require(Ribbon(time, columns: columns))
      var counts: [Int] = []
      for case .bar(let count, let start, let end) in ribbon.pieces {
        counts.append(count)
        #expect(start < end)
      }
      #expect(counts.reduce(0, +) == time.count)
      #expect(counts.contains(0))
      #expect(counts.first != 0 && counts.last != 0)
    }
  }

  @Test("A level is never 0 where there is something, nor more than 8")
  func levels() throws {
    let ribbon = try #require(Ribbon(try Self.time("2025-12-01", "2025-12-19", 1000), columns: 60))
    #expect(ribbon.most == 1000)
    #expect(ribbon.level(of: 0) == 0)
    #expect(ribbon.level(of: 1) == 1)
    #expect(ribbon.level(of: 1000) == 8)
  }

  @Test("Without room or days there is none")
  func none() throws {
    #expect(Ribbon(try Self.time("0000-01-01", "9999-12-31"), columns: 40) == nil)
    #expect(Ribbon(try Self.time("2025-12-01", "2025-12-01"), columns: 0) == nil)
    #expect(Ribbon(TimeIndex(entries: []), columns: 80) == nil)
  }

  @Test("A gap is counted from the last day that anything reaches")
  func gaps() throws {
    let days = try ["2025-01-01", "2025-01-10", "2025-03-01"].map { try #require(Day(iso: $0)) }
    let time = TimeIndex(entries: [
      .init(day: days[0].number, end: 1, reach: days[0].number + 4),
      .init(day: days[1].number, end: 3, reach: days[1].number),
      .init(day: days[2].number, end: 4, reach: days[2].number),
    ])
    #expect(days.map(time.gap(before:)) == [0, 4, 49])
    #expect(time.count(from: Int(days[0].number), before: Int(days[2].number)) == 3)
    #expect(time.count(from: Int(days[2].number), before: Int(days[0].number)) == 0)
  }

  /// Two days, the last with `count` events.
  private static func time(_ first: String, _ last: String, _ count: Int32 = 2) throws -> TimeIndex
  {
    let start = try #require(Day(iso: first)).number
    let end = try #require(Day(iso: last)).number
    guard start < end else {
      return TimeIndex(entries: [.init(day: end, end: count, reach: end)])
    }
    return TimeIndex(entries: [
      .init(day: start, end: 1, reach: start), .init(day: end, end: 1 + count, reach: end),
    ])
  }

  private static func columns(of ribbon: Ribbon) -> Int {
    ribbon.pieces.reduce(0) { sum, piece in
      if case .label(let text) = piece { sum + text.count } else { sum + 1 }
    }
  }
}
