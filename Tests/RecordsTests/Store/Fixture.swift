import Foundation
import Testing

@testable import Records

/// The stores that the tests read from the repository.
enum Fixture {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let rareFiles = paths(in: "Tests/Fixtures/rare")
  static let miamiFiles = paths(in: "Tests/Fixtures/miami")
  static let bundledFiles = paths(in: "Data")

  private static func paths(in folder: String) -> [String] {
    let folder = root.appending(path: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().map { folder.appending(path: $0).path }
  }

  static func load(_ paths: [String]) -> LoadResult {
    Records.load(paths.map { .file($0) }, options: LoadOptions(today: today))
  }

  static func bytes(_ paths: [String]) -> [[UInt8]] {
    paths.compactMap { FileManager.default.contents(atPath: $0).map(Array.init) }
  }

  /// Every kind of record, every field and every word, in an invented record.
  static func rare() throws -> Chronicle {
    try #require(load(rareFiles).chronicle)
  }

  /// A small store of real records: one day, as a few sources told it.
  static func miami() throws -> Chronicle {
    try #require(load(miamiFiles).chronicle)
  }

  /// The store inside the program.
  static func bundled() throws -> Chronicle {
    try #require(load(bundledFiles).chronicle)
  }
}
