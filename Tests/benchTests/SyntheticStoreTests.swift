import Foundation
import Testing

@testable import bench

@Suite("A synthetic store")
struct SyntheticStoreTests {
  /// The bytes of a store, by way of a file that is gone afterwards.
  func store(events: Int, seed: UInt64 = 1) throws -> Data {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "synthetic-\(UUID().uuidString).json").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write(SyntheticStore(events: events, seed: seed), to: path)
    return try Data(contentsOf: URL(filePath: path))
  }

  /// Closes the file before it returns.
  private func write(_ store: SyntheticStore, to path: String) throws {
    var writer = try ByteWriter(path: path)
    try store.write(to: &writer)
  }

  @Test("is JSON with one quote for each event, whatever its size", arguments: [1, 2, 9, 10, 777])
  func shape(events: Int) throws {
    let value = try JSONSerialization.jsonObject(with: store(events: events))
    let object = try #require(value as? [String: Any])
    #expect(object["ceasefire"] as? Int == 1)
    #expect((object["events"] as? [Any])?.count == events)
    let quotes = try #require(object["quotes"] as? [[String: Any]])
    #expect(quotes.filter { $0["act"] as? String != "comment" }.count == events)
  }

  @Test("gives no id twice, and names none that it does not hold")
  func references() throws {
    let text = String(decoding: try store(events: 3000), as: UTF8.self)
    let ids = text.matches(of: /"id":"([^"]*)"/).map { String($0.1) }
    let known = Set(ids)
    #expect(known.count == ids.count)
    let fields =
      /"(?:source|publisher|speaker|actor|place|within|of|to|quote|stage|by|partOf)":\[?"([a-z0-9-]+)"/
    let named = text.matches(of: fields).map { String($0.1) }
      .filter { $0.contains(/^[a-z]+[0-9]/) }  // "to" is also a day in office
    #expect(named.count > 10_000)
    #expect(Set(named).subtracting(known).isEmpty)
  }

  @Test("is the same each time for a seed, and another for another seed")
  func determinism() throws {
    let first = try store(events: 50)
    #expect(try store(events: 50) == first)
    #expect(try store(events: 50, seed: 2) != first)
  }

  @Test("has dates in every form")
  func dates() throws {
    let text = String(decoding: try store(events: 40), as: UTF8.self)
    let forms = [
      "2015-01-01", "T09:30:00Z", "T12:05:00+03:00", "?\"", "~\"", "%\"", "-XX\"", "201X\"",
      "/..\"", "\"/20", "\"/..\"", "\"[..20", "..]\"",
    ]
    for form in forms {
      #expect(text.contains(form), "no date of the form \(form)")
    }
  }
}
