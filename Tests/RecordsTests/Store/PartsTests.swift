import Foundation
import Testing

@testable import Records

/// A file read in two parts at the same time is the same as one read from beginning to end.
@Suite struct PartsTests {
  private static let today = Day(year: 2026, month: 7, day: 1) ?? Day.first

  private static func load(_ text: String, inParts: Bool) -> LoadResult {
    var options = LoadOptions(today: today)
    options.dividedFrom = inParts ? 0 : .max
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

  @Test("Wherever the middle falls, the parts make the whole")
  func everyMiddle() throws {
    let text = try Self.fixture("Fixtures/rare/part-1.json")
    let whole = Self.everything(Self.load(text, inParts: false))
    #expect(whole.count > 100)
    // Space before the store moves its middle over all of its records.
    for shift in stride(from: 0, to: text.utf8.count, by: 997) {
      let padded = String(repeating: " ", count: shift) + text
      let found = Self.everything(Self.load(padded, inParts: true))
      #expect(found == whole, "with \(shift) bytes of space in front")
    }
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
      let whole = Self.everything(Self.load(damaged, inParts: false))
      let parts = Self.everything(Self.load(damaged, inParts: true))
      #expect(parts == whole, "round \(round), seed 11")
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
    let whole = Self.everything(Self.load(text, inParts: false))
    #expect(whole.count == 3, "\(whole)")
    #expect(Self.everything(Self.load(text, inParts: true)) == whole)
  }

  @Test("What looks like a record inside another is not taken for one")
  func lookalike() {
    let inner = "\n{\"id\": \"x\", \"name\": \"X\"}"
    let text = """
      {"ceasefire": 1, "title": "One", "extra": [\(
        Array(repeating: inner, count: 60).joined(separator: ","))],
      "places": [{"id": "p", "name": "P"}]}
      """
    #expect(
      Self.everything(Self.load(text, inParts: true))
        == Self.everything(Self.load(text, inParts: false)))
  }
}
