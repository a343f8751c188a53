import Foundation
import Screen
import Testing

@testable import Browser

/// What the README shows of the program is what the program shows.
@Suite(.serialized) struct ReadmeTests {
  private static let file = Fixture.root.appending(path: "README.md")

  /// The lines between two marks, and the text with other lines there.
  private static func part(_ name: String, of text: String) -> (
    now: String, with: (String) -> String
  )? {
    let (begin, end) = ("<!-- \(name) -->\n", "<!-- /\(name) -->")
    guard let start = text.range(of: begin)?.upperBound,
      let stop = text.range(of: end, range: start..<text.endIndex)?.lowerBound
    else { return nil }
    return (
      String(text[start..<stop]),
      { String(text[..<start]) + $0 + String(text[stop...]) }
    )
  }

  private func holds(_ name: String, _ expected: String) throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let part = try #require(Self.part(name, of: text), "the README has no part \(name)")
    guard ProcessInfo.processInfo.environment["RECORD"] == "1" else {
      #expect(part.now == expected, "RECORD=1 writes it as it is now")
      return
    }
    try part.with(expected).write(to: Self.file, atomically: true, encoding: .utf8)
    Issue.record("the README's \(name) is recorded: look at it, and run again without RECORD")
  }

  @Test("The README lists the keys of the table of commands")
  func keys() throws {
    try holds("keys", CommandTable.markdown())
  }

  @Test("The README's picture is the screen after five times j")
  func picture() throws {
    var browsing = try Fixture.session(size: Size(columns: 100, rows: 30))
    try browsing.type("jjjjj")
    let frame = browsing.session.view()
    let rows = (0..<frame.size.rows).map { frame.text(row: $0) }
    let lines = rows.map { String($0.reversed().drop { $0 == " " }.reversed()) }
    try holds("picture", "```\n" + lines.joined(separator: "\n") + "\n```\n")
  }
}
