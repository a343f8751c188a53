import Testing

@testable import Browser

@Suite("Scrolling rows of different heights")
struct ScrollTests {
  /// Items of one row, every third with two more above it.
  private func scroll(_ count: Int, rows: Int) -> Scroll {
    Scroll(count: count, rows: rows) { ($0 % 3 == 0 ? 2 : 0, 1) }
  }

  @Test("Whatever is selected is seen, at any size, from any top", arguments: 1...14)
  func seen(_ rows: Int) {
    for count in [1, 2, 5, 17] {
      let scroll = scroll(count, rows: rows)
      for start in 0..<count + 2 {
        for skipped in 0..<4 {
          for index in 0..<count {
            let old = ListState.Top(index: start, skippedRows: skipped)
            let top = scroll.top(showing: index, from: old)
            let row = row(of: index, under: top)
            #expect(row >= 0 && row < rows, "\(count) \(rows) \(start) \(skipped) \(index)")
          }
        }
      }
    }
  }

  @Test("A top at which the item is seen stays")
  func stays() {
    let scroll = scroll(20, rows: 6)
    let top = scroll.top(showing: 9, from: ListState.Top())
    #expect(scroll.top(showing: 9, from: top) == top)
    #expect(scroll.top(showing: 8, from: top) == top)
  }

  @Test("A top found once is found again", arguments: 1...14)
  func settled(_ rows: Int) {
    let scroll = scroll(17, rows: rows)
    for start in 0..<17 {
      for index in 0..<17 {
        let top = scroll.top(showing: index, from: ListState.Top(index: start))
        #expect(scroll.top(showing: index, from: top) == top, "\(rows) \(start) \(index)")
      }
    }
  }

  @Test("No row is left empty below the end")
  func full() {
    let scroll = scroll(20, rows: 6)
    let end = scroll.top(showing: 19, from: ListState.Top())
    #expect(scroll.top(showing: 19, from: ListState.Top(index: 19)) == end)
    #expect(scroll.top(showing: 0, from: end) == ListState.Top())
  }

  @Test("The middle is the middle")
  func middle() {
    let scroll = Scroll(count: 100, rows: 11) { _ in (0, 1) }
    #expect(scroll.top(centring: 50) == ListState.Top(index: 45))
    #expect(scroll.top(centring: 2) == ListState.Top())
  }

  /// The first row of an item itself, below a top.
  private func row(of index: Int, under top: ListState.Top) -> Int {
    func height(_ item: Int) -> Int { item % 3 == 0 ? 3 : 1 }
    let before =
      index >= top.index
      ? (top.index..<index).reduce(0) { $0 + height($1) }
      : -(index..<top.index).reduce(0) { $0 + height($1) }
    return before + height(index) - 1 - top.skippedRows
  }
}
