/// Scrolling of a list whose items take different numbers of rows.
///
/// Every step looks at no more items than a screen has rows, however long the list is.
struct Scroll {
  /// How many items there are.
  let count: Int
  /// How many rows there are to show them in.
  let rows: Int
  /// How many rows an item takes: those above it (headings) and its own.
  let height: (_ index: Int) -> (lead: Int, body: Int)

  /// The top nearest to the old one at which the item at `index` is wholly seen, and no rows are
  /// left empty below the end.
  func top(showing index: Int, from old: ListState.Top) -> ListState.Top {
    guard count > 0, rows > 0 else { return ListState.Top() }
    var top = old
    if top.index >= count { top = ListState.Top(index: count - 1) }
    top.skippedRows = min(top.skippedRows, max(0, total(top.index) - 1))
    if index < top.index || index == top.index && top.skippedRows > 0 {
      top = ListState.Top(index: index)
      // The headings above it only if there is room for them and the item.
      let (lead, body) = height(index)
      top.skippedRows = max(0, min(lead, lead + body - rows))
    } else if let lowest = self.top(endingWith: index), lowest.isBelow(top) {
      top = lowest
    }
    if let end = self.top(endingWith: count - 1), top.isBelow(end) { top = end }
    return top
  }

  /// The top at which the item at `index` stands in the middle.
  func top(centring index: Int) -> ListState.Top {
    let wanted = max(0, (rows - height(index).body) / 2)
    return walkBack(from: index, rows: wanted, including: height(index).lead)
  }

  /// The top that many rows further down, or up for a negative number, within the list.
  func top(_ old: ListState.Top, movedBy rows: Int) -> ListState.Top {
    guard count > 0 else { return ListState.Top() }
    var top = old
    top.skippedRows += rows
    while top.skippedRows < 0, top.index > 0 {
      top.index -= 1
      top.skippedRows += total(top.index)
    }
    top.skippedRows = max(0, top.skippedRows)
    while top.index < count - 1, top.skippedRows >= total(top.index) {
      top.skippedRows -= total(top.index)
      top.index += 1
    }
    let end = self.top(endingWith: count - 1) ?? ListState.Top()
    return top.isBelow(end) ? end : top
  }

  /// How many whole items are seen from a top on; at least 1.
  func visibleItems(from top: ListState.Top) -> Int {
    var used = -top.skippedRows
    var index = top.index
    while index < count, used + total(index) <= rows {
      used += total(index)
      index += 1
    }
    return max(1, index - top.index)
  }

  /// The lowest top at which the last row of the item at `index` is seen; `nil` when everything up
  /// to it fits.
  private func top(endingWith index: Int) -> ListState.Top? {
    var used = 0
    var current = index
    while current >= 0 {
      used += total(current)
      if used > rows {
        let skipped = used - rows
        return skipped == total(current)
          ? ListState.Top(index: current + 1)
          : ListState.Top(index: current, skippedRows: skipped)
      }
      current -= 1
    }
    return ListState.Top()
  }

  private func walkBack(from index: Int, rows: Int, including lead: Int) -> ListState.Top {
    var used = lead
    var current = index
    if used >= rows { return ListState.Top(index: index, skippedRows: used - rows) }
    while current > 0 {
      current -= 1
      used += total(current)
      if used >= rows { return ListState.Top(index: current, skippedRows: used - rows) }
    }
    return ListState.Top()
  }

  private func total(_ index: Int) -> Int {
    let (lead, body) = height(index)
    return lead + body
  }
}

extension ListState.Top {
  /// Whether it is further down than another.
  fileprivate func isBelow(_ other: ListState.Top) -> Bool {
    (index, skippedRows) > (other.index, other.skippedRows)
  }
}
