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
    let result = load(paths.map { .file($0) }, options: LoadOptions(today: .first))
    guard let chronicle = result.chronicle else { throw Unreadable(problems: result.problems) }
    return chronicle
  }
}
