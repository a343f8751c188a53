/// Goes through a query line scalar by scalar; offsets are in UTF-8, from 0.
struct LineScanner {
  private let scalars: String.UnicodeScalarView
  private var index: String.UnicodeScalarIndex
  /// Where it is in the line.
  private(set) var offset = 0

  init(_ line: String) {
    scalars = line.unicodeScalars
    index = scalars.startIndex
  }

  /// What stands between two borders.
  struct Piece {
    var text = ""
    var isQuoted = false
    /// Whether the quotation mark at its end is there.
    var isClosed = true
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  var isAtEnd: Bool { index == scalars.endIndex }
  var offsetIfMore: Int? { isAtEnd ? nil : offset }
  var next: Unicode.Scalar? { isAtEnd ? nil : scalars[index] }

  /// The scalar after the next.
  var second: Unicode.Scalar? {
    guard !isAtEnd else { return nil }
    let after = scalars.index(after: index)
    return after == scalars.endIndex ? nil : scalars[after]
  }

  mutating func advance() {
    guard let next else { return }
    offset += UTF8.width(next)
    scalars.formIndex(after: &index)
  }

  /// Passes so many scalars.
  mutating func pass(_ count: Int) {
    for _ in 0..<count { advance() }
  }

  mutating func skipSpace() {
    while let next, Self.isSpace(next) { advance() }
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    advance()
    return true
  }

  /// Whether a word of signs stands here by itself.
  func isAt(word: String) -> Bool {
    var ahead = self
    return ahead.take(word: word)
  }

  mutating func take(word: String) -> Bool {
    var ahead = self
    for scalar in word.unicodeScalars where !ahead.take(scalar) { return false }
    guard ahead.next.map({ Self.isSpace($0) || $0 == "(" || $0 == ")" }) ?? true else {
      return false
    }
    self = ahead
    return true
  }

  /// The letters before a colon that stand here, and where; nothing is passed.
  func fieldName() -> (text: String, range: Range<Int>)? {
    var ahead = self
    var text = ""
    while let next = ahead.next, next.isASCII, next.properties.isAlphabetic {
      text.unicodeScalars.append(next)
      ahead.advance()
    }
    return ahead.next == ":" && !text.isEmpty ? (text, offset..<ahead.offset) : nil
  }

  /// A phrase in quotation marks, or what stands up to a space, a parenthesis, a quotation mark or
  /// one of the given scalars.
  mutating func piece(stoppingAt stops: Set<Unicode.Scalar>) -> Piece {
    var piece = Piece()
    if let mark = next, Self.quotationMarks.contains(mark) {
      piece.isQuoted = true
      advance()
      while let next, !Self.quotationMarks.contains(next) {
        piece.text.unicodeScalars.append(next)
        advance()
      }
      piece.isClosed = !isAtEnd
      advance()
      return piece
    }
    while let next, !Self.isSpace(next), !Self.borders.contains(next), !stops.contains(next) {
      piece.text.unicodeScalars.append(next)
      advance()
    }
    return piece
  }

  /// A pasted phrase comes with the marks of its page.
  private static let quotationMarks: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "«", "»"]
  private static let borders: Set<Unicode.Scalar> = quotationMarks.union(["(", ")"])
}
