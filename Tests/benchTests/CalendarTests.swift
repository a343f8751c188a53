import Foundation
import Testing

@testable import bench

@Suite("A day of a synthetic store")
struct CalendarTests {
  @Test("has the date that the Gregorian calendar gives it")
  func dates() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    let first = try #require(calendar.date(from: DateComponents(year: 2015, month: 1, day: 1)))
    for number in -400...Day.span + 400 {
      let date = try #require(calendar.date(byAdding: .day, value: number, to: first))
      let expected = calendar.dateComponents([.year, .month, .day], from: date)
      let (year, month, day) = Day(number: number).parts
      #expect(
        year == expected.year && month == expected.month && day == expected.day,
        "day \(number) is \(year)-\(month)-\(day)")
    }
  }
}
