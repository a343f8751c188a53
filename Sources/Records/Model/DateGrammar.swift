/// Reads the grammar of ``RecordDate`` from bytes.
///
/// Every fault is found here; `DateGrammar+Faults` says what to write instead.
struct DateGrammar {
  let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  func date() throws(DateFault) -> RecordDate {
    guard let first = bytes.first else {
      throw DateFault(
        "the date is empty", advice: "leave it out when no date is known", offset: 0)
    }
    if first == UInt8(ascii: "[") { return RecordDate(try oneOf()) }
    if let slash = bytes.firstIndex(of: UInt8(ascii: "/")) {
      return RecordDate(try interval(slash: slash))
    }
    return RecordDate(.single(try part(0..<bytes.count)))
  }

  /// Reads `[A..B]`, `[..B]` or `[A..]`.
  private func oneOf() throws(DateFault) -> RecordDate.Form {
    guard let close = bytes.firstIndex(of: UInt8(ascii: "]")) else {
      throw DateFault(
        "the range is not closed", advice: "end it with \"]\": [2025-12-17..2025-12-19]",
        offset: bytes.count)
    }
    guard close == bytes.count - 1 else { throw unexpected(at: close + 1) }
    guard let dots = dots(in: 1..<close) else { throw withoutDots(1..<close) }
    let from = dots == 1 ? nil : try part(1..<dots)
    let to = dots + 2 == close ? nil : try part(dots + 2..<close)
    if from == nil, to == nil {
      throw DateFault(
        "the range has no end that is known", advice: "leave the date out", offset: 0)
    }
    try checkOrder(from, to, offset: dots + 2)
    return .oneOf(from: from, to: to)
  }

  /// Reads `A/B`, `A/..`, `A/`, `/B` or `/..`.
  private func interval(slash: Int) throws(DateFault) -> RecordDate.Form {
    let right = slash + 1..<bytes.count
    if let second = right.first(where: { bytes[$0] == UInt8(ascii: "/") }) {
      throw unexpected(at: second)
    }
    if isOpen(0..<slash) {
      throw DateFault(
        "an interval without a beginning is not part of the format",
        advice: "leave a start that is not given empty: /2025-12-19", offset: 0)
    }
    let start = slash == 0 ? nil : try part(0..<slash)
    if isOpen(right) { return .interval(start: start, end: .ongoing) }
    if right.isEmpty {
      guard let start else {
        throw DateFault(
          "the interval has no end that is known", advice: "leave the date out", offset: 0)
      }
      return .interval(start: start, end: .notGiven)
    }
    let end = try part(right)
    try checkOrder(start, end, offset: slash + 1)
    return .interval(start: start, end: .on(end))
  }

  private func isOpen(_ range: Range<Int>) -> Bool {
    range.count == 2 && dots(in: range) != nil
  }

  /// Where the first `..` begins.
  private func dots(in range: Range<Int>) -> Int? {
    range.dropLast().first {
      bytes[$0] == UInt8(ascii: ".") && bytes[$0 + 1] == UInt8(ascii: ".")
    }
  }

  private func checkOrder(
    _ from: DatePart?, _ to: DatePart?, offset: Int
  ) throws(DateFault) {
    guard let from, let to else { return }
    let isReversed =
      if let first = from.instant, let last = to.instant {
        first > last
      } else {
        from.lower > to.upper
      }
    guard isReversed else { return }
    throw DateFault(
      "\(to.text) is before \(from.text)", advice: "write the earlier end first", offset: offset)
  }
}

// MARK: - Parts

extension DateGrammar {
  /// Reads a year, month, day or instant that fills the range.
  private func part(_ range: Range<Int>) throws(DateFault) -> DatePart {
    let end = range.upperBound
    var part = try year(range)
    var at = range.lowerBound + 4
    if byte(at, end) == UInt8(ascii: "-") {
      part.month = try month(at + 1, end, year: part)
      at += 3
      if byte(at, end) == UInt8(ascii: "-") {
        part.day = try day(at + 1, end, of: part)
        at += 3
      }
    }
    if byte(at, end) == UInt8(ascii: "T") {
      part.time = try time(at, end, on: part)
      return part
    }
    if let mark = byte(at, end), let qualifier = DatePart.Qualifier(mark) {
      part.qualifier = qualifier
      at += 1
      if at < end { throw afterMark(at, in: range) }
    }
    guard at == end else { throw unexpected(at: at, in: range) }
    return part
  }

  private func year(_ range: Range<Int>) throws(DateFault) -> DatePart {
    let start = range.lowerBound
    var value = 0
    var unspecified: UInt8 = 0
    for at in start..<start + 4 {
      guard let byte = byte(at, range.upperBound) else { throw shortYear(range) }
      if byte == UInt8(ascii: "X") {
        unspecified += 1
        value *= 10
      } else {
        guard let digit = digit(byte), unspecified == 0 else { throw notYear(at, in: range) }
        value = value * 10 + digit
      }
    }
    guard unspecified <= 2 else { throw tooUnspecified(start, digits: unspecified) }
    return DatePart(year: value, unspecifiedYearDigits: unspecified)
  }

