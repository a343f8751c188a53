/// Somewhere events happen.
package struct Place: Hashable, Sendable {
  package let id: RecordID
  package let name: String
  package let aliases: [String]
  /// The larger place it lies in.
  package let within: RecordID?
}
