package import Records

/// What could stand in a query line at the place where one types.
package struct Completion: Hashable, Sendable {
  package struct Candidate: Hashable, Sendable {
    /// As the line has to have it.
    package let text: String
    /// What a person calls it, or what it is for.
    package let label: String
    /// How many records of the list have a word; `nil` where counting takes long, and for names.
    package var count: Int?
    /// How often a name's record is named, in any field of any record; `nil` for words.
    package var mentions: Int?
  }

  /// What of the line one of them replaces; UTF-8 offsets from 0.
  package let range: Range<Int>
  /// The most frequent first; fields in the order of the help, before any name.
  package let candidates: [Candidate]
  /// How many rarer ones are left out.
  package let omitted: Int
  /// Why there is none, for the reader.
  package let reason: String

  /// The line with a candidate in its place, and the UTF-8 offset behind it.
  package func applying(_ candidate: Candidate, to line: String) -> (line: String, end: Int) {
    let bytes = Array(line.utf8)
    let start = min(range.lowerBound, bytes.count)
    let stop = max(start, min(range.upperBound, bytes.count))
    let lead = String(decoding: bytes[..<start], as: UTF8.self) + candidate.text
    return (lead + String(decoding: bytes[stop...], as: UTF8.self), lead.utf8.count)
  }
}

extension RecordFinder {
  /// How many candidates are given at most.
  static let mostCandidates = 50
  /// How many records are looked through for the beginning of an id at most.
  private static let mostIDs = 20_000

  /// What a line could go on with at a UTF-8 offset, for a list of one kind of records or several.
  ///
  /// Names are looked up in the index of names, words counted in columns; no record is decoded but
  /// for the spellings of those shown.
  package mutating func completion(of line: String, at offset: Int, among kinds: [RecordKind])
    -> Completion
  {
    var point = CompletionPoint(line, at: offset)
    if point.field == nil, let date = Self.date(in: line, around: point.range) {
      point.field = date
    }
    var found: (shown: [Completion.Candidate], omitted: Int)
    switch point.field?.value {
    case nil:
      found = (Self.fields(beginningWith: point.typed), 0)
      if !point.typed.isEmpty {
        let names = candidates(point.typed, Set(NameIndex.kinds), asValue: false)
        found = (found.shown + names.shown, names.omitted)
      }
    case .word(let words): found = (wordCandidates(words, point, kinds), 0)
    case .name: found = nameCandidates(point)
    case .date, .span, .dayNumber, .tag, .identifier: found = ([], 0)
    }
    return Completion(
      range: point.range, candidates: found.shown, omitted: found.omitted,
      reason: Self.reason(point))
  }

  /// The field of a date of several words, if a part of the line is one of those.
  private static func date(in line: String, around part: Range<Int>) -> Field? {
    Query(line).fields.first { field in
      guard case .date = field.field.value else { return false }
      return field.values.contains {
        $0.range.lowerBound < part.lowerBound
          && part.upperBound <= $0.range.upperBound
      }
    }?.field
  }

  private static func reason(_ point: CompletionPoint) -> String {
    guard let field = point.field else { return "No field or name begins so" }
    switch field.value {
    case .word, .name: return "No value of \(field.rawValue): begins so"
    default: return "There is no list for \(field.rawValue): write it as \(field.example)"
    }
  }

  private static func fields(beginningWith typed: String) -> [Completion.Candidate] {
    let typed = typed.lowercased()
    return Field.allCases.filter { $0.rawValue.hasPrefix(typed) }.map {
      Completion.Candidate(text: "\($0.rawValue):", label: $0.help)
    }
  }

  private mutating func wordCandidates(
    _ words: [String], _ point: CompletionPoint, _ kinds: [RecordKind]
  ) -> [Completion.Candidate] {
    let typed = point.typed.lowercased()
    let counted = point.field.map { field in
      kinds.compactMap { countedWords(of: field, in: $0) }
    }
    guard let counted, !counted.isEmpty else {
      return words.filter { $0.hasPrefix(typed) }.map {
        Completion.Candidate(text: $0, label: "")
      }
    }
    var held: [Completion.Candidate] = []
    for value in counted.joined() where value.count > 0 && value.text.hasPrefix(typed) {
      if let place = held.firstIndex(where: { $0.text == value.text }) {
        held[place].count = (held[place].count ?? 0) + value.count
      } else {
        held.append(Completion.Candidate(text: value.text, label: "", count: value.count))
      }
    }
    return held.sorted { ($0.count ?? 0) > ($1.count ?? 0) }
  }

  private mutating func nameCandidates(
    _ point: CompletionPoint
  ) -> (shown: [Completion.Candidate], omitted: Int) {
    let kinds: Set<RecordKind> =
      switch point.field {
      case .place: [.place]
      case .about: Set(NameIndex.kinds)
      default: [.actor]
      }
    var found = candidates(point.typed, kinds, asValue: true)
    let unnamed = ActorKind.anonymous.rawValue
    if point.field == .origin, unnamed.hasPrefix(point.typed.lowercased()) {
      let candidate = Completion.Candidate(text: unnamed, label: "unnamed people")
      found.shown.insert(candidate, at: 0)
    }
    return found
  }

  /// Records by the beginning of words of a name, in any spelling, or by that of their id.
  private mutating func candidates(
    _ typed: String, _ kinds: Set<RecordKind>, asValue: Bool
  ) -> (shown: [Completion.Candidate], omitted: Int) {
    let clauses = Clause.clauses(ofName: typed)
    var found: Set<RecordID> = []
    if typed.allSatisfy(\.isWhitespace) {
      for kind in kinds { found.formUnion(chronicle.records(of: kind)) }
    } else {
      found.formUnion(
        names().records(satisfying: clauses).filter { kinds.contains(chronicle.kind(of: $0)) })
      if asValue { found.formUnion(records(withIDsFrom: typed.lowercased(), kinds)) }
    }
    let counted = found.map { (count: chronicle.mentionCount(of: $0), record: $0) }
    let order = counted.sorted { ($1.count, $0.record) < ($0.count, $1.record) }
    let shown = order.prefix(Self.mostCandidates).map { count, record in
      let name = chronicle.label(of: record)
      let label = asValue ? name : chronicle.kind(of: record).word
      return Completion.Candidate(
        text: asValue ? chronicle.name(of: record) : Query.written(name),
        label: label + spelling(of: record, satisfying: clauses), mentions: count)
    }
    return (shown, order.count - shown.count)
  }

  private func records(withIDsFrom typed: String, _ kinds: Set<RecordKind>) -> [RecordID] {
    kinds.flatMap { kind in
      chronicle.records(of: kind).prefix(Self.mostIDs).filter {
        chronicle.name(of: $0).hasPrefix(typed)
      }
    }
  }

  /// The spelling that was meant, where it is not the main one.
  private func spelling(of record: RecordID, satisfying clauses: [Clause]) -> String {
    let names = SearchedTexts(chronicle).names(of: record)
    func holds(_ name: String) -> Bool { clauses.allSatisfy { $0.holds(in: name) } }
    guard !clauses.isEmpty, let main = names.first, !holds(main) else { return "" }
    return names.dropFirst().first(where: holds).map { " (\($0))" } ?? ""
  }
}
