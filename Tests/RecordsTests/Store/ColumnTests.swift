import Testing

@testable import Records

@Suite struct ColumnTests {
  @Test("A column keeps what is appended, also beyond what was planned for")
  func growth() {
    let column = Column<UInt32>(capacity: 2)
    for value in 0..<100_000 { column.append(UInt32(value)) }
    #expect(column.count == 100_000)
    #expect((0..<100_000).allSatisfy { column[$0] == $0 })
    column[3] = 7
    column.append(repeating: 9, count: 50_000)
    #expect(column.count == 150_000 && column[149_999] == 9)
    column.removeLast(50_001)
    column.shrink()
    #expect(column.count == 99_999 && column[99_998] == 99_998 && column[3] == 7)
  }

  @Test("An empty column, and one of equal values")
  func repeated() {
    let empty = Column<UInt64>(capacity: 0)
    empty.shrink()
    #expect(empty.count == 0)
    let fives = Column<UInt8>(repeating: 5, count: 1000)
    #expect((0..<1000).allSatisfy { fives[$0] == 5 })
  }
}
