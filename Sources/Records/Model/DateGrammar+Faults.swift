// What to write instead of each thing that is not a date.

extension DateGrammar {
  /// The fault of a byte that cannot stand where it does.
  func unexpected(at: Int, in range: Range<Int>? = nil) -> DateFault {
    let end = range?.upperBound ?? bytes.count
    if let fault = foreign(at, end) { return fault }
    guard let byte = byte(at, end) else {
      return DateFault("the date ends too early", advice: DateGrammar.forms, offset: at)
    }
    if digit(byte) != nil {
      return DateFault("there is a digit too many", advice: DateGrammar.forms, offset: at)
    }
    let sign = Unicode.Scalar(byte)
    return DateFault(
      "\"\(sign)\" cannot stand here", advice: DateGrammar.forms, offset: at)
  }

  /// The fault of a byte that has no place in any date, or a known one in another notation.
  func foreign(_ at: Int, _ end: Int) -> DateFault? {
    guard let byte = byte(at, end) else { return nil }
    switch byte {
    case 0...0x20, 0x7F:
      return DateFault(
        "a date holds no spaces", advice: "write 2025-12-19, or 2025-12-19T12:00:00Z with a time",
        offset: at)
    case 0x80...:
      return DateFault(
        "a character outside of ASCII", advice: "write digits, and \"/\" between two dates",
        offset: at)
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ","):
      return DateFault(
        "a list of dates is not part of the format",
        advice: "write a range, [2025-12-17..2025-12-19], or a record for each date", offset: at)
    case UInt8(ascii: "["), UInt8(ascii: "]"):
      return DateFault(
        "a bracket inside of a date", advice: "brackets enclose a range: [2025-12-17..2025-12-19]",
        offset: at)
    case UInt8(ascii: "/"):
      return DateFault(
        "a second \"/\"",
        advice: "write a day with hyphens, 2025-12-19, and an interval with one \"/\"", offset: at)
    case UInt8(ascii: "."):
      return DateFault(
        "dots outside of a range",
        advice: "write [2025-12-17..2025-12-19] for one day of a range, or 2025-10-10/.. for "
          + "what is ongoing", offset: at)
    case UInt8(ascii: "?"), UInt8(ascii: "~"), UInt8(ascii: "%"):
      return DateFault(
        "a mark inside of a date", advice: "it stands at the end and means all of it: 2025-12-19?",
        offset: at)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
      return letter(byte, at, end)
    default: return nil
    }
  }

  /// The fault of a letter; the draft of 2012 wrote `unknown`, `open`, `u`, `x` and `y`.
  private func letter(_ byte: UInt8, _ at: Int, _ end: Int) -> DateFault? {
    if spells("unknown", at, end) {
      return DateFault(
        "\"unknown\" is a word of the 2012 draft of EDTF",
        advice: at == 0 && end == bytes.count
          ? "leave the date out" : "leave that end empty: /2025-12-19", offset: at)
    }
    if spells("open", at, end) {
      return DateFault(
        "\"open\" is a word of the 2012 draft of EDTF",
        advice: "write \"..\" for what is ongoing: 2025-10-10/..", offset: at)
    }
    switch byte {
    case UInt8(ascii: "u"), UInt8(ascii: "x"):
      return DateFault(
        "\"\(Unicode.Scalar(byte))\" is a letter of the 2012 draft of EDTF",
        advice: "write a capital X for each digit that is not known: 2025-12-XX", offset: at)
    case UInt8(ascii: "y"), UInt8(ascii: "Y"):
      return DateFault(
        "a year after \"\(Unicode.Scalar(byte))\"", advice: "write four digits, 0000 to 9999",
        offset: at)
    case UInt8(ascii: "X"):
      return DateFault(
        "X in place of this character",
        advice: "a day, a month, or the last one or two digits of a year can be unspecified: "
          + "2025-12-XX, 2025-XX, 202X, 20XX", offset: at)
    default:
      return DateFault("a letter in a date", advice: DateGrammar.forms, offset: at)
    }
  }

  /// Whether a lower-case word begins there, in any case.
  private func spells(_ word: StaticString, _ at: Int, _ end: Int) -> Bool {
    let letters = UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard end - at >= letters.count else { return false }
    return letters.indices.allSatisfy { bytes[at + $0] | 0x20 == letters[$0] }
  }

  static let forms = "write it as 2025-12-19, 2025-12 or 2025"
}

