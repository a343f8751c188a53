/// When something happened, was said or was published, exactly as precisely as it is known.
///
/// The text is a subset of EDTF (ISO 8601-2:2019):
///
/// | written | means |
/// |---|---|
/// | `2025-12-19`, `2025-12`, `2025` | a day, a month, a year |
/// | `2025-12-19T12:00:00Z`, `…+03:00` | an instant, with its zone |
/// | `…?`, `…~`, `…%` at the end of a day, month or year | uncertain, approximate, both |
/// | `2025-12-XX`, `2025-XX-XX`, `2025-XX`, `202X`, `20XX` | digits that are not known |
/// | `2025-10-10/2025-12-19` | the whole interval |
/// | `2025-10-10/..`, `2025-10-10/` | began then: ongoing, or its end is not given |
/// | `/2025-12-19`, `/..` | its start is not given: ended then, or ongoing |
/// | `[..2025-12-19]`, `[2025-12-19..]`, `[2025-12-17..2025-12-19]` | one day of that range |
///
/// The ends of intervals and ranges are any of the forms of the first four rows. A day is the day
/// as it is written: no zone moves it to another day.
package struct RecordDate: Hashable, Sendable {
  /// What the parts mean together.
  enum Form: Hashable, Sendable {
    case single(DatePart)
    case interval(start: DatePart?, end: End)
    case oneOf(from: DatePart?, to: DatePart?)
  }

  /// The right-hand side of an interval.
  enum End: Hashable, Sendable {
    case on(DatePart)
    case ongoing
    case notGiven
  }

  let form: Form

  /// How precisely the ends are known; for an interval or range the coarser of the two.
  package enum Precision: UInt8, Comparable, CaseIterable, Sendable, BitwiseCopyable {
    /// Nothing but that it goes on is known (`/..`).
    case none
    case century, decade, year, month, day, instant

    package static func < (left: Precision, right: Precision) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// What kind of time is meant.
  package enum Extent: UInt8, Sendable, BitwiseCopyable {
    /// One day, month, year, decade, century or instant.
    case single
    /// All of the time between two ends.
    case interval
    /// One day that lies somewhere between two ends.
    case oneOf
  }

  init(_ form: Form) {
    self.form = form
  }

  /// Reads a date.
  ///
  /// - Throws: the first fault from the left.
  package init(_ text: some StringProtocol) throws(DateFault) {
    var text = String(text)
    let result = text.withUTF8 { buffer in
      Result { () throws(DateFault) in
        try DateGrammar(UnsafeRawBufferPointer(buffer)).date()
      }
    }
    self = try result.get()
  }

  /// Reads a date from the bytes of its text.
  ///
  /// - Throws: the first fault from the left; bytes that are not UTF-8 are a fault like any other.
  package init(bytes: UnsafeRawBufferPointer) throws(DateFault) {
    self = try DateGrammar(bytes).date()
  }

  /// The date of one known day.
  package init(_ day: Day) {
    let (year, month, number) = day.parts
    form = .single(DatePart(year: year, month: month, day: number))
  }
}

// MARK: - What is known

extension RecordDate {
  /// The first day it may mean; `nil` when nothing bounds it below.
  package var lower: Day? { bounds.lowerDay }

  /// The last day it may mean; `nil` when nothing bounds it above, as for what is ongoing.
  package var upper: Day? { bounds.upperDay }

  /// Bounds, precision and place in an order, in numbers.
  package var bounds: DateBounds { DateBounds(form) }

  /// How precisely the ends are known; for an interval or range the coarser of the two.
  package var precision: Precision { bounds.precision }

  /// How precisely that end is known by which it is sorted: the first, or else the last.
  package var leadingPrecision: Precision { parts.first?.precision ?? .none }

  /// The last end of an interval or a range as a date of its own, without its marks; `nil` where
  /// none is given, and for a single time.
  package var ending: RecordDate? {
    let last: DatePart?
    switch form {
    case .interval(_, .on(let end)): last = end
    case .oneOf(_, let end): last = end
    case .single, .interval(_, .ongoing), .interval(_, .notGiven): last = nil
    }
    guard var last else { return nil }
    last.qualifier = .plain
    return RecordDate(.single(last))
  }

  /// Whether one time, a whole interval or one day of a range is meant.
  package var extent: Extent { bounds.extent }

  /// Whether the interval is said to go on (`/..` at its end).
  package var isOngoing: Bool { bounds.isOngoing }

  /// Whether any part carries `?` or `%`.
  package var isUncertain: Bool { parts.contains { $0.qualifier.isUncertain } }

  /// Whether any part carries `~` or `%`.
  package var isApproximate: Bool { parts.contains { $0.qualifier.isApproximate } }

  /// Whether any digits are written as `X`.
  package var isUnspecified: Bool { parts.contains(where: \.isUnspecified) }

  /// Seconds since 1970-01-01T00:00:00Z, without leap seconds; `nil` unless it is one instant.
  package var instant: Int64? {
    guard case .single(let part) = form else { return nil }
    return part.instant
  }

  /// The first and last day that are meant when one looks back from a day.
  ///
  /// What is ongoing reaches to that day, but never ends before it began. `nil` bounds are
  /// unbounded.
  package func days(asOf day: Day?) -> (lower: Day?, upper: Day?) {
    let bounds = bounds
    guard bounds.isOngoing, let day else { return (bounds.lowerDay, bounds.upperDay) }
    return (bounds.lowerDay, max(day, bounds.lowerDay ?? day))
  }

  /// The first day on which a report of this date is sure to have been known.
  ///
  /// That is the last day it may mean (`2025-12` is sure to be known on 31 December), or the first
  /// one when there is no last. `nil` for a date without any bound.
  package var knownOn: Day? { upper ?? lower }

  var parts: [DatePart] {
    switch form {
    case .single(let part): [part]
    case .interval(let start, .on(let end)): [start, end].compactMap { $0 }
    case .interval(let start, .ongoing), .interval(let start, .notGiven): start.map { [$0] } ?? []
    case .oneOf(let from, let to): [from, to].compactMap { $0 }
    }
  }
}

// MARK: - Text

extension RecordDate: CustomStringConvertible {
  /// The date in EDTF: as it was read, but for `+00:00`, which is written as `Z`.
  package var text: String {
    switch form {
    case .single(let part): part.text
    case .interval(let start, .on(let end)): "\(start?.text ?? "")/\(end.text)"
    case .interval(let start, .ongoing): "\(start?.text ?? "")/.."
    case .interval(let start, .notGiven): "\(start?.text ?? "")/"
    case .oneOf(let from, let to): "[\(from?.text ?? "")..\(to?.text ?? "")]"
    }
  }

  package var description: String { text }
}
