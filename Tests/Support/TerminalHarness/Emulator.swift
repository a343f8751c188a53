import CVTerm

/// What a terminal shows for the bytes it was sent: libvterm, with the few states it reports.
final class Emulator {
  /// The states libvterm tells of. A class, because C holds a pointer to it.
  private final class Modes {
    var isAlternate = false
    var isCursorVisible = true
  }

  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let modes = Modes()
  private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>
  private(set) var columns: Int
  private(set) var rows: Int

  init?(columns: Int, rows: Int) {
    guard let terminal = vterm_new(Int32(rows), Int32(columns)) else { return nil }
    self.terminal = terminal
    (self.columns, self.rows) = (columns, rows)
    vterm_set_utf8(terminal, 1)
    screen = vterm_obtain_screen(terminal)
    callbacks = .allocate(capacity: 1)
    callbacks.initialize(to: VTermScreenCallbacks())
    callbacks.pointee.settermprop = { property, value, user in
      guard let value, let user else { return 0 }
      let modes = Unmanaged<Modes>.fromOpaque(user).takeUnretainedValue()
      switch property {
      case VTERM_PROP_ALTSCREEN: modes.isAlternate = value.pointee.boolean != 0
      case VTERM_PROP_CURSORVISIBLE: modes.isCursorVisible = value.pointee.boolean != 0
      default: break
      }
      return 1
    }
    vterm_screen_set_callbacks(screen, callbacks, Unmanaged.passUnretained(modes).toOpaque())
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(terminal)
    callbacks.deallocate()
  }

  var isAlternate: Bool { modes.isAlternate }
  var isCursorVisible: Bool { modes.isCursorVisible }

  /// Takes what the program sent; returns what a terminal answers to it.
  func take(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBytes {
      _ = vterm_input_write(terminal, $0.bindMemory(to: CChar.self).baseAddress, $0.count)
    }
    var answer = [UInt8](repeating: 0, count: 256)
    let count = answer.withUnsafeMutableBytes {
      vterm_output_read(terminal, $0.bindMemory(to: CChar.self).baseAddress, $0.count)
    }
    return Array(answer.prefix(count))
  }

  func resize(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    vterm_set_size(terminal, Int32(rows), Int32(columns))
  }

  var cursor: (column: Int, row: Int) {
    var place = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &place)
    return (Int(place.col), Int(place.row))
  }

  /// One cell; nil outside.
  func cell(column: Int, row: Int) -> EmulatedCell? {
    guard 0..<columns ~= column, 0..<rows ~= row else { return nil }
    var cell = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
    return EmulatedCell(cell)
  }

  /// A row as text, without the blanks at its end.
  func line(_ row: Int) -> String {
    var text = ""
    var column = 0
    while let cell = cell(column: column, row: row) {
      text += cell.text.isEmpty ? " " : cell.text
      column += max(1, cell.width)
    }
    while text.last == " " { text.removeLast() }
    return text
  }
}

/// A cell as the emulator shows it.
package struct EmulatedCell: Hashable, Sendable {
  /// Base and marks; empty where nothing was written.
  package let text: String
  package let width: Int
  package let isBold: Bool
  package let isUnderlined: Bool
  package let isReversed: Bool
  /// The number of the colour of the letters; nil for the terminal's own.
  package let color: Int?
  /// The number of the colour behind them; nil for the terminal's own.
  package let background: Int?

  init(_ cell: VTermScreenCell) {
    let scalars = withUnsafeBytes(of: cell.chars) { bytes in
      // The right half of a wide character is marked by a scalar that does not exist.
      bytes.bindMemory(to: UInt32.self).prefix { $0 != 0 && $0 != UInt32.max }.map { $0 }
    }
    text = String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    width = Int(cell.width)
    isBold = cell.attrs.bold != 0
    isUnderlined = cell.attrs.underline != 0
    isReversed = cell.attrs.reverse != 0
    color = Self.number(cell.fg, own: 0x02)
    background = Self.number(cell.bg, own: 0x04)
  }

  /// The number of a colour; nil for the terminal's own, which `own` is the bit of
  /// (`VTermColorType`).
  private static func number(_ color: VTermColor, own: UInt8) -> Int? {
    // A union in C: its first byte is the kind, the second the number.
    withUnsafeBytes(of: color) { $0[0] & own != 0 ? nil : Int($0[1]) }
  }
}
