import Testing

@testable import Records

@Suite struct SymbolTableTests {
  /// Numbers ids as the reader does, twice over, and wants what a dictionary would say.
  private func check(_ ids: [String], _ table: SymbolTable, _ comment: Comment) {
    let all = Array(ids.joined(separator: "\"").utf8)
    withExactBytes(all) { all in
      func text(_ place: ByteRange) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: all[place.start..<place.start + (place.length ?? 0)])
      }
      var numbers: [String: UInt32] = [:]
      for _ in 0..<2 {
        var start = 0
        for id in ids {
          let length = id.utf8.count
          let found = table.number(
            of: SymbolTable.id(all, start: start, length: length),
            at: ByteRange(start: start, length: length), text: text)
          let known = numbers[id]
          #expect(found.isNew == (known == nil), comment)
          #expect(found.number == known ?? UInt32(numbers.count), comment)
          numbers[id] = found.number
          start += length + 1
        }
      }
      #expect(table.count == numbers.count, comment)
      var gone = Set(numbers.values)
      table.forEach { id, number in
        let text = text(table.places[Int(number)])
        #expect(SymbolTable.id(text, start: 0, length: text.count).tail == id.tail)
        #expect(gone.remove(number) != nil, comment)
      }
      #expect(gone.isEmpty, comment)
      table.seal()
      for (id, number) in numbers {
        #expect(table.number(of: id, text: text) == number, "\(id)")
      }
      #expect(table.number(of: "not-there", text: text) == nil)
      #expect(table.number(of: "not-there-and-quite-long", text: text) == nil)
      #expect(table.number(of: "", text: text) == numbers[""])
    }
  }

  @Test("An empty table knows no id")
  func empty() {
    check([], SymbolTable(), "no ids")
  }

  @Test("Ids of every length keep their numbers")
  func lengths() {
    let letters = String(repeating: "abcdefghijklmnopqrstuvwxyz0123456789-", count: 3)
    let prefixes = (0...100).map { String(letters.prefix($0)) }
    check(prefixes + prefixes.map { $0 + "z" }, SymbolTable(), "prefixes")
  }

  @Test("Many ids are taken, also such as resemble each other")
  func growth() {
    let short = (0..<2500).map { "e\($0)" }
    let padded = (0..<1500).map { "event-2021-\(String($0 + 10_000).dropFirst())" }
    let long = (0..<1000).map { "statement-of-the-ministry-on-day-\($0)" }
    check(short + padded + long, SymbolTable(), "growth")
  }

  @Test("Ids that differ where the table looks last are told apart")
  func alike() {
    let tails = (0..<30).flatMap { a in (0..<30).map { b in (a, b) } }
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789-")
    for stem in ["x", "abcdefg", "abcdefgh", "abcdefghijklm", "abcdefghijklmn"] {
      check(
        tails.map { stem + String([letters[$0.0], letters[$0.1]]) }, SymbolTable(),
        "after \(stem)")
    }
    let heads = (0..<500).map { "abcdefgh\(String(repeating: "x", count: 300))\($0)" }
    check(heads, SymbolTable(), "long ids with one head")
  }
}
