import Foundation
import Testing

@testable import Records

/// A file read by two readers at the same time is the same as one read from beginning to end.
@Suite struct PartsTests {
  private static let today = Day(year: 2026, month: 7, day: 1) ?? Day.first

  /// Whole, or in units of which the reader from the front takes at most so many.
  private static func load(_ text: String, unit: Int = .max, front: Int = .max) -> LoadResult {
    var options = LoadOptions(today: today)
    options.division = .init(from: unit == .max ? .max : 0, unit: unit, front: front)
    return Records.load([.bytes(Array(text.utf8), name: "store.json")], options: options)
  }

  private static func everything(_ result: LoadResult) -> [String] {
    guard let chronicle = result.chronicle else { return result.problems.map(\.description) }
    var lines = result.problems.map(\.description)
    lines += [chronicle.title, chronicle.note ?? "", chronicle.language ?? ""]
    for kind in RecordKind.allCases {
      for id in chronicle.records(of: kind) {
        lines.append("\(id.number) \(chronicle.name(of: id)) \(chronicle.json(of: id))")
        lines.append(
          (chronicle.records(about: id) + chronicle.records(reportedIn: id)
            + chronicle.events(of: id) + chronicle.terms(naming: id))
            .map(chronicle.name).joined(separator: " "))
        lines.append("\(String(describing: chronicle.firstKnown(of: id)))")
      }
    }
    return lines
  }

  private static func fixture(_ name: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  @Test("Wherever units begin, and whoever reads them, they make the whole")
  func everyUnit() throws {
    let text = try Self.fixture("Fixtures/rare/part-1.json")
    let whole = Self.everything(Self.load(text))
    #expect(whole.count > 100)
    // Space before the store moves the beginnings over all of its records.
    for (round, shift) in stride(from: 0, to: text.utf8.count, by: 997).enumerated() {
      let padded = String(repeating: " ", count: shift) + text
      let unit = [text.utf8.count / 2, 2500, 500][round % 3]
      let found = Self.everything(Self.load(padded, unit: unit, front: 1 + round % 5))
      #expect(found == whole, "with \(shift) bytes of space in front, units of \(unit)")
    }
    #expect(Self.everything(Self.load(text, unit: 500)) == whole, "whoever is first")
  }

  @Test("Mistakes are the same, and stand in the same places")
  func everyMistake() throws {
    let text = try Self.fixture("Fixtures/rare/part-1.json")
    var random = SplitMix(seed: 11)
    for round in 0..<150 {
      var bytes = Array(text.utf8)
      for _ in 0...random.next() % 2 {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(32 + random.next() % 95)
      }
      let damaged = String(decoding: bytes, as: UTF8.self)
      let whole = Self.everything(Self.load(damaged))
      let unit = 500 + Int(random.next() % 5000)
      let front = 1 + Int(random.next() % 6)
      let parts = Self.everything(Self.load(damaged, unit: unit, front: front))
      #expect(parts == whole, "round \(round), units of \(unit), \(front) from the front, seed 11")
    }
  }

  /// A store of places, one a line.
  private static func store(ofPlaces ids: [String]) -> String {
    let places = ids.map { "{\"id\": \"\($0)\", \"name\": \"Place\", \"within\": \"p0\"}" }
    return """
      {"ceasefire": 1, "title": "One", "places": [
      \(places.joined(separator: ",\n"))
      ]}
      """
  }

  @Test("Of records of one id the first is kept, wherever they stand")
  func repeatedIDs() {
    let ids = (0..<60).map { $0 % 7 == 3 ? "same" : $0 % 11 == 5 ? "also" : "p\($0)" }
    let text = Self.store(ofPlaces: ids)
    let whole = Self.everything(Self.load(text))
    #expect(whole.count == 11)
    for front in 1...12 {
      #expect(Self.everything(Self.load(text, unit: 200, front: front)) == whole)
    }
  }

  @Test("A faulty id is found once, where it stands first")
  func faultyIDs() {
    let ids = (0..<60).map { $0 % 7 == 3 ? "Not good" : "p\($0)" }
    let text = Self.store(ofPlaces: ids)
    let whole = Self.everything(Self.load(text))
    #expect(whole.count { $0.contains("is not an id") } == 1)
    for front in 1...12 {
      #expect(Self.everything(Self.load(text, unit: 200, front: front)) == whole)
    }
  }

  @Test("Behind a fault nothing is read, whoever has read it already")
  func faults() {
    let text = Self.store(ofPlaces: (0..<60).map { "p\($0 % 50)" })
    for place in stride(from: 40, to: text.utf8.count, by: 131) {
      var bytes = Array(text.utf8)
      bytes[place] = 1
      let damaged = String(decoding: bytes, as: UTF8.self)
      let whole = Self.everything(Self.load(damaged))
      for front in [1, 4] {
        #expect(Self.everything(Self.load(damaged, unit: 300, front: front)) == whole)
      }
    }
  }

  @Test("A list or a title that comes twice is found across parts")
  func twice() {
    let places = (0..<40).map { "{\"id\": \"p\($0)\", \"name\": \"Place \($0)\"}" }
    let text = """
      {"ceasefire": 1, "title": "One", "places": [
      \(places.joined(separator: ",\n"))
      ], "title": "Two", "places": [{"id": "p3", "name": "Again"}]}
      """
    let whole = Self.everything(Self.load(text))
    #expect(whole.count == 3, "\(whole)")
    for front in 1...4 {
      #expect(Self.everything(Self.load(text, unit: 400, front: front)) == whole)
    }
  }

  @Test("What looks like a record inside another is not taken for one")
  func lookalike() {
    let inner = "\n{\"id\": \"x\", \"name\": \"X\"}"
    let text = """
      {"ceasefire": 1, "title": "One", "extra": [\(
        Array(repeating: inner, count: 60).joined(separator: ","))],
      "places": [{"id": "p", "name": "P"}]}
      """
    let whole = Self.everything(Self.load(text))
    for unit in [200, 600] {
      for front in 1...3 {
        #expect(Self.everything(Self.load(text, unit: unit, front: front)) == whole)
      }
    }
  }
}
