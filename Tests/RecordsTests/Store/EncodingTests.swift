import Testing

@testable import Records

/// The encoding is checked in stretches; where these end does not show.
@Suite struct EncodingTests {
  private static let today = Day(year: 2026, month: 7, day: 1) ?? Day.first

  /// A store of some stretches, one place a line, in characters of all lengths.
  private static func store(shift: Int) -> [UInt8] {
    let places = (0..<3000).map { number in
      "{\"id\": \"p\(number)\", \"name\": \"aéغ😀\(number)éé😀😀غغ\", \"within\": \"p0\"}"
    }
    let space = String(repeating: " ", count: shift)
    return Array(
      "\(space){\"ceasefire\": 1, \"title\": \"T\", \"places\": [\n\(places.joined(separator: ",\n"))]}"
        .utf8)
  }

  private static func problems(_ bytes: [UInt8]) -> [Problem] {
    load([.bytes(bytes, name: "store.json")], options: LoadOptions(today: today)).problems
  }

  @Test("A character may stand across the end of a stretch", arguments: 0..<6)
  func across(shift: Int) {
    let store = Self.store(shift: shift)
    #expect(store.count > 3 << 16)
    #expect(Self.problems(store).isEmpty)
  }

  @Test("A byte that is not UTF-8 is found where it stands")
  func broken() throws {
    let store = Self.store(shift: 0)
    let places = [1 << 15, 1 << 16, 3 << 15, 1 << 17].flatMap { near in near - 9...near + 9 }
    for place in places + [store.count - 20] {
      // The first byte of a longer character is lost; before it and behind it all is as it was.
      guard let start = store[place...].firstIndex(where: { $0 >= 0xC0 }) else { continue }
      var bytes = store
      bytes[start] = 0xFF
      let line = store[..<start].count { $0 == 0x0A } + 1
      let found = Self.problems(bytes)
      #expect(found.count == 1 && found.first?.line == line, "at \(start): \(found)")
      #expect(found.first?.message.contains("not UTF-8") == true)
    }
  }

  @Test("A character that the end of the file cuts off is found")
  func cutOff() {
    let store = Self.store(shift: 0)
    for lead in [[0xC3], [0xD8], [0xE2, 0x80], [0xF0, 0x9F, 0x98]] as [[UInt8]] {
      let found = Self.problems(store + lead)
      #expect(found.count == 1 && found.first?.severity == .error)
    }
  }
}
