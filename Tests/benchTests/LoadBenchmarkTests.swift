import Foundation
import Records
import Testing

@testable import bench

@Suite("A synthetic store, as the program reads it")
struct LoadBenchmarkTests {
  @Test(
    "is sound: nothing in it is in error, and nothing is worth a look", arguments: [1, 40, 1500])
  func findings(events: Int) throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "sound-\(UUID().uuidString).json").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Bench.generate(events: events, path: path)
    let result = load([.file(path)], options: LoadOptions(today: Bench.today))
    #expect(result.problems.map(\.description) == [])
    let chronicle = try #require(result.chronicle)
    #expect(chronicle.events.count == events)
    #expect(chronicle.sources.count >= SyntheticStore(events: events).sources)
  }
}
