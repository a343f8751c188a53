import Screen
import Testing

@Suite("Rectangles")
struct GeometryTests {
  static let area = Rect(column: 2, row: 1, columns: 10, rows: 5)

  @Test("a split takes what it is asked for and leaves the rest")
  func splits() {
    let (left, afterLeft) = Self.area.splitLeft(3)
    #expect(left == Rect(column: 2, row: 1, columns: 3, rows: 5))
    #expect(afterLeft == Rect(column: 5, row: 1, columns: 7, rows: 5))
    let (right, beforeRight) = Self.area.splitRight(3)
    #expect(right == Rect(column: 9, row: 1, columns: 3, rows: 5))
    #expect(beforeRight == Rect(column: 2, row: 1, columns: 7, rows: 5))
    let (top, belowTop) = Self.area.splitTop(2)
    #expect(top == Rect(column: 2, row: 1, columns: 10, rows: 2))
    #expect(belowTop == Rect(column: 2, row: 3, columns: 10, rows: 3))
    let (bottom, aboveBottom) = Self.area.splitBottom(2)
    #expect(bottom == Rect(column: 2, row: 4, columns: 10, rows: 2))
    #expect(aboveBottom == Rect(column: 2, row: 1, columns: 10, rows: 3))
  }

  @Test(
    "a split of too much or too little is all or nothing", arguments: [-1, 0, 99, Int.max, Int.min])
  func extremes(count: Int) {
    let splits = [
      Self.area.splitLeft(count), Self.area.splitRight(count), Self.area.splitTop(count),
      Self.area.splitBottom(count),
    ]
    for (part, rest) in splits {
      #expect(part.isEmpty != rest.isEmpty)
      #expect(part.isEmpty == (count <= 0))
      #expect(part.columns * part.rows + rest.columns * rest.rows == 50)
    }
  }

  @Test("an inset takes from each side and ends at nothing")
  func insets() {
    #expect(
      Self.area.inset(columns: 1, rows: 2) == Rect(column: 3, row: 3, columns: 8, rows: 1))
    #expect(Self.area.inset(columns: 6).isEmpty)
    #expect(Self.area.inset(columns: -4, rows: -4) == Self.area)
  }

  @Test("an intersection is the cells of both")
  func intersections() {
    let others = [
      Rect(column: 0, row: 0, columns: 5, rows: 5), Rect(column: 11, row: 5, columns: 9, rows: 9),
      Rect(column: 12, row: 1, columns: 1, rows: 1),
      Rect(column: -3, row: -3, columns: .max, rows: .max),
      Rect(column: .max, row: .min, columns: .max, rows: 1),
    ]
    for other in others {
      let shared = Self.area.intersection(other)
      #expect(shared == other.intersection(Self.area) || shared.isEmpty)
      for row in -1...7 {
        for column in -1...14 {
          let point = Point(column: column, row: row)
          #expect(
            shared.contains(point) == (Self.area.contains(point) && other.contains(point)))
        }
      }
    }
  }

  @Test("a negative extent is none")
  func negative() {
    #expect(Rect(column: 0, row: 0, columns: -3, rows: 2).isEmpty)
    #expect(Size(columns: -3, rows: 2).columns == 0)
  }
}
