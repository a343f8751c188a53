#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A growing array of plain values outside Swift's array machinery.
///
/// It grows by `realloc`, which moves large blocks by remapping pages: nothing is copied, and pages
/// that no value has touched take no memory. A store of a million events fits in half its file's
/// size only so. A class, since it owns memory; unchecked Sendable, since a chronicle's columns no
/// longer change once it is loaded.
final class Column<Element: BitwiseCopyable>: @unchecked Sendable {
  private(set) var count = 0
  private var capacity: Int
  private var base: UnsafeMutablePointer<Element>

  init(capacity: Int = 16) {
    self.capacity = max(capacity, 16)
    base = Self.allocate(nil, self.capacity)
  }

  /// `count` values, all the same. Large columns of zeros are not touched: the system hands out pages
  /// of zeros when they are first used.
  init(repeating value: Element, count: Int) {
    self.count = count
    capacity = max(count, 16)
    guard withUnsafeBytes(of: value, { $0.allSatisfy { $0 == 0 } }) else {
      base = Self.allocate(nil, capacity)
      base.initialize(repeating: value, count: count)
      return
    }
    guard let zeros = calloc(capacity, MemoryLayout<Element>.stride) else {
      fatalError("out of memory")
    }
    adviseHugePages(zeros, bytes: capacity * MemoryLayout<Element>.stride)
    base = zeros.assumingMemoryBound(to: Element.self)
  }

  deinit {
    free(base)
  }

  private static func allocate(
    _ old: UnsafeMutablePointer<Element>?, _ capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    guard let new = realloc(old, capacity * MemoryLayout<Element>.stride) else {
      fatalError("out of memory")
    }
    adviseHugePages(new, bytes: capacity * MemoryLayout<Element>.stride)
    return new.assumingMemoryBound(to: Element.self)
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      return base[index]
    }
    set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      base[index] = newValue
    }
  }

  @inline(__always)
  func append(_ value: Element) {
    if count == capacity { grow(to: count + 1) }
    base[count] = value
    count += 1
  }

  func append(repeating value: Element, count more: Int) {
    grow(to: count + more)
    (base + count).initialize(repeating: value, count: more)
    count += more
  }

  func removeLast(_ k: Int) {
    precondition(k <= count)
    count -= k
  }

  @inline(never)
  private func grow(to wanted: Int) {
    guard wanted > capacity else { return }
    capacity = max(wanted, capacity + capacity / 2)
    base = Self.allocate(base, capacity)
  }

  /// The values, for loops that want no check a step. Valid while the column does not grow.
  var values: UnsafeMutableBufferPointer<Element> {
    UnsafeMutableBufferPointer(start: base, count: count)
  }

  /// Hands the values of each range over, and is empty then. Memory goes back to the system as it is
  /// handed over: while one column fills another, the two hardly hold a value twice.
  @inline(__always)
  func drain(
    _ ranges: [Range<Int>], _ take: (_ index: Int, UnsafeMutableBufferPointer<Element>) -> Void
  ) {
    let enough = (8 << 20) / MemoryLayout<Element>.stride
    // What was handed over and is still there: one stretch, since ranges mostly meet.
    var done = 0..<0
    for (index, range) in ranges.enumerated() {
      take(index, UnsafeMutableBufferPointer(rebasing: values[range]))
      if range.upperBound == done.lowerBound {
        done = range.lowerBound..<done.upperBound
      } else if range.lowerBound == done.upperBound {
        done = done.lowerBound..<range.upperBound
      } else {
        forget(done)
        done = range
      }
      if done.count >= enough {
        forget(done)
        done = 0..<0
      }
    }
    count = 0
    shrink()
  }

  /// Gives the memory of values that nobody will read again back to the system, as far as it is
  /// whole pages.
  func forget(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    returnPages(
      base + range.lowerBound, bytes: range.count * MemoryLayout<Element>.stride)
  }

  /// Gives back what growing has reserved beyond the last value.
  func shrink() {
    capacity = max(count, 16)
    base = Self.allocate(base, capacity)
  }
}

/// Gives the whole pages under a stretch of memory back to the system. What was there is lost.
private func returnPages(_ block: UnsafeMutableRawPointer, bytes: Int) {
  #if os(Linux)
    let page = 4096
    let start = (Int(bitPattern: block) + page - 1) & -page
    let end = (Int(bitPattern: block) + bytes) & -page
    guard end > start else { return }
    madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_DONTNEED)
  #endif
}

/// Asks for large pages under a large block: with small ones, most of the time to fill a column goes
/// into the system's handing out of pages, and most of a random look-up into finding its page.
///
/// The first and last page are asked for whole, with what the allocator keeps in them: the system
/// moves a block by remapping only where one advice holds for all of it, and copies it otherwise.
private func adviseHugePages(_ block: UnsafeMutableRawPointer, bytes: Int) {
  #if os(Linux)
    guard bytes >= 8 << 20 else { return }
    let page = 4096
    let start = Int(bitPattern: block) & -page
    let end = (Int(bitPattern: block) + bytes + page - 1) & -page
    madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_HUGEPAGE)
  #endif
}
