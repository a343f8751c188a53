extension Query {
  /// Something about a query line that its reader should know.
  package struct Hint: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      /// A phrase without the quotation mark at its end.
      case unclosedPhrase
      /// A term without a letter or a digit; it is left out.
      case nothingToFind
      /// A parenthesis without its other half; it is left out.
      case unbalanced
      /// Deeper parentheses than are read; they are left out.
      case tooDeep
      /// `OR` or a minus with nothing beside it; it is left out.
      case nothingBeside(String)
      /// A name before a colon that is no field; it is plain text.
      case unknownField(String, nearest: String?)
      /// A field without a value; it is left out.
      case valueMissing(Field)
      /// A word that is none of the field's; it is left out.
      case unknownValue(Field, String, nearest: String?)
      /// A name behind `@` that nothing is saved under; it is left out.
      case unknownQuery(String, nearest: String?)
      /// A value that is no date, with the reason; it is left out.
      case notADate(String)
    }

    package let kind: Kind
    /// What in the line it is about; UTF-8 offsets from 0.
    package let range: Range<Int>

    /// A hint about a stretch of a line, or about a line as a whole.
    package init(kind: Kind, range: Range<Int> = 0..<0) {
      (self.kind, self.range) = (kind, range)
    }

    /// Whether something of the line is left out for it.
    package var isMistake: Bool { kind != .unclosedPhrase }

    /// One line for the reader: what, and what to do.
    package var message: String {
      switch kind {
      case .unclosedPhrase: "the phrase goes on to the end of the line; close it with \""
      case .nothingToFind: "no letter or digit to search for; this is left out"
      case .unbalanced: "this parenthesis has no other half; it is left out"
      case .tooDeep: "too many parentheses inside each other; these are left out"
      case .nothingBeside(let sign): "\(sign) has nothing to stand for; it is left out"
      case .unknownField(let name, let nearest):
        "there is no field \(name):" + (nearest.map { "; did you mean \($0): ?" } ?? "")
          + " searched as plain text"
      case .valueMissing(let field): "\(field.rawValue): wants a value, such as \(field.example)"
      case .unknownValue(let field, let value, let nearest):
        "\(field.rawValue): knows no \(value)"
          + (nearest.map { "; did you mean \($0)?" } ?? "; this is left out")
      case .unknownQuery("", _): "@ wants the name of a saved query"
      case .unknownQuery(let name, let nearest):
        "there is no saved query @\(name)"
          + (nearest.map { "; did you mean @\($0)?" } ?? "; it is left out")
      case .notADate(let reason): reason
      }
    }
  }
}
