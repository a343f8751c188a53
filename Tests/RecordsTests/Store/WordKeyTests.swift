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

  @Test("A word is split before its last byte")
  func split() throws {
    for length in 1...15 {
      let word = String("abcdefghijklmno".prefix(length))
      let split = try #require(WordKey(word)).split
      #expect(split.last == UInt64(try #require(word.utf8.last)))
      #expect(split.head == (try #require(WordKey(word.dropLast() + "z")).split.head))
      let shorter = try #require(WordKey(String(word.dropLast()))).split
      #expect(split.head != shorter.head)
    }
    let none = try #require(WordKey(""))
    #expect(none.split == (none, 0))
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
