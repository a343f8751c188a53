import Testing

@testable import Records

@Suite struct JSONStringTests {
  private func string(_ bytes: [UInt8]) throws -> JSONScanner.Text {
    try withExactBytes(bytes) { bytes in
      var scanner = JSONScanner(bytes)
      return try scanner.string()
    }
  }

  @Test("A string of any length ends at its quotation mark, also as the last byte of the file")
  func lengths() throws {
    for length in 0...70 {
      let plain = [UInt8](repeating: UInt8(ascii: "x"), count: length)
      for rest in ["", ",", "\"\"", String(repeating: "\"", count: 20)] {
        let text = try string([UInt8(ascii: "\"")] + plain + [UInt8(ascii: "\"")] + rest.utf8)
        #expect(text.start == 1 && text.length == length && !text.hasEscapes, "length \(length)")
      }
    }
  }

  @Test("An escape is seen wherever it stands")
  func escapes() throws {
    for length in 0...70 {
      for position in 0...length {
        var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: length)
        bytes.insert(contentsOf: Array(#"\""#.utf8), at: position)
        let text = try string(
          [UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\""), UInt8(ascii: "\"")])
        #expect(text.length == length + 2 && text.hasEscapes, "\(length), \(position)")
      }
    }
  }

  @Test("A control character or the end of the file is seen wherever it stands")
  func faults() {
    for length in 0...70 {
      for position in 0..<length {
        var bytes = [UInt8(ascii: "\"")] + [UInt8](repeating: UInt8(ascii: "x"), count: length)
        bytes[position + 1] = 0x1F
        #expect(throws: JSONFault.self, "\(length), \(position)") { _ = try string(bytes) }
      }
      let open = [UInt8(ascii: "\"")] + [UInt8](repeating: UInt8(ascii: "x"), count: length)
      #expect(throws: JSONFault.self, "\(length)") { _ = try string(open) }
    }
  }

  @Test("A string of any bytes ends where one that is read byte by byte does", arguments: 1...8)
  func oracle(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let bytes: [UInt8] = [0x20, 0x21, 0x23, 0x5B, 0x5D, 0x7F, 0x80, 0xA2, 0xDC, 0xFF, 0x9F, 0xA0]
    let stops: [UInt8] = [0x22, 0x1F, 0x00, 0x0A]
    for _ in 0..<300 {
      var text = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        bytes.randomElement(using: &random) ?? 0
      }
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let stop = stops.randomElement(using: &random) ?? 0
        text.insert(stop, at: Int.random(in: 0...text.count, using: &random))
      }
      let end = text.firstIndex { $0 == 0x22 || $0 < 0x20 }
      let length = end.flatMap { text[$0] == 0x22 ? $0 : nil }
      let found = try? string([0x22] + text)
      #expect(found?.length == length, "seed \(seed): \(text)")
      #expect(found?.hasEscapes != true)
    }
  }

  @Test(
    "Escapes are resolved to the text they stand for",
    arguments: [
      ("plain é", "plain é"),
      (#"\"\\\/"#, "\"\\/"),
      (#"\b\f\n\r\t"#, "\u{8}\u{C}\n\r\t"),
      (#"\u0041\u00e9\u00E9\u6f22"#, "Aéé漢"),
      (#"\ud83d\ude00x"#, "😀x"),
      (#"\uDBFF\uDFFF"#, "\u{10FFFF}"),
      (#"\u0000"#, "\u{0}"),
      (#"a\\u0041"#, "a\\u0041"),
      (#"e\u0301"#, "e\u{301}"),
    ])
  func decoded(written: String, expected: String) {
    let text = withExactBytes(written.utf8) { decodedText($0, hasEscapes: true) }
    #expect(Array(text.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test("Bytes that never passed the scanner give some text, and no trap")
  func broken() {
    var random = SplitMix(seed: 7)
    let alphabet = Array(#"\\\uudD8c0"nx"#.utf8) + [0xFF, 0xC3, 0xA9]
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...14, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0
      }
      _ = withExactBytes(bytes) { decodedText($0, hasEscapes: true) }
    }
  }
}
