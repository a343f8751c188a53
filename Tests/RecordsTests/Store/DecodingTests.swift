import Testing

@testable import Records

/// What a record holds in its file is what the decoded record holds: no field is lost.
@Suite struct DecodingTests {
  /// All plain values of a decoded record, as they would stand in a file.
  private func values(_ any: Any, _ chronicle: Chronicle, into found: inout [String]) {
    switch any {
    case let id as RecordID: found.append(chronicle.name(of: id))
    case let date as RecordDate: found.append(date.text)
    case let text as String: found.append(text)
    case let number as Int: found.append(String(number))
    case let word as any Vocabulary: found.append(word.rawValue)
    default:
      for child in Mirror(reflecting: any).children {
        values(child.value, chronicle, into: &found)
      }
    }
  }

  /// All plain values of a record's JSON.
  private func values(_ node: JSONNode, into found: inout [String]) {
    switch node.value {
    case .text(let text): found.append(text)
    case .number(let digits): found.append(digits)
    case .literal(let word): found.append(word)
    case .array(let elements): for element in elements { values(element, into: &found) }
    case .object(let members): for member in members { values(member.value, into: &found) }
    }
  }

  private func decoded(_ id: RecordID, _ chronicle: Chronicle) -> Any? {
    switch chronicle.kind(of: id) {
    case .source: chronicle.source(id)
    case .place: chronicle.place(id)
    case .actor: chronicle.actor(id)
    case .agreement: chronicle.agreement(id)
    case .stage: chronicle.stage(id)
    case .term: chronicle.term(id)
    case .event: chronicle.event(id)
    case .quote: chronicle.quote(id)
    }
  }

  /// Words that stand in a decoded record where the file says nothing.
  private static let defaults = ["normal", "participant", "asserts", "say"]

  private func check(_ chronicle: Chronicle) throws {
    for kind in RecordKind.allCases {
      for id in chronicle.records(of: kind) {
        let name = chronicle.name(of: id)
        let record = try #require(decoded(id, chronicle), "\(name)")
        var inModel: [String] = []
        values(record, chronicle, into: &inModel)
        var inFile: [String] = []
        values(try #require(chronicle.table.node(of: id)), into: &inFile)
        func isStated(_ value: String) -> Bool { !Self.defaults.contains(value) }
        #expect(inModel.filter(isStated).sorted() == inFile.filter(isStated).sorted(), "\(name)")
        for value in inFile { #expect(inModel.contains(value), "\(name): \(value)") }
      }
    }
  }

  @Test("Every value in the file of a record is in the decoded record, and no other")
  func nothingIsLost() throws {
    try check(Fixture.rare())
    try check(Fixture.miami())
  }

  @Test("The rare cases hold every field of every shape, and every word")
  func complete() throws {
    var seen: Set<String> = []
    var words: Set<String> = []
    func walk(_ node: JSONNode, _ shape: ShapeName) {
      guard case .object(let members) = node.value else { return }
      for member in members {
        seen.insert("\(shape).\(member.name)")
        guard let field = Schema.shape(shape).fields.first(where: { $0.name == member.name }) else {
          continue
        }
        switch field.type {
        case .word(let list): words.insert("\(list).\(member.value.text ?? "")")
        case .object(let part): walk(member.value, part)
        case .objects(let part): for element in member.value.elements { walk(element, part) }
        default: break
        }
      }
    }
    for bytes in Fixture.bytes(Fixture.rareFiles) {
      walk(try withExactBytes(bytes) { try JSONNode($0) }, .store)
    }
    let fields = ShapeName.allCases.flatMap { shape in
      Schema.shape(shape).fields.map { "\(shape).\($0.name)" }
    }
    #expect(fields.filter { !seen.contains($0) } == [])
    // Of the standings a report can only state one.
    let all = WordList.allCases.filter { $0 != .standing }.flatMap { list in
      list.words.map { "\(list).\($0)" }
    }
    #expect(all.filter { !words.contains($0) } == [])
  }

  @Test("Asking for a record as another kind gives nothing")
  func kinds() throws {
    let chronicle = try chronicle(store())
    for kind in RecordKind.allCases {
      for id in chronicle.records(of: kind) {
        #expect((chronicle.source(id) != nil) == (kind == .source))
        #expect((chronicle.place(id) != nil) == (kind == .place))
        #expect((chronicle.actor(id) != nil) == (kind == .actor))
        #expect((chronicle.agreement(id) != nil) == (kind == .agreement))
        #expect((chronicle.stage(id) != nil) == (kind == .stage))
        #expect((chronicle.term(id) != nil) == (kind == .term))
        #expect((chronicle.event(id) != nil) == (kind == .event))
        #expect((chronicle.quote(id) != nil) == (kind == .quote))
        #expect((chronicle.actorKind(of: id) != nil) == (kind == .actor))
        #expect((chronicle.eventKind(of: id) != nil) == (kind == .event))
        #expect((chronicle.status(of: id) != nil) == (kind == .event))
        #expect((chronicle.fold(id, asOf: nil) != nil) == (kind == .event))
        let isPart = kind == .stage || kind == .term
        #expect((chronicle.agreement(containing: id) != nil) == isPart)
      }
    }
  }

  @Test("A record is called by its title, name or text; a source without one by who and when")
  func labels() throws {
    let chronicle = try chronicle(
      store(["places": #"{"id": "p", "name": "\u00c9l\u00e1n \ud83d\ude00"}"#]))
    let labels = [
      ("s", "The Paper, 5 Jan 2021"), ("here", "Here"), ("ann", "Ann"), ("pact", "Pact"),
      ("st", "First"), ("tm", "To leave"), ("e", "Talks"), ("q", "Words"), ("p", "Élán 😀"),
    ]
    for (name, label) in labels {
      #expect(try chronicle.label(of: chronicle.the(name)) == label)
    }
    let bytes = try chronicle.withLabelBytes(of: chronicle.the("p")) { ($0.count, $1) }
    #expect(bytes == (#"\u00c9l\u00e1n \ud83d\ude00"#.utf8.count, true))
    #expect(try chronicle.withLabelBytes(of: chronicle.the("s")) { bytes, _ in bytes.count } == 0)
    for odd in ["", "S", "s ", "nobody", "s\0"] { #expect(chronicle.id(named: odd) == nil) }
  }

  @Test("Texts with every kind of escape are decoded")
  func escapes() throws {
    let chronicle = try chronicle(
      store(["events": event("x", #""n\u006fte": "a\"\\\/\b\f\n\r\té\u00e9\ud83d\ude00""#)]))
    #expect(
      try chronicle.event(chronicle.the("x"))?.note == "a\"\\/\u{8}\u{C}\n\r\téé😀")
  }
}
