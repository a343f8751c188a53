extension RecordDate {
  /// The bounds of a date, straight from the bytes of its text; `nil` when it is not a date.
  ///
  /// Takes a few nanoseconds for days and for instants in UTC, which are nearly all dates of a
  /// store, and agrees in every case with ``init(bytes:)``, which says what is wrong.
  package static func scan(_ bytes: UnsafeRawBufferPointer) -> DateBounds? {
    switch bytes.count {
    case 10:
      if let day = scanDay(bytes) {
        return DateBounds(lower: day, upper: day, precision: .day)
      }
    case 20:
      if let second = scanTime(bytes), let day = scanDay(bytes) {
        return DateBounds(lower: day, upper: day, second: second, precision: .instant)
      }
    default: break
    }
    return (try? RecordDate(bytes: bytes))?.bounds
  }

  /// The number of the day that the first ten bytes write as `2025-12-19`.
  @inline(__always)
  private static func scanDay(_ bytes: UnsafeRawBufferPointer) -> Int32? {
    let hyphen = UInt8(ascii: "-")
    let high = two(bytes, 0)
    let low = two(bytes, 2)
    let month = two(bytes, 5)
    let day = two(bytes, 8)
    // `two` gives 100 and more for anything but two digits.
    guard high < 100, low < 100, month <= 12, month >= 1, day >= 1,
      bytes[4] == hyphen, bytes[7] == hyphen
    else { return nil }
    let year = high * 100 + low
    guard day <= 28 || day <= Day.length(ofMonth: month, year: year) else { return nil }
    return Day.number(year: year, month: month, day: day)
  }

  /// The second of the day that the ten bytes after a day write as `T12:00:00Z`.
  @inline(__always)
  private static func scanTime(_ bytes: UnsafeRawBufferPointer) -> Int32? {
    let colon = UInt8(ascii: ":")
    let hour = two(bytes, 11)
    let minute = two(bytes, 14)
    let second = two(bytes, 17)
    guard bytes[10] == UInt8(ascii: "T"), bytes[13] == colon, bytes[16] == colon,
      bytes[19] == UInt8(ascii: "Z"), hour <= 23, minute <= 59, second <= 59
    else { return nil }
    return Int32(truncatingIfNeeded: hour * 3600 + minute * 60 + second)
  }

  @inline(__always)
  private static func two(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int {
    let tens = bytes[at] &- UInt8(ascii: "0")
    let ones = bytes[at + 1] &- UInt8(ascii: "0")
    return tens > 9 || ones > 9 ? 100 : Int(tens) * 10 + Int(ones)
  }
}
