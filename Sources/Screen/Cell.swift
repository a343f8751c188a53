/// One column of a row: a base scalar, up to four marks above or below it, and a style.
///
/// A wide character is a cell of width 2 and, right of it, a cell of width 0 without text. All of
/// it is packed into 16 bytes without a table beside it, so two cells show the same if and only if
/// they are equal, in whichever frame they stand. Four marks are what a cell of ncurses holds
/// (`CCHARW_MAX` is 5, the base included).
package struct Cell: Hashable, Sendable {
  /// The most marks one cell holds; further ones are not shown.
  package static let maximumMarks = 4

  /// From the lowest bit: base, first mark, second mark, 21 bits each.
  private var low: UInt64
  /// From the lowest bit: third mark, fourth mark, 21 bits each; role, 8; selected, 1; width, 2.
  private var high: UInt64

  /// A blank of one column.
  package static let blank = Cell(base: " ", width: 1, style: Style())

  /// A cell without marks; its width is 1 or 2, or 0 for the right half of a wide character.
  package init(base: Unicode.Scalar, width: Int, style: Style) {
    low = UInt64(base.value)
    high = UInt64(truncatingIfNeeded: width & 3) << 51
    self.style = style
  }

  /// The scalar the cell shows; a space in the right half of a wide character.
  package var base: Unicode.Scalar {
    get { Unicode.Scalar(UInt32(low & Cell.scalarBits)) ?? " " }
    set { low = low & ~Cell.scalarBits | UInt64(newValue.value) }
  }

  /// How many columns it takes: 1, 2, or 0 for the right half of a wide character.
  package var width: Int {
    get { Int(high >> 51 & 3) }
    set { high = high & ~(3 << 51) | UInt64(truncatingIfNeeded: newValue & 3) << 51 }
  }

  /// What it is for, and whether it is selected.
  package var style: Style {
    get {
      let role = Role(rawValue: UInt8(truncatingIfNeeded: high >> 42 & 0xFF)) ?? .text
      return Style(role, isSelected: high >> 50 & 1 == 1)
    }
    set {
      high &= ~(0x1FF << 42)
      high |= UInt64(newValue.role.rawValue) << 42 | (newValue.isSelected ? 1 : 0) << 50
    }
  }

  /// Whether it has marks besides its base.
  package var hasMarks: Bool { low >> 21 != 0 }

  /// The marks in the order in which they follow the base, at most `maximumMarks`.
  package var marks: [Unicode.Scalar] {
    guard hasMarks else { return [] }
    return [low >> 21, low >> 42, high, high >> 21].compactMap { bits in
      let value = UInt32(truncatingIfNeeded: bits & Cell.scalarBits)
      return value == 0 ? nil : Unicode.Scalar(value)
    }
  }

  /// Base and marks as text; empty for the right half of a wide character.
  package var text: String {
    var text = ""
    append(to: &text)
    return text
  }

  /// Adds base and marks to a text.
  func append(to text: inout String) {
    guard width > 0 else { return }
    text.unicodeScalars.append(base)
    if hasMarks { text.unicodeScalars.append(contentsOf: marks) }
  }

  /// Adds a mark; a fifth one is left out.
  mutating func add(mark: Unicode.Scalar) {
    let bits = UInt64(mark.value)
    if low >> 21 & Cell.scalarBits == 0 {
      low |= bits << 21
    } else if low >> 42 & Cell.scalarBits == 0 {
      low |= bits << 42
    } else if high & Cell.scalarBits == 0 {
      high |= bits
    } else if high >> 21 & Cell.scalarBits == 0 {
      high |= bits << 21
    }
  }

  /// Adds a mark behind the others, in the place of the fourth if there are four.
  mutating func close(with mark: Unicode.Scalar) {
    high = high >> 21 & Cell.scalarBits == 0 ? high : high & ~(Cell.scalarBits << 21)
    add(mark: mark)
  }

  private static let scalarBits: UInt64 = 0x1F_FFFF
}
