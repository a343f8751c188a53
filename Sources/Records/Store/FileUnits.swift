/// A large file in units of some megabytes, for two readers at the same time: one goes through them
/// from the front, the other takes the last that is left, then the one before it, until they meet.
/// So both are done at the same time, whatever else the cores have to do.
///
/// Where a unit begins is a guess: a line that opens what looks like a record. It is right if the
/// reader of the unit before arrives just there, between two records of that list; if not, that one
/// reads on, and what was read from the wrong guess is thrown away.
///
/// A class, since the two readers share it.
final class FileUnits: Sendable {
  /// Where a unit begins, and the records of which list stand there.
  struct Start {
    let offset: Int
    let shape: ShapeName
  }

  /// How a file is divided.
  struct Division {
    /// From this size on a file is divided, in bytes.
    var from = 24 << 20
    /// The size of a unit, in bytes: small beside a file worth dividing, so that neither reader
    /// waits long for the other, and large beside what it costs to begin one.
    var unit = 8 << 20
    /// How many units the reader from the front takes at most.
    var front = Int.max
  }

  /// Of each unit but the first.
  private let starts: [Start]
  /// How many units the reader from the front has taken, and the first of those that the one from
  /// the back has.
  private let taken: Shared<(front: Int, back: Int)>
  private let frontLimit: Int

  /// `nil` for a file that is not worth dividing, or shows no place for it.
  init?(of bytes: UnsafeRawBufferPointer, _ division: Division) {
    guard bytes.count >= division.from else { return nil }
    var starts: [Start] = []
    var at = division.unit
    while at < bytes.count, let start = Self.start(in: bytes, from: at) {
      starts.append(start)
      at = max(at, start.offset) + division.unit
    }
    guard !starts.isEmpty else { return nil }
    self.starts = starts
    taken = Shared((1, starts.count + 1))
    frontLimit = division.front
  }

  /// Where the unit of that number begins, the first being 0; `nil` behind the last.
  func start(of unit: Int) -> Start? {
    unit <= starts.count ? starts[unit - 1] : nil
  }

  /// Whether the reader from the front may read the next unit, too.
  func takeFromFront() -> Bool {
    taken.use {
      guard $0.front < min($0.back, frontLimit) else { return false }
      $0.front += 1
      return true
    }
  }

  /// The last unit that is left; `nil` when none is.
  func takeFromBack() -> Int? {
    taken.use {
      guard $0.front < $0.back else { return nil }
      $0.back -= 1
      return $0.back
    }
  }

  /// The first line from `offset` on that opens what looks like a record. A line end never stands
  /// inside a string, so that what follows one is surely not text.
  private static func start(in bytes: UnsafeRawBufferPointer, from offset: Int) -> Start? {
    var at = offset
    for _ in 0..<10_000 {
      while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
      var scanner = JSONScanner(bytes, from: at)
      scanner.skipSpace()
      guard scanner.offset < bytes.count else { return nil }
      if bytes[scanner.offset] == UInt8(ascii: "{"),
        let shape = shape(ofObjectAt: scanner.offset, bytes)
      {
        return Start(offset: scanner.offset, shape: shape)
      }
      at = scanner.offset
    }
    return nil
  }

  /// The kind of record an object is by the names of its members; `nil` when it is none.
  private static func shape(
    ofObjectAt offset: Int, _ bytes: UnsafeRawBufferPointer
  ) -> ShapeName? {
    var scanner = JSONScanner(bytes, from: offset)
    var names: Set<String> = []
    var isFirst = true
    do throws(JSONFault) {
      try scanner.expect("{", "'{'")
      while let name = try scanner.nextMember(isFirst: &isFirst) {
        let part = bytes[name.start..<name.start + name.length]
        names.insert(String(decoding: part, as: UTF8.self))
        try scanner.skipValue()
      }
    } catch {
      return nil
    }
    return ShapeName.allCases.first { shape in
      guard shape.kind != nil, shape != .stage, shape != .term else { return false }
      let fields = Schema.shape(shape).fields
      return names.isSubset(of: fields.map(\.name))
        && fields.allSatisfy { !$0.isRequired || names.contains($0.name) }
    }
  }
}
