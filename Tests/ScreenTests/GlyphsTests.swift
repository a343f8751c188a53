import Screen
import Testing

@Suite("Glyphs")
struct GlyphsTests {
  /// Every glyph of a set with its name, as the compiler knows them.
  private func all(_ glyphs: Glyphs) -> [(name: String, glyph: Character)] {
    Mirror(reflecting: glyphs).children.flatMap { child in
      let glyphs = child.value as? [Character] ?? [child.value as? Character].compactMap { $0 }
      return glyphs.enumerated().map { ("\(child.label ?? "")\($0.offset)", $0.element) }
    }
  }

  @Test("every glyph takes one column in both sets")
  func widths() {
    let unicode = all(.unicode)
    let ascii = all(.ascii)
    #expect(unicode.map(\.name) == ascii.map(\.name))
    #expect(unicode.count > 30)
    for (name, glyph) in unicode + ascii {
      #expect(TextWidth.columns(of: glyph) == 1, "\(name)")
    }
  }

  @Test("the ASCII set is of printable ASCII")
  func ascii() {
    for (name, glyph) in all(.ascii) {
      #expect((glyph.asciiValue ?? 0) > 0x20 && glyph != "\u{7F}", "\(name)")
    }
  }
}
