import Testing

@testable import Records

@Suite struct JSONWriterTests {
  private func canonical(_ text: String) -> String? {
    canonicalForm(of: .bytes(Array(text.utf8), name: "a.json")).text
  }

  @Test("Records stand a member a line, in the order of the schema; what fits stands on one line")
  func layout() {
    let text = #"""
      {"title":"T","ceasefire":1,"odd":[1,{"b":2,"a":[]}],"events":[{"reports":[{"at":2,"source":"s",
      "participants":[{"role":"host","actor":"ann"}],"note":"A note that is long enough that its report cannot stand on one line"},{"source":"s"}],
      "zeta":null,"status":"occurred","id":"e","kind":"talks","title":"Tal\u006bs \u00e9","alpha":1.50,"about":[]}],"places":[]}
      """#
    #expect(
      canonical(text) == #"""
        {
          "ceasefire": 1,
          "title": "T",
          "places": [],
          "events": [
            {
              "id": "e",
              "title": "Talks é",
              "kind": "talks",
              "status": "occurred",
              "about": [],
              "reports": [
                {
                  "source": "s",
                  "at": 2,
                  "participants": [{"actor": "ann", "role": "host"}],
                  "note": "A note that is long enough that its report cannot stand on one line"
                },
                {"source": "s"}
              ],
              "zeta": null,
              "alpha": 1.50
            }
          ],
          "odd": [1, {"b": 2, "a": []}]
        }

        """#)
  }

  @Test(
    "Text is written as it is but for what JSON demands and what would not be seen",
    arguments: [
      ("é漢😀 /'", "é漢😀 /'"), ("\"\\", #"\"\\"#), ("\n\r\t", #"\n\r\t"#),
      ("\u{0}\u{8}\u{C}\u{1F}\u{7F}\u{85}", #"\u0000\u0008\u000c\u001f\u007f\u0085"#),
      ("a\u{200E}\u{202E}\u{2066}\u{FEFF}", #"a\u200e\u202e\u2066\ufeff"#),
      ("\u{2028}\u{2029}", #"\u2028\u2029"#), ("e\u{301}\u{200D}", "e\u{301}\u{200D}"),
    ])
  func strings(text: String, written: String) throws {
    let line = JSONWriter.string(text)
    #expect(Array(line.unicodeScalars) == Array("\"\(written)\"".unicodeScalars))
    let back = try withExactBytes(line.utf8) { try JSONNode($0).text }
    #expect(back.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
  }

  private static let scalars: [Unicode.Scalar] = [
    "a", "\"", "\\", "\n", "\u{0}", "é", "\u{301}", "漢", "😀", "\u{202E}", "\u{10FFFF}", " ", "/",
  ]

  private func text(_ random: inout SplitMix) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      text.append(Self.scalars.randomElement(using: &random) ?? "a")
    }
    return String(text)
  }

  private func value(_ random: inout SplitMix, depth: Int) -> JSONNode {
    let numbers = ["0", "-1.5e+3", "123456789012345678901234567890", "1E-7"]
    switch Int.random(in: 0..<(depth > 6 ? 3 : 6), using: &random) {
    case 0: return JSONNode(.text(text(&random)))
    case 1: return JSONNode(.number(numbers.randomElement(using: &random) ?? "0"))
    case 2:
      return JSONNode(.literal(["true", "false", "null"].randomElement(using: &random) ?? ""))
    case 3:
      let count = Int.random(in: 0...4, using: &random)
      return JSONNode(.array((0..<count).map { _ in value(&random, depth: depth + 1) }))
    default:
      let fields = ["id", "events", "reports", "participants", "note", "terms", "about", "odd"]
      var members: [JSONNode.Member] = []
      for name in fields.shuffled(using: &random).prefix(Int.random(in: 0...5, using: &random)) {
        members.append(.init(name: name, value: value(&random, depth: depth + 1)))
      }
      members.append(.init(name: text(&random), value: value(&random, depth: depth + 1)))
      return JSONNode(.object(members))
    }
  }

  /// The same tree with members by name, for comparing what may be in another order.
  private func sorted(_ node: JSONNode) -> JSONNode {
    switch node.value {
    case .object(let members):
      let sorted = members.enumerated().sorted {
        ($0.element.name, $0.offset) < ($1.element.name, $1.offset)
      }
      return JSONNode(
        .object(sorted.map { .init(name: $1.name, value: self.sorted($1.value)) }))
    case .array(let elements): return JSONNode(.array(elements.map(sorted)))
    default: return node
    }
  }

  @Test("What is written reads back as it was, and is written the same again", arguments: 1...40)
  func roundTrip(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let tree = value(&random, depth: 0)
    let written = JSONWriter.value(tree)
    let back = try withExactBytes(written.utf8) { try JSONNode($0) }
    #expect(back == tree, "seed \(seed): \(written)")
    #expect(JSONWriter.value(back) == written, "seed \(seed)")
    let stored = JSONWriter.store(tree)
    let again = try withExactBytes(stored.utf8) { try JSONNode($0) }
    #expect(sorted(again) == sorted(tree), "seed \(seed): \(stored)")
    #expect(JSONWriter.store(again) == stored, "seed \(seed)")
  }

  @Test("The canonical form of a file means what the file means")
  func files() throws {
    for path in Fixture.rareFiles + Fixture.miamiFiles {
      let bytes = try #require(Fixture.bytes([path]).first)
      let text = try #require(canonicalForm(of: .file(path)).text)
      let (old, new) = try (
        withExactBytes(bytes) { try JSONNode($0) }, withExactBytes(text.utf8) { try JSONNode($0) }
      )
      #expect(sorted(old) == sorted(new), "\(path)")
      #expect(canonical(text) == text, "\(path)")
    }
  }

  @Test("A record in canonical JSON is the same record")
  func records() throws {
    let chronicle = try Fixture.rare()
    for kind in RecordKind.allCases {
      for id in chronicle.records(of: kind) {
        let json = chronicle.json(of: id)
        let back = try withExactBytes(json.utf8) { try JSONNode($0) }
        #expect(sorted(back) == sorted(try #require(chronicle.table.node(of: id))))
      }
    }
  }
}
