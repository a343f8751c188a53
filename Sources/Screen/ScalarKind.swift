/// What one scalar does in a cell.
///
/// The kinds come from a table of our own, not from `wcwidth` of the C library: that answers -1 for
/// everything but ASCII until the process has set its locale, so a test, a plain listing and the
/// screen would count differently. The table is of the Unicode version of the oldest C library
/// supported, and where that library knows a scalar the two agree (but for the soft hyphen, which is
/// not drawn here): so what a frame counts is what ncurses counts, cell by cell.
enum ScalarKind: UInt8 {
  /// Takes one column.
  case narrow
  /// Takes two columns.
  case wide
  /// Is drawn on the base before it and takes none.
  case mark
  /// Is never drawn: joiners, variation selectors, bidi controls, soft hyphen, tags.
  case dropped
  /// Unassigned in that version of Unicode, or a noncharacter: U+FFFD is drawn, one column wide.
  case unknown

  /// The kind of a scalar that is not a control; a binary search past the Latin letters.
  init(of scalar: Unicode.Scalar) {
    if scalar.value < 0x300 {
      self = scalar.value == 0xAD ? .dropped : .narrow
      return
    }
    let runs = WidthTable.runs
    let key = scalar.value << 3 | 7
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle] <= key { low = middle } else { high = middle }
    }
    self = ScalarKind(rawValue: UInt8(truncatingIfNeeded: runs[low] & 7)) ?? .unknown
  }
}

extension Unicode.Scalar {
  static let replacement: Unicode.Scalar = "\u{FFFD}"
  static let dottedCircle: Unicode.Scalar = "\u{25CC}"
  static let zeroWidthJoiner: Unicode.Scalar = "\u{200D}"
  static let lam: Unicode.Scalar = "\u{644}"

  /// Whether the terminal could take it for a command or a line end.
  var isControl: Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029
  }

  /// Whether it ends a line.
  var isLineEnd: Bool {
    (0x0A...0x0D).contains(value) || value == 0x85 || value == 0x2028 || value == 0x2029
  }

  /// What is shown for a control: a space for those that are white space (tab, line ends, form
  /// feed), the picture of the control (␛) for the rest of ASCII, U+FFFD for the rest of C1.
  var pictureOfControl: Unicode.Scalar {
    switch value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
    case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? .replacement
    case 0x7F: "\u{2421}"
    default: .replacement
    }
  }

  /// The columns of a scalar that is a cluster by itself beside every other such scalar; 0 for the
  /// others.
  ///
  /// Known of the letters, punctuation and symbols that make up nearly all text, though not of all
  /// scalars that could stand alone. It spares such text the search for cluster borders.
  var solitaryColumns: Int {
    switch value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF: 1
    case 0x370...0x377, 0x37A...0x37F, 0x38E...0x3A1, 0x3A3...0x482, 0x48A...0x52F: 1
    case 0x5D0...0x5EA, 0x620...0x643, 0x645...0x64A, 0x660...0x66F, 0x671...0x6D3: 1
    case 0x2010...0x2027, 0x2030...0x205E, 0x2190...0x21FF, 0x2500...0x25FC: 1
    case 0x3003...0x3020, 0x3041...0x3096, 0x30A0...0x30FF, 0x3400...0x9FFC: 2
    case 0xAC00...0xD7A3: 2
    default: 0
    }
  }

  /// Whether it chooses the colour of the skin of the emoji before it.
  var isSkinTone: Bool { (0x1F3FB...0x1F3FF).contains(value) }

  /// Whether it is a vowel or final of Hangul, drawn inside the syllable of a consonant before it.
  var isPartOfSyllable: Bool {
    (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value)
  }

  /// Whether it is a consonant or syllable of Hangul.
  var beginsSyllable: Bool {
    switch value {
    case 0x1100...0x115F, 0xA960...0xA97C, 0xAC00...0xD7A3: true
    default: false
    }
  }

  /// Whether it is not drawn but tells how the letters beside it join, or which way they run.
  var shapesItsNeighbours: Bool {
    (0x200C...0x200F).contains(value) || value == 0x61C
  }

  /// The one scalar that is drawn for this base and the letter after it, if they are drawn as one:
  /// a syllable of Hangul from its parts, an Arabic lam with an alef.
  func joined(with next: Unicode.Scalar) -> Unicode.Scalar? {
    switch (value, next.value) {
    case (0x1100...0x1112, 0x1161...0x1175):
      Unicode.Scalar(0xAC00 + ((value - 0x1100) * 21 + next.value - 0x1161) * 28)
    case (0xAC00...0xD7A3, 0x11A8...0x11C2) where (value - 0xAC00) % 28 == 0:
      Unicode.Scalar(value + next.value - 0x11A7)
    case (0x644, 0x622): "\u{FEF5}"
    case (0x644, 0x623): "\u{FEF7}"
    case (0x644, 0x625): "\u{FEF9}"
    case (0x644, 0x627): "\u{FEFB}"
    default: nil
    }
  }
}
