import Foundation
import Screen
import Testing

@Suite("Wrapping")
struct WrappingTests {
  @Test(
    "lines break between words",
    arguments: [
      ("one two three", 7, 0, ["one two", "three"]),
      ("one two three", 8, 0, ["one two", "three"]),
      ("one two three", 13, 0, ["one two three"]),
      ("one two three", 5, 2, ["one", "  two", "  thr", "  ee"]),
      ("one  two", 4, 0, ["one", "two"]),
      ("one two   ", 7, 0, ["one two"]),
      ("  one two", 6, 0, ["  one", "two"]),
      ("       one", 4, 0, ["one"]),
      ("abcdefghij", 4, 0, ["abcd", "efgh", "ij"]),
      ("ab abcdefghij", 4, 0, ["ab", "abcd", "efgh", "ij"]),
      ("cease-fire talks", 8, 0, ["cease-", "fire", "talks"]),
      ("2023-10-07", 6, 0, ["2023-1", "0-07"]),
      ("said—then left", 10, 0, ["said—then", "left"]),
      ("said—then left", 8, 0, ["said—", "then", "left"]),
      ("停戦協議が続く。", 6, 0, ["停戦協", "議が続", "く。"]),
      ("停戦協議。続く", 8, 0, ["停戦協", "議。続く"]),
      ("日本", 1, 0, ["…", "…"]),
      ("a日b", 1, 0, ["a", "…", "b"]),
      ("one\ntwo\r\nthree", 20, 0, ["one", "two", "three"]),
      ("one\n\ntwo", 20, 2, ["one", "  ", "  two"]),
      ("one\n", 20, 0, ["one", ""]),
      ("", 5, 0, [""]),
      ("   ", 2, 0, [""]),
      ("one", 0, 0, [""]),
      ("one", -4, 9, [""]),
      ("one two", 3, 99, ["one", " tw", " o"]),
      ("a\u{A0}b c", 3, 0, ["a\u{A0}b", "c"]),
    ] as [(String, Int, Int, [String])])
  func table(text: String, columns: Int, indent: Int, lines: [String]) {
    #expect(StyledText(text).wrapped(to: columns, indent: indent).map(\.plain) == lines)
  }

  @Test("roles follow their words")
  func roles() {
    let line = StyledText("says ", .label) + StyledText("one two", .quote) + StyledText(" end")
    #expect(
      line.wrapped(to: 9, indent: 2).map(\.spans) == [
        [Span("says ", .label), Span("one", .quote)],
        [Span("  "), Span("two", .quote), Span(" end")],
      ])
  }

  @Test("no line is wider than asked, and every word is there", arguments: 0..<200 as Range<UInt64>)
  func property(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let line = randomLine(upTo: 10, using: &generator)
    let columns = Int.random(in: 2...30, using: &generator)
    let indent = Int.random(in: 0...3, using: &generator)
    let lines = line.wrapped(to: columns, indent: indent)
    for wrapped in lines {
      #expect(wrapped.columns <= columns, "seed \(seed): \(codes(wrapped.plain))")
    }
    // A cluster of more columns than a line has is the one thing that may be missing.
    guard columns - min(indent, columns / 2) >= 4 else { return }
    #expect(
      withoutBlanks(lines.map(\.plain).joined()) == withoutBlanks(line.plain), "seed \(seed)")
  }

  @Test("lines of one text run in the direction of its first letter")
  func direction() {
    let arabic = StyledText("قالت Reuters إن المحادثات ستستمر").wrapped(to: 12)
    #expect(arabic.count > 1)
    #expect(arabic.flatMap(\.spans).allSatisfy { $0.direction == .rightToLeft })
    let english = StyledText("The word السلام means peace").wrapped(to: 12)
    #expect(english.flatMap(\.spans).allSatisfy { $0.direction == .leftToRight })
    let plain = StyledText("plain words").wrapped(to: 5)
    #expect(plain.flatMap(\.spans).allSatisfy { $0.direction == nil })
  }

  private func withoutBlanks(_ text: String) -> [UInt32] {
    text.unicodeScalars.map(\.value).filter { value in
      !(0x09...0x0D).contains(value) && value != 0x20 && value != 0x85 && value != 0x2028
    }
  }
}
