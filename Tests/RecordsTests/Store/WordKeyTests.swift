import Testing

@testable import Records

@Suite struct WordKeyTests {
  private func key(_ bytes: [UInt8], _ start: Int, _ length: Int) -> WordKey {
    withExactBytes(bytes) { WordKey($0, start: start, length: length) }
  }

  @Test("Keys of the same bytes are equal wherever these stand, up to the last byte of a file")
  func places() throws {
    let word = "government-body"
    for length in 0...15 {
      let part = String(word.prefix(length))
      let wanted = try #require(WordKey(part))
      for before in 0...3 {
        for after in 0...20 {
          let bytes =
            [UInt8](repeating: 0x22, count: before) + part.utf8
            + [UInt8](repeating: 0xFF, count: after)
          #expect(key(bytes, before, length) == wanted, "\(before), \(length), \(after)")
        }
      }
    }
  }

  @Test("Keys tell words of other lengths and letters apart")
  func differences() {
    var keys: Set<WordKey> = []
    var count = 0
    for length in 0...15 {
      for position in 0..<max(length, 1) {
        for letter in ["b", "c", "\0"] as [Character] {
          var word = [Character](repeating: "a", count: length)
          if length > 0 { word[position] = letter }
          if let key = WordKey(String(word)) { keys.insert(key) }
          count += 1
          if length == 0 { break }
        }
      }
    }
    #expect(keys.count == count)
    #expect(WordKey("sixteen letters!") == nil)
  }

  @Test("A word is split before its last two bytes")
  func split() throws {
    let word = "abcdefghijklmno"
    for length in 0...15 {
      let part = String(word.prefix(length))
      let split = try #require(WordKey(part)).split
      guard length > 2 else {
        #expect(split == nil)
        continue
      }
      let tail = Array(part.utf8.suffix(2)).map(UInt64.init)
      #expect(split?.tail == tail[0] | tail[1] << 8, "\(part)")
      let other = try #require(WordKey(part.dropLast(2) + "zz")).split
      #expect(split?.stem == other?.stem, "\(part)")
      let shorter = try #require(WordKey(String(part.dropLast(3)) + "zzz")).split
      #expect(split?.stem != shorter?.stem, "\(part)")
    }
  }

  @Test("Every word of every vocabulary and every field is found by its key")
  func vocabulary() throws {
    let schema = CompiledSchema()
    for list in WordList.allCases {
      for (position, word) in list.words.enumerated() {
        let key = try #require(WordKey(word), "\(word) is too long for a key")
        #expect(schema.word(key, in: list.rawValue).map(Int.init) == position)
        #expect(schema.word(try #require(WordKey(word.prefix(14) + "!")), in: list.rawValue) == nil)
      }
    }
    for name in ShapeName.allCases {
      let code = schema.shapes[Int(name.rawValue)]
      let fields = Schema.shape(name).fields
      #expect(code.count == fields.count && fields.count <= 32)
      for (index, field) in fields.enumerated() {
        #expect(schema.fields[code.first + index].key == WordKey(field.name))
        #expect((code.required & 1 << UInt32(index) != 0) == field.isRequired)
      }
    }
  }
}
