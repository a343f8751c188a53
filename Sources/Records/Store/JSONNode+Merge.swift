/// A field on which two pieces of a record disagree.
struct MergeConflict {
  let field: String
  let first: JSONNode
  let second: JSONNode
}

extension JSONNode {
  /// One record made of its pieces, in their order: lists append, whole values must agree. Elements
  /// of a list that carry the same id are pieces of one record, too.
  ///
  /// Takes all pieces at once, so that its cost grows as their size does. Where values disagree the
  /// first stays, and `conflicts` grows.
  static func merged(
    _ pieces: [JSONNode], field: String = "", conflicts: inout [MergeConflict]
  ) -> JSONNode {
    guard let first = pieces.first else { return JSONNode(.object([])) }
    if pieces.count == 1 { return first }
    if pieces.allSatisfy({ if case .object = $0.value { true } else { false } }) {
      return JSONNode(offset: first.offset, .object(members(of: pieces, &conflicts)))
    }
    if pieces.allSatisfy({ if case .array = $0.value { true } else { false } }) {
      let elements = elements(of: pieces).map { merged($0, field: field, conflicts: &conflicts) }
      return JSONNode(offset: first.offset, .array(elements))
    }
    for other in pieces.dropFirst() where other != first {
      conflicts.append(MergeConflict(field: field, first: first, second: other))
    }
    return first
  }

  private static func members(
    of pieces: [JSONNode], _ conflicts: inout [MergeConflict]
  ) -> [Member] {
    var names: [String] = []
    var values: [String: [JSONNode]] = [:]
    for piece in pieces {
      guard case .object(let members) = piece.value else { continue }
      for member in members {
        if values[member.name] == nil { names.append(member.name) }
        values[member.name, default: []].append(member.value)
      }
    }
    return names.map { name in
      Member(name: name, value: merged(values[name] ?? [], field: name, conflicts: &conflicts))
    }
  }

  /// The elements of lists laid end to end, those of one id together. Texts that an earlier list
  /// has are left out.
  private static func elements(of lists: [JSONNode]) -> [[JSONNode]] {
    var groups: [[JSONNode]] = []
    var positions: [String: Int] = [:]
    var texts: Set<String> = []
    for list in lists {
      var added: [String] = []
      for element in list.elements {
        if let id = element["id"]?.text {
          if let position = positions[id] {
            groups[position].append(element)
            continue
          }
          positions[id] = groups.count
        } else if let text = element.text {
          if texts.contains(text) { continue }
          added.append(text)
        }
        groups.append([element])
      }
      texts.formUnion(added)
    }
    return groups
  }

  /// Where in `original` that stands which stands at `offset` here, in a copy of another layout.
  func origin(of offset: Int, in original: JSONNode) -> Int {
    switch (value, original.value) {
    case (.object(let mine), .object(let theirs)):
      let position = mine.firstPosition { $0.value.offset <= offset } - 1
      guard position >= 0, let same = theirs.first(where: { $0.name == mine[position].name }) else {
        return original.offset
      }
      return mine[position].value.origin(of: offset, in: same.value)
    case (.array(let mine), .array(let theirs)):
      let position = mine.firstPosition { $0.offset <= offset } - 1
      guard position >= 0, position < theirs.count else { return original.offset }
      return mine[position].origin(of: offset, in: theirs[position])
    default: return original.offset
    }
  }
}
