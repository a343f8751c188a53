/// What asks a terminal to put a text on its clipboard (xterm's control sequences, OSC 52).
struct ClipboardSequence {
  let bytes: [UInt8]

  /// The most that every terminal takes, in bytes of base64 (as in vim-oscyank and others).
  static let maximum = 74_994

  /// The request for a text; `nil` for a terminal without a clipboard, and for a text that is too
  /// long.
  ///
  /// - Parameters:
  ///   - text: what is to be on the clipboard.
  ///   - type: the name of the terminal's type, $TERM.
  ///   - isInTmux: whether tmux stands between ($TMUX).
  ///   - isInScreen: whether GNU screen stands between ($STY).
  init?(_ text: String, type: String, isInTmux: Bool, isInScreen: Bool) {
    let family = type.prefix { $0 != "-" }
    let isHardware = ["linux", "ansi", "cons25", "sun"].contains(family) || family.hasPrefix("vt")
    guard !isHardware || family == "vte" else { return nil }
    let data = Self.base64(Array(text.utf8))
    guard data.count <= Self.maximum else { return nil }
    let plain = Array("\u{1B}]52;c;".utf8) + data + [0x07]
    if isInTmux {
      // For a tmux that takes the request itself, and for one that only passes it on.
      bytes = plain + Self.forTmux(plain)
    } else if isInScreen {
      bytes = Self.forScreen(plain)
    } else {
      bytes = plain
    }
  }

  /// Passed on by tmux to the terminal outside: in a device control string, escapes doubled.
  private static func forTmux(_ sequence: [UInt8]) -> [UInt8] {
    Array("\u{1B}Ptmux;".utf8) + sequence.flatMap { $0 == 0x1B ? [0x1B, $0] : [$0] }
      + Array("\u{1B}\\".utf8)
  }

  /// Passed on by screen: in device control strings, none longer than it has room for.
  private static func forScreen(_ sequence: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = sequence[...]
    while !rest.isEmpty {
      bytes += Array("\u{1B}P".utf8) + rest.prefix(240) + Array("\u{1B}\\".utf8)
      rest = rest.dropFirst(240)
    }
    return bytes
  }

  /// Bytes in base64 (RFC 4648, §4).
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let letters = Array(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        let letter = letters[bits >> (18 - 6 * place) & 63]
        result.append(place <= group.count ? letter : UInt8(ascii: "="))
      }
    }
    return result
  }
}
