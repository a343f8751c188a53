import Records

/// Events with their reports, and quotes.
extension SyntheticStore {
  // MARK: - Events

  /// What an event is apart from its words.
  private struct Plan {
    var form = DateForm.day
    var status = "occurred"
    var day: Day
    /// For what was planned, the source that says what came of it.
    var outcome: Int?
  }

  /// Of forty events each form of a date has one, and the plain day has the rest.
  private func plan(ofEvent index: Int, from dice: inout Dice) -> Plan {
    var plan = Plan(day: day(ofEvent: index))
    let turn = index % 40
    if let form = DateForm(rawValue: turn) { plan.form = form }
    switch plan.form {
    case .since: plan.status = "ongoing"
    case .ongoing: plan.status = "recurring"
    case .after:
      plan.status = "conditional"
    default:
      if turn == 20, let outcome = outcome(ofEvent: index) {
        plan.status = "planned"
        (plan.day, plan.outcome) = outcome
      } else if turn == 21 {
        plan.status = dice.pick(["postponed", "cancelled"])
      }
    }
    return plan
  }

  /// A day after the source of the event appears, and a source that appears after that day.
  private func outcome(ofEvent index: Int) -> (Day, Int)? {
    let planned = day(ofSource: source(ofEvent: index)) + 10
    return source(after: planned).map { (planned, $0) }
  }

  func writeEvent(_ index: Int, to writer: inout ByteWriter) {
    var dice = dice(.event, index)
    let plan = plan(ofEvent: index, from: &dice)
    let kinds = [
      "talks", "consultation", "visit", "proposal", "violation", "military", "withdrawal",
      "deployment", "exchange", "aid", "governance", "statement", "deadline", "other",
    ]
    writer.write("{\"id\":\"e")
    writer.write(index)
    writer.write("\",\"kind\":\"")
    writer.write(dice.pick(kinds))
    writer.write("\",\"title\":\"")
    words.write(8 + dice.below(5), from: &dice, to: &writer)
    writer.write("\",\"summary\":\"")
    words.write(30 + dice.below(12), from: &dice, to: &writer)
    writer.write(".\"")
    if index % 40 != 39 {
      writer.write(",\"date\":\"")
      writer.write(date: plan.day, form: plan.form)
      writer.write("\"")
    }
    writer.write(",\"status\":\"")
    writer.write(plan.status)
    writer.write("\",\"place\":\"p")
    writer.write(dice.below(places))
    writer.write("\"")
    if plan.status == "conditional" { writeCondition(from: &dice, to: &writer) }
    if index % 20 == 7 { writer.write(",\"weight\":\"key\"") }
    if index % 4 == 1 { writer.write(",\"weight\":\"minor\"") }
    writeAbout(ofEvent: index, from: &dice, to: &writer)
    writeParticipants(ofEvent: index, from: &dice, to: &writer)
    writeLinks(ofEvent: index, status: plan.status, from: &dice, to: &writer)
    writeReports(ofEvent: index, plan: plan, from: &dice, to: &writer)
    if dice.once(in: 16) {
      writer.write(",\"note\":\"")
      words.write(4, from: &dice, to: &writer)
      writer.write(" \\\"")
      words.write(3, from: &dice, to: &writer, capital: false)
      writer.write("\\\".\"")
    }
    writer.write("}")
  }

  private func writeCondition(from dice: inout Dice, to writer: inout ByteWriter) {
    writer.write(",\"condition\":\"if ")
    words.write(7, from: &dice, to: &writer, capital: false)
    writer.write("\"")
    if dice.once(in: 2) { writer.write(",\"likelihood\":\"unlikely\"") }
  }

  private func writeAbout(
    ofEvent index: Int, from dice: inout Dice, to writer: inout ByteWriter
  ) {
    guard let agreement = agreement(ofEvent: index) else { return }
    writer.write(",\"about\":[\"g\(agreement)\"")
    if dice.once(in: 2) { writer.write(",\"g\(agreement)-s\(dice.number(in: 1...3))\"") }
    writer.write("]")
  }

  /// One to four actors. Over all events each actor of the store is named at least once.
  private func writeParticipants(
    ofEvent index: Int, from dice: inout Dice, to writer: inout ByteWriter
  ) {
    var chosen = Array(stride(from: outlets + index, to: actors, by: events))
    for _ in 0...dice.below(3) {
      let actor = actor(&dice)
      if !chosen.contains(actor) { chosen.append(actor) }
    }
    let roles = ["host", "mediator", "party", "envoy", "actor", "target", "accused", "witness"]
    writer.write(",\"participants\":[")
    for (number, actor) in chosen.enumerated() {
      writer.write(number > 0 ? ",{\"actor\":\"a" : "{\"actor\":\"a")
      writer.write(actor)
      writer.write("\"")
      if dice.once(in: 2) {
        writer.write(",\"role\":\"")
        writer.write(dice.pick(roles))
        writer.write("\"")
      }
      if dice.once(in: 4) {
        writer.write(",\"as\":\"")
        words.write(2, from: &dice, to: &writer)
        writer.write("\"")
      }
      writer.write("}")
    }
    writer.write("]")
  }

  private func writeLinks(
    ofEvent index: Int, status: String, from dice: inout Dice, to writer: inout ByteWriter
  ) {
    if index > 0, status == "conditional" || dice.once(in: 6) {
      let relations = ["follows", "part-of", "responds-to", "replaces", "possibly-same"]
      let relation = status == "conditional" ? "requires" : dice.pick(relations)
      let other = index - 1 - dice.below(min(index, 50))
      writer.write(",\"links\":[{\"rel\":\"\(relation)\",\"to\":\"e\(other)\"}]")
    } else if let agreement = agreement(ofEvent: index), dice.once(in: 6) {
      let relation = dice.pick(["fulfils", "breaches"])
      let term = dice.number(in: 1...Self.terms)
      writer.write(",\"links\":[{\"rel\":\"\(relation)\",\"to\":\"g\(agreement)-t\(term)\"}]")
    }
  }

