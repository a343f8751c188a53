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
      ("2026-03/2026-04-15", "Mar 2026"), ("[2026-04..2026-06]", "Apr 2026"),
      ("[2026-03-01..2026-03-31]", "Sun 1 Mar 2026"), ("[..2026-03]", "Mar 2026"),
      ("2026/..", "2026"), ("/202X", "2020s"), ("[..20XX]", "2000–2099"),
    ])
  func names(_ text: String, _ name: String) throws {
    let date = try RecordDate(text)
    let day = try #require(date.lower ?? date.upper)
    #expect(DaySpan(sortedBy: day, date.leadingPrecision).name == name)
  }

  @Test(
    "Beside a heading stands what it does not say",
    arguments: [
      ("2025-12-19", nil), ("2025-12-19?", "?"), ("2025-12-19~", "~"), ("2025-12-19%", "~?"),
      ("2025-12", nil), ("2025", nil), ("2025-12-19T12:00:00Z", "12:00 UTC"),
      ("2025-10-10/2025-12-19", "to 19 Dec"), ("2025-12-19/..", "since"), ("2025-12-19/", "from"),
      ("/2025-12-19", "until"), ("/..", "ongoing"), ("[..2025-12-19]", "or earlier"),
      ("[2025-12-19..]", "or later"), ("[2025-12-17..2025-12-19]", "to 19 Dec ?"),
      ("2026-04/2026-06", "to Jun"), ("[2026-03..2026-04-15]", "to 15 Apr ?"),
      ("2025-12/2026-01", "to Jan 2026"), ("2025-12-19/2025-12-20~", "to 20 Dec~"),
    ] as [(String, String?)])
  func beside(_ text: String, _ expected: String?) throws {
    let date = try RecordDate(text)
    let span = (date.lower ?? date.upper).map {
      DaySpan(sortedBy: $0, date.leadingPrecision)
    }
    #expect(date.beside(span, isLong: false) == expected)
  }
}
