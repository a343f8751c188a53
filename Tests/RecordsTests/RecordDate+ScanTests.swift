import Testing

@testable import Records

@Suite struct RecordDateScanTests {
  private func scan(_ text: [UInt8]) -> DateBounds? {
    text.withUnsafeBytes { RecordDate.scan($0) }
  }

  private func read(_ text: [UInt8]) -> DateBounds? {
    text.withUnsafeBytes { try? RecordDate(bytes: $0).bounds }
  }

  @Test("A scan finds the bounds of every form", arguments: DateRow.all)
  func forms(row: DateRow) throws {
    let bounds = try #require(scan(Array(row.text.utf8)))
    #expect(bounds == (try RecordDate(row.text).bounds))
    #expect(bounds.lowerDay?.iso == row.lower)
    #expect(bounds.upperDay?.iso == row.upper)
  }

  @Test("A scan takes nothing that is rejected", arguments: DateGrammarTests.rejected)
  func rejected(row: Rejection) {
    #expect(scan(Array(row.text.utf8)) == nil)
  }

  @Test("A scan agrees with the reader on any bytes")
  func anyBytes() {
    let seed: UInt64 = 0x5CA9
    var random = SplitMix(seed: seed)
    for _ in 0..<60_000 {
      let bytes = DateTexts.random(using: &random)
      #expect(scan(bytes) == read(bytes), "seed \(seed), \(bytes)")
    }
  }

  @Test("A scan agrees with the reader on every byte at every place of a day and an instant")
  func everyByte() {
    for text in ["2024-02-29", "2025-12-31T23:59:59Z", "0000-01-01T00:00:00Z"] {
      let original = Array(text.utf8)
      for at in original.indices {
        for byte in UInt8.min...UInt8.max {
          var bytes = original
          bytes[at] = byte
          #expect(scan(bytes) == read(bytes), "\(bytes)")
        }
      }
    }
  }

  @Test("A scan agrees with the reader on every month and day of a leap and a common year")
  func everyDay() {
    for year in [1900, 2000, 2024, 2025] {
      for month in 0...13 {
        for day in 0...32 {
          let text = "\(year)-\(Day.padded(month, 2))-\(Day.padded(day, 2))"
          #expect(scan(Array(text.utf8)) == read(Array(text.utf8)), "\(text)")
        }
      }
    }
  }
}
