import Records
import Testing

@testable import Search

/// Filters by dates, of lists of several stretches, compared with a plain scan.
@Suite struct DateZonesTests {
  @Test(
    "A filter by dates finds what a look at each record finds",
    arguments: 1...4 as ClosedRange<UInt64>)
  func likeAScan(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let chronicle = try store(recordCount: DateZones.length * 3 + 7, &random)
    var finder = RecordFinder(chronicle)
    for _ in 0..<60 {
      let (first, last) = (date(&random), date(&random))
      let line =
        [
          "from:\(first)", "to:\(first)", "on:\(first)", "on:\(first),\(last)",
          "from:\(first) to:\(last)", "kind:talks,article from:\(first)", "-to:\(first)",
          "from:\(first) OR on:\(last)", "id:e7,s7,e300 from:\(first)",
        ].randomElement(using: &random) ?? ""
      for kind in [RecordKind.event, .source] {
        let query = Query(line)
        let found = finder.find(query, among: kind)?.places
        #expect(found == scan(line, chronicle, kind), "seed \(seed): \(line), \(kind)")
      }
    }
  }

  @Test("A filter that was given up while stretches were read is whole the next time")
  func cancelled() throws {
    var random = SeededRandom(seed: 9)
    let chronicle = try store(recordCount: DateZones.length * 3, &random)
    var finder = RecordFinder(chronicle)
    var asked = 0
    let given = finder.find(Query("from:2005"), among: .event) {
      asked += 1
      return asked == 4
    }
    #expect(given == nil)
    let found = finder.find(Query("from:2005"), among: .event)?.places
    #expect(found == scan("from:2005", chronicle, .event))
    #expect(found?.isEmpty == false)
  }

  @Test("For a few records the dates of all others are not read first")
  func few() throws {
    var random = SeededRandom(seed: 10)
    let chronicle = try store(recordCount: DateZones.length, &random)
    var finder = RecordFinder(chronicle)
    _ = finder.find(Query("id:e7 from:2005"), among: .event)
    #expect(finder.fieldMemory.dates.isEmpty)
    _ = finder.find(Query("from:2005"), among: .event)
    #expect(!finder.fieldMemory.dates.isEmpty)
  }

  /// What the parts of a line ask of dates, by a look at each record. All events are talks, all
  /// sources articles.
  private func scan(_ line: String, _ chronicle: Chronicle, _ kind: RecordKind) -> [UInt32] {
    let parts = line.split(separator: " ").filter { $0 != "OR" && !$0.hasPrefix("kind:") }
    return chronicle.records(of: kind).enumerated().compactMap { place, record in
      let days = chronicle.days(of: record, asOf: nil)
      let held = parts.map { part -> Bool in
        let isExcluded = part.hasPrefix("-")
        let field = part.drop { $0 == "-" }.prefix { $0 != ":" }
        let values = part.drop { $0 != ":" }.dropFirst().split(separator: ",")
        let holds = values.contains { value in
          if field == "id" { return chronicle.name(of: record) == value }
          guard let days, let wanted = Self.days(value) else { return false }
          switch field {
          case "from": return days.upperBound >= wanted.lowerBound
          case "to": return days.lowerBound <= wanted.upperBound
          default: return days.overlaps(wanted)
          }
        }
        return holds != isExcluded
      }
      let holds = line.contains(" OR ") ? held.contains(true) : !held.contains(false)
      return holds ? UInt32(place) : nil
    }
  }

  /// The days of a year, a month or a day.
  private static func days(_ text: Substring) -> ClosedRange<Day>? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard let year = parts.first else { return nil }
    let months = parts.count > 1 ? parts[1]...parts[1] : 1...12
    let last = Day.length(ofMonth: months.upperBound, year: year)
    let dates = parts.count > 2 ? parts[2]...parts[2] : 1...last
    guard let lower = Day(year: year, month: months.lowerBound, day: dates.lowerBound),
      let upper = Day(year: year, month: months.upperBound, day: dates.upperBound)
    else { return nil }
    return lower...upper
  }

  private func date(_ random: inout SeededRandom) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let parts = [
      "\(Int.random(in: 2000...2012, using: &random))", two(Int.random(in: 1...12, using: &random)),
      two(Int.random(in: 1...28, using: &random)),
    ]
    return parts.prefix(Int.random(in: 1...3, using: &random)).joined(separator: "-")
  }

  /// Dates of every precision, open at either end, within days, and none.
  private func store(
    recordCount: Int, _ random: inout SeededRandom
  ) throws -> Chronicle {
    let numbers = 0..<recordCount
    let sources = numbers.map { number in
      let published = "\"published\": \"\(date(&random))\""
      return "{\"id\": \"s\(number)\", \"kind\": \"article\", \"title\": \"T\", "
        + "\"publisher\": \"p\", \(published)}"
    }
    let events = numbers.map { number in
      let start = Int.random(in: 2000...2011, using: &random)
      let dates = [
        date(&random), date(&random), date(&random), "\(start)/..", "/..",
        "[\(start)-03..\(start + 1)-02]", "[..\(start)]", "\(start)-05/\(start + 1)-06",
      ]
      let written = Int.random(in: 0..<9, using: &random)
      let date = written < dates.count ? "\"date\": \"\(dates[written])\", " : ""
      let status = Bool.random(using: &random) ? "occurred" : "ongoing"
      return "{\"id\": \"e\(number)\", \"kind\": \"talks\", \"title\": \"T\", \(date)"
        + "\"status\": \"\(status)\", \"reports\": [{\"source\": \"s\(number)\"}]}"
    }
    return try .store(
      json:
        "{\"ceasefire\": 1, \"title\": \"T\", "
        + "\"actors\": [{\"id\": \"p\", \"name\": \"P\", \"kind\": \"outlet\"}], "
        + "\"sources\": [\(sources.joined(separator: ", "))], "
        + "\"events\": [\(events.joined(separator: ", "))]}")
  }
}
