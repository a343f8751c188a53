package import Records

/// Renderings on one line that lists, plain output and documents share.
package enum OneLine {
  /// Reports and origins counted: "2 reports · 1 origin · 1 unnamed".
  package static func evidence(
    _ summary: StandingSummary, separator: String = " · "
  ) -> String {
    var parts = [
      Wording.count(summary.reports, "report"), Wording.count(summary.origins, "origin"),
    ]
    if summary.unnamedOrigins > 0 {
      parts.append("\(Wording.number(summary.unnamedOrigins)) unnamed")
    }
    return parts.joined(separator: separator)
  }

  /// The same where there is little room: "2r 1o".
  package static func shortEvidence(_ summary: StandingSummary) -> String {
    "\(summary.reports)r \(summary.origins)o"
  }

  /// The way of a quote, "Bassem Naim › AFP › Al Jazeera".
  package static func path(of quote: Quote, in chronicle: Chronicle) -> String {
    stops(of: quote, in: chronicle).map { Block.visible(chronicle.label(of: $0)) }
      .joined(separator: " › ")
  }

  /// Speaker, intermediaries and publisher, of neighbours that are the same one.
  package static func stops(of quote: Quote, in chronicle: Chronicle) -> [RecordID] {
    let publisher = chronicle.source(quote.source).map { [$0.publisher] } ?? []
    return ([quote.speaker] + quote.via + publisher).reduce(into: []) { stops, stop in
      if stops.last != stop { stops.append(stop) }
    }
  }

  /// In what an unnamed actor is known, "Al Jazeera, 19 Dec 2025", since others may be called alike;
  /// `nil` for any other actor.
  static func origin(
    ofUnnamed actor: RecordID, in chronicle: Chronicle,
    date: (RecordDate) -> String = { $0.shown() }
  ) -> String? {
    guard let actor = chronicle.actor(actor), actor.kind == .anonymous,
      let source = actor.source.flatMap({ chronicle.source($0) })
    else { return nil }
    return Block.visible(chronicle.label(of: source.publisher)) + ", " + date(source.published)
  }

  /// A quote's text, in quotation marks only where all of it is the speaker's words.
  package static func words(of quote: Quote) -> String {
    let text = Block.visible(quote.text)
    return quote.mode == .direct ? "“\(text)”" : text
  }
}
