package import Search

/// What a text matches in a list: places in the whole list, ascending.
package struct Hits: Hashable, Sendable {
  /// What was typed.
  package let text: String
  package let positions: [Int32]
  /// Words that nothing has, with the names near them that were searched instead.
  package let nearNames: [RecordFinder.NearName]
  /// Of events, their days.
  let time: TimeIndex?

  package init(
    text: String, positions: [Int32], nearNames: [RecordFinder.NearName] = [],
    time: TimeIndex? = nil
  ) {
    self.text = text
    self.positions = positions
    self.nearNames = nearNames
    self.time = time
  }
}

/// The list of a view: what is shown of it, what is selected, and how far it is scrolled.
///
/// The selection is a place in the whole list, so that a filter can come and go without losing it.
package struct ListState: Hashable, Sendable {
  /// The row of the screen's top: an item by its place in what is shown, and how many of its rows
  /// are scrolled away.
  package struct Top: Hashable, Sendable {
    package var index = 0
    package var skippedRows = 0
  }

  /// How many records the whole list has.
  package let total: Int
  /// The place of the selected record in the whole list; 0 in an empty one.
  package private(set) var position = 0
  package private(set) var filter: Hits?
  /// Whether the filter is there and all is shown nevertheless.
  package private(set) var isLifted = false
  package private(set) var find: Hits?
  /// The places of what the search finds among what is shown, ascending.
  package private(set) var hits: [Int32] = []
  package var top = Top()

  package init(total: Int) {
    self.total = total
  }
}

// MARK: - What is shown

extension ListState {
  /// The filter, unless it is lifted.
  package var filterInForce: Hits? { isLifted ? nil : filter }

  private var filtered: [Int32]? { filterInForce?.positions }

  /// How many records are shown.
  package var count: Int { filtered?.count ?? total }

  package var isEmpty: Bool { count == 0 }

  /// The place in the whole list of the item at a place in what is shown.
  package func position(at index: Int) -> Int {
    filtered.map { Int($0[index]) } ?? index
  }

  /// The place of the selection in what is shown.
  package var index: Int {
    guard let filtered else { return position }
    return min(filtered.firstIndex(atLeast: position), max(0, filtered.count - 1))
  }

  /// Whether a place of the whole list is shown.
  package func shows(_ position: Int) -> Bool {
    guard let filtered else { return position >= 0 && position < total }
    let index = filtered.firstIndex(atLeast: position)
    return index < filtered.count && Int(filtered[index]) == position
  }

  /// The place of the selection among the hits, from 1; `nil` when it is none of them.
  package var hitNumber: Int? {
    let index = hits.firstIndex(atLeast: position)
    return index < hits.count && Int(hits[index]) == position ? index + 1 : nil
  }
}

// MARK: - Moving

extension ListState {
  /// Selects an item by its place in what is shown, or the nearest end.
  package mutating func select(index: Int) {
    guard !isEmpty else { return }
    position = position(at: max(0, min(count - 1, index)))
  }

  /// Selects a record by its place in the whole list; a filter that hides it is lifted.
  ///
  /// Returns whether the filter had to be lifted.
  @discardableResult
  package mutating func select(position: Int) -> Bool {
    guard position >= 0, position < total else { return false }
    let mustLift = !shows(position)
    if mustLift {
      isLifted = true
      refreshHits()
    }
    self.position = position
    return mustLift
  }

  /// Selects the first shown record at or after a place, or the last one.
  package mutating func select(atOrAfter position: Int) {
    guard !isEmpty else { return }
    guard let filtered else { return select(index: position) }
    select(index: min(filtered.firstIndex(atLeast: position), filtered.count - 1))
  }

  /// Selects the first hit at or after a place, or else the first of all.
  ///
  /// Returns `false`, and leaves the selection, when there is none.
  @discardableResult
  package mutating func selectHit(atOrAfter position: Int) -> Bool {
    guard let first = hits.first else { return false }
    let index = hits.firstIndex(atLeast: position)
    self.position = Int(index < hits.count ? hits[index] : first)
    return true
  }

  /// Selects the hit that many hits further on; before the first comes the last.
  ///
  /// Returns `nil` when there is none, else whether an end of the list was passed.
  package mutating func selectHit(by steps: Int) -> Bool? {
    guard !hits.isEmpty else { return nil }
    let next = hits.firstIndex(atLeast: steps > 0 ? position + 1 : position)
    let index = steps > 0 ? next + steps - 1 : next + steps
    let wrapped = index.wrapped(into: hits.count)
    position = Int(hits[wrapped])
    return wrapped != index
  }
}

// MARK: - Search and filter

extension Hits {
  /// The same in a list in another order.
  package func reordered(_ newPlace: (Int) -> Int) -> Hits {
    Hits(
      text: text,
      positions: positions.map { Int32(truncatingIfNeeded: newPlace(Int($0))) }.sorted(),
      nearNames: nearNames, time: time)
  }
}

extension ListState {
  /// Puts the whole list into another order: each place of it becomes a new one. What is selected,
  /// found and filtered stays the same.
  package mutating func reorder(_ newPlace: (Int) -> Int) {
    guard total > 0 else { return }
    position = newPlace(position)
    filter = filter?.reordered(newPlace)
    find = find?.reordered(newPlace)
    refreshHits()
  }

  /// Sets or ends the search. The selection stays.
  package mutating func set(find: Hits?) {
    self.find = find
    refreshHits()
  }

  /// Sets or ends the filter. A selection that it hides moves to the next record shown.
  package mutating func set(filter: Hits?) {
    self.filter = filter
    isLifted = false
    refreshHits()
    select(atOrAfter: position)
  }

  /// Sets the filter aside, or brings it back.
  package mutating func toggleFilter() {
    guard filter != nil else { return }
    isLifted.toggle()
    refreshHits()
    select(atOrAfter: position)
  }

  private mutating func refreshHits() {
    guard let find else { return hits = [] }
    guard let filtered else { return hits = find.positions }
    hits = find.positions.intersection(filtered)
  }
}

extension Int {
  /// The place among a number of them that one comes to who goes on from the last to the first, and
  /// back from the first to the last.
  func wrapped(into count: Int) -> Int {
    ((self % count) + count) % count
  }
}

extension [Int32] {
  /// The place of the first number that is not less, in ascending numbers; O(log n).
  func firstIndex(atLeast number: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if Int(self[middle]) < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What two rows of ascending numbers share; O(n).
  func intersection(_ other: [Int32]) -> [Int32] {
    var shared: [Int32] = []
    var (left, right) = (0, 0)
    while left < count, right < other.count {
      if self[left] == other[right] { shared.append(self[left]) }
      let (first, second) = (self[left], other[right])
      if first <= second { left += 1 }
      if second <= first { right += 1 }
    }
    return shared
  }
}
