import Testing

@testable import Records

@Suite struct JSONNodeTests {
  private func node(_ text: String) throws -> JSONNode {
    try withExactBytes(text.utf8) { try JSONNode($0) }
  }

  @Test("A tree holds every value with its place")
  func tree() throws {
    let root = try node(#" {"a": ["x", 1.50, true], "b\u0063": {"d": null}}"#)
    #expect(root.offset == 1)
    let list = try #require(root["a"]?.elements)
    #expect(list.map(\.offset) == [8, 13, 19])
    #expect(list.first?.text == "x")
    guard case .number(let digits) = list[1].value, case .literal(let word) = list[2].value else {
      Issue.record("a number and a literal")
      return
    }
    #expect(digits == "1.50" && word == "true")
    #expect(root["bc"]?["d"]?.offset == 43)
    #expect(root["e"] == nil && list[0]["a"] == nil && root.elements.isEmpty)
  }

  @Test("Of an object only the members asked for are read, and of those all")
  func members() throws {
    let text = #"{"a": {"b": [1, {"a": "]}"}]}, "b": [2, {"x": "\""}], "c": "y", "e\u0301": 3}"#
    let whole = try node(text)
    for names in [["a", "c"], ["b"], ["x"], [], ["e\u{301}"]] {
      let some = try withExactBytes(text.utf8) { try JSONNode($0, from: 0, members: names) }
      guard case .object(let members) = some.value, case .object(let all) = whole.value else {
        Issue.record("two objects")
        return
      }
      let expected = all.filter { names.contains($0.name) }
      #expect(members.map(\.name) == expected.map(\.name))
      #expect(members.map(\.value) == expected.map(\.value))
    }
  }

  @Test(
    "A whole number is one only when it is written as one",
    arguments: [
      ("0", 0), ("12", 12), ("-3", -3), ("1.0", nil), ("1e2", nil), (#""1""#, nil),
      ("99999999999999999999", nil),
    ])
  func integers(text: String, expected: Int?) throws {
    #expect(try node(text).integer == expected)
  }

  @Test("Trees are equal by value and order, not by place")
  func equality() throws {
    #expect(try node(#"{"a":[1,"é"]}"#) == node(#" { "a" : [ 1 , "\u00e9" ] } "#))
    #expect(try node(#"{"a":1,"b":2}"#) != node(#"{"b":2,"a":1}"#))
    #expect(try node("[1]") != node("[1,1]"))
    #expect(try node("1") != node("\"1\""))
  }

  @Test("What the reader skips inside a record is never too deep for its tree")
  func depth() throws {
    let deep = String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
    let reports = "{\"source\": \"s\", \"participants\": [{\"actor\": \"ann\", \"odd\": \(deep)}]}"
    let chronicle = try chronicle(store(["events": event("deep", reports: reports)]))
    let id = try #require(chronicle.id(named: "deep"))
    #expect(chronicle.event(id)?.title == "deep")
    #expect(chronicle.json(of: id).count { $0 == "]" } == 63 + 2)
  }

  @Test("Pieces are merged: lists append, texts that are there stay, whole values must agree")
  func merging() throws {
    let pieces = try [
      #"{"id":"a","n":1,"aka":["x","x"],"of":[{"id":"t","v":1},{"w":1}]}"#,
      #"{"id":"a","aka":["x","y"],"of":[{"id":"t","u":[1]},{"w":1}],"m":2}"#,
      #"{"id":"a","n":1,"of":[{"id":"z"},{"id":"t","u":[2]}],"aka":["y"]}"#,
    ].map(node)
    var conflicts: [MergeConflict] = []
    let whole = JSONNode.merged(pieces, conflicts: &conflicts)
    #expect(conflicts.isEmpty)
    #expect(
      try whole
        == node(
          #"{"id":"a","n":1,"aka":["x","x","y"],"#
            + #""of":[{"id":"t","v":1,"u":[1,2]},{"w":1},{"w":1},{"id":"z"}],"m":2}"#))
  }

  @Test("Every field on which pieces disagree is named, at its depth")
  func conflicts() throws {
    let pieces = try [
      #"{"a":1,"b":"x","c":[{"id":"t","v":1}],"d":[]}"#,
      #"{"a":2,"b":"x","c":[{"id":"t","v":"1"}],"d":{}}"#,
    ].map(node)
    var conflicts: [MergeConflict] = []
    _ = JSONNode.merged(pieces, conflicts: &conflicts)
    #expect(conflicts.map(\.field) == ["a", "v", "d"])
    #expect(conflicts.map(\.first.offset) == [5, 34, 42])
    #expect(conflicts.map(\.second.offset) == [5, 34, 44])
  }
}