  private func writeReports(
    ofEvent index: Int, plan: Plan, from dice: inout Dice, to writer: inout ByteWriter
  ) {
    let source = source(ofEvent: index)
    writer.write(",\"reports\":[")
    if index % 10 == 7 {
      writer.write("{\"source\":\"s\(source)\",\"at\":\(index % 10 + 1)}")
    } else {
      writer.write("{\"quote\":\"q")
      writer.write(index)
      writer.write("\"}")
    }
    if let outcome = plan.outcome {
      writer.write(",{\"source\":\"s\(outcome)\",\"status\":\"occurred\"}")
    } else if dice.once(in: 2), source + 1 < sources {
      let later = min(source + 1 + dice.below(40), sources - 1)
      writeLaterReport(source: later, plan: plan, from: &dice, to: &writer)
    }
    writer.write("]")
  }

  private func writeLaterReport(
    source: Int, plan: Plan, from dice: inout Dice, to writer: inout ByteWriter
  ) {
    writer.write(",{\"source\":\"s")
    writer.write(source)
    writer.write("\",\"at\":")
    writer.write(dice.number(in: 1...9))
    switch dice.below(32) {
    case 0...3: writer.write(",\"by\":\"a\(actor(&dice))\",\"says\":\"denies\"")
    case 4...9: writer.write(",\"by\":\"a\(dice.below(outlets))\",\"via\":[\"a\(actor(&dice))\"]")
    case 10:
      writer.write(",\"standing\":\"confirmed\",\"note\":\"")
      words.write(5, from: &dice, to: &writer)
      writer.write("\"")
    case 11...12:
      writer.write(",\"says\":\"corrects\",\"date\":\"")
      writer.write(plan.day)
      writer.write("\"")
    case 13: writer.write(",\"says\":\"retracts\"")
    default: break
    }
    writer.write("}")
  }

  // MARK: - Quotes

  func writeQuote(_ index: Int, to writer: inout ByteWriter) {
    var dice = dice(.quote, index)
    let source = source(ofEvent: index)
    let modes = ["direct", "direct", "indirect", "mixed"]
    writer.write("{\"id\":\"q")
    writer.write(index)
    writer.write("\",\"speaker\":\"")
    if index % 10 == 0, hasOfficial(source: source) {
      writer.write("u\(source)")
    } else {
      writer.write("a")
      writer.write(actor(&dice))
    }
    writer.write("\",\"mode\":\"")
    writer.write(modes[index % 4])
    writer.write("\",\"text\":\"")
    writeQuoteText(index, to: &writer)
    writer.write("\",\"source\":\"s")
    writer.write(source)
    writer.write("\",\"at\":")
    writer.write(index % 10 + 1)
    writer.write(",\"date\":\"")
    writer.write(date: day(ofEvent: index), form: index % 3 == 0 ? .before : .day)
    writer.write("\"")
    writePath(from: &dice, to: &writer)
    writer.write(",\"about\":[\"e")
    writer.write(index)
    writer.write("\"]")
    if dice.once(in: 12) { writeOriginal(from: &dice, to: &writer) }
    if source + 1 < sources, dice.once(in: 20) {
      let other = min(source + 1 + dice.below(20), sources - 1)
      writer.write(",\"also\":[{\"source\":\"s\(other)\",\"at\":1}]")
    }
    writer.write("}")
    if index % 10 == 0, hasComment(source: source) { writeCommentQuote(below: source, to: &writer) }
  }

  /// The words of a quote, about 120 characters, the same each time they are asked for.
  func writeQuoteText(_ index: Int, to writer: inout ByteWriter) {
    var dice = dice(.quoteText, index)
    let every = max(1, events / max(3, events / 10_000))
    let rareAt = index % every == every / 2 ? 9 : nil
    words.write(15 + dice.below(7), from: &dice, to: &writer, rareAt: rareAt)
    if index % 4 == 3 {
      writer.write(" “")
      words.write(4, from: &dice, to: &writer, capital: false)
      writer.write("”")
    }
  }

  private func writePath(from dice: inout Dice, to writer: inout ByteWriter) {
    if dice.once(in: 3) {
      writer.write(",\"via\":[\"a")
      writer.write(dice.below(outlets))
      writer.write("\"]")
    }
    if dice.once(in: 2) {
      writer.write(",\"verb\":\"")
      writer.write(dice.pick(["said", "told", "added", "noted"]))
      writer.write("\"")
    }
    if dice.once(in: 4) {
      writer.write(",\"act\":\"")
      let acts = ["demand", "accuse", "promise", "propose", "accept", "reject", "deny"]
      writer.write(dice.pick(acts))
      writer.write("\"")
    }
  }

  private func writeOriginal(from dice: inout Dice, to writer: inout ByteWriter) {
    writer.write(",\"lang\":\"en\",\"original\":{\"lang\":\"ar\"")
    if dice.once(in: 2) {
      writer.write(",\"text\":\"")
      words.write(15, from: &dice, to: &writer)
      writer.write("\"")
    }
    writer.write("}")
  }

  private func writeCommentQuote(below source: Int, to writer: inout ByteWriter) {
    var dice = dice(.quote, -1 - source)
    writer.write(",\n{\"id\":\"qc\(source)\",\"speaker\":\"r\(source)\",\"mode\":\"direct\"")
    writer.write(",\"act\":\"comment\",\"text\":\"")
    words.write(15, from: &dice, to: &writer)
    writer.write("\",\"source\":\"c\(source)\",\"at\":1}")
  }
}
