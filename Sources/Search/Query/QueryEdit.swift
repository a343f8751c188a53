// Changes to a query line as a person could have typed them.

extension Query {
  /// The conditions of the line that all have to hold, as they stand in it: words, phrases, fields
  /// and groups, minus signs included. UTF-8 offsets from 0, in order.
  ///
  /// A line with OR outside of parentheses is a single condition.
  package var conditions: [Range<Int>] {
    let (found, isChoice) = topLevel
    guard isChoice, let first = found.first, let last = found.last else { return found }
    return [first.lowerBound..<last.upperBound]
  }

  /// The line as written within a range of UTF-8 offsets.
  package func text(in range: Range<Int>) -> String {
    String(decoding: Array(line.utf8)[range], as: UTF8.self)
  }

  /// The line without one of its `conditions`, by its place from 0; the whole line when there is no
  /// such condition.
  package func without(_ place: Int) -> String {
    let conditions = conditions
    guard conditions.indices.contains(place) else { return line }
    return without(conditions[place])
  }

  /// Whether the line asks for a value of a field by itself, so that toggling it takes it away.
  package func asks(for field: Field, _ value: String) -> Bool {
    required(field).contains { $0.asks(for: value) }
  }

  /// The line with a value of a field added to what it asks for, or taken away where it does.
  ///
  /// Values of one field are joined by commas, one of which has to hold.
  package func toggling(_ field: Field, _ value: String) -> String {
    let own = required(field)
    for term in own {
      guard let place = term.values.firstIndex(where: { $0.means(value) }) else { continue }
      guard term.values.count > 1 else { return without(term.range) }
      let kept = term.values.enumerated().filter { $0.offset != place }.map {
        text(in: $0.element.range)
      }
      return replacing(term.range, by: "\(field.rawValue):\(kept.joined(separator: ","))")
    }
    let written = Query.written(value)
    if let term = own.first, let last = term.values.last {
      return replacing(last.range.upperBound..<last.range.upperBound, by: "," + written)
    }
    let rest = closed
    return rest.isEmpty ? "\(field.rawValue):\(written)" : "\(rest) \(field.rawValue):\(written)"
  }

  /// The line without what it asks for of a field.
  package func lifting(_ field: Field) -> String {
    required(field).reversed().reduce(line) { Query.cut($1.range, from: $0) }
  }

  // MARK: What stands at the top

  /// Conditions outside of parentheses, and whether an OR stands between them.
  private var topLevel: (found: [Range<Int>], isChoice: Bool) {
    let signs = parts.filter { $0.kind == .sign }.map(\.range)
    let leaves = terms.map(\.range) + fields.map(\.range)
    var found: [Range<Int>] = []
    var (depth, start, isChoice, hasLeaf) = (0, 0, false, false)
    for range in (signs + leaves).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      switch signs.contains(range) ? text(in: range) : "" {
      case "-": if depth == 0 { start = range.lowerBound }
      case "(":
        if depth == 0 {
          hasLeaf = false
          start = isMinus(before: range) ? range.lowerBound - 1 : range.lowerBound
        }
        depth += 1
      case ")":
        depth -= 1
        if depth == 0, hasLeaf { found.append(start..<range.upperBound) }
      case "": if depth == 0 { found.append(range) } else { hasLeaf = true }
      default: isChoice = isChoice || (depth == 0 && text(in: range) != "AND")
      }
    }
    if depth > 0, hasLeaf { found.append(start..<line.utf8.count) }
    return (found, isChoice)
  }

  private func isMinus(before range: Range<Int>) -> Bool {
    range.lowerBound > 0
      && parts.contains { $0.kind == .sign && $0.range == range.lowerBound - 1..<range.lowerBound }
      && text(in: range.lowerBound - 1..<range.lowerBound) == "-"
  }

  /// What must hold of a field, outside of parentheses.
  func required(_ field: Field) -> [FieldTerm] {
    let top = conditions
    return fields.filter { $0.field == field && !$0.isExcluded && top.contains($0.range) }
  }

  // MARK: Writing

  /// The line in parentheses, as one condition of another line.
  package var grouped: String { "(\(balanced))" }

  /// A line that asks for what both of two lines do; one of them where the other asks for nothing.
  package static func joining(_ first: String, _ second: String) -> String {
    let (one, other) = (Query(first), Query(second))
    guard !one.isEmpty else { return other.isEmpty ? "" : second.trimmedSpaces }
    guard !other.isEmpty else { return first.trimmedSpaces }
    let plain = "\(one.closed) \(other.closed)"
    // A date may go on in what stands behind it.
    let isApart = Query(plain).conditions.count == one.conditions.count + other.conditions.count
    return isApart ? plain : "\(one.grouped) \(other.closed)"
  }

  /// The line in a form that a condition can be written behind.
  private var closed: String { topLevel.isChoice ? grouped : balanced }

  /// The line with the halves of phrases and parentheses that are missing, without those that are
  /// too many.
  private var balanced: String {
    let halves = hints.filter { $0.kind == .unbalanced }.map(\.range)
    let opened = halves.count { text(in: $0) == "(" }
    let bytes = Array(line.utf8).enumerated().filter { place, _ in
      !halves.contains { $0.contains(place) && text(in: $0) == ")" }
    }
    var rest = String(decoding: bytes.map(\.element), as: UTF8.self).trimmedSpaces
    if hints.contains(where: { $0.kind == .unclosedPhrase }) { rest += "\"" }
    return rest + String(repeating: ")", count: opened)
  }

  private func without(_ range: Range<Int>) -> String { Query.cut(range, from: line) }

  /// The line without a part of it, and without the spaces and the AND that stood beside that.
  private static func cut(_ range: Range<Int>, from line: String) -> String {
    let bytes = Array(line.utf8)
    let lead = String(decoding: bytes[..<range.lowerBound], as: UTF8.self)
    var before = lead.trimmedSpaces
    var after = String(decoding: bytes[range.upperBound...], as: UTF8.self).trimmedSpaces
    if before.isEmpty, after.hasPrefix("AND ") {
      after = String(after.dropFirst(4)).trimmedSpaces
    }
    if after.isEmpty, before.hasSuffix(" AND") {
      before = String(before.dropLast(4)).trimmedSpaces
    }
    guard !before.isEmpty else { return after }
    // What stands before keeps its place, for ranges that are still to be cut.
    before = lead.prefix { $0.isWhitespace } + before
    return after.isEmpty ? before : "\(before) \(after)"
  }

  private func replacing(_ range: Range<Int>, by text: String) -> String {
    self.text(in: 0..<range.lowerBound) + text
      + self.text(in: range.upperBound..<line.utf8.count)
  }

  /// A value as the line has to have it, so that it is read as one.
  static func written(_ value: String) -> String {
    let isPlain = value.unicodeScalars.allSatisfy {
      !$0.properties.isWhitespace && !"\"“”„«»(),".unicodeScalars.contains($0)
    }
    guard !isPlain else { return value }
    let inner = String(value.map { "\"“”„«»".contains($0) ? " " : $0 })
    return "\"\(inner)\""
  }
}

extension Query.FieldTerm {
  /// Whether one of its values stands for just that one.
  func asks(for value: String) -> Bool { values.contains { $0.means(value) } }
}

extension Query.Value {
  /// Whether it stands for just that value.
  fileprivate func means(_ value: String) -> Bool {
    if case .words(let words) = meaning { return words == [value] }
    return text.lowercased() == value.lowercased()
  }
}

extension String {
  fileprivate var trimmedSpaces: String {
    var text = self[...]
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
