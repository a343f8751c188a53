import Records
import Search

/// The hits of a search with the words around them, in the place of the list of quotes.
///
/// The list behind it stays as it is.
struct ConcordanceState: Hashable, Sendable {
  /// What lines are made of: the words that are centred, and the quotes that were found.
  struct Base: Hashable, Sendable {
    let text: String
    /// Places in the list of quotes, ascending.
    let positions: [Int32]
  }

  /// By what the lines are to be sorted.
  var order = Concordance.Order.right
  /// What the lines there are now were made of; `nil` while there are none.
  private(set) var base: Base?
  private(set) var concordance: Concordance?
  private(set) var counts: ConcordanceCounts?
  /// The lines as a list, which line is selected and how far it is scrolled.
  var list = ListState(total: 0)
  /// The quote to be selected where no line is.
  private var wanted: RecordID?

  /// One that waits for its lines; the quote's first line is to be selected.
  init(selecting quote: RecordID?) {
    wanted = quote
  }

  /// The selected line; `nil` where there is none.
  var line: Concordance.Line? {
    concordance.flatMap { list.isEmpty ? nil : $0.lines[list.index] }
  }

  /// The quote of the selected line, or the one to be selected.
  var record: RecordID? { line?.record ?? wanted }

  /// Whether the lines are those of a base, in the order wanted.
  func shows(_ base: Base) -> Bool { self.base == base && concordance?.order == order }

  /// Takes lines. The selected one stays selected, or else a line of the same quote.
  mutating func take(_ concordance: Concordance, _ counts: ConcordanceCounts?, of base: Base) {
    let (selected, record, isSame) = (line, self.record, self.base == base)
    if isSame, self.concordance == concordance { return }
    self.base = base
    if !isSame || self.counts == nil { self.counts = counts }
    self.concordance = concordance
    let lines = concordance.lines
    var index = selected.flatMap { lines.firstIndex(of: $0) }
    if index == nil, let record {
      index = lines.firstIndex { $0.record == record }
    }
    list = ListState(total: lines.count)
    list.select(index: index ?? 0)
  }

  /// Forgets the lines: nothing is searched for.
  mutating func clear() {
    wanted = record
    (base, concordance, counts) = (nil, nil, nil)
    list = ListState(total: 0)
  }
}

extension Concordance.Order {
  /// What the lines are sorted by, in words.
  var words: String {
    switch self {
    case .right: "next word"
    case .left: "word before"
    case .speaker: "speaker"
    case .date: "date"
    case .outlet: "outlet"
    }
  }

  /// The next one, after the last the first.
  var next: Concordance.Order {
    let all = Self.allCases
    let place = all.firstIndex(of: self).map { ($0 + 1) % all.count } ?? 0
    return all[place]
  }
}
