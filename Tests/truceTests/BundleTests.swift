import CBundle
import Foundation
import Testing

@Suite("The bundled store")
struct BundleTests {
  /// The folder whose files the program carries.
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Data")

  /// What the program carries, by name.
  static func bundled() -> [String: Data] {
    var files: [String: Data] = [:]
    for index in 0..<cbundle_count() {
      var length = 0
      guard let name = cbundle_name(index), let bytes = cbundle_bytes(index, &length) else {
        continue
      }
      files[String(cString: name)] = Data(bytes: bytes, count: length)
    }
    return files
  }

  @Test("holds every JSON file of the folder Data, and nothing else")
  func everyFile() throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".json") }
    #expect(
      Self.bundled().keys.sorted() == names.sorted(),
      "to bundle a file of Data, or to take one out, edit Sources/CBundle/CBundle.c")
  }

  @Test("holds each file byte for byte")
  func everyByte() throws {
    for (name, bytes) in Self.bundled() {
      let file = try Data(contentsOf: Self.folder.appending(path: name))
      #expect(bytes == file, "\(name) differs from the file of that name in Data")
    }
  }

  @Test("has nothing beyond its last file")
  func end() {
    var length = 7
    #expect(cbundle_name(cbundle_count()) == nil)
    #expect(cbundle_bytes(cbundle_count(), &length) == nil)
    #expect(length == 0)
  }
}
