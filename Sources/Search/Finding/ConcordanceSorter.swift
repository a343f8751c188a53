package import Records

/// Puts lines of a concordance in order. What is compared is folded, so that case, accents and signs
/// part nothing that a search finds together.
struct ConcordanceSorter {
  private let chronicle: Chronicle

  init(_ chronicle: Chronicle) {
    self.chronicle = chronicle
  }

  /// The lines in an order; `nil` if cancelled.
  func sorted(
    _ lines: [Concordance.Line], by order: Concordance.Order, _ isCancelled: () -> Bool
  ) -> [Concordance.Line]? {
    var names: [RecordID: [UInt8]] = [:]
    var keyed: [(key: [UInt8], line: Concordance.Line)] = []
    keyed.reserveCapacity(lines.count)
    for (number, line) in lines.enumerated() {
      if number & 0x3FF == 0, isCancelled() { return nil }
      keyed.append((key(of: line, order, &names), line))
    }
    keyed.sort { one, other in
      if one.key != other.key { return one.key.lexicographicallyPrecedes(other.key) }
      let places = (
        chronicle.position(of: one.line.record), chronicle.position(of: other.line.record)
      )
      return places.0 == places.1 ? one.line.start < other.line.start : places.0 < places.1
    }
    return keyed.map(\.line)
  }

  private func key(
    of line: Concordance.Line, _ order: Concordance.Order, _ names: inout [RecordID: [UInt8]]
  ) -> [UInt8] {
    switch order {
    case .date: return []
    case .right: return Fold.fold(Self.near(line.parts(in: chronicle).after))
    case .left:
      let words = Fold.fold(Self.near(line.parts(in: chronicle).before, fromEnd: true))
        .split(separator: 0x20)
      return Array(words.reversed().joined(separator: [0x20]))
    case .speaker: return name(of: chronicle.speaker(of: line.record), &names)
    case .outlet: return name(of: chronicle.outlet(of: line.record), &names)
    }
  }

  /// What is near the hit: what stands further away than this decides nothing.
  private static func near(_ text: Substring, fromEnd: Bool = false) -> String {
    String(fromEnd ? text.suffix(reach) : text.prefix(reach))
  }

  private static let reach = 80

  private func name(of record: RecordID?, _ names: inout [RecordID: [UInt8]]) -> [UInt8] {
    guard let record else { return [] }
    if let known = names[record] { return known }
    let name = Fold.fold(chronicle.label(of: record))
    names[record] = name
    return name
  }
}

extension Chronicle {
  /// Whose words a quote is.
  package func speaker(of quote: RecordID) -> RecordID? {
    records(namedBy: quote, as: MentionSet(.speaker)).first
  }

  /// Who published the source of a quote.
  package func outlet(of quote: RecordID) -> RecordID? {
    records(namedBy: quote, as: MentionSet(.quoteSource)).first
      .flatMap { records(namedBy: $0, as: MentionSet(.publisher)).first }
  }
}
