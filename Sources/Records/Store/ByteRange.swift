/// A stretch of the bytes of all loaded files, laid end to end: 40 bits of offset, 23 of length,
/// one that says whether it is a JSON string with escapes.
///
/// Eight bytes a record are what a million of them can afford. A stretch of 8 MiB or more keeps
/// only its start; its length is found again by reading it.
struct ByteRange: BitwiseCopyable, Hashable {
  private var bits: UInt64

  static let none = ByteRange(bits: .max)
  private static let lengthLimit = (1 << 23) - 1

  private init(bits: UInt64) {
    self.bits = bits
  }

  @inline(__always)
  init(start: Int, length: Int, hasEscapes: Bool = false) {
    let kept = UInt64(truncatingIfNeeded: min(length, Self.lengthLimit))
    bits = UInt64(truncatingIfNeeded: start) << 24 | kept << 1 | (hasEscapes ? 1 : 0)
  }

  /// Offset among the bytes of all files.
  @inline(__always) var start: Int { Int(truncatingIfNeeded: bits >> 24) }

  /// `nil` when it is too long to be kept.
  @inline(__always) var length: Int? {
    let kept = Int(truncatingIfNeeded: bits >> 1) & Self.lengthLimit
    return kept == Self.lengthLimit ? nil : kept
  }

  @inline(__always) var hasEscapes: Bool { bits & 1 == 1 }
}
