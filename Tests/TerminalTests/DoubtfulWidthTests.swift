import Testing

@testable import Terminal

@Suite("Text whose width terminals disagree about")
struct DoubtfulWidthTests {
  @Test(
    "is followed by a place at which the cursor is set",
    arguments: [
      ("plain", []), ("naïve 漢字 한국 السلام שלום", []), ("▸ ● │─▁█…“”", []), ("❤", [1]),
      ("a☎b", [2]), ("\u{1F1F5}\u{1F1F8}\u{1F1EE}\u{1F1F1}", [2, 4]), ("a\u{1F1F5}b", [2]),
      ("\u{1F1F5}", [1]), ("कषि का", [3, 6]), ("क❤", [1, 2]), ("\u{E000}\u{E001}", [1, 2]),
      ("\u{1F6D7}", [1]), ("\u{600}7", [1]),
    ] as [(String, [Int])])
  func seams(text: String, expected: [Int]) {
    var seams = Seams()
    var place = Seam()
    for scalar in text.unicodeScalars {
      let end = Seam(cells: place.cells + 1, column: place.column + 1)
      seams.take(DoubtfulWidth(of: scalar), from: place, to: end)
      place = end
    }
    seams.finish(at: place)
    #expect(seams.places.map(\.cells) == expected)
  }
}
