package import Records

/// What a query line asks for.
///
/// | written | finds |
/// |---|---|
/// | `cease fire` | records with words that begin so, all of them |
/// | `"second stage"` | these words one after another; the last one whole once the phrase is closed |
/// | `-word`, `-(…)`, `-field:…` | records without it |
/// | `one OR other` | either; binds weaker than a space |
/// | `(one OR other) third` | parentheses group |
/// | `speaker:naim`, `kind:talks,visit` | a field, with one value or several of which one will do |
///
/// Every line is a query: what cannot be understood is left out or taken as plain text, a hint says
/// so, and the rest still holds.
package struct Query: Hashable, Sendable {
  /// The line as written.
  package let line: String
  /// Its words and phrases, in the order written, those behind field names left out.
  package let terms: [Term]
  /// Its fields, in the order written.
  package let fields: [FieldTerm]
  /// What the reader of the line might not expect, by place.
  package let hints: [Hint]
  /// What stands where in the line, for colouring it; sorted, and no two overlap.
  package let parts: [Part]
  /// What a record must satisfy; `nil`: everything does.
  let root: Expression?

  /// Reads a query line. Never fails; the cost is linear in the line.
  package init(_ line: String, calendar: QueryCalendar = QueryCalendar()) {
    var parser = QueryParser(line, calendar: calendar)
    let node = parser.parse()
    self.line = line
    (terms, fields) = (parser.terms, parser.fields)
    hints = parser.hints.sorted { $0.range.lowerBound < $1.range.lowerBound }
    parts = parser.parts.sorted { $0.range.lowerBound < $1.range.lowerBound }
    root = node.flatMap(Expression.init)
  }

  /// Whether every record matches, since the line asks for nothing.
  package var isEmpty: Bool { root == nil }

  /// The day as of which the line asks for what was known; `nil` for today.
  package var asOf: Day? { root?.asOf }

  /// The conditions on words that all of the query's records satisfy, where it has no others.
  var clauses: [Clause]? {
    switch root {
    case nil: []
    case .texts(let clauses): clauses
    default: nil
    }
  }

  /// Whether every record that matches this query also matches the other one, as far as that can be
  /// told from the two lines alone. False says nothing.
  ///
  /// True when a word goes on being typed: then only the records found so far need another look.
  package func narrows(_ other: Query) -> Bool {
    if root == other.root { return true }
    guard let clauses, let others = other.clauses else { return false }
    return Self.notImplied(others, by: clauses).isEmpty
  }

  /// What is left to ask of the records that match another query, which this one narrows; `nil` if
  /// nothing is.
  func rest(beyond other: Query) -> Expression? {
    guard let clauses, let others = other.clauses else { return root }
    let rest = Self.notImplied(clauses, by: others)
    return rest.isEmpty ? nil : .texts(rest)
  }

  /// Those conditions that may fail where all of some others hold.
  private static func notImplied(_ clauses: [Clause], by others: [Clause]) -> [Clause] {
    let known = Set(others)
    return clauses.filter { clause in
      !known.contains(clause) && !others.contains { $0.implies(clause) }
    }
  }
}

/// The days that a query line's dates are relative to.
package struct QueryCalendar: Hashable, Sendable {
  /// The newest day there is a record of; a date without a year is the last such day up to it.
  package let newest: Day
  /// The day an agreement took effect, for `day:71`; `nil` when there is none to count from.
  package let dayZero: Day?
  /// The day of the clock; `nil` when it is not to be used.
  package let today: Day?

  package init(newest: Day? = nil, dayZero: Day? = nil, today: Day? = nil) {
    self.newest = newest ?? today ?? .first
    self.dayZero = dayZero
    self.today = today
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

  /// A field of a query line with its values, one of which has to hold.
  package struct FieldTerm: Hashable, Sendable {
    package let field: Field
    package let values: [Value]
    /// Whether it must not hold.
    package let isExcluded: Bool
    /// Where it stands in the line, its minus included; UTF-8 offsets from 0.
    package let range: Range<Int>

    /// The last of the days that `asof:` gives; `nil` for another field.
    var asOf: Day? {
      guard field == .asof, case .days(let days) = values.first?.meaning else { return nil }
      return days.upperBound
    }
  }

  /// One value of a field.
  package struct Value: Hashable, Sendable {
    package enum Meaning: Hashable, Sendable {
      /// Words of a closed list.
      case words([String])
      /// Words or a phrase to be found in a name.
      case name
      case days(ClosedRange<Day>)
      /// A tag or an id.
      case text
    }

    /// As written, without quotation marks.
    package let text: String
    package let meaning: Meaning
    /// Where it stands in the line; UTF-8 offsets from 0.
    package let range: Range<Int>
  }

  /// A stretch of a query line.
  package struct Part: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case word, phrase, fieldName, value, sign, mistake
    }

    package let kind: Kind
    /// UTF-8 offsets from 0.
    package let range: Range<Int>
  }
}
