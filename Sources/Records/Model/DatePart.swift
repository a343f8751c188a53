/// One day, month, year, decade, century or instant: what an interval has at each end.
struct DatePart: Hashable, Sendable {
  /// The marks at the end of a part.
  enum Qualifier: UInt8, Hashable, Sendable {
    case plain, uncertain, approximate, both

    var isUncertain: Bool { self == .uncertain || self == .both }
    var isApproximate: Bool { self == .approximate || self == .both }

    var text: String {
      switch self {
      case .plain: ""
      case .uncertain: "?"
      case .approximate: "~"
      case .both: "%"
      }
    }
  }

  /// A month or a day of the month.
  enum Field: Hashable, Sendable {
    /// Not written: the part is a month or a year.
    case absent
    /// Written as `XX`.
    case unspecified
    case known(UInt8)

    var value: Int? {
      guard case .known(let value) = self else { return nil }
      return Int(value)
    }

    /// The field after its hyphen, or nothing.
    var text: String {
      switch self {
      case .absent: ""
      case .unspecified: "-XX"
      case .known(let value): "-" + Day.padded(Int(value), 2)
      }
    }
  }

  /// A time of day with its distance from UTC.
  struct Time: Hashable, Sendable {
    /// Seconds since midnight as written, 0 to 86399.
    var second: Int32
    /// Minutes ahead of UTC, -720 to 840.
    var offset: Int16
  }

  /// The year, its unspecified digits as 0.
  var year: Int16
  /// How many of the last digits of the year are written as `X`: 0, 1 or 2.
  var unspecifiedYearDigits: UInt8 = 0
  var month = Field.absent
  var day = Field.absent
  var time: Time?
  var qualifier = Qualifier.plain

  init(year: Int, unspecifiedYearDigits: UInt8 = 0) {
    self.year = Int16(truncatingIfNeeded: year)
    self.unspecifiedYearDigits = unspecifiedYearDigits
  }

  init(year: Int, month: Int, day: Int) {
    self.init(year: year)
    self.month = .known(UInt8(truncatingIfNeeded: month))
    self.day = .known(UInt8(truncatingIfNeeded: day))
  }
}

extension DatePart {
  var isUnspecified: Bool {
    unspecifiedYearDigits > 0 || month == .unspecified || day == .unspecified
  }

  var precision: RecordDate.Precision {
    if time != nil { return .instant }
    if day.value != nil { return .day }
    if month.value != nil { return .month }
    return switch unspecifiedYearDigits {
    case 0: .year
    case 1: .decade
    default: .century
    }
  }

  /// The number of the first day that the part may mean.
  var lower: Int32 {
    Day.number(year: Int(year), month: month.value ?? 1, day: day.value ?? 1)
  }

  /// The number of the last day that the part may mean.
  var upper: Int32 {
    let lastYear = Int(year) + [0, 9, 99][Int(unspecifiedYearDigits)]
    let month = month.value ?? 12
    let day = day.value ?? Day.length(ofMonth: month, year: lastYear)
    return Day.number(year: lastYear, month: month, day: day)
  }

  /// Seconds from midnight UTC of the written day to the instant; `nil` unless it is an instant.
  var second: Int32? {
    time.map { $0.second - Int32($0.offset) * 60 }
  }

  /// Seconds since 1970-01-01T00:00:00Z; `nil` unless it is an instant.
  var instant: Int64? {
    second.map { Int64(lower) * 86_400 + Int64($0) }
  }

  var text: String {
    let digits = Day.padded(Int(year), 4)
    let known = digits.dropLast(Int(unspecifiedYearDigits))
    let unspecified = String(repeating: "X", count: Int(unspecifiedYearDigits))
    return known + unspecified + month.text + day.text + (time?.text ?? "") + qualifier.text
  }
}

extension DatePart.Time {
  /// `T12:00:00` and the zone.
  var text: String { "T\(clock(withSeconds: true))\(zone(utc: "Z"))" }

  /// `12:00`, or `12:00:30` where the seconds are asked for or not 0.
  func clock(withSeconds: Bool) -> String {
    let (minutes, seconds) = Int(second).quotientAndRemainder(dividingBy: 60)
    let clock = "\(Day.padded(minutes / 60, 2)):\(Day.padded(minutes % 60, 2))"
    return withSeconds || seconds != 0 ? "\(clock):\(Day.padded(seconds, 2))" : clock
  }

  /// `+03:00`, or the given name of UTC.
  func zone(utc: String) -> String {
    guard offset != 0 else { return utc }
    let (hours, minutes) = Int(offset.magnitude).quotientAndRemainder(dividingBy: 60)
    return "\(offset < 0 ? "-" : "+")\(Day.padded(hours, 2)):\(Day.padded(minutes, 2))"
  }
}
