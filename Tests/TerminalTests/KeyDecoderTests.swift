import Screen
import Terminal
import Testing

/// What a terminal sends. The list of the tests that ran must not send it to somebody's terminal.
struct Sent: ExpressibleByStringLiteral, CustomTestStringConvertible {
  let bytes: [UInt8]
  let testDescription: String

  init(stringLiteral text: String) {
    bytes = Array(text.utf8)
    testDescription = text.debugDescription
  }
}

@Suite("Keys of bytes")
struct KeyDecoderTests {
  /// What a terminal sends, and the keys it is, once nothing has followed in time.
  static let table: [(sent: Sent, keys: String)] = [
    // typed text
    ("a", "a"), ("aZ~ 0", "aZ~<Space>0"), ("é漢😀", "é漢😀"), ("س", "س"),
    ("e\u{301}x", "<U+65+301>x"), ("\u{301}", "<U+301>"), ("👩🏽‍⚖️", "<U+1F469+1F3FD+200D+2696+FE0F>"),
    // control keys
    ("\r", "<Enter>"), ("\n", "<Enter>"), ("\r\n", "<Enter><Enter>"), ("\t", "<Tab>"),
    ("\u{7F}", "<BS>"), ("\u{8}", "<BS>"), ("\u{0}", "<C-@>"), ("\u{1}", "<C-a>"),
    ("\u{4}\u{15}", "<C-d><C-u>"), ("\u{1A}", "<C-z>"), ("\u{1C}\u{1F}", "<C-\\><C-_>"),
    // escape, alone and before others
    ("\u{1B}", "<Esc>"), ("\u{1B}\u{1B}", "<Esc><Esc>"), ("\u{1B}j", "<Esc>j"),
    ("\u{1B}\u{1B}[A", "<Esc><Up>"), ("\u{1B}\r", "<Esc><Enter>"), ("\u{1B}é", "<Esc>é"),
    ("\u{1B}[", "<Esc>["), ("\u{1B}O", "<Esc>O"), ("\u{1B}]", "<Esc>]"), ("\u{1B}P", "<Esc>P"),
    // arrows and their like: normal, application, xterm, VT220, rxvt, Linux console
    ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", "<Up><Down><Right><Left>"),
    ("\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD", "<Up><Down><Right><Left>"),
    (
      "\u{1B}[H\u{1B}[F\u{1B}OH\u{1B}OF\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~",
      "<Home><End><Home><End><Home><End><Home><End>"
    ),
    ("\u{1B}[5~\u{1B}[6~\u{1B}[2~\u{1B}[3~\u{1B}[Z", "<PgUp><PgDn><Ins><Del><S-Tab>"),
    ("\u{1B}OP\u{1B}[11~\u{1B}[[A\u{1B}[15~\u{1B}[24~", "<F1><F1><F1><F5><F12>"),
    ("\u{1B}OM\u{1B}Op\u{1B}Oy", "<Enter>09"),
    ("\u{1B}[A[", "<Up>["), ("x\u{1B}[Ay", "x<Up>y"),
    // the mouse: the first button, with any modifier, and the wheel; in the old form, too
    ("\u{1B}[<0;12;34M\u{1B}[<0;12;34m\u{1B}[<20;1;1M", "<Click-11,33><Click-0,0>"),
    ("\u{1B}[<64;300;2M\u{1B}[<65;300;2Ma", "<WheelUp-299,1><WheelDown-299,1>a"),
    ("\u{1B}[M !#\u{1B}[M#!#\u{1B}[M`!#a", "<Click-0,2><WheelUp-0,2>a"),
    ("\u{1B}[<2;1;1M\u{1B}[<32;1;1M\u{1B}[<0;0;0M\u{1B}[<0;1Ma\u{1B}[<;;M\u{1B}[M ", "a"),
    ("\u{1B}[<0;99999999999999999999999;1Ma", "a"),
    // left out as a whole
    ("\u{1B}[999~a", "a"), ("\u{1B}[1;5Ca", "a"), ("\u{1B}[27;5;9~a", "a"),
    ("\u{1B}[Ia\u{1B}[O", "a"),
    ("\u{1B}[?62;4c\u{1B}[24;80R", ""), ("\u{1B}[ qa", "a"),
    ("\u{1B}Oza", "a"), ("\u{1B}[[Za", "a"), ("\u{1B}[12", ""), ("\u{1B}[201~a", "a"),
    ("\u{1B}]11;rgb:0000/0000/0000\u{7}a", "a"), ("\u{1B}]52;c;YQ==\u{1B}\\a", "a"),
    ("\u{1B}P1+r544e\u{1B}\\\u{1B}_G\u{1B}\\a", "a"), ("\u{1B}]0;unfinished", ""),
    ("\u{1B}[1;2\u{1B}[B", "<Down>"), ("\u{1B}[12\u{3}", "<C-c>"), ("\u{1B}[1é", "é"),
    ("\u{9B}A\u{85}", "A"),
    // pasted text
    ("\u{1B}[200~two\r\nlines\rmore\n\u{1B}[201~x", "<Paste:two\\nlines\\nmore\\n>x"),
    ("\u{1B}[200~\u{1B}[A:q\r\u{1B}[201~", "<Paste:\\{1B}[A:q\\n>"),
    ("a\u{1B}[200~\u{1B}[201~b", "a<Paste:>b"), ("\u{1B}[200~no end", "<Paste:no end>"),
  ]

