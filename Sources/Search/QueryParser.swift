/// Reads the terms of a query line and remembers where each stands.
struct QueryParser {
  private(set) var terms: [Query.Term] = []
  private(set) var hints: [Query.Hint] = []

  private let line: String
  private var index: String.UnicodeScalarIndex

  init(_ line: String) {
    self.line = line
    index = line.unicodeScalars.startIndex
  }

  mutating func parse() {
    skip { $0.properties.isWhitespace }
    while next != nil {
      parseTerm()
      skip { $0.properties.isWhitespace }
    }
  }

  private mutating func parseTerm() {
    let start = index
    let isExcluded = next == "-"
    if isExcluded { advance() }
    let content: Range<String.Index>
    let kind: Query.Term.Kind
    if let mark = next, Self.quotationMarks.contains(mark) {
      advance()
      content = skip { !Self.quotationMarks.contains($0) }
      kind = .phrase(isClosed: next != nil)
      if next != nil { advance() }
    } else {
      content = skip { !$0.properties.isWhitespace && !Self.quotationMarks.contains($0) }
      kind = .word
    }
    let range = offset(start)..<offset(index)
    let text = String(line[content])
    if kind == .phrase(isClosed: false) { hints.append(.init(kind: .unclosedPhrase, range: range)) }
    if Fold.fold(text).isEmpty {
      if kind != .phrase(isClosed: false) {
        hints.append(.init(kind: .nothingToFind, range: range))
      }
    } else {
      terms.append(.init(kind: kind, isExcluded: isExcluded, text: text, range: range))
    }
  }

  /// A pasted phrase comes with the marks of its page.
  private static let quotationMarks: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "«", "»"]

  // MARK: The place in the line

  private var next: Unicode.Scalar? {
    index < line.unicodeScalars.endIndex ? line.unicodeScalars[index] : nil
  }

  private mutating func advance() { line.unicodeScalars.formIndex(after: &index) }

  @discardableResult
  private mutating func skip(while holds: (Unicode.Scalar) -> Bool) -> Range<String.Index> {
    let start = index
    while let scalar = next, holds(scalar) { advance() }
    return start..<index
  }

  private func offset(_ index: String.Index) -> Int {
    line.utf8.distance(from: line.startIndex, to: index)
  }
}