// MARK: - Years

extension DateGrammar {
  func shortYear(_ range: Range<Int>) -> DateFault {
    for at in range {
      if digit(bytes[at]) == nil, let fault = foreign(at, range.upperBound) { return fault }
    }
    return range.isEmpty
      ? unexpected(at: range.lowerBound, in: range)
      : DateFault(
        "the year has fewer than four digits", advice: "write four, 0000 to 9999",
        offset: range.lowerBound)
  }

  func notYear(_ at: Int, in range: Range<Int>) -> DateFault {
    let start = range.lowerBound
    let byte = bytes[at]
    if at == start, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") {
      return DateFault(
        "a year with a sign", advice: "years go from 0000 to 9999, without a sign", offset: at)
    }
    if digit(byte) != nil {
      return DateFault(
        "a known digit after one that is not known",
        advice: "only the last digits of a year can be unspecified: 202X, 20XX", offset: at)
    }
    let separators: [UInt8] = [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")]
    if at > start, at <= start + 2, separators.contains(byte) {
      return DateFault(
        "the year does not stand first", advice: "write year, month, day: 2025-12-19",
        offset: start)
    }
    if let fault = foreign(at, range.upperBound) { return fault }
    if byte == UInt8(ascii: "-") {
      return DateFault(
        "the year has fewer than four digits", advice: "write four, 0000 to 9999", offset: start)
    }
    return unexpected(at: at, in: range)
  }

  func tooUnspecified(_ at: Int, digits: UInt8) -> DateFault {
    digits == 4
      ? DateFault("nothing is known of the year", advice: "leave the date out", offset: at)
      : DateFault(
        "only the first digit of the year is known",
        advice: "write at least the century: 20XX", offset: at)
  }
}

// MARK: - Months and days

extension DateGrammar {
  func noMonth(_ value: Int, at: Int) -> DateFault {
    // 21 to 41 are the seasons, quarters and other parts of a year of ISO 8601-2.
    (21...41).contains(value)
      ? DateFault(
        "seasons and quarters are not part of the format",
        advice: "write the months: 2025-03/2025-05, or [2025-03..2025-05] for a day in them",
        offset: at)
      : DateFault(
        "the month \(Day.padded(value, 2)) does not exist", advice: "months go from 01 to 12",
        offset: at)
  }

  func shortField(_ at: Int, _ end: Int, name: String) -> DateFault {
    if at < end, digit(bytes[at]) == nil, let fault = foreign(at, end) { return fault }
    return at < end && digit(bytes[at]) != nil
      ? DateFault(
        "the \(name) has one digit", advice: "write two: 0\(Unicode.Scalar(bytes[at]))",
        offset: at)
      : DateFault("a \(name) is missing after \"-\"", advice: DateGrammar.forms, offset: at)
  }

  func longField(_ at: Int, _ end: Int, name: String) -> DateFault {
    DateFault(
      "the \(name) has more than two digits",
      advice: "write year, month, day: 2025-12-19 (days of the year are not counted)", offset: at)
  }

  func notField(_ at: Int, name: String) -> DateFault {
    let unspecified = UInt8(ascii: "X")
    if (bytes[at] == unspecified) != (bytes[at + 1] == unspecified) {
      let (known, other) = bytes[at] == unspecified ? (at + 1, at) : (at, at + 1)
      if digit(bytes[known]) != nil {
        return DateFault(
          "one digit of the \(name) is not known",
          advice: "write XX, or a range such as [2025-12-10..2025-12-19]", offset: other)
      }
    }
    if bytes[at] == UInt8(ascii: "W") {
      return DateFault(
        "weeks are not part of the format",
        advice: "write the days: 2025-12-15/2025-12-21, or [2025-12-15..2025-12-21] for one of "
          + "them",
        offset: at)
    }
    if let first = digit(bytes[at]) {
      if let fault = letterOrSpace(at + 1) { return fault }
      return DateFault(
        "the \(name) has one digit", advice: "write two: 0\(first)", offset: at)
    }
    return bytes[at] == unspecified
      ? unexpected(at: at + 1) : unexpected(at: at)
  }

