import Testing

@testable import Records

/// What is found inside one file. A mark `▸` stands where a finding must point.
@Suite struct FileReaderTests {
  @Test("The small store that the others build on has no findings")
  func base() throws {
    expectFindings(store())
    let chronicle = try chronicle(store())
    #expect(chronicle.title == "Test")
    #expect(
      RecordKind.allCases.map { chronicle.records(of: $0).count } == [2, 1, 3, 1, 1, 1, 1, 1])
  }

  @Test(
    "A file that is no store is refused as a whole",
    arguments: [
      ("▸", "the file is empty"),
      ("▸ \n\t", "the file is empty"),
      ("▸[]", "a store is one JSON object and begins with '{'; this is something else"),
      ("▸ceasefire", "a store is one JSON object and begins with '{'; this is something else"),
      (
        #"{"ceasefire": 1, "title": "T"}▸ {}"#,
        "something stands after the end of the store's object"
      ),
      (
        #"{"title": "T", "ceasefire": ▸2, "events": [{}], "x": 1}"#,
        "this is a store of format version 2; this program reads version 1"
      ),
      (#"{"ceasefire": 1, "title": "T", "events": [{"id": "e",▸"#, ""),
    ])
  func noStore(text: String, message: String) {
    let (texts, places) = unmarked([text])
    let problems = load(texts).problems
    #expect(problems.count == 1)
    if !message.isEmpty, !message.hasPrefix("something") {
      #expect(problems.map(\.message) == [message])
      #expect(problems.map { "\($0.file):\($0.line ?? 0):\($0.column ?? 0)" } == places)
    }
    #expect(load(texts).chronicle == nil)
  }

  @Test("A store needs its mark and its title, and nothing else")
  func least() throws {
    expectFindings("▸▸{}", #"the store has no "ceasefire""#, #"the store has no "title""#)
    let empty = try chronicle(
      "\u{FEFF}"
        + #"{"\u0063easefire":1,"t\u0069tle":"\u0041","lang":"en","note":"N","events":[]}"#)
    #expect(empty.title == "A" && empty.language == "en" && empty.note == "N")
    #expect(empty.events.isEmpty && empty.period == nil && empty.undatedCount == 0)
  }

  @Test("Bytes that are not UTF-8 are found where they stand, before what follows from them")
  func encoding() {
    let good = Array(store().utf8)
    let start = good.firstIndex(of: UInt8(ascii: "\n")) ?? 0
    for bad in [[0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80]] as [[UInt8]] {
      var bytes = good
      bytes.insert(contentsOf: Array("\"note\": \"é".utf8) + bad + Array("\",".utf8), at: start)
      let result = load([.bytes(bytes, name: "a.json")], options: LoadOptions(today: today))
      #expect(
        result.problems.map(\.description) == [
          "a.json:1:44: error: this byte is not UTF-8; save the file as UTF-8"
        ])
    }
    for mark in [[0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]] {
      let result = load(
        [.bytes(mark + [0x7B, 0, 0x7D, 0], name: "a.json")], options: LoadOptions(today: today))
      #expect(result.problems.map(\.message) == ["this is UTF-16; save the file as UTF-8"])
    }
  }

  @Test("A fault at the very end of a file is the fault of that file, not of the next")
  func ends() {
    expectFindings(
      [#"{"ceasefire": 1, "title": "T"▸"#, store()],
      ["the file ends where ',' or '}' is expected"])
    expectFindings(["▸", store(), "▸"], ["the file is empty", "the file is empty"])
  }

  @Test("After a fault nothing is said of records that may stand behind it")
  func noNoise() {
    expectFindings(
      store(["events": event("x", #""place": "nowhere", "kind" ▸"talks""#)]),
      "':' is expected here, not '\"'")
  }

  @Test("Every required field of every record is missed")
  func missing() {
    for (kind, list) in Self.lists {
      let shape = Schema.shape(of: kind)
      let names = shape.fields.filter(\.isRequired).map(\.name)
      let problems = load(store([list: "{}"])).problems
      let article = "aeiou".contains(shape.word.prefix(1)) ? "an" : "a"
      #expect(
        problems.map(\.message)
          == names.map { "\(article) \(shape.word) without an id has no \"\($0)\"" })
    }
    expectFindings(
      store([
        "agreements": #"""
        {"id": "a", "name": "A", "stages": [▸▸{"id": "a1"}], "terms": [▸▸{"id": "a2"}]}
        """#
      ]),
      #"stage "a1" has no "n""#, #"stage "a1" has no "name""#, #"term "a2" has no "text""#,
      #"term "a2" has no "source""#)
  }

  static let lists: [(RecordKind, String)] = [
    (.source, "sources"), (.place, "places"), (.actor, "actors"), (.agreement, "agreements"),
    (.event, "events"), (.quote, "quotes"),
  ]

  @Test("Every field of every record refuses what is not of its type")
  func types() {
    for (kind, list) in Self.lists {
      for field in Schema.shape(of: kind).fields {
        for wrong in ["null", "true", "7", "\"-\"", "[7]", "{}", "-1.5"] {
          guard !Self.isRight(wrong, field) else { continue }
          let text = store([list: "{\"id\": \"odd\", \"\(field.name)\": \(wrong)}"])
          let problems = load(text).problems.filter { !$0.message.contains(" has no ") }
          #expect(!problems.isEmpty, "\(list), \(field.name): \(wrong)")
          #expect(load(text).chronicle == nil)
        }
      }
    }
  }

  private static func isRight(_ value: String, _ field: Field) -> Bool {
    switch field.type {
    case .text: value == "\"-\""
    case .integer: value == "7"
    case .object: value == "{}"
    default: false
    }
  }

  @Test("Values of the wrong type are named for what they are")
  func typeMessages() {
    expectFindings(
      store([
        "events": event(
          "x",
          #"""
          "about": ▸"e", "place": ▸5, "note": ▸null, "date": ▸[], "links": ▸{},
          "weight": ▸true
          """#)
      ]),
      #"event "x", field "about": it holds a text, where a list of ids belongs"#,
      #"event "x", field "place": it holds a number, where an id in quotation marks belongs"#,
      #"event "x", field "note": it holds true, false or null, "#
        + "where a text in quotation marks belongs",
      #"event "x", field "date": it holds a list, where a date in quotation marks belongs"#,
      #"event "x", field "links": it holds an object, where a list of objects belongs"#,
      #"event "x", field "weight": it holds true, false or null, "#
        + "where a word in quotation marks belongs")
    expectFindings(
      store([
        "quotes": #"""
        {"id": "x", "speaker": "ann", "text": "T", "mode": "indirect", "source": "s",
        "at": ▸"1", "original": ▸[], "also": [▸"s"]}
        """#
      ]),
      #"quote "x", field "at": it holds a text, where a whole number belongs"#,
      #"quote "x": an original is an object, not a list"#,
      #"quote "x": a printing is an object, not a text"#)
    expectFindings(
      #"{"ceasefire": 1, "title": "T", "events": ▸7, "places": [▸"here"]}"#,
      #"the store, field "events": it holds a number, where a list of objects belongs"#,
      "the store: a place is an object, not a text")
  }

  @Test("A word that is not in its list is named with the list")
  func words() {
    for list in WordList.allCases {
      #expect(!list.words.contains("oddity") && Set(list.words).count == list.words.count)
    }
    expectFindings(
      store([
        "events": event(
          "x",
          #"""
          "weight": "▸Key", "links": [{"rel": "▸part of", "to": "e"}]
          """#)
      ]),
      #"event "x", field "weight": "Key" is not one of its words"#,
      #"event "x", field "rel": "part of" is not one of its words"#)
    let problem = load(store(["events": event("x", #""weight": "minr""#)])).problems.first
    #expect(problem?.advice == #"did you mean "minor"? the words are: key, normal, minor"#)
    expectFindings(store(["events": event("x", #""weight": "\u006dinor""#)]))
  }

  @Test("Unknown fields are warned of, and known ones that stand twice are refused")
  func fields() {
    expectFindings(
      store([
        "events": event(
          "x",
          #"""
          ▸"titel": 1, "note": "a", ▸"note": "b", ▸"": [{"a": {}}], ▸"titel": 2
          """#)
      ]),
      #"w: event "x", field "titel": no event has such a field; it is not shown"#,
      #"event "x", field "note": it stands here a second time"#,
      #"w: event "x", field "": no event has such a field; it is not shown"#,
      #"event "x", field "titel": it stands here a second time"#)
    expectFindings(
      #"{"ceasefire": 1, "title": "T", ▸"event": [], "\u0074itle": "T"}"#
        .replacing(#""\u"#, with: #"▸"\u"#),
      #"w: the store, field "event": no store has such a field; it is not shown"#,
      #"the store, field "title": it stands here a second time"#)
    expectFindings(store(["events": event("x", #""n\u006fte": "a""#)]))
  }

  @Test(
    "An id has small letters, digits and hyphens",
    arguments: [
      "", "-a", "A", "a_b", "a b", "é", "a.b", "a\u{7F}", "ａ", "a/b", "🙂", "\\u0061", "a\\/b",
    ])
  func badIDs(id: String) throws {
    let result = load(store(["places": #"{"id": "\#(id)", "name": "N"}"#]))
    let problem = try #require(result.problems.first)
    #expect(problem.message.hasSuffix(" is not an id"))
    #expect(problem.line == 8)
    #expect(result.problems.count == 1)
  }

  @Test("Ids with digits first and hyphens anywhere else are ids")
  func goodIDs() throws {
    let ids = ["0", "9-", "a--b", "2025-12-19", String(repeating: "long-", count: 100)]
    let places = ids.map { #"{"id": "\#($0)", "name": "N"}"# }.joined(separator: ",")
    let chronicle = try chronicle(store(["places": places]))
    for id in ids {
      #expect(chronicle.id(named: id).map(chronicle.name(of:)) == id)
    }
  }

  @Test("A date that is none is found at the character that is wrong")
  func dates() {
    expectFindings(
      store([
        "events": event(
          "x", #""date": "2021-▸13-01""#,
          reports: #"""
            {"source": "s", "reported": "2021-02-▸30"}
            """#)
      ]),
      #"event "x", field "reported": "2021-02-30" is not a date"#,
      #"event "x", field "date": "2021-13-01" is not a date"#)
    expectFindings(store(["events": event("x", #""date": "2021\u002d01-03""#)]))
    expectFindings(
      store(["events": event("x", #""date": "▸2021\u002d13-03""#)]),
      #"event "x", field "date": "2021-13-03" is not a date"#)
  }

  @Test(
    "Paragraphs and numbers of stages are whole numbers",
    arguments: [
      ("0", true), ("1", true), ("999999999", true), ("-1", false), ("1.0", false), ("1e2", false),
      ("4294967296", false), (String(repeating: "9", count: 5000), false),
    ])
  func numbers(number: String, isGood: Bool) {
    let result = load(store(["events": event("x", reports: #"{"source": "s", "at": \#(number)}"#)]))
    #expect(result.problems.isEmpty == isGood)
    #expect(result.problems.allSatisfy { $0.message.count < 200 })
  }

  @Test("All findings of a load are listed at once, sorted by place")
  func all() {
    let text = store([
      "places": #"{"id": "p", "name": 7}, {"id": "P", "name": "x", "within": "nowhere"}"#,
      "events": event("x", #""weight": "w", "odd": 1"#) + "," + event("e"),
    ])
    let problems = load(text).problems
    #expect(problems.count == 6, "\(problems)")
    let places = problems.map { ($0.line ?? 0) * 1000 + ($0.column ?? 0) }
    #expect(places == places.sorted())
  }
}
