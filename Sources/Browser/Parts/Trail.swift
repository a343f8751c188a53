/// Where one has been, and where one came back from.
///
/// Going back and then forward again is the identity: a place is left as it is and found as it was
/// left.
package struct Trail<Stop: Equatable & Sendable>: Sendable {
  private var past: [Stop] = []
  private var future: [Stop] = []
  private let limit: Int

  /// An empty history that remembers the last `limit` stops.
  package init(limit: Int = 500) {
    self.limit = limit
  }

  package var canGoBack: Bool { !past.isEmpty }
  package var canGoForward: Bool { !future.isEmpty }

  /// Remembers the stop one leaves for a new one. What lay ahead is forgotten: a new branch has
  /// begun.
  package mutating func leave(_ stop: Stop) {
    future.removeAll()
    guard past.last != stop else { return }
    past.append(stop)
    if past.count > limit {
      past.removeFirst(past.count - limit)
    }
  }

  /// The stop before, leaving the current one; `nil` at the first.
  package mutating func back(from current: Stop) -> Stop? {
    guard let stop = past.popLast() else { return nil }
    future.append(current)
    return stop
  }

  /// The stop one came back from; `nil` when there is none.
  package mutating func forward(from current: Stop) -> Stop? {
    guard let stop = future.popLast() else { return nil }
    past.append(current)
    return stop
  }
}
