// Where a line names what is saved: `@name`.

extension SavedQueries {
  /// A line with what its names stand for.
  package struct Expansion: Hashable, Sendable {
    /// The line, with saved lines in the place of their names: in parentheses, unless one is all of
    /// it. Names that nothing is saved under are left out.
    package let line: String
    /// The names that nothing is saved under, by their places in the line as it was.
    package let hints: [Query.Hint]
  }

  /// A name with its `@`, and where it stands; UTF-8 offsets from 0.
  private struct Reference {
    let name: String
    let range: Range<Int>
    /// With the minus before it.
    let whole: Range<Int>
  }

  /// A line with saved lines in the place of their names. What is saved is not looked through for
  /// names in its turn.
  package func expanding(_ line: String) -> Expansion {
    let bytes = Array(line.utf8)
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    var (expanded, end) = ("", 0)
    var hints: [Query.Hint] = []
    let references = Self.references(in: line)
    for reference in references {
      guard let saved = self[reference.name] else {
        expanded += text(end..<reference.whole.lowerBound)
        end = reference.range.upperBound
        let kind = Query.Hint.Kind.unknownQuery(
          reference.name, nearest: nearestName(to: reference.name))
        hints.append(Query.Hint(kind: kind, range: reference.range))
        continue
      }
      let isAll = line.allSatisfy { !$0.isWhitespace } && reference.range == 0..<bytes.count
      expanded += text(end..<reference.range.lowerBound) + (isAll ? saved : Query(saved).grouped)
      end = reference.range.upperBound
    }
    return Expansion(line: expanded + text(end..<bytes.count), hints: hints)
  }

  /// What a name that is being typed could become; `nil` where no name is typed.
  package func completion(of line: String, at offset: Int) -> Completion? {
    let typed = Self.references(in: line).first {
      $0.range.lowerBound < offset && offset <= $0.range.upperBound
    }
    guard let typed else { return nil }
    let count = offset - typed.range.lowerBound - 1
    let beginning = String(decoding: typed.name.utf8.prefix(count), as: UTF8.self)
    let candidates = entries(beginningWith: beginning).map {
      Completion.Candidate(text: "@\($0.name)", label: $0.line)
    }
    return Completion(
      range: typed.range, candidates: candidates, omitted: 0,
      reason: isEmpty ? "No query is saved yet" : "No saved query begins so")
  }

  /// What is saved under names that begin so.
  package func entries(beginningWith text: String) -> [Entry] {
    entries.filter { $0.name.hasPrefix(text) }
  }

  /// Whether a line may name what is saved.
  package static func isNamed(in line: String) -> Bool { !references(in: line).isEmpty }

  private static func references(in line: String) -> [Reference] {
    var found: [Reference] = []
    var scanner = LineScanner(line)
    var minus: Int?
    while let next = scanner.next {
      let start = scanner.offset
      if LineScanner.isSpace(next) || ["(", ")", "-"].contains(next) {
        minus = next == "-" && minus == nil ? start : nil
        scanner.advance()
        continue
      }
      let piece = scanner.piece(stoppingAt: [])
      if next == "@" {
        let name = String(piece.text.unicodeScalars.dropFirst())
        let range = start..<scanner.offset
        if name.isEmpty || isName(name) {
          found.append(
            Reference(name: name, range: range, whole: (minus ?? start)..<range.upperBound))
        }
      }
      minus = nil
      if scanner.offset == start { scanner.advance() }
    }
    return found
  }
}
