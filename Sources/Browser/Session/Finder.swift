package import Records
import Search

/// Carries searches out. Whoever runs it may take time over it: the first search of a view reads
/// all of its records once, later ones only scan their folded text.
package struct Finder: Sendable {
  private let chronicle: Chronicle
  private var indexes: [View: TextIndex] = [:]
  private var texts: SearchedTexts

  package init(_ chronicle: Chronicle) {
    self.chronicle = chronicle
    texts = SearchedTexts(chronicle)
  }

  /// What a request asks for; `nil` if cancelled.
  ///
  /// `isCancelled` is asked now and then, on the thread the search runs on.
  package mutating func answer(
    _ request: SearchRequest, isCancelled: () -> Bool = { false }
  ) -> SearchResult? {
    let index = index(of: request.view)
    guard let rows = index.matches(Query(request.text), isCancelled: isCancelled) else {
      return nil
    }
    return SearchResult(
      request: request, positions: rows.map { Int32($0) }, time: time(of: rows, request))
  }

  /// The days of the events that a filter leaves, made here so that no key waits for it.
  private func time(of rows: [UInt32], _ request: SearchRequest) -> TimeIndex? {
    guard request.view == .timeline, request.purpose == .narrow else { return nil }
    let events = chronicle.events
    let dated = events.count - chronicle.undatedCount
    return TimeIndex(
      rows.lazy.prefix { $0 < dated }.map { events[Int($0)] }, in: chronicle)
  }

  /// The records of a view that match, in the order of its list.
  package mutating func records(matching text: String, in view: View) -> [RecordID] {
    let request = SearchRequest(generation: 1, view: view, text: text, purpose: .find)
    let records = view.records(in: chronicle)
    return answer(request)?.positions.map { records[Int($0)] } ?? []
  }

  /// Reads the records of a view, so that its first search need not: in the time it takes nobody
  /// waits.
  package mutating func prepare(_ view: View) {
    _ = index(of: view)
  }

  private mutating func index(of view: View) -> TextIndex {
    if let index = indexes[view] { return index }
    let records = view.records(in: chronicle)
    var builder = TextIndex.Builder(expectedBytes: records.count * 200, expectedRows: records.count)
    for record in records {
      texts.forEach(of: record) { text in
        switch text {
        case .text(let text): builder.add(text)
        case .name(let name, _): builder.add(name: name)
        }
      }
      builder.endRow()
    }
    let index = builder.build()
    indexes[view] = index
    return index
  }
}
