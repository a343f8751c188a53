import Testing

@testable import Records

@Suite struct ByteRangeTests {
  @Test(
    "A range keeps its start, its length up to 8 MiB, and whether there are escapes",
    arguments: [
      (0, 0, false), (1, 1, true), (1 << 39, (1 << 23) - 2, true), (5, 8_000_000, false),
    ])
  func kept(start: Int, length: Int, hasEscapes: Bool) {
    let range = ByteRange(start: start, length: length, hasEscapes: hasEscapes)
    #expect(range.start == start)
    #expect(range.length == length)
    #expect(range.hasEscapes == hasEscapes)
    #expect(range != .none)
  }

  @Test("Of a longer range the length is not kept", arguments: [(1 << 23) - 1, 1 << 23, 1 << 33])
  func tooLong(length: Int) {
    let range = ByteRange(start: 3, length: length)
    #expect(range.start == 3 && range.length == nil && !range.hasEscapes)
  }

  @Test("Texts and ids of more than 8 MiB are read as any other")
  func longTexts() throws {
    let long = String(repeating: "x", count: 1 << 23)
    let text = store([
      "places": "{\"id\": \"\(long)\", \"name\": \"\(long)\\n\"}, "
        + "{\"id\": \"near\", \"name\": \"Near\", \"within\": \"\(long)\"}"
    ])
    let chronicle = try chronicle(text)
    let near = try #require(chronicle.id(named: "near"))
    let far = try #require(chronicle.place(near)?.within)
    #expect(chronicle.name(of: far).utf8.count == long.utf8.count)
    #expect(chronicle.label(of: far).utf8.count == long.utf8.count + 1)
    #expect(chronicle.id(named: long) == far)
  }
}
