import Records

/// Reads a query line into a tree, and remembers where each part of it stands.
///
/// The grammar, where a space binds tighter than OR:
///
///     any    = all { ("OR" | "|") all }
///     all    = item { item }
///     item   = "-" item | "(" any ")" | phrase | field | word
///     field  = name ":" value { "," value }
///     value  = phrase | word          (dates may go on over spaces: from:19 dec 2025)
struct QueryParser {
  private(set) var terms: [Query.Term] = []
  private(set) var fields: [Query.FieldTerm] = []
  private(set) var hints: [Query.Hint] = []
  private(set) var parts: [Query.Part] = []

  private var scanner: LineScanner
  private let calendar: QueryCalendar
  private var depth = 0
  /// Whether what is being read must not be found.
  private var isExcluding = false

  /// How deep parentheses are read.
  static let deepest = 50

  init(_ line: String, calendar: QueryCalendar) {
    scanner = LineScanner(line)
    self.calendar = calendar
  }

  /// The whole line; `nil` when it asks for nothing.
  mutating func parse() -> QueryNode? {
    var nodes: [QueryNode] = []
    while true {
      if let node = any() { nodes.append(node) }
      scanner.skipSpace()
      guard let start = scanner.offsetIfMore else { break }
      // Only a parenthesis that closes nothing ends what is read before the line ends.
      scanner.advance()
      mistake(.unbalanced, start..<scanner.offset)
    }
    return nodes.count > 1 ? .all(nodes) : nodes.first
  }

  // MARK: Trees

  private mutating func any() -> QueryNode? {
    var choices: [QueryNode] = []
    var dangling: Range<Int>?
    while true {
      if let choice = all() {
        choices.append(choice)
        dangling = nil
      }
      scanner.skipSpace()
      let start = scanner.offset
      guard scanner.take(word: "OR") || scanner.take(word: "|") else { break }
      let range = start..<scanner.offset
      parts.append(.init(kind: .sign, range: range))
      if choices.isEmpty { hints.append(.init(kind: .nothingBeside("OR"), range: range)) }
      dangling = choices.isEmpty ? nil : range
    }
    // While a line is typed, an OR at its end is on its way to something.
    if let dangling, !scanner.isAtEnd {
      hints.append(.init(kind: .nothingBeside("OR"), range: dangling))
    }
    return choices.count > 1 ? .any(choices) : choices.first
  }

  private mutating func all() -> QueryNode? {
    var items: [QueryNode] = []
    scanner.skipSpace()
    while !scanner.isAtEnd, scanner.next != ")" || depth == 0, !scanner.isAt(word: "OR"),
      !scanner.isAt(word: "|")
    {
      if scanner.next == ")" { break }
      let start = scanner.offset
      if scanner.take(word: "AND") {
        parts.append(.init(kind: .sign, range: start..<scanner.offset))
      } else if let item = item() {
        items.append(item)
      }
      scanner.skipSpace()
    }
    return items.count > 1 ? .all(items) : items.first
  }

  private mutating func item() -> QueryNode? {
    let start = scanner.offset
    if scanner.next == "(" { return group() }
    guard scanner.next == "-", let second = scanner.second, !LineScanner.isSpace(second) else {
      return leaf(from: start, isExcluded: false)
    }
    scanner.advance()
    guard second == "(" else { return leaf(from: start, isExcluded: true) }
    parts.append(.init(kind: .sign, range: start..<scanner.offset))
    isExcluding.toggle()
    defer { isExcluding.toggle() }
    return group().map { .not($0) }
  }

  private mutating func group() -> QueryNode? {
    let start = scanner.offset
    scanner.advance()
    guard depth < Self.deepest else {
      mistake(.tooDeep, start..<scanner.offset)
      return nil
    }
    parts.append(.init(kind: .sign, range: start..<scanner.offset))
    depth += 1
    let inner = any()
    depth -= 1
    let end = scanner.offset
    if scanner.next == ")" {
      scanner.advance()
      parts.append(.init(kind: .sign, range: end..<scanner.offset))
    } else {
      hints.append(.init(kind: .unbalanced, range: start..<start + 1))
    }
    return inner
  }

  // MARK: Leaves

  private mutating func leaf(from start: Int, isExcluded: Bool) -> QueryNode? {
    if let name = scanner.fieldName() {
      if let field = Field(rawValue: name.text.lowercased()) {
        return self.field(field, from: start, name: name.range, isExcluded: isExcluded)
      }
      let nearest = nearest(to: name.text.lowercased(), among: Field.allCases.map(\.rawValue))
      hints.append(.init(kind: .unknownField(name.text, nearest: nearest), range: name.range))
    }
    return term(from: start, isExcluded: isExcluded)
  }

