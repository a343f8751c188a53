import TerminalHarness
import Testing

@Suite("Colours and charsets in a real terminal")
struct AppearanceTests {
  @Test(
    "As many colours are used as there are",
    arguments: [("xterm", [1, 2, 5, 6]), ("xterm-256color", [27, 28, 30, 31, 98, 130, 161, 243])])
  func usesColors(type: String, expected: [Int]) throws {
    let program = try probe(environment: ["TERM": type])
    program.waitForFrame()
    #expect(colors(of: program) == Set(expected))
    #expect(backgrounds(of: program) == [])
  }

  @Test(
    "Without colour nothing is coloured, and attributes stay",
    arguments: [["NO_COLOR": "1"], ["TERM": "vt100"], ["TERM": "xterm-mono"]])
  func usesNoColor(environment: [String: String]) throws {
    let program = try probe(environment: environment)
    program.waitForFrame()
    #expect(colors(of: program) == [] && backgrounds(of: program) == [])
    let codes = ["[3", "[9", "[4"].flatMap { start in (0...7).map { "\(start)\($0)m" } }
    let output = String(decoding: program.output, as: UTF8.self)
    // 39;49m, the terminal's own colours, is no colour.
    #expect(!codes.contains { output.contains($0) && $0 != "[4m" })
    #expect(program.cell(column: 0, row: 8)?.isBold == true)
    #expect(program.cell(column: 20, row: 8)?.isReversed == true)
  }

  @Test("An empty NO_COLOR says nothing, and the caller can overrule a full one")
  func overrulesNoColor() throws {
    for program in [
      try probe(environment: ["NO_COLOR": ""]), try probe("color", environment: ["NO_COLOR": "1"]),
    ] {
      program.waitForFrame()
      #expect(!colors(of: program).isEmpty)
    }
  }

  @Test("The selected row is reversed, from its first letter to its last")
  func reversesSelection() throws {
    let program = try probe()
    program.waitForFrame()
    for row in 4..<17 {
      #expect(program.cell(column: 20, row: row)?.isReversed == true)
      #expect(program.cell(column: 0, row: row)?.isReversed == false)
    }
  }

  @Test(
    "A locale that is absent or C is taken for UTF-8",
    arguments: [
      ["LANG": ""], ["LC_ALL": "C"], ["LC_ALL": "POSIX"], ["LC_ALL": "xx_YY.UTF-8"],
      ["LC_CTYPE": "C", "LANG": "de_DE.ISO-8859-1"],
    ])
  func coercesLocale(environment: [String: String]) throws {
    let program = try probe(environment: environment)
    #expect(program.wait(for: "size 80x24 utf8"))
    #expect(program.wait(for: "漢字|"))
  }

  @Test(
    "With another charset every cell outside ASCII is a sign of ASCII, in its columns",
    arguments: ["de_DE.ISO-8859-1", "de_DE@euro", "ja_JP.eucJP"])
  func fallsBackToASCII(locale: String) throws {
    let program = try probe(environment: ["LC_ALL": locale])
    #expect(program.waitForFrame())
    #expect(program.lines[0] == "size 80x24 other")
    #expect(program.lines[1] == "? ? |e|\"a-b\"~|? |?|")
    #expect(!program.output.contains { $0 >= 0x80 })
  }

  private func colors(of program: TerminalProgram) -> Set<Int> {
    Set(cells(of: program).compactMap(\.color))
  }

  private func backgrounds(of program: TerminalProgram) -> Set<Int> {
    Set(cells(of: program).compactMap(\.background))
  }

  private func cells(of program: TerminalProgram) -> [EmulatedCell] {
    (0..<24).flatMap { row in
      (0..<80).compactMap { program.cell(column: $0, row: row) }
    }
  }
}
