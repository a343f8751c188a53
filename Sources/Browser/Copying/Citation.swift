import Records

/// Where something stands: a source, and the paragraphs of it.
struct Citation: Hashable {
  let source: RecordID
  /// From 1, in the order of the store; empty where none is stated.
  private(set) var positions: [Int] = []

  init(_ source: RecordID, position: Int? = nil) {
    self.source = source
    positions = position.map { [$0] } ?? []
  }

  /// Adds what another citation of the same source says.
  mutating func unite(_ other: Citation) {
    positions += other.positions.filter { !positions.contains($0) }
  }

  /// Author, title, publisher, day, paragraph and address, as far as they are stated.
  func text(in chronicle: Chronicle) -> String {
    guard let source = chronicle.source(source) else { return chronicle.label(of: source) }
    var parts: [String] = []
    if let author = source.author { parts.append(author) }
    if let title = source.title {
      // A title in brackets is a description: the source itself has none.
      parts.append(title.hasPrefix("[") ? title : "“\(title)”")
    }
    parts.append(chronicle.label(of: source.publisher))
    parts.append(source.published.shown())
    if !positions.isEmpty {
      let word = positions.count == 1 ? "paragraph" : "paragraphs"
      parts.append("\(word) \(Wording.list(positions.map(Wording.number)))")
    }
    if source.kind == .comment { parts.append("reader comment") }
    if let address = source.url { parts.append(address) }
    return parts.map(Block.visible).joined(separator: ", ")
  }

  /// A quote's words, and below them the speaker, the intermediaries, how much of the words are the
  /// speaker's, and where they stand.
  static func text(of quote: Quote, in chronicle: Chronicle) -> String {
    var line = "— " + Block.visible(chronicle.label(of: quote.speaker))
    if !quote.via.isEmpty {
      line += ", via " + Wording.list(quote.via.map { Block.visible(chronicle.label(of: $0)) })
    }
    switch quote.mode {
    case .direct: break
    case .indirect: line += " (reported speech)"
    case .mixed: line += " (only the words in quotation marks are the speaker’s)"
    }
    if let original = quote.original { line += " (translated from \(original.language))" }
    let place = Citation(quote.source, position: quote.position).text(in: chronicle)
    return "\(OneLine.words(of: quote))\n\(line). \(place)"
  }
}

extension Chronicle {
  /// Where what is said of a record was read, in the order of the store, each source once.
  func citations(of record: RecordID) -> [Citation] {
    var found: [Citation] = []
    switch kind(of: record) {
    case .source: found = [Citation(record)]
    case .quote:
      found =
        quote(record).map { [Citation($0.source, position: $0.position)] } ?? []
    case .event:
      found = event(record)?.reports.compactMap { citation(of: $0.basis) } ?? []
    case .actor:
      let actor = actor(record)
      found = ([actor?.source] + (actor?.positions.map(\.source) ?? [])).compactMap { source in
        source.map { Citation($0) }
      }
    case .agreement: found = agreement(record)?.sources.map { Citation($0) } ?? []
    case .term:
      found = term(record).map { [Citation($0.source, position: $0.position)] } ?? []
    case .stage, .place: break
    }
    return found.reduce(into: []) { list, citation in
      if let place = list.firstIndex(where: { $0.source == citation.source }) {
        list[place].unite(citation)
      } else {
        list.append(citation)
      }
    }
  }

  /// The address of the first source of a record that has one.
  func address(of record: RecordID) -> String? {
    citations(of: record).lazy.compactMap { self.source($0.source)?.url }.first
  }

  private func citation(of basis: Report.Basis) -> Citation? {
    switch basis {
    case .source(let source, let position): Citation(source, position: position)
    case .quote(let id): quote(id).map { Citation($0.source, position: $0.position) }
    }
  }
}
