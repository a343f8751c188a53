import Foundation
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

  @Test(
    "Draining hands over every range in the order asked for, also of large columns",
    arguments: [0, 1, 1000, 5_000_000])
  func drained(count: Int) {
    let column = Column<UInt32>()
    for value in 0..<count { column.append(UInt32(value)) }
    // From the last to the first, without the first, then a piece from the middle of nowhere.
    let length = max(1, count / 7)
    let ranges = stride(from: length, to: count, by: length).reversed()
      .map { $0..<min(count, $0 + length) }
    var isInOrder = true
    var handedOver = 0
    column.drain(ranges + [0..<0]) { index, values in
      guard index < ranges.count else {
        isInOrder = isInOrder && values.isEmpty
        return
      }
      isInOrder = isInOrder && values.elementsEqual(ranges[index].lazy.map(UInt32.init))
      handedOver += values.count
    }
    #expect(isInOrder && handedOver == max(0, count - length))
    #expect(column.count == 0)
    column.append(8)
    #expect(column.count == 1 && column[0] == 8)
  }

  #if os(Linux)
    /// The system remaps a block only where all of it is one mapping (mremap(2), EFAULT).
    @Test("A large column is one mapping, so that it grows without being copied")
    func remapped() throws {
      let column = Column<UInt64>(repeating: 1, count: 3 << 20)
      let start = try #require(column.values.baseAddress.map { UInt(bitPattern: $0) })
      let end = start + UInt(column.count * MemoryLayout<UInt64>.stride)
      let maps = try String(contentsOfFile: "/proc/self/maps", encoding: .utf8)
      let mappings = maps.split(separator: "\n").map { line in
        line.prefix { $0 != " " }.split(separator: "-").compactMap { UInt($0, radix: 16) }
      }
      #expect(mappings.contains { $0.count == 2 && $0[0] <= start && end <= $0[1] })
    }
  #endif

  @Test("An empty column, and one of equal values")
  func repeated() {
    let empty = Column<UInt64>(capacity: 0)
    empty.shrink()
    #expect(empty.count == 0)
    let fives = Column<UInt8>(repeating: 5, count: 1000)
    #expect((0..<1000).allSatisfy { fives[$0] == 5 })
  }
}
