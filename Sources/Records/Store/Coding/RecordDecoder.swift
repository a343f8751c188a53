/// Reads the fields of one object of a record that has passed the checks.
///
/// A field that is absent, or not what it should be, is `nil` or empty: a chronicle is only made of
/// stores without errors, so nothing is lost by that.
struct RecordDecoder {
  let node: JSONNode
  let table: LinkedTable

  init(_ node: JSONNode, _ table: LinkedTable) {
    self.node = node
    self.table = table
  }

  func text(_ name: String) -> String? { node[name]?.text }

  func texts(_ name: String) -> [String] { node[name]?.elements.compactMap(\.text) ?? [] }

  func integer(_ name: String) -> Int? { node[name]?.integer }

  func date(_ name: String) -> RecordDate? {
    text(name).flatMap { try? RecordDate($0) }
  }

  func word<Word: Vocabulary>(_ name: String) -> Word? {
    text(name).flatMap { Word(rawValue: $0) }
  }

  func id(_ name: String) -> RecordID? { text(name).flatMap(record(named:)) }

  func ids(_ name: String) -> [RecordID] { texts(name).compactMap(record(named:)) }

  private func record(named name: String) -> RecordID? {
    table.row(named: name).map { RecordID(number: $0) }
  }

  func object(_ name: String) -> RecordDecoder? {
    node[name].map { RecordDecoder($0, table) }
  }

  func objects<Part>(_ name: String, _ make: (RecordDecoder) -> Part?) -> [Part] {
    node[name]?.elements.compactMap { make(RecordDecoder($0, table)) } ?? []
  }
}

/// A chronicle is where folding and weighing look records up.
extension Chronicle: RecordLookup {}

extension Chronicle {
  /// A decoder of a record of a kind, or of its fields with one of some names; `nil` when it is of
  /// another kind.
  func decoder(
    _ id: RecordID, _ kind: RecordKind, fields: [String]? = nil
  ) -> RecordDecoder? {
    guard self.kind(of: id) == kind, let node = table.node(of: id, members: fields) else {
      return nil
    }
    return RecordDecoder(node, table)
  }

  /// What else an actor, a place, an agreement or a stage is called; none for other records.
  package func aliases(of id: RecordID) -> [String] {
    decoder(id, kind(of: id), fields: ["aka"])?.texts("aka") ?? []
  }

  /// The record in canonical JSON, all its pieces together.
  package func json(of id: RecordID) -> String {
    guard let node = table.node(of: id) else { return "" }
    let kind = kind(of: id)
    let shape = ShapeName.allCases.first { $0.kind == kind }
    return shape.map { JSONWriter.record(node, shape: $0) } ?? ""
  }
}
