import Records
import Search

/// The rows of the items on the screen, made once and not again for every key.
struct RowCache: Sendable {
  /// All that the rows of an item depend on, besides the store.
  private struct Key: Hashable, Sendable {
    let view: View
    let columns: Int
    let query: String?
    let filter: String?
  }

  private var key: Key?
  private var rows: [Int: [ListRow]] = [:]

  /// The rows of an item, if they are there.
  subscript(index: Int) -> [ListRow]? { rows[index] }

  /// Forgets everything if it was made for another list or another width.
  mutating func prepare(for maker: RowMaker, _ list: ListState) {
    let key = Key(
      view: maker.view, columns: maker.columns, query: maker.query?.line,
      filter: list.isLifted ? nil : list.filter?.text)
    guard key != self.key else { return }
    self.key = key
    rows = [:]
  }

  /// Makes the rows of the items that fill a number of rows from a top on, unless they are there.
  mutating func fill(_ count: Int, from top: ListState.Top, of list: ListState, by maker: RowMaker)
  {
    if rows.count > RowCache.limit { rows = [:] }
    var filled = -top.skippedRows
    var index = top.index
    while filled < count, index < list.count {
      let made = rows[index] ?? maker.rows(at: index, of: list)
      rows[index] = made
      filled += made.count
      index += 1
    }
  }

  /// Some screens full.
  private static let limit = 1000
}
