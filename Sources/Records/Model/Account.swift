/// A report with what it is read from looked up: whose word it is, through whom, known when.
package struct Account: Hashable, Sendable {
  /// Its place among the reports of its event or term as they are stored, from 0.
  package let index: Int
  package let report: Report
  /// The quote it is read from, if any.
  package let quote: RecordID?
  package let source: RecordID
  /// Paragraph of the source, from 1.
  package let position: Int?
  /// Whose word it is: the report's `by`, or the quote's speaker, or the publisher.
  package let origin: RecordID
  /// The intermediaries, in order of travel.
  package let via: [RecordID]
  /// The publisher of the source.
  package let publisher: RecordID
  /// When it became known: as the report says, or when the source was published.
  package let reported: RecordDate

  /// The first day on which it is sure to have been known; `nil` when nothing bounds it, and then
  /// it is known in today's view only.
  package var knownOn: Day? { reported.knownOn }

  /// Origin, intermediaries and publisher, each of neighbours that are the same once.
  package var path: [RecordID] {
    var path: [RecordID] = []
    for actor in [origin] + via + [publisher] where actor != path.last { path.append(actor) }
    return path
  }
}

extension RecordLookup {
  /// The accounts of one event or term that were known as of a day, or are known today, in the order
  /// in which they became known.
  ///
  /// Those of one day come in the order of their instants where they have any, else as they are
  /// stored. A report whose source or quote is missing gives no account.
  package func accounts(of reports: [Report], asOf day: Day? = nil) -> [Account] {
    var accounts: [(account: Account, key: Knowledge)] = []
    accounts.reserveCapacity(reports.count)
    for (index, report) in reports.enumerated() {
      guard let account = account(report, index: index) else { continue }
      let key = Knowledge(account)
      if let day, key.day > day.number { continue }
      accounts.append((account, key))
    }
    if accounts.count > 1 { accounts.sort { $0.key < $1.key } }
    return accounts.map(\.account)
  }

  private func account(_ report: Report, index: Int) -> Account? {
    let (sourceID, quote, position): (RecordID, Quote?, Int?)
    switch report.basis {
    case .source(let id, let paragraph):
      (sourceID, quote, position) = (id, nil, paragraph)
    case .quote(let id):
      guard let found = self.quote(id) else { return nil }
      (sourceID, quote, position) = (found.source, found, found.position)
    }
    guard let source = source(sourceID) else { return nil }
    return Account(
      index: index, report: report, quote: quote?.id, source: sourceID, position: position,
      origin: report.by ?? quote?.speaker ?? source.publisher,
      via: report.via.isEmpty ? quote?.via ?? [] : report.via, publisher: source.publisher,
      reported: report.reported ?? source.published)
  }
}

/// The place of an account in the order of knowledge.
private struct Knowledge: Comparable {
  /// After all days where nothing bounds it: it is known as of no day.
  let day: Int32
  let second: Int32
  let index: Int

  init(_ account: Account) {
    let bounds = account.reported.bounds
    day = bounds.knownOn?.number ?? .max
    second = bounds.second
    index = account.index
  }

  static func < (left: Knowledge, right: Knowledge) -> Bool {
    (left.day, left.second, left.index) < (right.day, right.second, right.index)
  }
}
