import Foundation
import Records
import Testing

@testable import Browser

/// A text file that says what the document of one record reads like at several widths.
///
/// With `RECORD=1` in the environment the file is rewritten, and the test fails all the same, so
/// that nobody records without a look at the difference.
struct GoldenDocument: CustomTestStringConvertible {
  let store: DetailStore
  let record: String

  static let widths = [40, 60, 100]

  var testDescription: String { "\(store.rawValue)/\(record)" }

  private var file: URL {
    DetailStore.root.appending(path: "Tests/Documents/\(store.rawValue)/\(record).txt")
  }

  func compare(in chronicle: Chronicle) throws {
    let id = try #require(chronicle.id(named: record))
    let document = document(of: id, in: chronicle)
    let texts = GoldenDocument.widths.map { columns in
      "# \(record) at \(columns) columns\n\n" + document.plainText(columns: columns)
    }
    let shown = texts.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try shown.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(file.path)")
      return
    }
    let wanted = try String(contentsOf: file, encoding: .utf8)
    guard shown != wanted else { return }
    let (lines, wantedLines) = (shown.split(separator: "\n"), wanted.split(separator: "\n"))
    let index = zip(lines, wantedLines).enumerated().first { $1.0 != $1.1 }?.offset
    let place = index ?? min(lines.count, wantedLines.count)
    Issue.record(
      """
      \(file.lastPathComponent): the first difference is
        expected: \(place < wantedLines.count ? wantedLines[place] : "nothing more")
        found:    \(place < lines.count ? lines[place] : "nothing more")
      """)
  }
}
