import Screen

/// How terminals tell what the mouse did (xterm's control sequences, "Mouse Tracking").
enum MouseReport {
  /// Asks for presses and the wheel, in the form that has no largest column. Not for movements:
  /// nothing here answers to them.
  static let on = "\u{1B}[?1000h\u{1B}[?1006h"
  static let off = "\u{1B}[?1006l\u{1B}[?1000l"

  /// What a report of a terminal without that form begins with; three bytes follow.
  static let begins: [UInt8] = Array("\u{1B}[M".utf8)

  /// The key for a whole sequence `ESC [ < button ; column ; row M`; `nil` if it is another one, or
  /// tells what nobody asked for, such as a button let go.
  static func key(for sequence: [UInt8]) -> Key? {
    guard sequence.starts(with: [0x1B, 0x5B, 0x3C]), sequence.last == 0x4D else { return nil }
    let numbers = sequence.dropFirst(3).dropLast().split(separator: 0x3B).map {
      Int(String(decoding: $0, as: UTF8.self))
    }
    guard numbers.count == 3, let button = numbers[0], let column = numbers[1],
      let row = numbers[2]
    else { return nil }
    return key(button: button, column: column, row: row)
  }

  /// The key for the three bytes after `ESC [ M`: button, column and row, each 32 more than it is.
  static func key(ofBytes bytes: [UInt8]) -> Key? {
    let numbers = bytes.map { Int($0) - 32 }
    guard numbers.count == 3, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    return key(button: numbers[0], column: numbers[1], row: numbers[2])
  }

  private static func key(button: Int, column: Int, row: Int) -> Key? {
    guard column > 0, row > 0 else { return nil }
    let action: MouseEvent.Action
    switch button & ~modifiers {
    case 0: action = .press
    case 64: action = .wheelUp
    case 65: action = .wheelDown
    default: return nil
    }
    return .mouse(MouseEvent(action, at: Point(column: column - 1, row: row - 1)))
  }

  /// The bits of Shift, Alt and Control.
  private static let modifiers = 4 | 8 | 16
}
