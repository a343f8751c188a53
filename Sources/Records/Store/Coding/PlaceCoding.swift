extension Chronicle {
  /// The place; `nil` when `id` is another kind of record.
  package func place(_ id: RecordID) -> Place? {
    guard let decoder = decoder(id, .place), let name = decoder.text("name") else { return nil }
    return Place(
      id: id, name: name, aliases: decoder.texts("aka"), within: decoder.id("within"))
  }
}
