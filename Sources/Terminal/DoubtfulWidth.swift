import Screen

/// Why terminals may disagree about the columns of a cell, and with which neighbours it is drawn.
///
/// Measurements of many terminals find that they agree about letters, ideographs and marks, and
/// disagree about emoji by their version of Unicode, about pairs of letters that make a flag, and
/// about scripts whose vowels take a place of their own.
enum DoubtfulWidth: Hashable {
  /// Counted by itself.
  case sign
  /// One of the letters that make a flag, two by two.
  case flag
  /// A letter or vowel of an Indic script, drawn with those beside it.
  case script

  /// `nil` for what all terminals agree about.
  init?(of scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x1F1E6...0x1F1FF: self = .flag
    case 0x900..<0xE00, 0xF00..<0x10A0, 0x1700..<0x1800, 0x1900..<0x1C50, 0xA800..<0xAA60,
      0xABC0..<0xAC00, 0x11000..<0x12000:
      self = .script
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2: self = .sign  // around the digits after
    case 0x302E...0x302F, 0xE000...0xF8FF: self = .sign
    case 0x2000..<0x3400: if scalar.properties.isEmoji { self = .sign } else { return nil }
    // What later versions of Unicode added is here, all of it but ideographs.
    case 0x10000..<0x20000, 0xF0000...0x10FFFF: self = .sign
    default: return nil
    }
  }
}

/// A place between two cells of a row at which the cursor is placed anew.
struct Seam: Equatable {
  /// How many cells come before it.
  var cells = 0
  /// How many columns they take.
  var column = 0
}

/// Finds the seams of a row: the places behind what terminals may disagree about.
struct Seams {
  /// In the order of the row.
  private(set) var places: [Seam] = []
  private var open: DoubtfulWidth?

  /// Takes the next cell of the row, and the places before and behind it.
  mutating func take(_ doubt: DoubtfulWidth?, from start: Seam, to end: Seam) {
    switch (open, doubt) {
    case (.flag, .flag):
      open = nil
      places.append(end)
      return
    case (.script, .script): return
    case (nil, _): break
    default:
      open = nil
      places.append(start)
    }
    if doubt == .sign { places.append(end) } else { open = doubt }
  }

  /// The row has ended.
  mutating func finish(at end: Seam) {
    if open != nil { places.append(end) }
    open = nil
  }
}
