import Search

/// What there is of what under a filter: values of fields with their counts, to be asked for.
struct FacetPanel: Sendable {
  /// A row of it.
  enum Row: Hashable, Sendable {
    /// A field, how many rarer values of it are left out, and the count of the most frequent one.
    case field(Field, omitted: Int, most: Int)
    case value(Field, Facet.Value, most: Int)
  }

  /// Where one was when it was opened.
  let origin: Stop
  /// The query line, as toggling has made it.
  private(set) var line: String
  /// The line that the counts are of; `nil` until there are any.
  private(set) var countedLine: String?
  private(set) var rows: [Row] = []
  /// The rows that hold a value.
  private(set) var choices: [Int] = []
  /// The value one is on, from 0.
  private(set) var place = 0
  /// The topmost row that is seen.
  private(set) var top = 0

  init(line: String, origin: Stop) {
    (self.line, self.origin) = (line, origin)
  }

  /// The value one is on; `nil` when there is none.
  var choice: (field: Field, value: Facet.Value)? {
    guard place < choices.count, case .value(let field, let value, _) = rows[choices[place]] else {
      return nil
    }
    return (field, value)
  }

  /// The row one is on.
  var row: Int { place < choices.count ? choices[place] : 0 }

  /// Asks for the value one is on, or no longer.
  mutating func toggle(_ calendar: QueryCalendar) {
    guard let choice else { return }
    line = Query(line, calendar: calendar).toggling(choice.field, choice.value.text)
  }

  /// Takes new counts. One stays on the same value, where it is on the screen.
  mutating func take(_ facets: [Facet], countedFor line: String) {
    let (old, before) = (choice, row)
    countedLine = line
    rows = facets.flatMap { facet -> [Row] in
      let most = facet.values.map(\.count).max() ?? 0
      return [.field(facet.field, omitted: facet.omitted, most: most)]
        + facet.values.map { .value(facet.field, $0, most: most) }
    }
    choices = rows.indices.filter { if case .value = rows[$0] { true } else { false } }
    let same = choices.firstIndex { index in
      guard case .value(let field, let value, _) = rows[index] else { return false }
      return field == old?.field && value.text == old?.value.text
    }
    place = same ?? min(place, max(0, choices.count - 1))
    top += row - before
  }

  mutating func move(to place: Int) {
    self.place = max(0, min(choices.count - 1, place))
  }

  /// Scrolled so that the value one is on is seen, and the name of its field where it can be.
  mutating func settle(rows room: Int) {
    let lowest = max(0, rows.count - room)
    let first = row == 1 ? 0 : row
    top = max(row - room + 1, min(top, first, lowest), 0)
  }
}

extension Field {
  /// What the list of facets calls it.
  var facetName: String {
    switch self {
    case .on: "year"
    case .lang: "language"
    default: rawValue
    }
  }
}
