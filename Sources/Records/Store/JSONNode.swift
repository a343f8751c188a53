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

  /// What the reader skips within its limit may lie inside a store, its list, a record, the
  /// record's list, a report and its list.
  private static let depthLimit = JSONScanner.depthLimit + 8

  /// Parses the value that begins at `start`.
  init(_ bytes: UnsafeRawBufferPointer, from start: Int = 0) throws(JSONFault) {
    var scanner = JSONScanner(bytes, from: start)
    self = try Self.parse(&scanner, bytes, depth: 0)
  }

  /// Parses of the object that begins at `start` the members with one of the names: for those who
  /// read a little of many records.
  init(
    _ bytes: UnsafeRawBufferPointer, from start: Int, members names: [String]
  ) throws(JSONFault) {
    var scanner = JSONScanner(bytes, from: start)
    self = try Self.parse(&scanner, bytes, depth: 0, members: names)
  }

  private static func parse(
    _ scanner: inout JSONScanner, _ bytes: UnsafeRawBufferPointer, depth: Int,
    members names: [String]? = nil
  ) throws(JSONFault) -> JSONNode {
    let token = try scanner.peek()
    if depth >= depthLimit, token == .array || token == .object { throw scanner.fault("too deep") }
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
      while let part = try scanner.nextMember(isFirst: &isFirst) {
        let name = text(part)
        if let names, !names.contains(name) {
          try scanner.skipValue(depth: depth + 1)
        } else {
          members.append(Member(name: name, value: try parse(&scanner, bytes, depth: depth + 1)))
        }
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

  /// Whether it is an object or an array with nothing in it.
  var isEmpty: Bool {
    switch value {
    case .object(let members): members.isEmpty
    case .array(let elements): elements.isEmpty
    default: false
    }
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
