/// Writes JSON in the one canonical form of a store.
///
/// Two spaces a level; the store, its lists and its records with a line for each member; whatever
/// lies inside a record on one line where it fits. Members come in the order of the schema, those
/// the schema does not know behind them as they stood. Text is written as it is, with the escapes
/// that JSON demands and no others but for controls and characters that change the direction of
/// text, which would not be seen in an editor.
struct JSONWriter {
  private(set) var text = ""

  /// Columns of a line, in characters.
  private static let lineWidth = 100

  /// Writes a store's file.
  static func store(_ node: JSONNode) -> String {
    var writer = JSONWriter()
    writer.write(node, shape: .store, depth: 0)
    return writer.text + "\n"
  }

  /// Writes a record by itself.
  static func record(_ node: JSONNode, shape: ShapeName) -> String {
    var writer = JSONWriter()
    writer.write(node, shape: shape, depth: 0)
    return writer.text
  }

  /// Writes a value of no known shape.
  static func value(_ node: JSONNode) -> String {
    var writer = JSONWriter()
    writer.write(node, shape: nil, depth: 0)
    return writer.text
  }

  private mutating func write(_ node: JSONNode, shape: ShapeName?, depth: Int, taken: Int = 0) {
    let isAlwaysOpen = (shape == .store || shape?.kind != nil) && !node.isEmpty
    if !isAlwaysOpen {
      let line = Self.line(node, shape: shape)
      if depth * 2 + taken + line.count + 1 <= Self.lineWidth {
        text += line
        return
      }
    }
    switch node.value {
    case .object(let members):
      text += "{\n"
      let ordered = Self.ordered(members, shape)
      for (index, member) in ordered.enumerated() {
        indent(depth + 1)
        let name = Self.string(member.name) + ": "
        text += name
        writeField(member, of: shape, depth: depth + 1, taken: name.count)
        text += index + 1 < ordered.count ? ",\n" : "\n"
      }
      indent(depth)
      text += "}"
    case .array(let elements): write(elements, shape: shape, depth: depth)
    default: text += Self.line(node, shape: shape)
    }
  }

  private mutating func writeField(
    _ member: JSONNode.Member, of shape: ShapeName?, depth: Int, taken: Int
  ) {
    let part = Self.part(member.name, of: shape)
    if case .array(let elements) = member.value.value, part?.kind != nil, !elements.isEmpty {
      write(elements, shape: part, depth: depth)
    } else {
      write(member.value, shape: part, depth: depth, taken: taken)
    }
  }

  private mutating func write(_ elements: [JSONNode], shape: ShapeName?, depth: Int) {
    text += "[\n"
    for (index, element) in elements.enumerated() {
      indent(depth + 1)
      write(element, shape: shape, depth: depth + 1)
      text += index + 1 < elements.count ? ",\n" : "\n"
    }
    indent(depth)
    text += "]"
  }

  private mutating func indent(_ depth: Int) {
    text += String(repeating: "  ", count: depth)
  }

  /// The shape of the objects in a field.
  private static func part(_ name: String, of shape: ShapeName?) -> ShapeName? {
    guard let shape, let index = Schema.shape(shape).index(of: name) else { return nil }
    return switch Schema.shape(shape).fields[index].type {
    case .object(let part), .objects(let part): part
    default: nil
    }
  }

  private static func ordered(
    _ members: [JSONNode.Member], _ shape: ShapeName?
  ) -> [JSONNode.Member] {
    guard let shape else { return members }
    let fields = Schema.shape(shape).fields
    let places = members.map { member in
      fields.firstIndex { $0.name == member.name } ?? fields.count
    }
    return members.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { members[$0] }
  }

  private static func line(_ node: JSONNode, shape: ShapeName?) -> String {
    switch node.value {
    case .text(let text): string(text)
    case .number(let digits): digits
    case .literal(let word): word
    case .array(let elements):
      "[" + elements.map { line($0, shape: shape) }.joined(separator: ", ") + "]"
    case .object(let members):
      "{"
        + ordered(members, shape).map {
          "\(string($0.name)): \(line($0.value, shape: part($0.name, of: shape)))"
        }.joined(separator: ", ") + "}"
    }
  }

  /// A string with its quotation marks.
  static func string(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      case _ where isHidden(scalar): out += unit(scalar)
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  /// Controls, marks of direction, and the byte order mark.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0x061C,
      0x2028, 0x2029:
      true
    default: false
    }
  }

  private static func unit(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
