import Records
import Screen
import Search

/// What a search of all kinds found, as far as it is shown.
struct EverywhereAnswer: Hashable, Sendable {
  /// The hits of one kind.
  struct Group: Hashable, Sendable {
    let kind: RecordKind
    /// How many there are.
    let count: Int
    /// The best of them, the best first.
    let hits: [Hit]
  }

  /// A record that was found.
  struct Hit: Hashable, Sendable {
    let record: RecordID
    /// Why it was found, where what its row shows does not say it.
    let reason: StyledText?
  }

  /// The line that was searched for.
  let line: String
  /// The kind with the best hit first.
  let groups: [Group]
  /// Words that nothing has, with the names near them that were searched instead.
  let nearNames: [RecordFinder.NearName]
  /// Where nothing was found: the conditions without which something is.
  let loosened: [Loosened]

  /// How many records were found.
  var count: Int { groups.reduce(0) { $0 + $1.count } }
}

/// The hits of a search of all kinds, in the place of a view's list. That stays as it is behind it.
struct EverywhereState: Hashable, Sendable {
  /// An item of the list.
  enum Item: Hashable, Sendable {
    /// The kind of the hits below.
    case heading(EverywhereAnswer.Group)
    case hit(EverywhereAnswer.Hit, number: Int, of: EverywhereAnswer.Group)
    /// What stands for the hits that are not shown.
    case more(EverywhereAnswer.Group)

    var group: EverywhereAnswer.Group {
      switch self {
      case .heading(let group), .hit(_, _, let group), .more(let group): group
      }
    }

    var hit: EverywhereAnswer.Hit? {
      if case .hit(let hit, _, _) = self { hit } else { nil }
    }

    var isHeading: Bool {
      if case .heading = self { true } else { false }
    }
  }

  /// What is searched for, as typed.
  var line: String
  /// What was found last; `nil` while nothing is searched for.
  private(set) var answer: EverywhereAnswer?
  private(set) var items: [Item] = []
  /// The items as a list: which one is selected, and how far it is scrolled.
  var list = ListState(total: 0)

  init(line: String = "") {
    self.line = line
  }

  /// Whether there is nothing to search for.
  var isBlank: Bool { line.allSatisfy(\.isWhitespace) }

  /// Whether what was found is what is searched for.
  var isAnswered: Bool { answer?.line == line }

  /// The selected item; `nil` where nothing was found.
  var item: Item? { list.isEmpty ? nil : items[list.index] }

  /// Takes what was found. The best hit is selected.
  mutating func take(_ answer: EverywhereAnswer) {
    self.answer = answer
    items = answer.groups.flatMap { group -> [Item] in
      let hits = group.hits.enumerated().map { Item.hit($1, number: $0 + 1, of: group) }
      let rest: [Item] = group.count > group.hits.count ? [.more(group)] : []
      return [.heading(group)] + hits + rest
    }
    list = ListState(total: items.count)
    moveToHit(from: 0, by: 1)
  }

  /// Forgets what was found: nothing is searched for.
  mutating func clear() {
    answer = nil
    items = []
    list = ListState(total: 0)
  }

  /// Selects the hit that many hits further on, past an end from the other one. Says whether an end
  /// was passed; `nil` where there is no hit.
  @discardableResult
  mutating func moveToHit(from index: Int, by steps: Int) -> Bool? {
    move(from: index, by: steps) { $0.hit != nil }
  }

  /// Selects the first hit of the kind that many kinds further on, as `moveToHit` does.
  mutating func moveToKind(by steps: Int) -> Bool? {
    let heading = items[...list.index].lastIndex(where: \.isHeading) ?? 0
    guard let isPast = move(from: heading, by: steps, where: \.isHeading) else { return nil }
    list.select(index: list.index + 1)
    return isPast
  }

  private mutating func move(
    from index: Int, by steps: Int, where isWanted: (Item) -> Bool
  ) -> Bool? {
    let places = items.indices.filter { isWanted(items[$0]) }
    guard !places.isEmpty else { return nil }
    let next = places.firstIndex { steps > 0 ? $0 > index : $0 >= index } ?? places.count
    let target = steps > 0 ? next + steps - 1 : next + steps
    let wrapped = target.wrapped(into: places.count)
    list.select(index: places[wrapped])
    return target != wrapped
  }
}