  private func month(
    _ at: Int, _ end: Int, year: DatePart
  ) throws(DateFault) -> DatePart.Field {
    let field = try field(at, end, name: "month")
    guard year.unspecifiedYearDigits == 0 else {
      throw DateFault(
        "a month of a year that is not known", advice: "write the decade or century alone: 202X",
        offset: at - 1)
    }
    if let value = field.value, !(1...12).contains(value) { throw noMonth(value, at: at) }
    return field
  }

  private func day(_ at: Int, _ end: Int, of part: DatePart) throws(DateFault) -> DatePart.Field {
    let field = try field(at, end, name: "day")
    guard let value = field.value else { return field }
    guard let month = part.month.value else {
      throw DateFault(
        "a day of a month that is not known",
        advice: "write \(part.text), or \(part.text)-XX", offset: at)
    }
    let length = Day.length(ofMonth: month, year: Int(part.year))
    guard value >= 1, value <= length else {
      throw DateFault(
        "the day \(Day.padded(value, 2)) does not exist",
        advice: "\(Day.monthNames[month - 1]) \(Day.padded(Int(part.year), 4)) has \(length) days",
        offset: at)
    }
    return field
  }

  /// Two digits, or `XX`.
  private func field(_ at: Int, _ end: Int, name: String) throws(DateFault) -> DatePart.Field {
    guard let first = byte(at, end), let second = byte(at + 1, end) else {
      throw shortField(at, end, name: name)
    }
    let unspecified = UInt8(ascii: "X")
    if first == unspecified, second == unspecified { return .unspecified }
    if let tens = digit(first), let ones = digit(second) {
      if let third = byte(at + 2, end), digit(third) != nil {
        throw longField(at, end, name: name)
      }
      return .known(UInt8(tens * 10 + ones))
    }
    throw notField(at, name: name)
  }
}

// MARK: - Times

extension DateGrammar {
  private func time(_ at: Int, _ end: Int, on part: DatePart) throws(DateFault) -> DatePart.Time {
    guard part.day.value != nil else {
      throw DateFault(
        "a time of day needs its day", advice: "write it as 2025-12-19T12:00:00Z", offset: at)
    }
    let hour = try clockField(at + 1, end, last: 23, name: "hour")
    try colon(at + 3, end)
    let minute = try clockField(at + 4, end, last: 59, name: "minute")
    try colon(at + 6, end)
    let second = try clockField(at + 7, end, last: 59, name: "second")
    let offset = try zone(at + 9, end)
    return DatePart.Time(
      second: Int32(hour * 3600 + minute * 60 + second), offset: Int16(offset))
  }

  private func clockField(
    _ at: Int, _ end: Int, last: Int, name: String
  ) throws(DateFault) -> Int {
    guard let first = byte(at, end), let second = byte(at + 1, end), let tens = digit(first),
      let ones = digit(second)
    else { throw notClock(at, end) }
    let value = tens * 10 + ones
    guard value <= last else { throw noClock(value, at: at, last: last, name: name) }
    return value
  }

  private func colon(_ at: Int, _ end: Int) throws(DateFault) {
    guard byte(at, end) == UInt8(ascii: ":") else { throw notClock(at, end) }
  }

  /// Minutes ahead of UTC, of a zone that ends the part.
  private func zone(_ at: Int, _ end: Int) throws(DateFault) -> Int {
    guard let sign = byte(at, end) else { throw noZone(at) }
    if sign == UInt8(ascii: "Z") {
      guard at + 1 == end else { throw afterInstant(at + 1) }
      return 0
    }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { throw notZone(at) }
    guard end >= at + 6, byte(at + 3, end) == UInt8(ascii: ":"),
      let hours = number(at + 1), let minutes = number(at + 4)
    else { throw badOffset(at) }
    guard end == at + 6 else { throw afterInstant(at + 6) }
    guard minutes <= 59 else { throw badOffset(at) }
    let offset = (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
    // The zones in use go from -12:00 to +14:00 (IANA time zone database).
    guard (-720...840).contains(offset) else { throw farOffset(at) }
    if offset == 0, sign == UInt8(ascii: "-") { throw negativeZero(at) }
    return offset
  }
}

// MARK: - Bytes

extension DateGrammar {
  func byte(_ at: Int, _ end: Int) -> UInt8? {
    at < end ? bytes[at] : nil
  }

  func digit(_ byte: UInt8) -> Int? {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? Int(byte - UInt8(ascii: "0")) : nil
  }

  /// Two digits that are known to lie inside of the bytes; `nil` when they are none.
  private func number(_ at: Int) -> Int? {
    guard let tens = digit(bytes[at]), let ones = digit(bytes[at + 1]) else { return nil }
    return tens * 10 + ones
  }
}

extension DatePart.Qualifier {
  init?(_ mark: UInt8) {
    switch mark {
    case UInt8(ascii: "?"): self = .uncertain
    case UInt8(ascii: "~"): self = .approximate
    case UInt8(ascii: "%"): self = .both
    default: return nil
    }
  }
}
