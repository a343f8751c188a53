import Testing

@testable import Records

@Suite struct DateBoundsTests {
  @Test("A row of a column of dates takes 16 bytes, a key 8")
  func sizes() {
    #expect(MemoryLayout<DateBounds>.stride == 16)
    #expect(MemoryLayout<DateKey>.stride == 8)
  }

  @Test("Dates are sorted by their first day, else their last, then coarse before fine")
  func order() throws {
    let sorted = [
      "0000", "0000-01", "0000-01-01", "20XX", "202X", "/2024-12-31", "[2025-01-01..]", "2025",
      "2025-01", "2025-01-01", "2025-10-10/..", "2025-10-10/2025-12-19", "2025-10-10",
      "2025-12", "2025-12-17/..", "2025-12-17/2025-12-20", "[2025-12-17..2025-12-19]",
      "[..2025-12-19]", "2025-12-19", "2025-12-19T01:00:00+14:00", "2025-12-19T12:00:00+03:00",
      "2025-12-19T12:00:00Z", "2025-12-19T23:59:59-12:00", "2025-12-20", "9999-12-31",
      "9999-12-31T23:59:59-12:00",
    ]
    let keys = try sorted.map { DateKey(try RecordDate($0).bounds) }
    for (index, (left, right)) in zip(keys, keys.dropFirst()).enumerated() {
      #expect(left < right, "\(sorted[index]) before \(sorted[index + 1])")
    }
  }

  @Test("Dates of one day and width have one key, and are told apart by the caller")
  func ties() throws {
    let keys = try ["2025-12", "2025-12-XX", "2025-12?", "2025-12-01/2025-12-31"].map {
      DateKey(try RecordDate($0).bounds)
    }
    #expect(Set(keys).count == 1)
  }

  @Test("What no bound places in time is sorted by the day it was reported, else last")
  func reported() throws {
    let day = try #require(Day(iso: "2025-12-19"))
    let ongoing = try RecordDate("/..").bounds
    #expect(ongoing.isUnbounded)
    #expect(DateKey(ongoing, reported: day) == DateKey(.undated, reported: day))
    #expect(DateKey(ongoing, reported: day) < DateKey(RecordDate(day).bounds))
    #expect(DateKey(ongoing, reported: day) > DateKey(RecordDate(day - 1).bounds))
    #expect(DateKey(ongoing) == .last)
    #expect(DateKey(RecordDate(.last).bounds) < .last)
    // A bound of its own counts before the report.
    #expect(DateKey(RecordDate(day).bounds, reported: day + 9) == DateKey(RecordDate(day).bounds))
  }

  @Test(
    "A date is in a filter when it may mean a day of it",
    arguments: [
      ("2025-12-19", "2025-12-19", "2025-12-19", true), ("2025-12-19", "2025-12-20", nil, false),
      ("2025-12-19", nil, "2025-12-18", false), ("2025-12", "2025-12-31", "2026-01-31", true),
      ("[..2025-12-19]", "2025-12-20", nil, false), ("[..2025-12-19]", nil, "1999-01-01", true),
      ("2025-10-10/..", "2030-01-01", nil, true), ("2025-10-10/..", nil, "2025-10-09", false),
      ("/..", "2030-01-01", "2030-01-01", true), ("2025-12-19", nil, nil, true),
    ] as [(String, String?, String?, Bool)])
  func overlap(text: String, from: String?, to: String?, isIn: Bool) throws {
    let bounds = try RecordDate(text).bounds
    #expect(bounds.overlaps(from: from.flatMap(Day.init), to: to.flatMap(Day.init)) == isIn)
  }
}
