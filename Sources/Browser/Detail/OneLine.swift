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

  /// A quote's text, in quotation marks only where all of it is the speaker's words.
  package static func words(of quote: Quote) -> String {
    let text = Block.visible(quote.text)
    return quote.mode == .direct ? "“\(text)”" : text
  }

  /// The first participants by name, and how many more there are:
  /// "Steve Witkoff, Hakan Fidan and 2 more".
  package static func participants(
    _ participants: [Participant], in chronicle: Chronicle, limit: Int = 2
  ) -> String {
    let names = participants.prefix(max(0, limit)).map {
      Block.visible(chronicle.label(of: $0.actor))
    }
    let rest = participants.count - names.count
    guard rest > 0 else { return Wording.list(names) }
    guard !names.isEmpty else { return Wording.count(rest, "participant") }
    return names.joined(separator: ", ") + " and \(Wording.number(rest)) more"
  }

  /// The titles an actor held on a day with the bodies they belong to:
  /// "Foreign Minister, Egypt"; `nil` when none is known for that day.
  package static func position(
    of actor: Actor, on day: Day?, in chronicle: Chronicle
  ) -> String? {
    guard let day else { return nil }
    let positions = actor.positions(on: day).map {
      Block.visible($0.title) + ", " + Block.visible(chronicle.label(of: $0.of))
    }
    return positions.isEmpty ? nil : positions.joined(separator: "; ")
  }
}

// MARK: - Any record

extension OneLine {
  /// A record in one line, as lists without columns print it: what it is called and what tells it
  /// from others of its kind. `nil` when it is an event not known on that day.
  package static func summary(
    of record: RecordID, in chronicle: Chronicle, asOf day: Day? = nil
  ) -> String? {
    let label = Block.visible(chronicle.label(of: record))
    switch chronicle.kind(of: record) {
    case .event:
      return event(record, label, chronicle, day)
    case .quote:
      guard let quote = chronicle.quote(record) else { return label }
      return line([
        quote.date?.shown() ?? "no date stated", words(of: quote), path(of: quote, in: chronicle),
        quote.mode.word,
      ])
    case .source:
      guard let source = chronicle.source(record) else { return label }
      let publisher = Block.visible(chronicle.label(of: source.publisher))
      return line([source.published.shown(), source.kind.rawValue, publisher, label])
    case .actor:
      let actor = chronicle.actor(record)
      let positions = actor?.positions.last.map {
        Block.visible($0.title) + ", " + Block.visible(chronicle.label(of: $0.of)) + ", " + $0.span
      }
      return line([label, actor?.kind.words ?? "", positions ?? ""])
    case .agreement:
      let agreement = chronicle.agreement(record)
      let effective = agreement?.effective?.shown() ?? Wording.notStated
      return line([label, agreement?.kind?.rawValue ?? "", "effective \(effective)"])
    case .stage, .term:
      let owner = chronicle.agreement(containing: record).map { chronicle.label(of: $0) }
      return line([label, Block.visible(owner ?? "")])
    case .place:
      let within = chronicle.place(record)?.within.map { chronicle.label(of: $0) }
      return line([label, Block.visible(within ?? "")])
    }
  }

  private static func event(
    _ record: RecordID, _ label: String, _ chronicle: Chronicle, _ day: Day?
  ) -> String? {
    guard let fold = chronicle.fold(record, asOf: day), let event = chronicle.event(record)
    else { return nil }
    let summary = chronicle.standing(of: fold, asOf: day)
    return line([
      fold.date?.shown() ?? "no date stated", event.kind.word, fold.status.rawValue,
      summary.standing.rawValue, label, evidence(summary),
    ])
  }

  private static func line(_ parts: [String]) -> String {
    let line = parts.filter { !$0.isEmpty }.joined(separator: " · ")
    return String(line.map { $0 == Block.joint ? " " : $0 })
  }
}
