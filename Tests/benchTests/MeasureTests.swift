import Testing

@testable import bench

@Suite("Measuring")
struct MeasureTests {
  @Test(
    "writes numbers with the decimals asked for",
    arguments: [
      (0.0, 1, "0.0"), (0.05, 2, "0.05"), (1.999, 2, "2.00"), (12.3456, 3, "12.346"),
      (7.5, 0, "8"), (1234.5, 1, "1234.5"),
    ])
  func decimals(number: Double, decimals: Int, expected: String) {
    #expect(number.formatted(decimals) == expected)
  }

  @Test("finds percentiles by the nearest rank")
  func percentiles() {
    let times = Times(seconds: (1...100).map(Double.init).shuffled())
    #expect(times.best == 1)
    #expect(times.median == 50)
    #expect(times.percentile(99) == 99)
    #expect(times.percentile(100) == 100)
    #expect(Times(seconds: [3]).percentile(99) == 3)
  }

  @Test("sees the memory that is held for a while")
  func memory() throws {
    let size = 64 << 20
    let (last, bytes) = withMemoryPeak {
      let block = [UInt8](repeating: 1, count: size)
      return block.withUnsafeBytes { $0[size - 1] }
    }
    #expect(last == 1)
    #if os(Linux)
      #expect(try #require(bytes) > 0)
    #endif
  }
}
