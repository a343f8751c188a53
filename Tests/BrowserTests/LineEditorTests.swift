import Browser
import Testing

@Suite("A line being typed")
struct LineEditorTests {
  @Test("Letters go in where the insertion point stands")
  func insertion() {
    var line = LineEditor("ab")
    line.move(by: -1)
    line.insert("x")
    #expect(line.text == "axb")
    #expect(line.textBefore == "ax")
    line.moveToStart()
    line.insert("1")
    line.moveToEnd()
    line.insert("2")
    #expect(line.text == "1axb2")
  }

  @Test(
    "Pasted line ends and tabs become spaces, other controls go",
    arguments: [
      ("a\nb", "a b"), ("a\r\nb", "a b"), ("a\tb", "a b"), ("a\u{1B}[2Jb", "a[2Jb"),
      ("a\u{0}b", "ab"), ("a\u{2028}b", "a b"), ("", ""),
    ])
  func paste(_ text: String, _ expected: String) {
    var line = LineEditor()
    line.insert(text)
    #expect(line.text == expected)
  }

  @Test("A mark typed after its letter joins it")
  func marks() {
    var line = LineEditor("e")
    line.insert("\u{301}")
    #expect(line.characters.count == 1)
    #expect(line.position == 1)
    line.eraseBack()
    #expect(line.isEmpty)
  }

  @Test("Erasing stops at the ends")
  func erasing() {
    var line = LineEditor("one two  ")
    line.eraseWord()
    #expect(line.text == "one ")
    line.eraseWord()
    #expect(line.isEmpty)
    line.eraseWord()
    line.eraseBack()
    line.eraseForward()
    line.eraseToStart()
    line.eraseToEnd()
    line.move(by: 5)
    #expect(line.isEmpty && line.position == 0)
    line.insert("abc")
    line.move(by: -2)
    line.eraseForward()
    #expect(line.text == "ac")
    line.eraseToEnd()
    #expect(line.text == "a")
    line.eraseToStart()
    #expect(line.isEmpty)
  }
}