  @Test("What a terminal sends is the keys that were pressed", arguments: table)
  func decodes(sent: Sent, keys: String) throws {
    #expect(decode([sent.bytes]) == (try Key.parse(keys)))
  }

  @Test("It does not matter in which pieces the bytes come", arguments: table)
  func decodesPieces(sent: Sent, keys: String) throws {
    let pieces = sent.bytes.map { [$0] }
    #expect(typed(decode(pieces)) == typed(try Key.parse(keys)))
  }

  @Test("What is not UTF-8 is left out, and what follows is not")
  func leavesOutInvalidText() {
    let table: [([UInt8], String)] = [
      ([0xFF, 0x61], "a"), ([0xC3, 0x61], "a"), ([0xC0, 0xAF, 0x61], "a"),
      ([0xE6, 0xBC, 0x0D], "<Enter>"), ([0xED, 0xA0, 0x80, 0x61], "a"),
      ([0xF4, 0x90, 0x80, 0x80, 0x61], "a"), ([0xF0, 0x9F, 0x1B], "<Esc>"), ([0xE6], ""),
      ([0xC2, 0x85, 0x61], "a"), ([0xE6, 0xBC, 0xE6, 0xBC, 0xA2], "漢"),
    ]
    for (bytes, keys) in table {
      #expect(decode([bytes]).map(\.notation).joined() == keys, "\(bytes)")
    }
  }

  @Test("A terminal's own sequences go before the common ones")
  func prefersOwnSequences() {
    let own: [[UInt8]: Key] = [
      Array("\u{1B}[A".utf8): .pageUp, Array("\u{1B}A".utf8): .up, Array("\u{1B}[25$".utf8): .end,
      [0x0B]: .up,
    ]
    let keys = decode(
      [Array("\u{1B}[A\u{1B}A\u{1B}[B\u{0B}".utf8)], sequences: KeySequences(own: own))
    #expect(keys == [.pageUp, .up, .down, .control("k")])
  }

  @Test("It is told what time has to decide")
  func knowsPauses() {
    let table: [(String, KeyDecoder.Pause)] = [
      ("a", .none), ("\u{1B}", .escape), ("\u{1B}[1", .escape), ("\u{1B}O", .escape),
      ("\u{1B}]0", .escape), ("\u{1B}[200~a", .paste), ("\u{1B}[200~a\u{1B}[201~", .none),
    ]
    for (bytes, pause) in table {
      var decoder = KeyDecoder()
      decoder.feed(Array(bytes.utf8))
      #expect(decoder.pause == pause, "\(bytes.debugDescription)")
      decoder.giveUp()
      #expect(decoder.pause == .none, "\(bytes.debugDescription)")
    }
  }

  @Test("A paste is kept up to its limit, and its end is found behind it")
  func limitsPaste() {
    let long = [UInt8](repeating: 0x78, count: KeyDecoder.maximumPaste + 10)
    let bytes = Array("\u{1B}[200~".utf8) + long + Array("\u{1B}[201~a".utf8)
    let expected = Key.paste(String(repeating: "x", count: KeyDecoder.maximumPaste))
    #expect(decode([bytes]) == [expected, .character("a")])
  }

  @Test("Any bytes in any pieces are keys or nothing", arguments: 0..<200)
  func survivesAnyBytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let starts = ["\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}]", "\u{1B}[200~", "\u{1B}[201~", "漢"]
    var bytes: [UInt8] = []
    while bytes.count < 400 {
      if Int.random(in: 0..<4, using: &random) == 0 {
        bytes += Array((starts.randomElement(using: &random) ?? "").utf8)
      } else {
        bytes.append(.random(in: 0...255, using: &random))
      }
    }
    var pieces: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...20, using: &random)
      pieces.append(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    #expect(typed(decode(pieces)) == typed(decode([bytes])), "seed \(seed)")
  }

  private func decode(
    _ pieces: [[UInt8]], sequences: KeySequences = KeySequences()
  ) -> [Key] {
    var decoder = KeyDecoder(sequences: sequences)
    var keys: [Key] = []
    for piece in pieces {
      decoder.feed(piece)
      while let key = decoder.next() { keys.append(key) }
    }
    decoder.giveUp()
    while let key = decoder.next() { keys.append(key) }
    return keys
  }

  /// Keys with their characters taken apart: marks join a letter only if they came with it.
  private func typed(_ keys: [Key]) -> [String] {
    keys.flatMap { key in
      guard case .character(let character) = key else { return [key.notation] }
      return character.unicodeScalars.map { String($0.value, radix: 16) }
    }
  }
}

/// SplitMix64, so that a failure can be had again by its seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }
}
