import Records
import Screen
import Search

/// What the hits of all kinds are, in sentences.
extension Session {
  /// How many there are of each kind.
  func spokenView(of state: EverywhereState) -> String {
    guard let answer = state.answer, state.isAnswered else {
      return "Everywhere: nothing is searched for."
    }
    let line = Block.visible(answer.line)
    guard answer.count > 0 else { return "Everywhere: nothing matches \(line)." }
    var text = "Everywhere: \(Wording.count(answer.count, "match", plural: "matches")) for \(line)."
    let kinds = answer.groups.map { Wording.count($0.count, $0.kind.word, plural: $0.kind.plural) }
    text += " \(Spoken.capitalized(Wording.list(kinds)))."
    for near in answer.nearNames where !near.records.isEmpty {
      text += " \(Spoken.capitalized(near.words(in: chronicle).plain))."
    }
    return text
  }

  /// The hit one is on with its kind and why it is found, or what stands between the hits.
  func spokenRow(of state: EverywhereState) -> String {
    guard let item = state.item else { return "Nothing is found." }
    let group = item.group
    let all = Wording.count(group.count, group.kind.word, plural: group.kind.plural)
    switch item {
    case .heading: return "\(Spoken.capitalized(all)): open goes to their list."
    case .more: return "The rest of \(all): open goes to their list."
    case .hit(let hit, let number, _):
      let sentence = Spoken.sentence(
        of: hit.record, in: chronicle, dayCount: dayCount, asOf: query?.asOf)
      let place = "\(number) of \(Wording.number(group.count))"
      let reason = hit.reason.map { " Why: \(Block.visible($0.plain))." } ?? ""
      return "\(Spoken.capitalized(group.kind.word)) \(place). \(sentence)\(reason)"
    }
  }
}
