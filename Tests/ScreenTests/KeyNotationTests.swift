import Testing

@testable import Screen

@Suite("The notation of keys")
struct KeyNotationTests {
  @Test(
    "a notation is read as its keys",
    arguments: [
      ("", []),
      ("gg", [.character("g"), .character("g")]),
      (
        "gg<Enter><C-d>/ok<Esc>",
        [
          .character("g"), .character("g"), .enter, .control("d"), .character("/"), .character("o"),
          .character("k"), .escape,
        ]
      ),
      ("<PgDn><S-Tab><Space> ", [.pageDown, .backtab, .character(" "), .character(" ")]),
      ("<lt>>", [.character("<"), .character(">")]),
      ("<pgup><ENTER><c-D>", [.pageUp, .enter, .control("d")]),
      ("<F1><F12>", [.function(1), .function(12)]),
      (
        "<BS><Del><Ins><Up><Down><Left><Right><Home><End><Tab>",
        [
          .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .tab,
        ]
      ),
      ("<CR><Return><Backspace><PageDown>", [.enter, .enter, .backspace, .pageDown]),
      (
        "é<U+65+301>日<U+1F642>",
        [
          .character("é"), .character("e\u{301}"), .character("日"), .character("🙂"),
        ]
      ),
      ("<C-Space><C-lt><C-]>", [.control(" "), .control("<"), .control("]")]),
      ("<Paste:a\\>b\\\\\\n\\t\\{1B}>x", [.paste("a>b\\\n\t\u{1B}"), .character("x")]),
      ("<paste:>", [.paste("")]),
      (
        "<Click-3,5><wheelup-0,0><WheelDown-100,20>",
        [
          .mouse(MouseEvent(.press, at: Point(column: 3, row: 5))),
          .mouse(MouseEvent(.wheelUp, at: Point(column: 0, row: 0))),
          .mouse(MouseEvent(.wheelDown, at: Point(column: 100, row: 20))),
        ]
      ),
    ] as [(String, [Key])])
  func parsing(notation: String, keys: [Key]) throws {
    #expect(try Key.parse(notation) == keys)
  }

  @Test(
    "an unknown name is refused with its place",
    arguments: [
      ("<Entr>", "<Entr>", 1), ("gg<Nope>x", "<Nope>", 3), ("é<", "<", 2),
      ("<Enter><Esc", "<Esc", 8),
      ("<>", "<>", 1), ("<C->", "<C->", 1), ("<C-ab>", "<C-ab>", 1), ("<F0>", "<F0>", 1),
      ("<F>", "<F>", 1), ("<U+>", "<U+>", 1), ("<U+110000>", "<U+110000>", 1),
      ("<U+D800>", "<U+D800>", 1), ("<U+61+62>", "<U+61+62>", 1),
      ("<Paste:a\\q>", "<Paste:a\\q>", 1),
      ("<Paste:\\>", "<Paste:\\>", 1), ("<Paste:\\{zz}>", "<Paste:\\{zz}>", 1), ("<x>", "<x>", 1),
      ("<Click-3>", "<Click-3>", 1),
    ] as [(String, String, Int)])
  func refusing(notation: String, text: String, position: Int) {
    #expect(throws: Key.NotationError(text: text, position: position)) {
      try Key.parse(notation)
    }
  }

  @Test("a refusal says where, what, and what to do")
  func message() {
    let error = Key.NotationError(text: "<Nope>", position: 3)
    #expect(
      error.description == """
        character 3: "<Nope>" is no key
          write <Enter>, <Esc>, <C-d>, <F1>, …; write <lt> for the character "<"
        """)
  }

  @Test("keys are written as a person would write them")
  func writing() {
    let keys: [Key] = [
      .character("g"), .character(" "), .character("<"), .character(">"), .character("é"),
      .control("D"), .control(" "), .function(5), .pageDown, .paste("a>b\n"), .character("🙂"),
    ]
    #expect(
      keys.map(\.notation) == [
        "g", "<Space>", "<lt>", ">", "é", "<C-d>", "<C-Space>", "<F5>", "<PgDn>",
        "<Paste:a\\>b\\n>", "<U+1F642>",
      ])
  }

  @Test("what is written is read back as the same keys", arguments: 0..<200 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let keys = (0..<12).map { _ in randomKey(using: &generator) }
    let notation = keys.map(\.notation).joined()
    #expect(try Key.parse(notation) == keys, "seed \(seed): \(notation)")
  }

  private func randomKey(using generator: inout SeededGenerator) -> Key {
    let named: [Key] = [
      .enter, .escape, .tab, .backtab, .backspace, .delete, .insert, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown,
    ]
    let text =
      randomText(upTo: 3, using: &generator)
      + ["<", ">", "\\", ":", "+"][Int.random(in: 0..<5, using: &generator)]
    let character = text.randomElement(using: &generator) ?? "x"
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: return named.randomElement(using: &generator) ?? .enter
    case 1: return .control(Character(UnicodeScalar(UInt8.random(in: 97...122, using: &generator))))
    case 2: return .function(Int.random(in: 1...24, using: &generator))
    case 3: return .paste(text)
    default: return .character(character)
    }
  }
}
