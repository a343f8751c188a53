import Records

/// The records that events and quotes refer to.
extension SyntheticStore {
  // MARK: - Sources

  func writeSource(_ index: Int, to writer: inout ByteWriter) {
    var dice = dice(.source, index)
    let kinds = ["article", "article", "article", "statement", "broadcast", "post", "dataset"]
    writer.write("{\"id\":\"s\(index)\",\"kind\":\"\(dice.pick(kinds))\",\"title\":\"")
    words.write(7, from: &dice, to: &writer)
    writer.write("\",\"publisher\":\"a\(index % outlets)\",\"published\":\"")
    writer.write(day(ofSource: index))
    writer.write("\",\"lang\":\"en\",\"url\":\"https://example.org/records/\(index)\"")
    if dice.once(in: 4) {
      writer.write(",\"author\":\"")
      words.write(2, from: &dice, to: &writer)
      writer.write("\"")
    }
    if index % 500 == 499 { writer.write(",\"corrects\":\"s\(index - 1)\"") }
    if holdsText(source: index) { writeParagraphs(of: index, from: &dice, to: &writer) }
    writer.write("}")
    if hasComment(source: index) { writeComment(below: index, from: &dice, to: &writer) }
  }

  /// One paragraph for each event of the source, with the words of that event's quote in it.
  private func writeParagraphs(
    of source: Int, from dice: inout Dice, to writer: inout ByteWriter
  ) {
    writer.write(",\"text\":[")
    for event in source * 10..<min(source * 10 + 10, events) {
      writer.write(event % 10 > 0 ? ",\"" : "\"")
      words.write(5, from: &dice, to: &writer)
      writer.write(": “")
      writeQuoteText(event, to: &writer)
      writer.write("”\"")
    }
    writer.write("]")
  }

  private func writeComment(
    below source: Int, from dice: inout Dice, to writer: inout ByteWriter
  ) {
    writer.write(",\n{\"id\":\"c\(source)\",\"kind\":\"comment\",\"partOf\":\"s\(source)\"")
    writer.write(",\"at\":3,\"publisher\":\"a\(source % outlets)\",\"published\":\"[")
    writer.write(day(ofSource: source))
    writer.write("..]\",\"note\":\"")
    words.write(6, from: &dice, to: &writer)
    writer.write("\"}")
  }

  // MARK: - Places

  func writePlace(_ index: Int, to writer: inout ByteWriter) {
    var dice = dice(.place, index)
    writer.write("{\"id\":\"p\(index)\",\"name\":\"")
    writer.write(uniqueName(index).capitalisedFirst)
    writer.write("\"")
    if dice.once(in: 4) { writer.write(",\"aka\":[\"\(uniqueName(index, arabic: true))\"]") }
    if index >= 12 { writer.write(",\"within\":\"p\(dice.below(index / 8 + 1))\"") }
    writer.write("}")
  }

  // MARK: - Actors

  func writeActor(_ index: Int, to writer: inout ByteWriter) {
    var dice = dice(.actor, index)
    let kind = kind(ofActor: index)
    writer.write("{\"id\":\"a\(index)\",\"name\":\"")
    words.write(kind == "person" ? 1 : 2, from: &dice, to: &writer)
    let arabic = index % 5 == 3
    writer.write(" \(uniqueName(index, arabic: arabic).capitalisedFirst)\",\"kind\":\"\(kind)\"")
    if dice.once(in: 2) {
      writer.write(",\"aka\":[\"\(uniqueName(index, arabic: !arabic).capitalisedFirst)\"]")
    }
    switch kind {
    case "government-body", "organisation": writer.write(",\"partOf\":[\"\(state(&dice))\"]")
    case "group":
      let last = min(index, outlets + Self.states) - 1
      writer.write(",\"members\":[\"a\(last)\",\"a\(max(0, last - 1 - dice.below(3)))\"]")
    case "person": writePositions(from: &dice, to: &writer)
    default: break
    }
    if dice.once(in: 3) {
      writer.write(",\"summary\":\"")
      words.write(12, from: &dice, to: &writer)
      writer.write("\"")
    }
    writer.write("}")
    if index == actors - 1 { writeUnnamed(to: &writer) }
  }

  private func kind(ofActor index: Int) -> String {
    if index < outlets { return "outlet" }
    if index < outlets + Self.states { return "state" }
    switch index % 16 {
    case 0, 1: return "government-body"
    case 2, 3: return "organisation"
    case 4: return "armed-group"
    case 5: return "group"
    case 6: return "population"
    default: return "person"
    }
  }

  private func state(_ dice: inout Dice) -> String { "a\(outlets + dice.below(Self.states))" }

