import Records
import Testing

@testable import Search

@Suite("Saved queries")
struct SavedQueriesTests {
  private static func saved(_ pairs: KeyValuePairs<String, String>) -> SavedQueries {
    var saved = SavedQueries()
    for (name, line) in pairs { _ = saved.make(.save(name: name, line: line)) }
    return saved
  }

  @Test(
    "A name has letters of any script, digits, - and _",
    arguments: [
      ("naim", true), ("2025-10_x", true), ("نعيم", true), ("חמאס", true), ("हमास", true),
      ("e\u{301}t", true), ("-", true), ("", false), ("a b", false), ("@a", false), ("a:", false),
      ("a\u{202E}b", false), ("\u{301}a", false), ("\u{3164}", false), ("a\u{200B}", false),
      ("a.b", false), ("a\n", false), ("😀", false), ("½", false),
      (String(repeating: "x", count: 64), true), (String(repeating: "x", count: 65), false),
    ])
  func names(_ name: String, _ isName: Bool) {
    #expect(SavedQueries.isName(name) == isName)
  }

  @Test("A change says what was done, and what was there before")
  func changes() {
    var saved = SavedQueries()
    let notes = [
      .save(name: "a", line: "one"), .save(name: "a", line: "two"), .save(name: "a", line: "two"),
      .delete(name: "a"), .delete(name: "a"),
    ].map { (change: SavedQueries.Change) in saved.make(change) }
    #expect(
      notes == [
        "Saved as @a", "Saved as @a; before, that was one", "Saved as @a, as it was",
        "Deleted @a: two", "There is no saved query @a",
      ])
    #expect(saved.isEmpty)
  }

  @Test(
    "A filter and a search are one line",
    arguments: [
      ("talks", "", "talks"), ("", " aid ", "aid"), ("", "", ""), ("@ -", "aid", "aid"),
      ("talks OR visit", "gaza", "(talks OR visit) gaza"), ("a", "b | c", "a (b | c)"),
      ("talks OR visit", "", "talks OR visit"), ("\"second stage", "a", "\"second stage\" a"),
      ("(a OR b", "c", "(a OR b) c"), ("a) b", "c", "a b c"),
      ("from:19 dec", "2025", "(from:19 dec) 2025"), ("kind:talks", "-a", "kind:talks -a"),
    ])
  func joining(_ filter: String, _ search: String, _ line: String) {
    #expect(Query.joining(filter, search) == line)
  }

  @Test(
    "A name stands for its line in parentheses",
    arguments: [
      ("@naim from:2025", "(speaker:naim OR actor:naim) from:2025"),
      ("@naim", "speaker:naim OR actor:naim"), ("-@x a", "-(a \"b c\") a"),
      ("(@x OR d)", "((a \"b c\") OR d)"), ("\"@x\"", "\"@x\""), ("a@x", "a@x"),
      ("speaker:@x", "speaker:@x"), ("@x,", "@x,"), ("@نعيم a", "(aid) a"), ("", ""),
      ("@x @x", "(a \"b c\") (a \"b c\")"), ("\"a @x", "\"a @x"), ("ü @x", "ü (a \"b c\")"),
    ])
  func expanding(_ line: String, _ expanded: String) {
    let saved = Self.saved([
      "naim": "speaker:naim OR actor:naim", "x": "a \"b c", "نعيم": "aid",
    ])
    #expect(saved.expanding(line) == SavedQueries.Expansion(line: expanded, hints: []))
  }

  @Test(
    "An unknown name is left out, and a hint names the nearest",
    arguments: [
      ("@niam a", " a", "there is no saved query @niam; did you mean @naim?"),
      ("a -@zzzz", "a ", "there is no saved query @zzzz; it is left out"),
      ("@", "", "@ wants the name of a saved query"),
    ])
  func unknown(_ line: String, _ rest: String, _ message: String) {
    let expansion = Self.saved(["naim": "speaker:naim"]).expanding(line)
    #expect(expansion.line == rest)
    #expect(expansion.hints.map(\.message) == [message])
    #expect(expansion.hints.allSatisfy { $0.isMistake })
  }

  @Test("What is saved is not looked through for names: no line grows without bounds")
  func notNested() {
    let saved = Self.saved(["a": "@b @b", "b": "@a"])
    #expect(saved.expanding("@a x").line == "(@b @b) x")
  }

  @Test("A name that is being typed is completed")
  func completion() throws {
    let saved = Self.saved(["naim": "one", "news": "two", "x": "three"])
    let found = try #require(saved.completion(of: "a @nzz", at: 4))
    #expect(found.candidates.map(\.text) == ["@naim", "@news"])
    #expect(found.candidates.map(\.label) == ["one", "two"])
    #expect(found.range == 2..<6)
    #expect(saved.completion(of: "@q", at: 2)?.candidates == [])
    #expect(saved.completion(of: "@n", at: 0) == nil)
    #expect(saved.completion(of: "na", at: 2) == nil)
  }

  @Test("The file has a line for each name, the names sorted, and is read as it is written")
  func file() throws {
    let saved = Self.saved(["b": "say \"no\" \\", "a": "kind:talks", "نعيم": "غزة"])
    let text = #"""
      {
        "a": "kind:talks",
        "b": "say \"no\" \\",
        "نعيم": "غزة"
      }

      """#
    #expect(saved.json == text)
    #expect(try SavedQueries(json: Array(text.utf8)) == saved)
    #expect(SavedQueries().json == "{}\n")
    for text in ["", " \n", "{}"] {
      #expect(try SavedQueries(json: Array(text.utf8)).isEmpty)
    }
  }

  @Test(
    "A file that is no such object is refused, with the place",
    arguments: [
      ("{\n  \"a\": \"b\",\n}", 3, 1, "a comma after the last member"),
      ("[]", 1, 1, "an object is expected here, in { and }"),
      ("{\"a\": 1}", 1, 7, "a text in quotation marks is expected here"),
      ("{\"a\": \"x\",\n \"a\": \"y\"}", 2, 7, "there are two of the name \"a\""),
      ("{\"a b\": \"x\"}", 1, 9, "a name has letters, digits, - and _ only"),
      ("{\"a\": \" \"}", 1, 7, "there is no query here to save"),
      ("{\"a\": \"x\\u001b[2J\"}", 1, 7, "a query is one line, without controls"),
      ("{} {}", 1, 4, "something stands after the end of the object"),
      ("nonsense", 1, 1, "no such word in JSON; a text stands in quotation marks"),
    ])
  func hostile(_ text: String, _ line: Int, _ column: Int, _ reason: String) {
    let error = #expect(throws: TextObject.Fault.self) {
      try SavedQueries(json: Array(text.utf8))
    }
    #expect(error?.line == line && error?.column == column && error?.reason == reason)
  }

  @Test("Any bytes are read or refused")
  func anyBytes() {
    var random = SeededRandom(seed: 5)
    let pieces = ["{", "}", "\"", "a", ":", ",", "\\", "\u{0}", "[", "é", "\n", "@", "1"]
    for _ in 0..<2000 {
      let text = (0..<12).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      var bytes = Array(text.utf8)
      if Bool.random(using: &random) { bytes.append(UInt8.random(in: 0...255, using: &random)) }
      guard let saved = try? SavedQueries(json: bytes) else { continue }
      #expect((try? SavedQueries(json: Array(saved.json.utf8))) == saved, "\(bytes)")
    }
  }

  @Test("Any line with names is a line that can be read")
  func anyLine() {
    var random = SeededRandom(seed: 6)
    let pieces = ["@", "@x", "-", "(", ")", "\"", " ", "a", "ü", "@naim", "OR", "@\u{301}", ":"]
    let saved = Self.saved(["naim": "speaker:naim OR (a", "x": "a) \"b"])
    for _ in 0..<2000 {
      let line = (0..<8).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      for hint in saved.expanding(line).hints {
        #expect(hint.range.upperBound <= line.utf8.count, "\(line)")
      }
      _ = Query(saved.expanding(line).line)
      for end in 0...line.utf8.count { _ = saved.completion(of: line, at: end) }
    }
  }
}
