import Foundation
import Testing

@testable import Screen

@Suite("Kinds of scalars")
struct ScalarKindTests {
  static var everyScalar: [Unicode.Scalar] {
    (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)
  }

  @Test("a scalar marked as solitary has the width of its kind")
  func solitaryWidths() {
    for scalar in Self.everyScalar where scalar.solitaryColumns > 0 {
      let kind = ScalarKind(of: scalar)
      let columns = scalar.solitaryColumns == 2 ? ScalarKind.wide : .narrow
      #expect(kind == columns, "U+\(String(scalar.value, radix: 16))")
      #expect(!scalar.isControl)
    }
  }

  @Test("no two solitary scalars share a cluster")
  func solitaryClusters() {
    let solitary = Self.everyScalar.filter { $0.solitaryColumns > 0 }
    let samples =
      solitary.filter { $0.value < 0x3100 } + [
        "\u{4E00}", "\u{9FFC}", "\u{AC00}", "\u{AC01}", "\u{D7A3}",
      ]
    var text = String.UnicodeScalarView()
    for first in samples {
      text.append(first)
      text.append("a")
      text.append(first)
      text.append(first)
    }
    #expect(String(text).count == samples.count * 4)
  }

  #if canImport(Glibc)
    typealias WidthFunction = @convention(c) (wchar_t) -> Int32

    @Test("widths are those of the C library wherever it knows the scalar")
    func likeTheCLibrary() throws {
      let symbol = try #require(dlsym(dlopen(nil, RTLD_NOW), "wcwidth"))
      let wcwidth = unsafeBitCast(symbol, to: WidthFunction.self)
      let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
      let previous = uselocale(locale)
      defer {
        uselocale(previous)
        freelocale(locale)
      }
      // Libraries of later versions of Unicode changed their minds about few of the scalars known
      // to this table; that of Unicode 14 differs in the soft hyphen only.
      var differing: [UInt32] = []
      for scalar in Self.everyScalar where !scalar.isControl && scalar != "\u{AD}" {
        let columns: Int32
        switch ScalarKind(of: scalar) {
        case .narrow: columns = 1
        case .wide: columns = 2
        case .mark, .dropped: columns = 0
        case .unknown: continue
        }
        let theirs = wcwidth(wchar_t(scalar.value))
        if theirs >= 0, theirs != columns { differing.append(scalar.value) }
      }
      #expect(differing.count < 1_000, "\(differing.prefix(20))")
    }
  #endif
}
