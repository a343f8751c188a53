package import Records

extension Finder {
  /// The records of a view that match a query line, in the order of its list; for those who search
  /// without a session.
  package mutating func records(
    matching text: String, in view: View, of chronicle: Chronicle
  ) -> [RecordID] {
    let request = SearchRequest(generation: 1, view: view, text: text, purpose: .find)
    let records = view.records(in: chronicle)
    return answer(request)?.positions.map { records[Int($0)] } ?? []
  }
}
