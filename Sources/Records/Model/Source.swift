/// A publication in which records were read.
package struct Source: Hashable, Sendable {
  package let id: RecordID
  package let kind: SourceKind
  package let title: String?
  package let author: String?
  package let publisher: RecordID
  /// When it was published: the day on which what it reports became known, unless a report says
  /// otherwise.
  package let published: RecordDate
  package let url: String?
  package let language: String?
  package let note: String?
  /// The source it stands in, for a comment under or inside an article.
  package let partOf: RecordID?
  /// The paragraph of `partOf` after which it stands, from 1.
  package let position: Int?
  package let corrects: RecordID?
  package let retracts: RecordID?
  /// Its paragraphs, where the owner of the store may keep them; otherwise empty.
  package let text: [String]
}
