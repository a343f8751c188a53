/// A closed list of words that a field may hold. The words are those of the store's files.
package protocol Vocabulary: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String {}

/// What kind of publication a source is.
package enum SourceKind: String, Vocabulary {
  case article, statement, agreement, resolution, broadcast, post, dataset, comment
}

/// What kind of actor acts or speaks.
package enum ActorKind: String, Vocabulary {
  case person, state, organisation, outlet, group, population, anonymous
  case governmentBody = "government-body"
  case armedGroup = "armed-group"
}

/// What kind of agreement it is.
package enum AgreementKind: String, Vocabulary {
  case ceasefire, framework, partial, comprehensive, implementation, renewal, resolution, other
}

/// An actor's role toward an agreement.
package enum PartyRole: String, Vocabulary {
  case party, mediator, guarantor, witness
}

/// What kind of event it is.
package enum EventKind: String, Vocabulary {
  case talks, consultation, visit, proposal, agreement, resolution, ceasefire, violation, military
  case withdrawal, deployment, exchange, aid, governance, statement, deadline, other
}

/// Where an event stands in the world. About the evidence, see `Standing`.
package enum Status: String, Vocabulary {
  case occurred, ongoing, recurring, planned, conditional, postponed, cancelled
}

/// How much an event matters when one looks from far away.
package enum Weight: String, Vocabulary {
  case key, normal, minor
}

/// An actor's role in an event.
package enum ParticipantRole: String, Vocabulary {
  case participant, host, mediator, party, envoy, signatory, actor, target, accused, invited
  case absent, witness
}

/// How one event is tied to another record.
package enum Relation: String, Vocabulary {
  case requires, follows, replaces, fulfils, breaches
  case partOf = "part-of"
  case respondsTo = "responds-to"
  case possiblySame = "possibly-same"
}

/// What a report does with what it is about.
package enum Assertion: String, Vocabulary {
  case asserts, denies, corrects, retracts
}

/// How far a term has been carried out, as a report says.
package enum TermState: String, Vocabulary {
  case notStarted = "not-started"
  case minimal, partial, full, breached
}

/// Whether a quote's words are the speaker's.
package enum QuoteMode: String, Vocabulary {
  case direct, indirect, mixed
}

/// What a speaker does by saying it.
package enum Act: String, Vocabulary {
  case say, demand, accuse, threaten, promise, propose, accept, reject, deny, comment
}

/// How far the evidence for an event carries. Derived from its reports; a report may only state
/// `confirmed`, with a note that says why.
package enum Standing: String, Vocabulary {
  case reported, claimed, disputed, denied, retracted, confirmed
}
