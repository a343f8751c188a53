import CBytes
import Testing

@testable import Records

@Suite struct CBytesTests {
  private func utf8Run(_ bytes: [UInt8]) -> Int {
    withExactBytes(bytes) {
      // An empty block has no address; none is read.
      guard let start = $0.baseAddress else { return 0 }
      return cbytes_utf8_run(start.assumingMemoryBound(to: UInt8.self), $0.count)
    }
  }

  /// How many bytes from the start are whole well-formed sequences, by the standard library.
  private func slowRun(_ bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var good = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      good += UTF8.width(scalar)
    }
    return good
  }

  @Test(
    "Well-formed UTF-8 ends at the first byte that is not",
    arguments: [
      ([], 0), ([0x41], 1), ([0x80], 0), ([0xC1, 0xBF], 0), ([0xC2, 0x80], 2), ([0xC2], 0),
      ([0xE0, 0x9F, 0xBF], 0), ([0xE0, 0xA0, 0x80], 3), ([0xED, 0x9F, 0xBF], 3),
      ([0xED, 0xA0, 0x80], 0), ([0xEE, 0x80, 0x80], 3), ([0xF0, 0x8F, 0xBF, 0xBF], 0),
      ([0xF0, 0x90, 0x80, 0x80], 4), ([0xF4, 0x8F, 0xBF, 0xBF], 4), ([0xF4, 0x90, 0x80, 0x80], 0),
      ([0xF5, 0x80, 0x80, 0x80], 0), ([0xFF], 0), ([0x41, 0xC3, 0xA9, 0xE2, 0x82], 3),
    ] as [([UInt8], Int)])
  func forms(bytes: [UInt8], good: Int) {
    #expect(utf8Run(bytes) == good)
    // The same far behind the start, where many bytes are looked at together.
    for before in [31, 32, 33, 63, 64, 65, 127, 128, 129] {
      let padded = [UInt8](repeating: 0x20, count: before) + bytes
      #expect(utf8Run(padded) == before + good, "after \(before) bytes")
      let more = padded + [UInt8](repeating: 0x20, count: 100)
      #expect(utf8Run(more) == (good == bytes.count ? more.count : before + good))
    }
  }

  @Test(
    "Any bytes are judged as the standard library judges them", arguments: 0..<8 as Range<UInt64>)
  func oracle(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let scalars: [Unicode.Scalar] = [
      "a", "\u{7F}", "é", "\u{7FF}", "漢", "\u{FFFD}", "😀", "\u{10FFFF}",
    ]
    for _ in 0..<250 {
      var bytes: [UInt8] = []
      let isPlain = Bool.random(using: &random)
      while bytes.count < Int.random(in: 0...300, using: &random) {
        let scalar = isPlain ? "a" : scalars.randomElement(using: &random) ?? "a"
        bytes += Array(String(scalar).utf8)
      }
      for _ in 0..<Int.random(in: 0...2, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(UInt8.random(in: 0x80...0xFF, using: &random), at: place)
        }
      }
      #expect(utf8Run(bytes) == slowRun(bytes), "seed \(seed): \(bytes)")
    }
  }

  @Test("A run of string bytes ends at a quotation mark, a backslash or a control character")
  func stringRun() {
    for length in 0...50 {
      for position in 0...length {
        for stop in [UInt8(ascii: "\""), UInt8(ascii: "\\"), 0, 0x1F, 0x0A] {
          var bytes = [UInt8](repeating: 0xC3, count: length)
          if position < length { bytes[position] = stop }
          let run = withExactBytes(bytes) { bytes -> Int in
            guard let start = bytes.baseAddress else { return 0 }
            return cbytes_string_run(start.assumingMemoryBound(to: UInt8.self), bytes.count)
          }
          #expect(run == position, "\(stop) at \(position) of \(length)")
        }
      }
    }
  }

  @Test("Bytes are found in others wherever they stand")
  func contains() {
    var random = SplitMix(seed: 11)
    func bytes(_ count: Int) -> [UInt8] {
      (0..<count).map { _ in UInt8.random(in: 0...1, using: &random) }
    }
    for _ in 0..<2000 {
      let hay = bytes(Int.random(in: 1...20, using: &random))
      let needle = bytes(Int.random(in: 1...6, using: &random))
      let wanted = hay.indices.contains { hay[$0...].starts(with: needle) }
      let found = withExactBytes(hay) { hay in
        withExactBytes(needle) { needle in
          guard let start = hay.baseAddress, let other = needle.baseAddress else { return false }
          return cbytes_contains(start, hay.count, other, needle.count)
        }
      }
      #expect(found == wanted, "\(needle) in \(hay)")
    }
  }
}
