/// What parties accepted: its stages and what each clause obliges.
package struct Agreement: Hashable, Sendable {
  package let id: RecordID
  package let name: String
  package let kind: AgreementKind?
  package let aliases: [String]
  package let place: RecordID?
  package let sources: [RecordID]
  package let summary: String?
  package let note: String?
  package let parties: [Party]
  package let agreed: RecordDate?
  /// Day 0 of the agreement's day count.
  package let effective: RecordDate?
  package let ended: RecordDate?
  package let stages: [Stage]
  package let terms: [Term]
}

/// An actor in its role toward an agreement.
package struct Party: Hashable, Sendable {
  package let actor: RecordID
  package let role: PartyRole
}

/// A phase of an agreement.
package struct Stage: Hashable, Sendable {
  package let id: RecordID
  /// Its number as the agreement counts, usually from 1.
  package let number: Int
  package let name: String
  package let aliases: [String]
}

/// What one clause obliges.
package struct Term: Hashable, Sendable {
  package let id: RecordID
  package let text: String
  package let stage: RecordID?
  /// Who must act. Empty: the source does not say.
  package let by: [RecordID]
  package let involves: [RecordID]
  package let due: RecordDate?
  package let condition: String?
  package let source: RecordID
  /// Paragraph of the source, from 1.
  package let position: Int?
  /// What has been reported of its state. Empty: nobody has reported on it.
  package let reports: [Report]
}
