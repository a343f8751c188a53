/// What a query line asks for: words and phrases that must all be found, and some that must not.
///
/// - A word is found where a word of the text begins with it.
/// - A phrase, in quotation marks, is found where these words follow one another; the last one must
///   be whole once the phrase is closed. So `"war"` asks for the whole word.
/// - A minus before either asks that it is not found.
///
/// Every line is a query: what cannot be understood is taken as plain text, and a hint says so.
package struct Query: Hashable, Sendable {
  /// The line as written.
  package let line: String
  /// What it asks for, in the order written.
  package let terms: [Term]
  /// What the reader of the line might not expect, by place.
  package let hints: [Hint]
  /// What a row must satisfy, all of it.
  let clauses: [Clause]

  /// Reads a query line. Never fails; the cost is linear in the line.
  package init(_ line: String) {
    var parser = QueryParser(line)
    parser.parse()
    self.line = line
    (terms, hints) = (parser.terms, parser.hints)
    clauses = Clause.clauses(of: terms)
  }

  /// Whether every row matches, since the line asks for nothing.
  package var isEmpty: Bool { clauses.isEmpty }

  /// Whether every row that matches this query also matches the other one, as far as that can be
  /// told from the two lines alone. False says nothing.
  ///
  /// True when a word goes on being typed: then only the rows found so far need another look.
  package func narrows(_ other: Query) -> Bool {
    let own = Set(clauses)
    return other.clauses.allSatisfy { wider in
      own.contains(wider) || clauses.contains { $0.implies(wider) }
    }
  }
}

extension Query {
  /// A word or a phrase of a query line.
  package struct Term: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case word
      /// `isClosed`: whether the quotation mark at its end is there.
      case phrase(isClosed: Bool)
    }

    package let kind: Kind
    /// Whether it must not be found.
    package let isExcluded: Bool
    /// As written, without minus and quotation marks.
    package let text: String
    /// Where it stands in the line, minus and quotation marks included; UTF-8 offsets from 0.
    package let range: Range<Int>
  }

  /// Something about a query line that its reader should know.
  package struct Hint: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      /// A phrase without the quotation mark at its end.
      case unclosedPhrase
      /// A term without a letter or a digit; it is left out.
      case nothingToFind
    }

    package let kind: Kind
    /// What in the line it is about; UTF-8 offsets from 0.
    package let range: Range<Int>

    /// One line for the reader: what, and what to do.
    package var message: String {
      switch kind {
      case .unclosedPhrase: "the phrase goes on to the end of the line; close it with \""
      case .nothingToFind: "no letter or digit to search for; this is left out"
      }
    }
  }
}
