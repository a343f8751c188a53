package import Records

/// Every place in quotes at which the words of a query stand, with what stands around it (keyword in
/// context).
///
/// A line holds a quote and two offsets; its texts are read when they are shown, so that a common
/// word in a million quotes takes a few megabytes.
package struct Concordance: Hashable, Sendable {
  /// One hit.
  package struct Line: Hashable, Sendable {
    /// The quote.
    package let record: RecordID
    /// Where the hit stands in the quote's text, in UTF-8 offsets from 0, between characters.
    let start: Int32
    let end: Int32
  }

  /// What lines can be sorted by. Lines that are equal in it stand by date, then by place in the
  /// quote.
  package enum Order: String, CaseIterable, Sendable {
    /// By what follows the hit in reading order; in right-to-left text this stands left of it.
    case right
    /// By what comes before it, from the nearest word on.
    case left
    case speaker, date
    /// By who published it.
    case outlet
  }

  package let order: Order
  package let lines: [Line]
  /// How many quotes have a hit in their text.
  package let quoteCount: Int
  /// How many of the quotes that were found have none there: they match by a name, a note, the
  /// original, or by a field alone.
  package let otherCount: Int

  /// The lines of quotes, sorted: the words of the query (see `Keywords`) are centred.
  ///
  /// The places are those of the quotes that were found, in `Chronicle.quotes`, ascending.
  /// `isCancelled` is asked about once a thousand quotes; `nil` if it says so.
  package init?(
    _ query: Query, in chronicle: Chronicle, among places: some Collection<UInt32>,
    by order: Order = .right, isCancelled: () -> Bool = { false }
  ) {
    let keywords = Keywords(query)
    let quotes = chronicle.quotes
    var lines: [Line] = []
    var found = 0
    if !keywords.isEmpty {
      for (number, place) in places.enumerated() {
        if number & 0x3FF == 0, isCancelled() { return nil }
        let record = quotes[Int(place)]
        let hits = keywords.hits(in: chronicle.label(of: record))
        if !hits.isEmpty { found += 1 }
        lines += hits.map {
          Line(record: record, start: Int32($0.lowerBound), end: Int32($0.upperBound))
        }
      }
    }
    let sorter = ConcordanceSorter(chronicle)
    guard let sorted = sorter.sorted(lines, by: order, isCancelled) else { return nil }
    self.lines = sorted
    self.order = order
    quoteCount = found
    otherCount = places.count - found
  }

  private init(_ lines: [Line], _ order: Order, like other: Concordance) {
    self.lines = lines
    self.order = order
    quoteCount = other.quoteCount
    otherCount = other.otherCount
  }

  /// The same lines in another order; `nil` if cancelled.
  package func sorted(
    by order: Order, in chronicle: Chronicle, isCancelled: () -> Bool = { false }
  ) -> Concordance? {
    guard order != self.order else { return self }
    let sorter = ConcordanceSorter(chronicle)
    return sorter.sorted(lines, by: order, isCancelled).map { Concordance($0, order, like: self) }
  }
}

extension Concordance.Line {
  /// The three parts of a quote's text, in reading order. Together they are the text.
  package struct Parts: Hashable, Sendable {
    package let before: Substring
    package let hit: Substring
    package let after: Substring
  }

  /// The text of the quote, parted at the hit.
  package func parts(in chronicle: Chronicle) -> Parts {
    let text = chronicle.label(of: record)
    let from = text.utf8.index(text.startIndex, offsetBy: Int(start))
    let to = text.utf8.index(text.startIndex, offsetBy: Int(end))
    return Parts(before: text[..<from], hit: text[from..<to], after: text[to...])
  }
}
