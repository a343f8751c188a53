import Records
import Screen

extension DocumentBuilder {
  mutating func addSource(_ id: RecordID) {
    guard let source = chronicle.source(id) else { return }
    title(source.title ?? chronicle.label(of: id))
    addHead(of: source)
    remark(source.note)
    addCarried(by: source)
    addText(of: source)
  }

  private mutating func addHead(of source: Source) {
    paragraph(
      joined([
        text(source.kind.rawValue), link(source.publisher), text(source.published.unbroken),
      ]))
    if source.kind == .comment {
      paragraph(StyledText("reader comment · evidence for nothing", .comment))
    }
    gap()
    if let author = source.author { field("author", author) }
    if let language = source.language { field("language", language) }
    if let url = source.url {
      address(url, label: "address")
    } else {
      field("address", own(Wording.notStated, .dim))
    }
    if let whole = source.partOf {
      let position = source.position.map { ", after paragraph \(Wording.number($0))" } ?? ""
      field("stands in", link(whole) + text(position, .dim))
    }
    addCorrections(of: source)
  }

  private mutating func addCorrections(of source: Source) {
    if let earlier = source.corrects {
      field("corrects", place(in: earlier, at: nil, withDate: true))
    }
    if let earlier = source.retracts {
      field("retracts", place(in: earlier, at: nil, withDate: true))
    }
    for later in known(chronicle.corrections(of: source.id)).compactMap(chronicle.source) {
      let label = later.retracts == source.id ? "retraction" : "correction"
      field(label, place(in: later.id, at: nil, withDate: true))
    }
  }

  private mutating func addText(of source: Source) {
    guard !source.text.isEmpty else { return }
    heading("TEXT")
    for (index, words) in source.text.prefix(DocumentLimit.own).enumerated() {
      let number = "\(index + 1)"
      add(
        Block(
          .line(indent: 2, hang: number.utf8.count + 2),
          own("\(number)  ", .label) + text(words)))
    }
    rest(of: source.text.count, after: DocumentLimit.own)
  }
}

// MARK: - What a source carries

extension DocumentBuilder {
  /// Something read from a source, at its place there.
  private struct Carried {
    enum Content {
      case report(of: RecordID, state: TermState?, origin: RecordID?)
      case record(RecordID)
      /// Words of a quote that was first read elsewhere.
      case printing(of: RecordID, text: String?)
      case comment(RecordID)
      case position(holder: RecordID, Position)
    }

    /// The paragraph, from 1; `nil` where it is not stated.
    let paragraph: Int?
    let content: Content
  }

  private mutating func addCarried(by source: Source) {
    let quotes = known(chronicle.quotes(in: source.id))
    let reported = known(chronicle.records(reportedIn: source.id))
    let carried = carried(by: source, quotes, reported)
    guard !carried.isEmpty else { return }
    let count = carried.count + surplus(quotes) + surplus(reported)
    heading("CARRIES (\(Wording.number(count)))")
    // Where nothing is known to stand in a paragraph, there is no need to say it.
    let hasParagraphs = carried.contains { $0.paragraph != nil }
    var paragraph: Int?
    for (index, item) in carried.prefix(DocumentLimit.carried).enumerated() {
      if hasParagraphs, index == 0 || item.paragraph != paragraph {
        paragraph = item.paragraph
        gap()
        self.paragraph(
          own(
            paragraph.map { "paragraph \(Wording.number($0))" } ?? "paragraph not stated", .label))
      }
      add(item.content)
    }
    rest(of: count, after: DocumentLimit.carried)
  }

  private func surplus(_ records: [RecordID]) -> Int {
    max(0, records.count - DocumentLimit.decoded)
  }

  /// All that was read from a source by paragraph; in one paragraph events, quotes, terms,
  /// positions, and last the comments that follow it.
  private func carried(
    by source: Source, _ quotes: [RecordID], _ reported: [RecordID]
  ) -> [Carried] {
    var carried: [Carried] = []
    for record in reported.prefix(DocumentLimit.decoded) {
      let reports = chronicle.event(record)?.reports ?? chronicle.term(record)?.reports ?? []
      for report in reports {
        guard case .source(source.id, let paragraph) = report.basis else { continue }
        let origin = report.by == source.publisher ? nil : report.by
        carried.append(
          Carried(
            paragraph: paragraph,
            content: .report(of: record, state: report.state, origin: origin)))
      }
    }
    for quote in quotes.prefix(DocumentLimit.decoded).compactMap(chronicle.quote) {
      if quote.source == source.id {
        carried.append(Carried(paragraph: quote.position, content: .record(quote.id)))
      }
      for printing in quote.printings where printing.source == source.id {
        let text = printing.text == quote.text ? nil : printing.text
        carried.append(
          Carried(
            paragraph: printing.position, content: .printing(of: quote.id, text: text)))
      }
    }
    carried += clauses(readFrom: source.id)
    carried += positions(readFrom: source.id)
    carried += chronicle.comments(in: source.id).filter(isKnown).map {
      Carried(paragraph: chronicle.source($0)?.position, content: .comment($0))
    }
    // Stable: what has no paragraph comes last.
    return carried.enumerated().sorted {
      ($0.element.paragraph ?? .max, $0.offset) < ($1.element.paragraph ?? .max, $1.offset)
    }.map(\.element)
  }

  /// The terms and agreements that rest on a source.
  private func clauses(readFrom source: RecordID) -> [Carried] {
    chronicle.records(restingOn: source).prefix(DocumentLimit.decoded).map {
      Carried(paragraph: chronicle.term($0)?.position, content: .record($0))
    }
  }

  private func positions(readFrom source: RecordID) -> [Carried] {
    chronicle.positions(restingOn: source).prefix(DocumentLimit.decoded)
      .compactMap(chronicle.actor).flatMap { actor in
        actor.positions.filter { $0.source == source }
          .map { Carried(paragraph: nil, content: .position(holder: actor.id, $0)) }
      }
  }

  private mutating func add(_ content: Carried.Content) {
    switch content {
    case .position(let holder, let position):
      item(
        joined([
          link(holder) + text(", \(position.title), ") + link(position.of),
          text(position.span, .dim),
        ]))
    case .comment(let source):
      item(link(source) + own("\(Self.dot)stands after this paragraph", .dim))
      for quote in chronicle.quotes(in: source).prefix(DocumentLimit.entries) {
        quoteEntry(quote)
      }
    case .printing(let id, let words):
      quoteEntry(id)
      guard let words else { break }
      let isDirect = chronicle.quote(id)?.mode == .direct
      detail(own("printed here: ", .label) + (isDirect ? quoted(words) : text(words)))
    case .record(let id) where chronicle.kind(of: id) == .quote:
      quoteEntry(id)
    case .record(let id) where chronicle.kind(of: id) == .term:
      item(own("term: ", .label) + link(id))
    case .record(let id):
      item(brief(id))
    case .report(let record, let state, let origin):
      var line = own("report: ", .label) + brief(record)
      if let state { line += own(Self.dot, .dim) + own(state.words, .mark) }
      if let origin { line += own("\(Self.dot)by ", .dim) + link(origin) }
      item(line)
    }
  }
}
