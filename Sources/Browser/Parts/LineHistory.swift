import Screen

/// The query lines that were used before, each of them once.
///
/// As text it is a line each, the latest last; what others wrote into such a text can neither drive
/// a terminal nor make the history large.
package struct LineHistory: Hashable, Sendable {
  /// The lines, the latest last.
  package private(set) var lines: [String] = []

  /// How many lines are kept at most.
  package static let mostLines = 500
  /// How long a line may be, in UTF-8; longer ones are not kept.
  package static let longestLine = 2000
  /// How much of a text can matter, from its end, in UTF-8: all lines there may be with their ends.
  package static let mostBytes = mostLines * (longestLine + 1)

  /// A history without a line.
  package init() {}

  /// The lines of a text in UTF-8. Bytes that are none, and controls, are left out of it.
  package init(text: some Sequence<UInt8>) {
    for line in Array(text).split(separator: 0x0A).suffix(Self.mostLines * 2) {
      add(String(decoding: line, as: UTF8.self))
    }
  }

  /// The history as a text: a line each, with its end.
  package var text: String { lines.map { $0 + "\n" }.joined() }

  /// Adds a line as the latest, or moves it there. Says whether it is kept: neither an empty line is,
  /// nor one that begins with a space, as in shells.
  @discardableResult
  package mutating func add(_ line: String) -> Bool {
    let line = Self.cleaned(line)
    guard let first = line.first, !first.isWhitespace, line.utf8.count <= Self.longestLine else {
      return false
    }
    lines.removeAll { $0 == line }
    lines = lines.suffix(Self.mostLines - 1) + [line]
    return true
  }

  /// The lines that go on from what is typed, the latest first.
  func lines(beginningWith typed: String) -> [String] {
    lines.reversed().filter { $0.hasPrefix(typed) && $0 != typed }
  }

  /// The lines that have every word of what is typed, the latest first, with their numbers: the
  /// latest of all is 1.
  func lines(holding typed: String) -> [(number: Int, line: String)] {
    lines.reversed().enumerated().compactMap { place, line in
      line.holds(wordsOf: typed) ? (place + 1, line) : nil
    }
  }

  /// The line of a number, from 1 for the latest.
  func line(numbered number: Int) -> String? {
    (1...max(1, lines.count)).contains(number) && !lines.isEmpty
      ? lines[lines.count - number] : nil
  }

  private static func cleaned(_ line: String) -> String {
    let kept = line.unicodeScalars.filter { $0.properties.generalCategory != .control }
    let shown = visibleText(String(String.UnicodeScalarView(kept)))
    return String(String.UnicodeScalarView(shown.unicodeScalars.filter { $0 != "\u{FFFD}" }))
  }
}

extension String {
  /// Whether it has every word of what is typed, or the beginning of a longer one, anywhere and in
  /// letters of either case.
  func holds(wordsOf typed: String) -> Bool {
    let text = lowercased()
    return typed.lowercased().split(whereSeparator: \.isWhitespace).allSatisfy { text.contains($0) }
  }
}
