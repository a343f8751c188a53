import Records
import Search

/// The rows of the items on the screen, made once and not again for every key.
struct RowCache: Sendable {
  /// All that the rows of an item depend on, besides the store.
  private struct Key: Hashable, Sendable {
    let view: View
    var order: ListOrder?
    let columns: Int
    let query: String?
    let filter: String?
    /// Of hits of all kinds, for what they were found.
    var answered: String?
  }

  private var key: Key?
  private var rows: [Int: [ListRow]] = [:]

  /// The rows of an item, if they are there.
  subscript(index: Int) -> [ListRow]? { rows[index] }

  /// Forgets everything if it was made for another list or another width.
  mutating func prepare(for maker: RowMaker, _ list: ListState) {
    let key = Key(
      view: maker.view, order: maker.order, columns: maker.columns, query: maker.query?.line,
      filter: list.isLifted ? nil : list.filter?.text)
    prepare(for: key)
  }

  /// The same for hits of all kinds.
  mutating func prepare(for maker: RowMaker, _ state: EverywhereState) {
    prepare(
      for: Key(
        view: maker.view, columns: maker.columns, query: maker.query?.line, filter: nil,
        answered: state.answer?.line ?? ""))
  }

  private mutating func prepare(for key: Key) {
    guard key != self.key else { return }
    self.key = key
    rows = [:]
  }

  /// Makes the rows of the items that fill a number of rows from a top on, unless they are there.
  mutating func fill(
    _ count: Int, from top: ListState.Top, of list: ListState, make: (_ index: Int) -> [ListRow]
  ) {
    if rows.count > RowCache.limit { rows = [:] }
    var filled = -top.skippedRows
    var index = top.index
    while filled < count, index < list.count {
      let made = rows[index] ?? make(index)
      rows[index] = made
      filled += made.count
      index += 1
    }
  }

  /// Some screens full.
  private static let limit = 1000
}