  private mutating func term(from start: Int, isExcluded: Bool) -> QueryNode? {
    let piece = scanner.piece(stoppingAt: [])
    let range = start..<scanner.offset
    let kind: Query.Term.Kind =
      piece.isQuoted ? .phrase(isClosed: piece.isClosed) : .word
    if piece.isQuoted, !piece.isClosed {
      hints.append(.init(kind: .unclosedPhrase, range: range))
    }
    guard !Fold.fold(piece.text).isEmpty else {
      if piece.isQuoted, !piece.isClosed { return nil }
      mistake(.nothingToFind, range)
      return nil
    }
    parts.append(.init(kind: piece.isQuoted ? .phrase : .word, range: range))
    let term = Query.Term(
      kind: kind, isExcluded: isExcluded, text: piece.text, range: range)
    terms.append(
      isExcluding
        ? Query.Term(kind: kind, isExcluded: !isExcluded, text: piece.text, range: range) : term)
    return .term(term)
  }

  // MARK: Fields

  private mutating func field(
    _ field: Field, from start: Int, name: Range<Int>, isExcluded: Bool
  ) -> QueryNode? {
    scanner.pass(name.count + 1)
    parts.append(.init(kind: .fieldName, range: start..<scanner.offset))
    var values: [Query.Value] = []
    repeat {
      if let value = value(of: field) { values.append(value) }
    } while scanner.take(",")
    guard !values.isEmpty else { return nil }
    let term = Query.FieldTerm(
      field: field, values: values, isExcluded: isExcluded != isExcluding,
      range: start..<scanner.offset)
    fields.append(term)
    return isExcluded ? .not(.field(term)) : .field(term)
  }

  private mutating func value(of field: Field) -> Query.Value? {
    let start = scanner.offset
    let isDate = if case .date = field.value { true } else { false }
    let piece = isDate ? datePiece() : scanner.piece(stoppingAt: [","])
    let range = start..<scanner.offset
    if piece.isQuoted, !piece.isClosed {
      hints.append(.init(kind: .unclosedPhrase, range: range))
    }
    guard piece.text.contains(where: { !$0.isWhitespace }) else {
      let place = range.isEmpty ? max(0, start - field.rawValue.utf8.count - 1)..<start : range
      hints.append(.init(kind: .valueMissing(field), range: place))
      return nil
    }
    switch meaning(of: piece.text, as: field) {
    case .success(let meaning):
      parts.append(.init(kind: .value, range: range))
      return Query.Value(text: piece.text, meaning: meaning, range: range)
    case .failure(let fault):
      mistake(fault.kind, range)
      return nil
    }
  }

  /// A date may be of several words: as many as make one.
  private mutating func datePiece() -> LineScanner.Piece {
    var longest = scanner.piece(stoppingAt: [","])
    guard !longest.isQuoted else { return longest }
    var ahead = scanner
    var text = longest.text
    for _ in 0..<2 {
      ahead.skipSpace()
      let more = ahead.piece(stoppingAt: [","])
      guard !more.isQuoted, !more.text.isEmpty else { break }
      text += " " + more.text
      if days(text) != nil {
        longest = LineScanner.Piece(text: text, isQuoted: false, isClosed: true)
        scanner = ahead
      }
    }
    return longest
  }

  private func days(_ text: String) -> ClosedRange<Day>? {
    try? calendar.days(of: text)
  }

  private struct Fault: Error {
    let kind: Query.Hint.Kind
  }

  private func meaning(
    of text: String, as field: Field
  ) -> Result<Query.Value.Meaning, Fault> {
    switch field.value {
    case .name:
      return Fold.fold(text).isEmpty
        ? .failure(Fault(kind: .nothingToFind)) : .success(.name)
    case .tag, .identifier: return .success(.text)
    case .word(let words):
      let typed = text.lowercased()
      let exact = words.filter { $0 == typed }
      let found = exact.isEmpty ? words.filter { $0.hasPrefix(typed) } : exact
      guard found.isEmpty else { return .success(.words(found)) }
      return .failure(
        Fault(kind: .unknownValue(field, text, nearest: nearest(to: typed, among: words))))
    case .date, .span, .dayNumber:
      do {
        return .success(.days(try calendar.days(of: text, as: field)))
      } catch {
        return .failure(Fault(kind: .notADate(error.reason)))
      }
    }
  }

  private mutating func mistake(_ kind: Query.Hint.Kind, _ range: Range<Int>) {
    hints.append(.init(kind: kind, range: range))
    parts.append(.init(kind: .mistake, range: range))
  }
}
