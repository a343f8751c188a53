import Screen
import Testing

@testable import Browser

@Suite struct BlockTests {
  private func lines(_ blocks: [Block], columns: Int) -> [String] {
    Document(links: [], blocks: blocks).lines(columns: columns).map(\.text.plain)
  }

  @Test("The values of fields stand in one column where there is room")
  func fields() {
    let blocks = [
      Block(.field(label: "status"), "planned"),
      Block(.field(label: "standing"), "claimed: every origin is unnamed or a party to it"),
    ]
    #expect(
      lines(blocks, columns: 40) == [
        "status      planned", "standing    claimed: every origin is",
        "            unnamed or a party to it",
      ])
  }

  @Test("On a narrow screen a field's value follows its label")
  func narrowFields() {
    let blocks = [Block(.field(label: "standing"), "claimed: every origin is unnamed")]
    #expect(lines(blocks, columns: 24) == ["standing: claimed: every", " origin is unnamed"])
  }

  @Test("The further lines of an entry stand under its text")
  func entries() {
    let text = Block.marker(7) + StyledText("Southland Radio and others")
    #expect(
      lines([Block(.line(indent: 2, hang: 4), text)], columns: 40) == [
        "  [7] Southland Radio and others"
      ])
    #expect(
      lines([Block(.line(indent: 2, hang: 4), text)], columns: 21) == [
        " [7] Southland Radio", "   and others",
      ])
  }

  @Test("An address stays on one line, its beginning and its end seen")
  func addresses() {
    let address =
      Block.marker(7) + StyledText("https://paper.example/world/2025/12/talks-go-on.html")
    var field = Block(.field(label: "address"), address)
    field.isCut = true
    #expect(lines([field], columns: 50) == ["address     [7] https://paper.example…s-go-on.html"])
    #expect(lines([field], columns: 30) == ["address: [7] https:…go-on.html"])
    #expect(lines([field], columns: 80) == lines([field.whole], columns: 80))
    let document = Document(links: [], blocks: [field])
    #expect(document.plainText(columns: 50).contains("on.html"))
    #expect(!document.plainText(columns: 50).contains("…"))
  }

  @Test("A heading has one empty line before it, and none on the first line")
  func headings() {
    let blocks = [
      Block(.heading, "WHO"), Block(.line(indent: 2, hang: 4), "a"), Block(.gap), Block(.gap),
      Block(.heading, "NOTE"),
    ]
    #expect(lines(blocks, columns: 20) == ["WHO", " a", "", "NOTE"])
  }

  @Test("A line knows its links, and in which column each marker starts")
  func links() throws {
    let text = Block.marker(1) + StyledText("Ford, ") + Block.marker(12) + StyledText("Vale")
    let document = Document(links: [], blocks: [Block(.line(indent: 2, hang: 0), text)])
    let line = try #require(document.lines(columns: 40).first)
    #expect(line.text.plain == "  [1] Ford, [12] Vale")
    #expect(line.links.map(\.number) == [1, 12])
    #expect(line.links.map(\.column) == [2, 12])
  }

  @Test("A marker stays with the first word behind it")
  func markerIsNotParted() {
    let text = StyledText("told ") + Block.marker(3) + StyledText("Axios")
    #expect(lines([Block(.line(indent: 0, hang: 0), text)], columns: 10) == ["told", "[3] Axios"])
  }

  @Test("Brackets in a text are no marker")
  func bracketsInText() {
    let document = Document(
      links: [], blocks: [Block(.line(indent: 0, hang: 0), StyledText("[1] in the original"))])
    #expect(document.lines(columns: 40).flatMap(\.links).isEmpty)
  }

  @Test("Accounts stand one under the other, or side by side where there is room")
  func accounts() {
    let account = AccountColumn(
      path: "Axios › Al Jazeera", place: "paragraph 3", verb: "says",
      facts: ["planned", "", "19 Dec"], words: [])
    let other = AccountColumn(
      path: "AFP", place: "paragraph 1", verb: "denies", facts: ["", "", "20 Dec"],
      words: ["note: later"])
    let block = Block(.accounts([account, other], indent: 2))
    #expect(
      lines([block], columns: 60) == [
        "  Axios › Al Jazeera", "      paragraph 3", "      says: planned · 19 Dec", "  AFP",
        "      paragraph 1", "      denies: 20 Dec", "      note: later",
      ])
    #expect(
      lines([block], columns: 84) == [
        "  Axios › Al Jazeera                        AFP",
        "  paragraph 3                               paragraph 1",
        "  says: 19 Dec                              denies: 20 Dec",
        "  planned                                   note: later",
      ])
  }

  @Test("Accounts stand in groups of one size, one that is left in all the room")
  func groupsOfAccounts() {
    func block(_ count: Int) -> Block {
      let accounts = (1...count).map {
        AccountColumn(
          path: StyledText("Paper \($0)"), place: "p", verb: "says", facts: [""], words: [])
      }
      return Block(.accounts(accounts, indent: 0))
    }
    func paths(_ count: Int, columns: Int) -> [String] {
      lines([block(count)], columns: columns).filter { $0.contains("Paper") }
    }
    #expect(paths(4, columns: 120).map { $0.split(separator: "Paper").count } == [2, 2])
    #expect(paths(5, columns: 120).map { $0.split(separator: "Paper").count } == [3, 2])
    #expect(paths(3, columns: 90).last == "Paper 3")
    #expect(lines([block(3)], columns: 90).last == "    p")
  }

  @Test("Only a paragraph runs from right to left; in other lines the marker stays first")
  func directions() {
    let words = "الجسر مفتوح"
    func directions(_ form: Block.Form, _ text: StyledText) -> [TextDirection?] {
      Document(links: [], blocks: [Block(form, text)]).lines(columns: 40)
        .flatMap(\.text.spans).filter { $0.text.contains("ا") }.map(\.direction)
    }
    let marked = Block.marker(1) + StyledText(words)
    #expect(directions(.line(indent: 0, hang: 0), StyledText(words)) == [.rightToLeft])
    #expect(directions(.title, StyledText(words)) == [.rightToLeft])
    #expect(directions(.line(indent: 0, hang: 0), marked) == [.leftToRight])
    #expect(directions(.line(indent: 2, hang: 4), marked) == [.leftToRight])
    #expect(directions(.field(label: "also"), StyledText(words)) == [.leftToRight])
  }

  @Test("Text of a store is on one line and cannot drive a terminal")
  func visibleText() {
    let shown = Block.visible("a\nb\tc\u{1B}[2J\r\nd\u{202E}")
    #expect(!shown.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    #expect(shown.hasPrefix("a b c"))
  }

  @Test("No line is wider than asked, whatever the text")
  func widths() {
    let texts = [
      "", " ", "word", "Sheikh Mohammed bin Abdulrahman bin Jassim Al Thani",
      String(repeating: "x", count: 300), "نشرة المساء في فورد", "停戦合意の第二段階について",
      "a\u{301}\u{302}\u{303} b", "👩‍👩‍👧‍👦🇵🇸 talks", "one\u{A0}two\u{A0}three\u{A0}four\u{A0}five",
      "\u{1B}]0;title\u{7}", "https://www.example.org/a-very-long-address/with-no-place-to-break",
    ]
    for text in texts {
      let shown = Block.marker(12345) + StyledText(Block.visible(text), .quote)
      let column = AccountColumn(
        path: shown, place: shown, verb: "says", facts: [shown, "", shown], words: [shown])
      let forms: [Block] = [
        Block(.title, shown), Block(.heading, shown), Block(.field(label: "likelihood"), shown),
        Block(.line(indent: 6, hang: 6), shown), Block(.gap),
        Block(.accounts([column, column, column], indent: 6)),
      ]
      let document = Document(links: [], blocks: forms)
      for columns in 10...120 {
        for line in document.lines(columns: columns) where line.text.columns > columns {
          Issue.record("\(columns) columns: \(line.text.plain)")
        }
      }
    }
  }
}
