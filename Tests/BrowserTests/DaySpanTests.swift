import Records
import Testing

@testable import Browser

@Suite("What a heading of the timeline names")
struct DaySpanTests {
  @Test(
    "It is as precise as the dates under it, and no more",
    arguments: [
      ("2025-12-19", "Fri 19 Dec 2025"), ("2025-12", "Dec 2025"), ("2025", "2025"),
      ("202X", "2020s"), ("20XX", "2000–2099"), ("2025-12-XX", "Dec 2025"),
      ("2024-02", "Feb 2024"), ("2025-12-19T12:00:00Z", "Fri 19 Dec 2025"),
      ("2025-10-10/2025-12-19", "Fri 10 Oct 2025"), ("[..2025-12-19]", "Fri 19 Dec 2025"),
      ("[2025-12-19..]", "Fri 19 Dec 2025"), ("2025-12-19/..", "Fri 19 Dec 2025"),
      ("9999-12-31", "Fri 31 Dec 9999"), ("0000-01", "Jan 0"),
    ])
  func names(_ text: String, _ name: String) throws {
    let date = try RecordDate(text)
    let day = try #require(date.lower ?? date.upper)
    #expect(DaySpan(sortedBy: day, lower: date.lower, upper: date.upper).name == name)
  }

  @Test(
    "Beside a heading stands what it does not say",
    arguments: [
      ("2025-12-19", nil), ("2025-12-19?", "?"), ("2025-12-19~", "~"), ("2025-12-19%", "~?"),
      ("2025-12", nil), ("2025", nil), ("2025-12-19T12:00:00Z", "12:00 UTC"),
      ("2025-10-10/2025-12-19", "to 19 Dec"), ("2025-12-19/..", "since"), ("2025-12-19/", "from"),
      ("/2025-12-19", "until"), ("/..", "ongoing"), ("[..2025-12-19]", "or earlier"),
      ("[2025-12-19..]", "or later"), ("[2025-12-17..2025-12-19]", "to 19 Dec ?"),
    ] as [(String, String?)])
  func beside(_ text: String, _ expected: String?) throws {
    let date = try RecordDate(text)
    let span = (date.lower ?? date.upper).map {
      DaySpan(sortedBy: $0, lower: date.lower, upper: date.upper)
    }
    #expect(date.beside(span, isLong: false) == expected)
  }
}
