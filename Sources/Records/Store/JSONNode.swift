/// A JSON value with its place: for the few records that are shown, merged or written, while the
/// many are only read into columns.
struct JSONNode: Sendable {
  indirect enum Value: Sendable {
    case object([Member])
    case array([JSONNode])
    case text(String)
    /// As written.
    case number(String)
    /// `true`, `false` or `null`.
    case literal(String)
  }

  struct Member: Sendable {
    let name: String
    let value: JSONNode
  }

  /// In bytes, from the start of the parsed bytes.
  let offset: Int
  let value: Value

  init(offset: Int = 0, _ value: Value) {
    self.offset = offset
    self.value = value
  }

  /// Parses the value that begins at `start`.
  init(_ bytes: UnsafeRawBufferPointer, from start: Int = 0) throws(JSONFault) {
    var scanner = JSONScanner(bytes, from: start)
    self = try Self.parse(&scanner, bytes, depth: 0)
  }

  private static func parse(
    _ scanner: inout JSONScanner, _ bytes: UnsafeRawBufferPointer, depth: Int
  ) throws(JSONFault) -> JSONNode {
    guard depth < JSONScanner.depthLimit else { throw scanner.fault("too deep") }
    let token = try scanner.peek()
    let offset = scanner.offset
    func text(_ part: JSONScanner.Text) -> String {
      decodedText(
        UnsafeRawBufferPointer(rebasing: bytes[part.start..<part.start + part.length]),
        hasEscapes: part.hasEscapes)
    }
    var isFirst = true
    switch token {
    case .string: return JSONNode(offset: offset, .text(text(try scanner.string())))
    case .number: return JSONNode(offset: offset, .number(text(try scanner.number())))
    case .literal: return JSONNode(offset: offset, .literal(text(try scanner.literal())))
    case .array:
      var elements: [JSONNode] = []
      try scanner.expect("[", "'['")
      while try scanner.nextElement(isFirst: &isFirst) {
        elements.append(try parse(&scanner, bytes, depth: depth + 1))
      }
      return JSONNode(offset: offset, .array(elements))
    case .object:
      var members: [Member] = []
      try scanner.expect("{", "'{'")
      while let name = try scanner.nextMember(isFirst: &isFirst) {
        members.append(
          Member(name: text(name), value: try parse(&scanner, bytes, depth: depth + 1)))
      }
      return JSONNode(offset: offset, .object(members))
    }
  }
}

extension JSONNode {
  /// The member of that name; `nil` when there is none, or this is no object.
  subscript(name: String) -> JSONNode? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The elements of an array; none when this is something else.
  var elements: [JSONNode] {
    guard case .array(let elements) = value else { return [] }
    return elements
  }

  var text: String? {
    guard case .text(let text) = value else { return nil }
    return text
  }

  var integer: Int? {
    guard case .number(let digits) = value else { return nil }
    return Int(digits)
  }
}

extension JSONNode: Equatable {
  /// The same value, wherever it stands.
  static func == (left: JSONNode, right: JSONNode) -> Bool {
    switch (left.value, right.value) {
    case (.text(let a), .text(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.literal(let a), .literal(let b)): a == b
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.name == $1.name && $0.value == $1.value }
    default: false
    }
  }
}

extension JSONNode {
  /// The same with all offsets moved.
  func shifted(by base: Int) -> JSONNode {
    switch value {
    case .object(let members):
      JSONNode(
        offset: offset + base,
        .object(members.map { Member(name: $0.name, value: $0.value.shifted(by: base)) }))
    case .array(let elements):
      JSONNode(offset: offset + base, .array(elements.map { $0.shifted(by: base) }))
    default: JSONNode(offset: offset + base, value)
    }
  }
}

extension JSONNode {
  /// Where in a twin, the same value from another text, the part stands that begins here at
  /// `offset` or, where none does, before it.
  func offset(of offset: Int, in twin: JSONNode) -> Int {
    switch (value, twin.value) {
    case (.object(let mine), .object(let theirs)):
      guard let member = mine.last(where: { $0.value.offset <= offset }),
        let other = theirs.first(where: { $0.name == member.name })
      else { return twin.offset }
      return member.value.offset(of: offset, in: other.value)
    case (.array(let mine), .array(let theirs)):
      guard let index = mine.lastIndex(where: { $0.offset <= offset }), index < theirs.count else {
        return twin.offset
      }
      return mine[index].offset(of: offset, in: theirs[index])
    default: return twin.offset
    }
  }
}

/// A field on which two pieces of a record disagree.
struct MergeConflict: Error {
  let field: String
  let first: JSONNode
  let second: JSONNode
}

extension JSONNode {
  /// This piece of a record extended by another: lists append, whole values must agree. Elements of
  /// a list that carry the same id are pieces of one record, too.
  func extended(by other: JSONNode, field: String = "") throws(MergeConflict) -> JSONNode {
    switch (value, other.value) {
    case (.object(let mine), .object(let theirs)):
      var merged = mine
      for member in theirs {
        if let index = merged.firstIndex(where: { $0.name == member.name }) {
          let both = try merged[index].value.extended(by: member.value, field: member.name)
          merged[index] = Member(name: member.name, value: both)
        } else {
          merged.append(member)
        }
      }
      return JSONNode(offset: offset, .object(merged))
    case (.array(let mine), .array(let theirs)):
      var merged = mine
      for element in theirs {
        if let id = element["id"]?.text,
          let index = merged.firstIndex(where: { $0["id"]?.text == id })
        {
          merged[index] = try merged[index].extended(by: element, field: field)
        } else if case .text = element.value, merged.contains(element) {
          continue
        } else {
          merged.append(element)
        }
      }
      return JSONNode(offset: offset, .array(merged))
    default:
      guard self == other else {
        throw MergeConflict(field: field, first: self, second: other)
      }
      return self
    }
  }
}