  private func writePositions(from dice: inout Dice, to writer: inout ByteWriter) {
    let titles = ["minister", "envoy", "spokesperson", "president", "member of the council"]
    let source = dice.below(sources)
    let from = Self.firstDay + dice.below(Self.span - 400)
    writer.write(",\"positions\":[{\"title\":\"\(dice.pick(titles))\",\"of\":\"\(state(&dice))\"")
    if dice.once(in: 3) {
      writer.write(",\"asOf\":\"")
      writer.write(day(ofSource: source))
    } else {
      writer.write(",\"from\":\"")
      writer.write(from)
      writer.write("\",\"to\":\"")
      writer.write(from + 30 + dice.below(370))
    }
    writer.write("\",\"source\":\"s\(source)\"}]")
  }

  /// Speakers without a name: each exists in one source only.
  private func writeUnnamed(to writer: inout ByteWriter) {
    for source in 0..<sources where hasOfficial(source: source) {
      writer.write(",\n{\"id\":\"u\(source)\",\"name\":\"an official in \(uniqueName(source))\"")
      writer.write(",\"kind\":\"anonymous\",\"partOf\":[\"a\(outlets + source % Self.states)\"]")
      writer.write(",\"source\":\"s\(source)\"}")
    }
    for source in 0..<sources where hasComment(source: source) {
      writer.write(",\n{\"id\":\"r\(source)\",\"name\":\"a reader in \(uniqueName(source))\"")
      writer.write(",\"kind\":\"anonymous\",\"source\":\"c\(source)\"}")
    }
  }

  // MARK: - Agreements

  func writeAgreement(_ index: Int, to writer: inout ByteWriter) {
    var dice = dice(.agreement, index)
    let kinds = ["ceasefire", "framework", "partial", "comprehensive", "implementation", "renewal"]
    let first = index * events / agreements
    let begin = day(ofEvent: first)
    writer.write("{\"id\":\"g\(index)\",\"name\":\"")
    words.write(2, from: &dice, to: &writer)
    writer.write(" agreement \(uniqueName(index))\",\"kind\":\"\(dice.pick(kinds))\"")
    writer.write(",\"place\":\"p\(dice.below(places))\",\"parties\":[")
    for (number, role) in ["party", "party", "mediator", "guarantor"].enumerated() {
      let actor = outlets + (index + number) % (actors - outlets)
      writer.write("\(number > 0 ? "," : ""){\"actor\":\"a\(actor)\",\"role\":\"\(role)\"}")
    }
    writer.write("],\"agreed\":\"")
    writer.write(begin)
    writer.write("\",\"effective\":\"")
    writer.write(begin + 2)
    if index % 3 == 0 {
      writer.write("\",\"ended\":\"")
      writer.write(begin + 120)
    }
    writer.write("\",\"sources\":[\"s\(source(ofEvent: first))\"],\"stages\":[")
    for stage in 1...3 {
      writer.write("\(stage > 1 ? "," : ""){\"id\":\"g\(index)-s\(stage)\",\"n\":\(stage)")
      writer.write(",\"name\":\"Stage \(stage)\"}")
    }
    writer.write("],\"terms\":[")
    for term in 1...Self.terms {
      if term > 1 { writer.write(",") }
      writeTerm(term, of: index, begin: begin, from: &dice, to: &writer)
    }
    writer.write("]}")
  }

  /// How many terms an agreement has.
  static let terms = 6

  private func writeTerm(
    _ term: Int, of agreement: Int, begin: Day, from dice: inout Dice, to writer: inout ByteWriter
  ) {
    let source = source(ofEvent: agreement * events / agreements)
    writer.write("{\"id\":\"g\(agreement)-t\(term)\"")
    writer.write(",\"stage\":\"g\(agreement)-s\((term + 1) / 2)\",\"text\":\"")
    words.write(11, from: &dice, to: &writer)
    writer.write("\"")
    if term % 3 > 0 { writer.write(",\"by\":[\"a\(actor(&dice))\"]") }
    if term % 2 > 0 { writer.write(",\"involves\":[\"a\(actor(&dice))\"]") }
    if term == 2 {
      writer.write(",\"due\":\"")
      writer.write(begin + 42)
      writer.write("\"")
    }
    if term == 5 {
      writer.write(",\"condition\":\"")
      words.write(6, from: &dice, to: &writer)
      writer.write("\"")
    }
    writer.write(",\"source\":\"s\(source)\",\"at\":\(dice.number(in: 1...9)),\"reports\":[")
    let states = ["not-started", "minimal", "partial", "full", "breached"]
    for report in 0..<dice.below(4) {
      let later = min(source + 1 + report * 3, sources - 1)
      writer.write("\(report > 0 ? "," : ""){\"source\":\"s\(later)\",\"by\":\"a\(actor(&dice))\"")
      writer.write(",\"state\":\"\(dice.pick(states))\"}")
    }
    writer.write("]}")
  }
}

extension String {
  /// With a capital first letter where the script has them.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
