import Screen
import Testing

@Suite("Styles")
struct StyleTests {
  @Test("every style has a letter of its own")
  func distinctLetters() {
    var letters: Set<Character> = []
    for role in Role.allCases {
      for isSelected in [false, true] {
        let letter = Style(role, isSelected: isSelected).letter
        #expect(letters.insert(letter).inserted, "\(role) has \(letter) like another style")
        #expect(TextWidth.columns(of: letter) == 1)
      }
    }
  }

  @Test("a selected style has the capital of its role, and S for text")
  func capitals() {
    #expect(Style(.text).letter == ".")
    #expect(Style(.text, isSelected: true).letter == "S")
    #expect(Style(.hit, isSelected: true).letter == "M")
  }
}
