import Testing

@testable import Records

@Suite struct FileUnitsTests {
  private func divide(_ text: String, unit: Int, front: Int = .max) -> FileUnits? {
    withExactBytes(Array(text.utf8)) {
      FileUnits(of: $0, FileUnits.Division(from: 0, unit: unit, front: front))
    }
  }

  private static let text = (0..<100).map { "{\"id\": \"p\($0)\", \"name\": \"P\"}" }
    .joined(separator: ",\n")

  @Test("Readers from both ends share all units between them, none twice")
  func shared() throws {
    for backEvery in 1...5 {
      let units = try #require(divide(Self.text, unit: 200))
      var taken: [Int] = [0]
      var front = 1
      for turn in 0... {
        if turn % backEvery == 0 {
          guard let unit = units.takeFromBack() else { break }
          taken.append(unit)
        } else {
          guard units.takeFromFront() else { break }
          taken.append(front)
          front += 1
        }
      }
      #expect(!units.takeFromFront() && units.takeFromBack() == nil)
      let count = taken.count
      #expect(count > 10 && taken.sorted() == Array(0..<count))
      #expect(units.start(of: count - 1) != nil && units.start(of: count) == nil)
    }
  }

  @Test("Units begin with records, in order, and not nearer than asked for")
  func starts() throws {
    let units = try #require(divide(Self.text, unit: 200))
    var last = 0
    for number in 1... {
      guard let start = units.start(of: number) else { break }
      #expect(start.shape == .place && start.offset >= last + 200)
      #expect(Self.text.utf8.dropFirst(start.offset).starts(with: "{\"id\"".utf8))
      last = start.offset
    }
  }

  @Test("A file without lines, or too small, is not divided")
  func undivided() {
    #expect(divide(Self.text.replacing("\n", with: " "), unit: 200) == nil)
    #expect(divide(Self.text, unit: 1 << 20) == nil)
    #expect(divide("", unit: 10) == nil)
  }

  @Test("The reader from the front takes no more than it may")
  func limit() throws {
    let units = try #require(divide(Self.text, unit: 200, front: 3))
    #expect(units.takeFromFront() && units.takeFromFront() && !units.takeFromFront())
    #expect(units.takeFromBack() != nil)
  }
}
