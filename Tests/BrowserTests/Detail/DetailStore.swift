import Foundation
import Records
import Testing

/// A store that documents are tested with.
enum DetailStore: String, CaseIterable {
  /// The invented store that holds every kind of record, every field and every rare case.
  case rare
  /// What one article said of one day, and four others of the same: real words and names.
  case miami

  /// The folder of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private var folder: URL {
    DetailStore.root.appending(path: "Tests/Fixtures/\(rawValue)")
  }

  func chronicle() throws -> Chronicle {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".json") }.sorted()
    return try DetailStore.chronicle(files.map { .file(folder.appending(path: $0).path) })
  }

  /// A store from the text of one file.
  static func chronicle(_ json: String) throws -> Chronicle {
    try chronicle([.bytes(Array(json.utf8), name: "test.json")])
  }

  private static func chronicle(_ inputs: [StoreInput]) throws -> Chronicle {
    let today = try #require(Day(iso: "2026-01-01"))
    let result = load(inputs, options: LoadOptions(today: today))
    for problem in result.problems where problem.severity == .error {
      Issue.record("\(problem)")
    }
    return try #require(result.chronicle)
  }
}

extension Chronicle {
  /// Every record of every kind.
  var everyRecord: [RecordID] {
    RecordKind.allCases.flatMap { Array(records(of: $0)) }
  }
}
