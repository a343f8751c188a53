/// What sorting and filtering need of a date, in 16 bytes: a row of a column of dates.
package struct DateBounds: Hashable, Sendable, BitwiseCopyable {
  /// The number of the first day it may mean, or `unboundedBelow`.
  package let lower: Int32

  /// The number of the last day it may mean, or `unboundedAbove`; never before `lower`.
  package let upper: Int32

  /// Seconds from midnight UTC of the day that is written to the instant, or `noSecond`.
  ///
  /// Negative for zones east of UTC, 86400 and more for zones west of it.
  package let second: Int32

  package let precision: RecordDate.Precision

  package let extent: RecordDate.Extent

  /// Whether the interval is said to go on (`/..` at its end).
  package let isOngoing: Bool

  /// `lower` where nothing bounds the date below.
  package static let unboundedBelow = Int32.min
  /// `upper` where nothing bounds the date above.
  package static let unboundedAbove = Int32.max
  /// `second` where the date says no time of day.
  package static let noSecond = Int32.min

  /// The bounds of a record without a date.
  package static let undated = DateBounds(
    lower: unboundedBelow, upper: unboundedAbove, precision: .none)

  init(
    lower: Int32, upper: Int32, second: Int32 = DateBounds.noSecond,
    precision: RecordDate.Precision, extent: RecordDate.Extent = .single, isOngoing: Bool = false
  ) {
    self.lower = lower
    self.upper = upper
    self.second = second
    self.precision = precision
    self.extent = extent
    self.isOngoing = isOngoing
  }

  init(_ form: RecordDate.Form) {
    switch form {
    case .single(let part):
      self.init(
        lower: part.lower, upper: part.upper, second: part.second ?? DateBounds.noSecond,
        precision: part.precision)
    case .interval(let start, .on(let end)):
      self.init(from: start, to: end, extent: .interval)
    case .interval(let start, .ongoing):
      self.init(from: start, to: nil, extent: .interval, isOngoing: true)
    case .interval(let start, .notGiven):
      self.init(from: start, to: nil, extent: .interval)
    case .oneOf(let from, let to):
      self.init(from: from, to: to, extent: .oneOf)
    }
  }

  private init(
    from: DatePart?, to: DatePart?, extent: RecordDate.Extent, isOngoing: Bool = false
  ) {
    let lower = from?.lower ?? DateBounds.unboundedBelow
    let upper = to?.upper ?? DateBounds.unboundedAbove
    // A list of the two precisions would be made for every such date of a store.
    let precision =
      if let from, let to { min(from.precision, to.precision) } else {
        (from ?? to)?.precision ?? .none
      }
    // Two instants in order can be written with days in the other order: zones differ.
    self.init(
      lower: min(lower, upper), upper: max(lower, upper),
      second: (from ?? to)?.second ?? DateBounds.noSecond,
      precision: precision,
      extent: extent, isOngoing: isOngoing)
  }
}

extension DateBounds {
  /// The first day it may mean; `nil` when nothing bounds it below.
  package var lowerDay: Day? {
    lower == DateBounds.unboundedBelow ? nil : Day(unchecked: lower)
  }

  /// The last day it may mean; `nil` when nothing bounds it above.
  package var upperDay: Day? {
    upper == DateBounds.unboundedAbove ? nil : Day(unchecked: upper)
  }

  /// Whether nothing bounds the date, so that only a report can place it in time.
  package var isUnbounded: Bool {
    lower == DateBounds.unboundedBelow && upper == DateBounds.unboundedAbove
  }

  /// The day that places the date in an order: the first it may mean, else the last; `nil`
  /// without any bound.
  package var sortDay: Day? { lowerDay ?? upperDay }

  /// The first day on which a report of this date is sure to have been known: see
  /// ``RecordDate/knownOn``.
  package var knownOn: Day? { upperDay ?? lowerDay }

  /// Whether the date may mean a day from `first` to `last`, both included; `nil` is unbounded.
  package func overlaps(from first: Day?, to last: Day?) -> Bool {
    if let first, upper < first.number { return false }
    if let last, lower > last.number { return false }
    return true
  }
}

/// The place of a date in the order of a chronicle.
///
/// By the day it is sorted by (its first day, else its last, else the day it was first reported);
/// then the wider and so coarser date first; then by the instant. Equal keys are told apart by the
/// caller: by file order, then id.
package struct DateKey: Hashable, Comparable, Sendable {
  /// Compares as the key does, so that columns of keys can be sorted as plain integers.
  package let bits: UInt64

  /// The key after all others: nothing places the record in time.
  package static let last = DateKey(bits: .max)

  private init(bits: UInt64) {
    self.bits = bits
  }

  /// - Parameters:
  ///   - bounds: the bounds of the date, or `DateBounds.undated`.
  ///   - reported: the day on which the record was first reported, for dates without any bound.
  package init(_ bounds: DateBounds, reported: Day? = nil) {
    guard let day = bounds.sortDay ?? reported else {
      self = .last
      return
    }
    // 23 bits of day, 22 of width (0 the widest), 18 of instant (0 for none): 63 bits.
    let place = UInt64(Int64(day.number) - Int64(Day.first.number))
    let isOpen = bounds.lowerDay == nil || bounds.upperDay == nil
    let width = isOpen ? Int64(1 << 22) - 1 : Int64(bounds.upper) - Int64(bounds.lower)
    let narrowness = UInt64(Int64(1 << 22) - 1 - width)
    // From 14 hours ahead of UTC at midnight (-50400) to 12 hours behind it at its end (129599).
    let instant = bounds.second == DateBounds.noSecond ? 0 : UInt64(Int64(bounds.second) + 50_401)
    bits = place << 40 | narrowness << 18 | instant
  }

  package static func < (left: DateKey, right: DateKey) -> Bool { left.bits < right.bits }
}
