package import Records

/// Query lines that the reader has saved under names; `@name` stands for one in a line.
package struct SavedQueries: Hashable, Sendable {
  /// A name, and the line that it stands for.
  package struct Entry: Hashable, Sendable {
    package let name: String
    package let line: String
  }

  /// A change to what is saved.
  package enum Change: Hashable, Sendable {
    case save(name: String, line: String)
    case delete(name: String)
  }

  private var lines: [String: String] = [:]

  /// How long a name may be, in scalars.
  private static let longestName = 64
  /// How long a line may be, in UTF-8.
  private static let longestLine = 4000
  /// How long the file may be, in bytes.
  package static let mostBytes = 1 << 20

  /// Nothing saved.
  package init() {}

  /// Whether nothing is saved.
  package var isEmpty: Bool { lines.isEmpty }

  /// All that is saved, by name.
  package var entries: [Entry] {
    lines.sorted { $0.key < $1.key }.map { Entry(name: $0.key, line: $0.value) }
  }

  /// The line that is saved under a name.
  package subscript(name: String) -> String? { lines[name] }

  /// The name that differs least from one that nothing is saved under.
  package func nearestName(to name: String) -> String? {
    nearest(to: name, among: lines.keys.sorted())
  }

  /// Makes a change, and says in a sentence without its full stop what was done.
  package mutating func make(_ change: Change) -> String {
    switch change {
    case .save(let name, let line):
      let old = lines.updateValue(line, forKey: name)
      return "Saved as @\(name)"
        + (old.map { $0 == line ? ", as it was" : "; before, that was \($0)" } ?? "")
    case .delete(let name):
      guard let old = lines.removeValue(forKey: name) else {
        return "There is no saved query @\(name)"
      }
      return "Deleted @\(name): \(old)"
    }
  }

  /// Why a query cannot be saved so; `nil` if it can.
  package static func complaint(name: String, line: String) -> String? {
    if !isName(name) { return "a name has letters, digits, - and _ only" }
    if line.allSatisfy(\.isWhitespace) { return "there is no query here to save" }
    if line.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      return "a query is one line, without controls"
    }
    return line.utf8.count > longestLine ? "a query of this length is not saved" : nil
  }

  /// Whether a query can have this name: letters of any script with their marks, digits, `-`, `_`.
  package static func isName(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, scalars.count <= longestName else { return false }
    return !isMark(first) && scalars.allSatisfy { isMark($0) || isNameScalar($0) }
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    // Some letters are not to be seen.
    if scalar.properties.isDefaultIgnorableCodePoint { return false }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber:
      true
    default: scalar == "-" || scalar == "_"
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isDefaultIgnorableCodePoint { return false }
    return [.nonspacingMark, .spacingMark].contains(scalar.properties.generalCategory)
  }
}

// MARK: - As a file

extension SavedQueries {
  /// What a file of them says: an object with a line for each name.
  ///
  /// - Throws: where it is no such object, or has what cannot be saved.
  package init(json bytes: [UInt8]) throws(TextObject.Fault) {
    let members = try TextObject.members(of: bytes) { Self.complaint(name: $0.name, line: $0.text) }
    for (name, text) in members { lines[name] = text }
  }

  /// The file, the names sorted.
  package var json: String { TextObject.text(of: entries.map { ($0.name, $0.line) }) }
}
