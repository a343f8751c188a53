import Testing

@testable import Records

@Suite("An object of texts")
struct TextObjectTests {
  @Test("It is read as it is written, in its order, each member in a line")
  func roundTrip() throws {
    let members = [("b", "one \"two\" \\ \u{202E}"), ("a", ""), ("غزة", "é\n")]
    let text = TextObject.text(of: members)
    #expect(
      text == """
        {
          "b": "one \\"two\\" \\\\ \\u202e",
          "a": "",
          "غزة": "é\\n"
        }

        """)
    let read = try TextObject.members(of: Array(text.utf8))
    #expect(read.map(\.name) == members.map(\.0))
    #expect(read.map(\.text) == members.map(\.1))
    #expect(try TextObject.members(of: Array(" {\t} \n".utf8)).isEmpty)
  }

  @Test("A complaint about a member is told at the place of its text")
  func complaint() {
    let error = #expect(throws: TextObject.Fault.self) {
      try TextObject.members(of: Array("{\"é\": \"x\",\n  \"b\": \"y\"}".utf8)) {
        $0.name == "b" ? "no \($0.text)" : nil
      }
    }
    #expect(error == TextObject.Fault(line: 2, column: 8, reason: "no y"))
  }

  @Test(
    "What is no such object is refused",
    arguments: [
      "\"a\"", "{\"a\": null}", "{\"a\": {}}", "{\"a\": \"b\"", "{\"a\"}", "{a: \"b\"}",
      "{\"a\": \"b\"}x", "{\"a\": \"\u{1}\"}", "\u{FEFF}{}", "{\"a\": \"b\", \"\\u0061\": \"c\"}",
      String(repeating: "[", count: 5000),
    ])
  func refused(_ text: String) {
    #expect(throws: TextObject.Fault.self) { try TextObject.members(of: Array(text.utf8)) }
  }
}
