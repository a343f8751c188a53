import Screen
import Testing

@Suite("Cells")
struct CellTests {
  @Test("a cell gives back what was put into it")
  func roundTrip() {
    for base: Unicode.Scalar in ["a", "\u{FEFC}", "日", "\u{10FFFF}"] {
      for role in Role.allCases {
        for isSelected in [false, true] {
          for width in 0...2 {
            let style = Style(role, isSelected: isSelected)
            let cell = Cell(base: base, width: width, style: style)
            #expect(cell.base == base)
            #expect(cell.style == style)
            #expect(cell.width == width)
            #expect(cell.marks.isEmpty)
            #expect(!cell.hasMarks)
          }
        }
      }
    }
  }

  @Test("a cell is 16 bytes")
  func size() {
    #expect(MemoryLayout<Cell>.stride == 16)
  }

  @Test("marks keep their order, and four are kept")
  func marks() {
    var frame = Frame(size: Size(columns: 4, rows: 1))
    let marks: [Unicode.Scalar] = ["\u{5BC}", "\u{5C1}", "\u{5B8}", "\u{1E944}"]
    var text = String.UnicodeScalarView(["x"])
    text.append(contentsOf: marks)
    text.append("\u{301}")
    frame.write(StyledText(String(text)), at: Point(column: 0, row: 0), columns: 4)
    let cell = frame[Point(column: 0, row: 0)]
    #expect(cell.marks == marks)
    #expect(cell.marks.count == Cell.maximumMarks)
    #expect(cell.base == "x")
    #expect(cell.style == Style())
    #expect(cell.width == 1)
  }
}
