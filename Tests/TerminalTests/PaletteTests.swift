import Foundation
import Screen
import Testing

@testable import Terminal

@Suite("Colours")
struct PaletteTests {
  @Test("No colour is used where there are fewer than eight", arguments: [0, 2, 4])
  func needsEight(colors: Int) {
    for role in Role.allCases {
      #expect(Palette(colors: colors).look(Style(role)).color == nil)
    }
  }

  @Test("Of the named colours only those are used that can be read on light and dark")
  func usesReadableNames() {
    for colors in [8, 16, 88, 1 << 24] {
      for role in Role.allCases {
        let color = Palette(colors: colors).look(Style(role)).color
        #expect(color == nil || [1, 2, 5, 6].contains(color), "\(colors) \(role)")
      }
    }
  }

  @Test("Of the 256 every colour has a contrast of 4:1 on black and on white")
  func hasContrast() {
    for role in Role.allCases {
      guard let color = Palette(colors: 256).look(Style(role)).color else { continue }
      let luminance = luminance(color)
      #expect((luminance + 0.05) / 0.05 >= 4, "\(role) on black")
      #expect(1.05 / (luminance + 0.05) >= 4, "\(role) on white")
    }
  }

  @Test("A selected row is reversed, with nothing that would make it harder to read")
  func reversesSelection() {
    for colors in [0, 8, 256] {
      for role in Role.allCases {
        let look = Palette(colors: colors).look(Style(role, isSelected: true))
        #expect(look.isReversed && !look.isDim && look.color == nil, "\(colors) \(role)")
        #expect(!Palette(colors: colors).look(Style(role)).isReversed, "\(colors) \(role)")
      }
    }
  }

  /// Relative luminance of an entry of xterm's table (WCAG 2.1).
  private func luminance(_ color: Int) -> Double {
    let steps = [0, 95, 135, 175, 215, 255]
    let index = color - 16
    let parts =
      color >= 232
      ? Array(repeating: 8 + 10 * (color - 232), count: 3)
      : [steps[index / 36], steps[index / 6 % 6], steps[index % 6]]
    let linear = parts.map { part in
      let value = Double(part) / 255
      return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
