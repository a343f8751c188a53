extension Key {
  /// A name in a notation that no key has, or a name that does not end.
  package struct NotationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What stands there, from "<" on.
    package let text: String
    /// Where it begins, in characters from 1.
    package let position: Int

    /// Where, what, and what to do, in two lines.
    package var description: String {
      "character \(position): \"\(text)\" is no key\n"
        + "  write <Enter>, <Esc>, <C-d>, <F1>, …; write <lt> for the character \"<\""
    }
  }

  /// The keys that a notation such as `gg<Enter><C-d>/words<Esc>` stands for.
  ///
  /// A character stands for itself. A name stands between angle brackets, in upper or lower case:
  /// Enter, Esc, Tab, S-Tab, Space, BS, Del, Ins, Up, Down, Left, Right, Home, End, PgUp, PgDn,
  /// F1 and so on, lt for "<", `C-d` for Control and d, `U+E9` for a character by its scalars
  /// (`U+65+301` for two), `Paste:text` for a pasted text, in which `\>`, `\\`, `\n` and `\t` are
  /// escapes and `\{1B}` is any scalar, and `Click-12,3`, `WheelUp-12,3` and `WheelDown-12,3` for
  /// the mouse over the cell in that column and row.
  ///
  /// - Throws: `NotationError` at the first name that is unknown or does not end.
  package static func parse(_ notation: String) throws -> [Key] {
    var keys: [Key] = []
    var rest = Substring(notation)
    var position = 1
    while let first = rest.first {
      guard first == "<" else {
        keys.append(.character(first))
        rest.removeFirst()
        position += 1
        continue
      }
      guard let end = endOfName(in: rest), let key = Key(name: rest[..<end].dropFirst().dropLast())
      else {
        let text = rest[..<(endOfName(in: rest) ?? rest.endIndex)]
        throw NotationError(text: String(text), position: position)
      }
      keys.append(key)
      position += rest.distance(from: rest.startIndex, to: end)
      rest = rest[end...]
    }
    return keys
  }

  /// The key in that notation; `Key.parse` gives the same key back.
  package var notation: String {
    switch self {
    case .character(let character): Key.notation(of: character)
    case .control(let character): "<C-\(Key.name(of: Character(character.lowercased())))>"
    case .function(let number): "<F\(number)>"
    case .mouse(let event): "<\(event.notation)>"
    case .paste(let text): "<Paste:\(Key.escaped(text))>"
    default: "<\(Key.names.first { $0.key == self }?.name ?? "")>"
    }
  }

  /// Where the name that begins a text ends, after its ">"; `nil` if it does not end.
  private static func endOfName(in text: Substring) -> Substring.Index? {
    let escapes = text.dropFirst().lowercased().hasPrefix("paste:")
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      index = text.index(after: index)
      if character == ">" { return index }
      if character == "\\", escapes, index < text.endIndex { index = text.index(after: index) }
    }
    return nil
  }

  private init?(name: Substring) {
    let folded = name.lowercased()
    if let known = Key.names.first(where: { $0.name.lowercased() == folded }) {
      self = known.key
    } else if let other = Key.otherNames[folded] {
      self = other
    } else if folded.hasPrefix("paste:") {
      guard let text = Key.unescaped(name.dropFirst(6)) else { return nil }
      self = .paste(text)
    } else if folded.hasPrefix("c-") {
      guard let character = Key.character(named: name.dropFirst(2)) else { return nil }
      self = .control(Character(character.lowercased()))
    } else if let event = MouseEvent(notation: folded) {
      self = .mouse(event)
    } else if folded.hasPrefix("f"), let number = Int(folded.dropFirst()), number > 0 {
      self = .function(number)
    } else {
      guard folded == "space" || folded == "lt" || folded.hasPrefix("u+"),
        let character = Key.character(named: name)
      else { return nil }
      self = .character(character)
    }
  }

  /// The names that `notation` gives.
  private static let names: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("S-Tab", .backtab), ("BS", .backspace),
    ("Del", .delete), ("Ins", .insert), ("Up", .up), ("Down", .down), ("Left", .left),
    ("Right", .right), ("Home", .home), ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown),
  ]

  /// Further names that are understood, in lower case.
  private static let otherNames: [String: Key] = [
    "cr": .enter, "return": .enter, "escape": .escape, "backtab": .backtab,
    "backspace": .backspace, "delete": .delete, "insert": .insert, "pageup": .pageUp,
    "pagedown": .pageDown,
  ]
}

// MARK: - Characters and pasted text

extension Key {
  private static func notation(of character: Character) -> String {
    guard character != ">" else { return ">" }
    let name = name(of: character)
    return name.count == 1 ? name : "<\(name)>"
  }

  /// The character itself if it stands by itself between any others, else its name.
  private static func name(of character: Character) -> String {
    switch character {
    case " ": return "Space"
    case "<": return "lt"
    case ">": return "U+3E"
    default:
      let scalars = character.unicodeScalars
      if scalars.count == 1, scalars.allSatisfy(\.isShownInNotation) {
        return String(character)
      }
      return "U" + scalars.map { "+" + String($0.value, radix: 16, uppercase: true) }.joined()
    }
  }

  private static func character(named name: Substring) -> Character? {
    switch name.lowercased() {
    case "space": return " "
    case "lt": return "<"
    case let folded where folded.hasPrefix("u+"):
      var text = ""
      for part in folded.dropFirst(2).split(separator: "+", omittingEmptySubsequences: false) {
        guard let scalar = UInt32(part, radix: 16).flatMap(Unicode.Scalar.init) else { return nil }
        text.unicodeScalars.append(scalar)
      }
      return text.count == 1 ? text.first : nil
    default: return name.count == 1 ? name.first : nil
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case ">": result += "\\>"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.isShownInNotation: result.unicodeScalars.append(scalar)
      default: result += "\\{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      }
    }
    return result
  }

  private static func unescaped(_ text: Substring) -> String? {
    var result = ""
    var rest = text.unicodeScalars
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      switch rest.popFirst() {
      case "\\": result += "\\"
      case ">": result += ">"
      case "n": result += "\n"
      case "t": result += "\t"
      case "{":
        let digits = rest.prefix { $0 != "}" }
        rest = rest.dropFirst(digits.count + 1)
        guard let value = UInt32(String(digits), radix: 16), let other = Unicode.Scalar(value)
        else { return nil }
        result.unicodeScalars.append(other)
      default: return nil
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Whether it is seen, and stays a character by itself whatever stands beside it.
  fileprivate var isShownInNotation: Bool {
    solitaryColumns > 0 && value != 0xA0
  }
}