  /// The fault of a letter, a space or a character outside of ASCII, in place of a digit.
  private func letterOrSpace(_ at: Int) -> DateFault? {
    switch bytes[at] {
    case 0...0x20, 0x7F...0xFF, UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      foreign(at, bytes.count)
    default: nil
    }
  }

  /// The fault of what follows `?`, `~` or `%`.
  func afterMark(_ at: Int, in range: Range<Int>) -> DateFault {
    if DatePart.Qualifier(bytes[at]) != nil {
      return DateFault(
        "two marks", advice: "write \"%\" for uncertain and approximate", offset: at)
    }
    if bytes[at] == UInt8(ascii: "-") || digit(bytes[at]) != nil {
      return DateFault(
        "a mark inside of a date", advice: "it stands at the end and means all of it: 2025-12-19?",
        offset: at - 1)
    }
    return unexpected(at: at, in: range)
  }

  /// The fault of brackets without `..`.
  func withoutDots(_ range: Range<Int>) -> DateFault {
    for at in range where bytes[at] == UInt8(ascii: ",") {
      return unexpected(at: at)
    }
    return range.isEmpty
      ? DateFault("the range is empty", advice: "leave the date out", offset: 0)
      : DateFault(
        "the range has one end",
        advice: "write it without brackets, or as [2025-12-17..2025-12-19]", offset: 0)
  }
}

// MARK: - Times

extension DateGrammar {
  func notClock(_ at: Int, _ end: Int) -> DateFault {
    if at < end, let fault = letterOrSpace(at), bytes[at] != UInt8(ascii: "Z") {
      return fault
    }
    return DateFault(
      "the time of day is not complete", advice: "write hours, minutes and seconds: T12:00:00Z",
      offset: min(at, end))
  }

  func noClock(_ value: Int, at: Int, last: Int, name: String) -> DateFault {
    name == "hour" && value == 24
      ? DateFault(
        "24:00 is not part of the format", advice: "write the next day at 00:00:00", offset: at)
      : DateFault(
        "the \(name) \(value) does not exist", advice: "\(name)s go from 00 to \(last)",
        offset: at)
  }

  func noZone(_ at: Int) -> DateFault {
    DateFault(
      "the instant has no zone", advice: "end it with Z for UTC, or with an offset such as +03:00",
      offset: at)
  }

  func notZone(_ at: Int) -> DateFault {
    switch bytes[at] {
    case UInt8(ascii: "z"):
      DateFault("the zone is a small letter", advice: "write a capital Z", offset: at)
    case UInt8(ascii: "."), UInt8(ascii: ","):
      DateFault(
        "fractions of a second are not part of the format", advice: "write whole seconds",
        offset: at)
    case UInt8(ascii: "?"), UInt8(ascii: "~"), UInt8(ascii: "%"): noZone(at)
    default:
      letterOrSpace(at) ?? noZone(at)
    }
  }

  func badOffset(_ at: Int) -> DateFault {
    DateFault(
      "the offset from UTC is not hours and minutes", advice: "write it as +03:00", offset: at)
  }

  func farOffset(_ at: Int) -> DateFault {
    DateFault(
      "no zone is so far from UTC", advice: "offsets go from -12:00 to +14:00", offset: at)
  }

  func negativeZero(_ at: Int) -> DateFault {
    DateFault("-00:00 is not an offset", advice: "write Z for UTC", offset: at)
  }

  func afterInstant(_ at: Int) -> DateFault {
    if DatePart.Qualifier(bytes[at]) != nil {
      return DateFault(
        "an instant takes no mark", advice: "mark its day instead: 2025-12-19?", offset: at)
    }
    return unexpected(at: at)
  }
}
