import Foundation
import Records

extension Chronicle {
  struct Unreadable: Error {
    let problems: [Problem]
  }

  /// The store in a folder of `Tests/Fixtures`.
  static func fixture(_ name: String) throws -> Chronicle {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/\(name)")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let paths = files.filter { $0.pathExtension == "json" }.map(\.path).sorted()
    return try chronicle(paths.map { .file($0) })
  }

  /// A store given as JSON.
  static func store(json: String) throws -> Chronicle {
    try chronicle([.bytes(Array(json.utf8), name: "store.json")])
  }

  private static func chronicle(_ inputs: [StoreInput]) throws -> Chronicle {
    let result = load(inputs, options: LoadOptions(today: .first))
    guard let chronicle = result.chronicle else { throw Unreadable(problems: result.problems) }
    return chronicle
  }
}
