package import Screen

/// Which key a sequence of bytes stands for.
///
/// The common sequences are those of xterm, of the VT220 and of the Linux console; what a terminal's
/// own type (terminfo) says goes before them.
package struct KeySequences: Sendable {
  /// No known sequence is longer, in bytes.
  static let maximumLength = 16

  private let own: [[UInt8]: Key]

  /// - Parameter own: the sequences of the terminal's type; those that do not begin with an escape
  ///   are left out, for they are keys of their own everywhere.
  package init(own: [[UInt8]: Key] = [:]) {
    self.own = own.filter { $0.key.count > 1 && $0.key.first == 0x1B }
  }

  /// The key for a whole sequence, escape included; nil when it stands for none.
  ///
  /// Sequences with a modifier (Ctrl-Right and the like) stand for none: the keys of the program
  /// have none there, and a plain arrow would not be what was pressed.
  func key(for sequence: [UInt8]) -> Key? {
    own[sequence] ?? Self.common[sequence]
  }

  private static let common: [[UInt8]: Key] = {
    var keys: [[UInt8]: Key] = [:]
    for (text, key) in controlSequences { keys[Array("\u{1B}[\(text)".utf8)] = key }
    for (text, key) in shiftSequences { keys[Array("\u{1B}O\(text)".utf8)] = key }
    return keys
  }()

  private static let controlSequences: [(String, Key)] = [
    ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
    ("1;1A", .up), ("1;1B", .down), ("1;1C", .right), ("1;1D", .left), ("1;1H", .home),
    ("1;1F", .end), ("Z", .backtab),
    ("1~", .home), ("2~", .insert), ("3~", .delete), ("4~", .end), ("5~", .pageUp),
    ("6~", .pageDown), ("7~", .home), ("8~", .end),
    ("11~", .function(1)), ("12~", .function(2)), ("13~", .function(3)), ("14~", .function(4)),
    ("15~", .function(5)), ("17~", .function(6)), ("18~", .function(7)), ("19~", .function(8)),
    ("20~", .function(9)), ("21~", .function(10)), ("23~", .function(11)), ("24~", .function(12)),
    ("P", .function(1)), ("Q", .function(2)), ("R", .function(3)), ("S", .function(4)),
    ("[A", .function(1)), ("[B", .function(2)), ("[C", .function(3)), ("[D", .function(4)),
    ("[E", .function(5)),
  ]

  /// Arrows and function keys in application mode, and the keypad.
  private static let shiftSequences: [(String, Key)] = [
    ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
    ("P", .function(1)), ("Q", .function(2)), ("R", .function(3)), ("S", .function(4)),
    ("M", .enter), ("X", .character("=")), ("j", .character("*")), ("k", .character("+")),
    ("l", .character(",")), ("m", .character("-")), ("n", .character(".")), ("o", .character("/")),
    ("p", .character("0")), ("q", .character("1")), ("r", .character("2")), ("s", .character("3")),
    ("t", .character("4")), ("u", .character("5")), ("v", .character("6")), ("w", .character("7")),
    ("x", .character("8")), ("y", .character("9")),
  ]

  /// The names terminfo gives the keys (terminfo(5)).
  static let capabilities: [(name: String, key: Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcuf1", .right), ("kcub1", .left), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert),
      ("kdch1", .delete), ("kcbt", .backtab), ("kent", .enter), ("kbs", .backspace),
    ] + (1...12).map { ("kf\($0)", .function($0)) }
}
