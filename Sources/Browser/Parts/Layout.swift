package import Screen

/// Which pane the keys go to.
package enum Focus: Hashable, Sendable {
  case list, detail
}

/// Where everything stands on a screen of a size. Depends on nothing but its arguments.
package struct Layout: Hashable, Sendable {
  /// How the panes are arranged.
  package enum Arrangement: Hashable, Sendable {
    /// The focused pane has all the room.
    case alone
    /// The list shows one record at a time; there is no room for more.
    case single
    /// The detail stands below the list.
    case stacked
    /// The detail stands beside the list.
    case beside
    /// List, detail, and what the focused link leads to.
    case three
  }

  package let arrangement: Arrangement
  package let title: Rect
  /// The line of all time; empty where there is none.
  package let ribbon: Rect
  /// Empty where the list is not shown.
  package let list: Rect
  /// Empty where the detail is not shown.
  package let detail: Rect
  /// What the focused link leads to; empty unless there are three columns.
  package let preview: Rect
  /// How what the list holds is spread: beside the detail, or two lines above the list; empty where
  /// there is none, or no room for it.
  package let counts: Rect
  /// The rules between the panes, one cell wide or high.
  package let rules: [Rect]
  package let bottom: Rect

  /// From how many columns the detail stands beside the list.
  package static let columnsForBeside = 100
  /// From how many columns there is a third column.
  package static let columnsForThree = 160

  /// - Parameters:
  ///   - size: the size of the screen.
  ///   - focus: the pane that is shown where there is room for one.
  ///   - isAlone: whether the focused pane is to have all the room.
  ///   - share: how many twelfths more (or fewer) than usual the list gets.
  ///   - hasRibbon: whether the view has a line of all time.
  ///   - isWide: whether the list wants all columns, and has counts.
  package init(
    size: Size, focus: Focus, isAlone: Bool, share: Int, hasRibbon: Bool, isWide: Bool = false
  ) {
    let arrangement = Layout.arrangement(of: size, isAlone: isAlone, isWide: isWide)
    self.arrangement = arrangement
    var body = Rect(size: size)
    (title, body) = body.splitTop(size.rows >= 3 ? 1 : 0)
    (bottom, body) = body.splitBottom(size.rows >= 2 ? 1 : 0)
    let ribbonRows = hasRibbon && size.rows >= 12 && size.columns >= 40 ? 1 : 0
    (ribbon, body) = body.splitTop(ribbonRows)
    let isBeside =
      isWide && arrangement == .stacked && size.columns >= Layout.columnsForBeside
    let hasLines = isWide && arrangement != .single && !isBeside && size.rows >= 12
    let (lines, rest) = body.splitTop(
      hasLines && (arrangement == .stacked || focus == .list) ? 2 : 0)
    let panes = Layout.split(
      rest, arrangement, focus: focus, share: isWide ? share + 1 : share)
    list = panes.list
    preview = panes.preview
    let (detail, beside) = panes.detail.splitLeft(
      isBeside ? panes.detail.columns * 7 / 12 : panes.detail.columns)
    let (rule, counts) = beside.splitLeft(1)
    self.detail = detail
    self.counts = isBeside ? counts : lines
    rules = panes.rules + (isBeside ? [rule] : [])
  }

  /// How the panes of a screen of that size are arranged.
  package static func arrangement(
    of size: Size, isAlone: Bool, isWide: Bool = false
  ) -> Arrangement {
    if size.rows < 8 || (size.columns < 40 && size.rows < 16) { return .single }
    let isNarrow = isWide || size.columns < columnsForBeside
    if isAlone || size.rows < 14 && isNarrow { return .alone }
    // A cell is about twice as high as wide: from 3 rows to 4 columns a screen is tall.
    if isNarrow || size.rows * 4 > size.columns * 3 { return .stacked }
    return size.columns < columnsForThree ? .beside : .three
  }

  /// Where the list writes: a column short of a rule beside it, for the words not to touch it.
  package var listText: Rect {
    switch arrangement {
    case .beside, .three: list.splitRight(1).rest
    case .single, .alone, .stacked: list
    }
  }

  /// How many columns a detail writes in, from its left edge on: one short of a rule beside it.
  package var detailColumns: Int { detail.columns - (arrangement == .three ? 1 : 0) }

  private typealias Panes = (list: Rect, detail: Rect, preview: Rect, rules: [Rect])

  private static let nothing = Rect(column: 0, row: 0, columns: 0, rows: 0)

  private static func split(
    _ body: Rect, _ arrangement: Arrangement, focus: Focus, share: Int
  ) -> Panes {
    switch arrangement {
    case .alone, .single:
      return focus == .list ? (body, nothing, nothing, []) : (nothing, body, nothing, [])
    case .stacked:
      let rows = portion(of: body.rows, twelfths: 5 + share, atLeast: 3)
      let (list, rest) = body.splitTop(rows)
      let (rule, detail) = rest.splitTop(1)
      return (list, detail, nothing, [rule])
    case .beside:
      let columns = limited(
        usualColumns(of: body.columns) + body.columns * share / 12, of: body.columns, atLeast: 24)
      let (list, rest) = body.splitLeft(columns)
      let (rule, detail) = rest.splitLeft(1)
      return (list, detail, nothing, [rule])
    case .three:
      let columns = portion(of: body.columns, twelfths: 5 + share, atLeast: 24)
      let (list, rest) = body.splitLeft(columns)
      let (rule, others) = rest.splitLeft(1)
      let (detail, last) = others.splitLeft(others.columns * 4 / 7)
      let (secondRule, preview) = last.splitLeft(1)
      return (list, detail, preview, [rule, secondRule])
    }
  }

  /// How many columns a list beside its detail has: titles are read in it at a glance and a detail
  /// wraps, so more than half once the detail has enough for a line of text.
  private static func usualColumns(of columns: Int) -> Int {
    max(columns / 2, min(columns * 7 / 12, columns - 1 - columnsOfText))
  }

  /// Columns of a detail in which lines of text read well.
  private static let columnsOfText = 48

  private static func portion(of length: Int, twelfths: Int, atLeast least: Int) -> Int {
    limited(length * twelfths / 12, of: length, atLeast: least)
  }

  /// A part of a length that has at least so much, and leaves as much for the rest.
  private static func limited(_ part: Int, of length: Int, atLeast least: Int) -> Int {
    max(min(least, length), min(length - least - 1, part))
  }
}
