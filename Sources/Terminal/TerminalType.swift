import CTerminal
import Screen

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the terminal's description (terminfo) says.
enum TerminalType {
  /// Opens ncurses on a terminal of the type TERM names.
  ///
  /// Current terminals often come to machines that have no description of them yet. All of those
  /// understand what their older relative does, so that description is tried next.
  static func open(
    output: UnsafeMutablePointer<FILE>, input: UnsafeMutablePointer<FILE>
  ) throws(TerminalError) {
    guard let name = environment("TERM") else { throw .noType }
    guard let screen = ([name] + relatives(of: name)).firstNonNil({ newterm($0, output, input) })
    else { throw .unknownType(name) }
    guard string("cup") != nil, string("clear") != nil else {
      endwin()
      delscreen(screen)
      throw .cannotAddressCursor(name)
    }
  }

  /// Types that a terminal of that name understands as well, the nearest first.
  static func relatives(of name: String) -> [String] {
    let family = name.prefix { $0 != "-" }
    switch family {
    case "tmux", "screen": return ["screen-256color", "screen"]
    case "xterm", "kitty", "foot", "alacritty", "wezterm", "ghostty", "contour", "rio", "konsole",
      "gnome", "vte", "iterm", "iterm2", "mintty", "st", "putty", "ms":
      return ["xterm-256color", "xterm"]
    default: return []
    }
  }

  /// Whether it takes control sequences of ECMA-48, so that a request it does not know is ignored
  /// and not shown.
  static var takesControlSequences: Bool { string("cup")?.starts(with: [0x1B, 0x5B]) ?? false }

  /// The bytes of a capability, without the marks for delays that only `tputs` understands.
  static func string(_ capability: String) -> [UInt8]? {
    terminal_string(capability).map { withoutDelays(UnsafeRawPointer($0)) }
  }

  /// What gives the screen back: the screen as it was before, or else a new line under ours.
  static var normalScreen: [UInt8] {
    if let normal = string("rmcup") { return normal + [0x0D] }
    let bottom = terminal_bottom().map { withoutDelays(UnsafeRawPointer($0)) } ?? []
    return bottom + [0x0D, 0x0A]
  }

  private static func withoutDelays(_ capability: UnsafeRawPointer) -> [UInt8] {
    let count = strlen(capability.assumingMemoryBound(to: CChar.self))
    var rest = UnsafeRawBufferPointer(start: capability, count: count)[...]
    var bytes: [UInt8] = []
    while let byte = rest.first {
      if rest.starts(with: [0x24, 0x3C]), let end = rest.firstIndex(of: 0x3E) {  // $<5/>
        rest = rest[(end + 1)...]
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    return bytes
  }

  /// The sequences its keys send.
  static var keySequences: KeySequences {
    var keys: [[UInt8]: Key] = [:]
    for (name, key) in KeySequences.capabilities {
      if let bytes = string(name) { keys[bytes] = key }
    }
    return KeySequences(own: keys)
  }
}

/// The value of an environment variable; nil when it is not set or empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}

extension Sequence {
  /// What the closure makes of the first element it makes anything of.
  fileprivate func firstNonNil<Result>(_ transform: (Element) -> Result?) -> Result? {
    for element in self {
      if let result = transform(element) { return result }
    }
    return nil
  }
}
