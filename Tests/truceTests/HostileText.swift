import Foundation

/// A store whose every text tries to drive the terminal.
enum HostileText {
  /// Sequences that set titles, write to the clipboard, ask for answers, move the cursor, clear the
  /// screen, turn text round or hide it; with a word that can be searched for.
  static let text = """
    word \u{1B}]0;title\u{7} \u{1B}]52;c;AAAA\u{1B}\\ \u{1B}[6n\u{1B}c\u{1B}[2J \u{9B}31m\u{9D}0;x\u{9C} \
    \u{0} \r \t \n \u{8} \u{7F} \u{202E}right\u{202C} \u{2066}\u{2069} \u{200F}\u{200E} \u{200B} \
    \u{FEFF} \u{2028} \u{85} \u{FFFE} \u{E0041} \u{AD}
    """

  /// The store as JSON, everything hostile in it escaped.
  static var store: String {
    let texts = text.unicodeScalars.map { scalar -> String in
      scalar.value < 0x7F && scalar.value >= 0x20 && scalar != "\"" && scalar != "\\"
        ? String(scalar)
        : scalar.utf16.map { String(format: "\\u%04x", $0) }.joined()
    }
    let hostile = texts.joined()
    return """
      {"ceasefire": 1, "title": "\(hostile)", "lang": "en", "note": "\(hostile)",
      "sources": [{"id": "s-1", "kind": "article", "title": "\(hostile)", "publisher": "a-1",
        "author": "\(hostile)", "published": "2025-03-12", "note": "\(hostile)",
        "url": "https://example.org/\(hostile)"}],
      "places": [{"id": "p-1", "name": "\(hostile)", "aka": ["\(hostile)"]}],
      "actors": [{"id": "a-1", "name": "\(hostile)", "kind": "outlet", "aka": ["\(hostile)"],
        "summary": "\(hostile)", "note": "\(hostile)", "positions": [{"title": "\(hostile)",
        "of": "a-1", "asOf": "2025-03-12"}]}],
      "agreements": [{"id": "g-1", "name": "\(hostile)", "summary": "\(hostile)",
        "stages": [{"id": "g-1-s", "n": 1, "name": "\(hostile)"}],
        "terms": [{"id": "g-1-t", "text": "\(hostile)", "source": "s-1", "stage": "g-1-s",
        "condition": "\(hostile)"}]}],
      "events": [{"id": "e-1", "title": "\(hostile)", "kind": "talks", "date": "2025-03-12",
        "status": "conditional", "condition": "\(hostile)", "likelihood": "\(hostile)",
        "place": "p-1", "summary": "\(hostile)", "note": "\(hostile)", "about": ["g-1"],
        "participants": [{"actor": "a-1", "as": "\(hostile)"}],
        "reports": [{"source": "s-1", "text": "\(hostile)", "note": "\(hostile)"}]}],
      "quotes": [{"id": "q-1", "speaker": "a-1", "text": "\(hostile)", "mode": "direct",
        "source": "s-1", "verb": "\(hostile)", "about": ["e-1"], "note": "\(hostile)",
        "also": [{"source": "s-1", "text": "\(hostile)"}]}]}
      """
  }

  /// The scalars of a program's output that could drive a terminal; line ends are the program's.
  static func findings(in bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F...0x9F: true
      case 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFFE, 0xFFFF: true
      case 0x061C, 0xE0000...0xE007F: true
      default: false
      }
    }.map { "U+" + String($0.value, radix: 16, uppercase: true) }
  }
}
