import Records

/// What a record must satisfy, as a tree.
indirect enum Expression: Hashable, Sendable {
  /// Conditions on words, all of them; at least one.
  case texts([Clause])
  case field(Query.FieldTerm)
  /// All of them; at least two.
  case all([Expression])
  /// One of them; at least two.
  case any([Expression])
  case not(Expression)
  /// Naming one of these records, or being one: what stands in the place of a name with a slip in it.
  case records([RecordID])
}

/// The tree of a line as it is read, before words that stand together are joined.
indirect enum QueryNode {
  case term(Query.Term)
  /// Whether it must not hold is said by a `not` around it.
  case field(Query.FieldTerm)
  case all([QueryNode])
  case any([QueryNode])
  case not(QueryNode)
}

extension Expression {
  init?(_ node: QueryNode) {
    switch node {
    case .term(let term): self.init(terms: [term])
    case .field(let field): self = .field(field)
    case .not(let inner):
      guard let inner = Expression(inner) else { return nil }
      self = .not(inner)
    case .any(let nodes):
      let parts = nodes.compactMap(Expression.init)
      guard let first = parts.first else { return nil }
      self = parts.count == 1 ? first : .any(parts)
    case .all(let nodes): self.init(all: nodes)
    }
  }

  private init?(terms: [Query.Term]) {
    let clauses = Clause.clauses(of: terms)
    guard !clauses.isEmpty else { return nil }
    self = .texts(clauses)
  }

  /// Words that stand side by side are taken together: a name may be written in one word or several.
  private init?(all nodes: [QueryNode]) {
    var terms: [Query.Term] = []
    var others: [Expression] = []
    for node in nodes {
      if case .term(let term) = node {
        terms.append(term)
      } else if let other = Expression(node) {
        others.append(other)
      }
    }
    // What costs least comes first: columns, then words, then what may take decoding the records that
    // are left, then whole trees.
    let texts = Expression(terms: terms).map { [$0] } ?? []
    let parts =
      others.filter { $0.cost == .column } + texts + others.filter { $0.cost == .decoding }
      + others.filter { $0.cost == .tree }
    guard let first = parts.first else { return nil }
    self = parts.count == 1 ? first : .all(parts)
  }

  private enum Cost {
    case column, decoding, tree
  }

  private var cost: Cost {
    switch self {
    case .field(let term): term.field.isDecoded ? .decoding : .column
    case .not(let inner): inner.cost
    default: .tree
    }
  }

  /// The day as of which it asks for what was known; what must not hold asks for none.
  var asOf: Day? {
    switch self {
    case .field(let term): term.asOf
    case .texts, .not, .records: nil
    case .all(let parts), .any(let parts): parts.lazy.compactMap(\.asOf).first
    }
  }

  /// The conditions on names that fields ask for, to be shown where such a name stands.
  var shownNameClauses: [Clause] {
    switch self {
    case .field(let term):
      if case .name = term.field.value { term.values.flatMap(Clause.clauses(of:)) } else { [] }
    case .texts, .not, .records: []
    case .all(let parts), .any(let parts): parts.flatMap(\.shownNameClauses)
    }
  }

  /// The conditions whose words are to be shown where they stand.
  var shownClauses: [Clause] {
    switch self {
    case .texts(let clauses): clauses.filter { !$0.isExcluded }
    case .field, .not, .records: []
    case .all(let parts), .any(let parts): parts.flatMap(\.shownClauses)
    }
  }
}
