import Records
import Screen
import Search
import Testing

@testable import Browser

@Suite("A line of words in context")
struct KeywordLineTests {
  /// The lines of a word in one quote.
  private func lines(
    _ word: String, in text: String, mode: String = "indirect", columns: Int,
    isMirrored: Bool = true
  ) throws -> [KeywordLine] {
    let chronicle = try Fixture.store(text: text, mode: mode)
    let concordance = try #require(Concordance(Query(word), in: chronicle, among: [0]))
    return concordance.lines.map {
      KeywordLine($0, in: chronicle, columns: columns, isMirrored: isMirrored)
    }
  }

  @Test("The hit stands in the same column, whatever stands around it, and nothing is wider")
  func column() throws {
    let text = "Halt. We halt, as agreed, what others do not halt"
    for columns in 1...90 {
      for line in try lines("halt", in: text, columns: columns) {
        #expect(TextWidth.columns(of: line.text) <= max(columns, 1), "\(columns): \(line.text)")
        let rest = line.text.dropFirst(line.hitColumn)
        #expect(rest.hasPrefix(line.hit), "\(columns): \(line.text)")
      }
    }
  }

  @Test("Words are left out whole where that leaves enough, with an ellipsis in their place")
  func cut() throws {
    let text = "The committee expects these talks to result in an agreement at last"
    let line = try #require(try lines("talks", in: text, columns: 40).first)
    #expect(line.before.text == "…expects these")
    #expect(line.after.text == "to result in an…")
    let narrow = try #require(try lines("talks", in: text, columns: 18).first)
    #expect(narrow.text == "…ese talks to res…")
  }

  @Test("Words reproduced exactly stand in quotation marks, others do not")
  func marks() throws {
    let text = "All talks go on"
    let direct = try #require(try lines("talks", in: text, mode: "direct", columns: 40).first)
    #expect(direct.before.text == "“All" && direct.after.text == "go on”")
    let first = try #require(try lines("all", in: text, mode: "direct", columns: 40).first)
    #expect(first.before.text == "“" && !first.before.isParted)
    let indirect = try #require(try lines("talks", in: text, columns: 40).first)
    #expect(indirect.before.text == "All" && indirect.after.text == "go on")
  }

  @Test("In text from right to left, what comes before stands right of the hit on the screen")
  func mirrored() throws {
    let text = "يجب أن تستمر المحادثات حتى النهاية"
    let line = try #require(try lines("المحادثات", in: text, columns: 60).first)
    #expect(line.direction == .rightToLeft)
    #expect(line.right.text == "يجب أن تستمر" && line.left.text == "حتى النهاية")
    let read = try #require(
      try lines("المحادثات", in: text, columns: 60, isMirrored: false).first)
    #expect(read.left.text == "يجب أن تستمر")
    #expect(read.text.drop { $0 == " " }.hasPrefix("يجب أن تستمر المحادثات حتى النهاية"))
  }

  @Test("No character is split, and line ends are blanks")
  func whole() throws {
    let text = "e\u{301}te\u{301} word\nne\u{301}e 👩‍🚀👩‍🚀👩‍🚀👩‍🚀👩‍🚀"
    let characters = Set(text).union("… ")
    for columns in 1...40 {
      for line in try lines("word", in: text, columns: columns) {
        #expect(line.text.allSatisfy { characters.contains($0) }, "\(columns): \(line.text)")
      }
    }
  }
}

extension Fixture {
  /// A store with one quote.
  fileprivate static func store(text: String, mode: String) throws -> Chronicle {
    let escaped = text.replacing("\n", with: "\\n")
    return try store(
      json: """
        {"ceasefire": 1, "title": "One quote",
         "sources": [{"id": "s", "kind": "article", "title": "A", "publisher": "p",
                      "published": "2025-01-02"}],
         "actors": [{"id": "p", "name": "Paper", "kind": "outlet"}],
         "quotes": [{"id": "q", "speaker": "p", "source": "s", "mode": "\(mode)",
                     "text": "\(escaped)"}]}
        """)
  }
}
