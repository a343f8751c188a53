import Testing

@testable import Records

/// Whatever the bytes are, reading them gives problems or a chronicle, and never a trap.
@Suite struct RobustnessTests {
  /// Reads bytes, and everything of what comes of them.
  private func exercise(_ files: [[UInt8]], _ what: @autoclosure () -> String) {
    let inputs = files.enumerated().map { StoreInput.bytes($1, name: "\($0).json") }
    let result = load(inputs, options: LoadOptions(today: today))
    #expect((result.chronicle == nil) == (result.errorCount > 0), "\(what())")
    #expect(result.problems.allSatisfy { !$0.message.isEmpty && $0.file.hasSuffix(".json") })
    guard let chronicle = result.chronicle else { return }
    for kind in RecordKind.allCases {
      for id in chronicle.records(of: kind) {
        #expect(!chronicle.json(of: id).isEmpty, "\(what())")
        _ = (chronicle.label(of: id), chronicle.fold(id, asOf: nil), chronicle.dayBounds(of: id))
      }
    }
  }

  private static let marks = Array("\"\\{}[]:,0-9eE.tfn \n\u{0}/".utf8) + [0xFF, 0xC3, 0xE2, 0x80]

  private func damaged(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let length = min(Int.random(in: 1...40, using: &random), bytes.count - place)
      switch Int.random(in: 0..<7, using: &random) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes[place] = Self.marks.randomElement(using: &random) ?? 0
      case 2: bytes.removeLast(bytes.count - place)
      case 3: bytes.removeSubrange(place..<place + length)
      case 4: bytes.insert(Self.marks.randomElement(using: &random) ?? 0, at: place)
      case 5: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
      default:
        let other = Int.random(in: 0...bytes.count - length, using: &random)
        bytes.replaceSubrange(place..<place + length, with: bytes[other..<other + length])
      }
    }
    return bytes
  }

  @Test("Damage to a good store", arguments: 0..<8 as Range<UInt64>)
  func small(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let good = Array(store().utf8)
    let more = Array(
      #"{"ceasefire":1,"title":"M","events":[{"id":"e","note":"N","about":["pact"]}]}"#.utf8)
    for turn in 0..<300 {
      let first = damaged(good, &random)
      let second = turn % 3 == 0 ? damaged(more, &random) : more
      exercise(turn % 2 == 0 ? [first] : [first, second], "seed \(seed), turn \(turn)")
    }
  }

  @Test("Damage to the rare cases and to real records", arguments: 0..<4 as Range<UInt64>)
  func large(seed: UInt64) {
    var random = SplitMix(seed: seed &+ 100)
    let stores = [Fixture.bytes(Fixture.rareFiles), Fixture.bytes(Fixture.miamiFiles)]
    for turn in 0..<40 {
      var files = stores[turn % 2]
      let place = Int.random(in: 0..<files.count, using: &random)
      files[place] = damaged(files[place], &random)
      exercise(files, "seed \(seed), turn \(turn)")
    }
  }

  @Test("A store cut off at every byte")
  func cut() {
    let good = Array(store().utf8)
    for length in 0..<good.count { exercise([Array(good.prefix(length))], "\(length) bytes") }
  }

  @Test("Every single word of a store exchanged for each kind of value")
  func exchanged() {
    let text = store()
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    for index in parts.indices where index % 2 == 1 {
      for value in ["null", "{}", "[]", "0", "[[\"s\"]]", "{\"id\": \"s\"}", "\"e\"", "\"\""] {
        let before = parts[..<index].joined(separator: "\"")
        let after = parts[(index + 1)...].joined(separator: "\"")
        exercise([Array((before + value + after).utf8)], "\(parts[index]): \(value)")
      }
    }
  }

  private static let tokens =
    [
      "{", "}", "[", "]", ":", ",", "1", "-1", "null", "\"x\"", "\"e\"", "\"s\"", "\"2021\"",
      "\"/..\"",
    ]
    + ShapeName.allCases.flatMap { Schema.shape($0).fields.map { "\"\($0.name)\"" } }

  @Test("Soup of tokens", arguments: 0..<6 as Range<UInt64>)
  func soup(seed: UInt64) {
    var random = SplitMix(seed: seed &+ 200)
    for turn in 0..<150 {
      let soup = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        Self.tokens.randomElement(using: &random) ?? ""
      }
      exercise([Array(("{" + soup.joined(separator: " ")).utf8)], "seed \(seed), turn \(turn)")
    }
  }

  /// A random value that mostly has the shape it should have.
  private func value(_ type: FieldType, _ random: inout SplitMix) -> String {
    let ids = ["s", "c", "here", "ann", "pact", "st", "tm", "e", "q", "r1", "r2", "r3", "no"]
    func id() -> String { "\"\(ids.randomElement(using: &random) ?? "s")\"" }
    func list(_ make: () -> String) -> String {
      "[" + (0..<Int.random(in: 0...3, using: &random)).map { _ in make() }.joined(separator: ",")
        + "]"
    }
    switch type {
    case .identifier, .reference: return id()
    case .references: return list(id)
    case .text, .address: return "\"t\""
    case .texts: return list { "\"t\"" }
    case .integer: return "\(Int.random(in: 0...3, using: &random))"
    case .date:
      return
        "\"\(["2021", "2021-01-05", "/..", "[2021-02-01..]", "2021-13"].randomElement(using: &random) ?? "")\""
    case .word(let list): return "\"\(list.words.randomElement(using: &random) ?? "")\""
    case .object(let part): return object(part, &random)
    case .objects(let part):
      let count = Int.random(in: 0...3, using: &random)
      return "[" + (0..<count).map { _ in object(part, &random) }.joined(separator: ",") + "]"
    }
  }

  private func object(_ shape: ShapeName, _ random: inout SplitMix) -> String {
    var members = Schema.shape(shape).fields.shuffled(using: &random).filter {
      $0.isRequired ? Int.random(in: 0..<12, using: &random) > 0 : Bool.random(using: &random)
    }.map { "\"\($0.name)\":" + value($0.type, &random) }
    if let again = members.randomElement(using: &random), Int.random(in: 0..<9, using: &random) == 0
    {
      members.append(again)
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  @Test(
    "Random records of the right shape that fit together badly", arguments: 0..<8 as Range<UInt64>)
  func misfits(seed: UInt64) {
    var random = SplitMix(seed: seed &+ 300)
    for turn in 0..<40 {
      let files = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        object(.store, &random).replacing(#""ceasefire":\#(0)"#, with: #""ceasefire":1"#)
          .replacing(#""ceasefire":2"#, with: #""ceasefire":1"#)
          .replacing(#""ceasefire":3"#, with: #""ceasefire":1"#)
      }
      exercise(([store()] + files).map { Array($0.utf8) }, "seed \(seed), turn \(turn)")
    }
  }
}
