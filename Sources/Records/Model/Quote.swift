/// Words said, with their mode.
package struct Quote: Hashable, Sendable {
  package let id: RecordID
  package let speaker: RecordID
  /// The speaker's words when `mode` is direct; reported speech when indirect; both, with the
  /// speaker's words in quotation marks, when mixed.
  package let text: String
  package let mode: QuoteMode
  package let source: RecordID
  /// Paragraph of the source, from 1.
  package let position: Int?
  package let note: String?
  /// In order of travel, between the speaker and the publisher.
  package let via: [RecordID]
  /// The source's cue, such as "warned".
  package let verb: String?
  package let act: Act
  /// When it was said.
  package let date: RecordDate?
  package let about: [RecordID]
  /// Language of `text`.
  package let language: String?
  package let original: Original?
  /// Other printings of the same words.
  package let printings: [Printing]
}

/// The words in the language they were said in.
package struct Original: Hashable, Sendable {
  package let language: String
  /// `nil`: known to be translated, words not to hand.
  package let text: String?
}

/// Another printing of the same words.
package struct Printing: Hashable, Sendable {
  package let source: RecordID
  /// Paragraph of the source, from 1.
  package let position: Int?
  package let text: String?
}
