/// Random numbers that depend on nothing but a seed and what they are for.
///
/// Each record draws from a stream of its own, so that any part of it can be made again later (a
/// quote, first inside the paragraph of its source and then by itself) and nothing has to be kept.
/// The generator is SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number
/// generators", 2014).
struct Dice {
  /// What a stream is for: two streams with the same index have nothing in common.
  enum Stream: UInt64 {
    case vocabulary, source, place, actor, agreement, event, eventText, quote, quoteText
  }

  private var state: UInt64

  init(seed: UInt64, stream: Stream, index: Int) {
    state = seed ^ (stream.rawValue << 56)
    state = next() &+ UInt64(bitPattern: Int64(index)) &* 0xd6e8_feb8_6659_fd93
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// A number from 0 up to, not including, `limit`, which is at least 1.
  mutating func below(_ limit: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(limit)).high)
  }

  /// A number of the range; both ends can come.
  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True once in `count` times.
  mutating func once(in count: Int) -> Bool {
    below(count) == 0
  }

  /// One of the values, each as likely as any other; `values` is not empty.
  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[below(values.count)]
  }
}
