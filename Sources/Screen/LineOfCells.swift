/// A line of text as the cells that show it, cut to a width and without right halves.
struct LineOfCells {
  /// In the order in which they are seen.
  private(set) var cells: [Cell] = []
  /// The columns they take together, never more than asked.
  private(set) var columns = 0

  /// Lays out a line; one that ends in a stretch known to run from right to left takes all columns,
  /// the blanks before that stretch. Where others order it, the cells stay as they are read.
  init(_ text: StyledText, columns room: Int, isSelected: Bool, order: TextOrder) {
    guard room > 0 else { return }
    var isReordered = text.spans.contains { $0.direction == .rightToLeft }
    if !isReordered, appendSolitary(text.spans, room: room, isSelected: isSelected) { return }
    var controls: [ShapingControl] = []
    var runs: [Run] = []
    var cut = Cut(cells: 0, columns: 0)
    let plain = text.plain
    var place = SpanCursor(spans: text.spans)
    var units = TextUnits(plain)
    while let unit = units.next() {
      let style = Style(place.span.role, isSelected: isSelected)
      if runs.last?.direction != .some(place.span.direction) {
        runs.append(Run(start: cells.count, direction: place.span.direction))
      }
      guard unit.columns <= room - columns else {
        shorten(to: cut, style: cells.last?.style ?? style)
        break
      }
      isReordered = isReordered || Bidi.isRightToLeft(unit.first)
      if unit.isSolitary {
        cells.append(Cell(base: unit.first, width: unit.columns, style: style))
      } else {
        append(units.pieces, style: style)
        for scalar in plain.unicodeScalars[unit.range] where scalar.shapesItsNeighbours {
          controls.append(ShapingControl(cell: cells.count, scalar: scalar))
        }
      }
      columns += unit.columns
      if columns < room { cut = Cut(cells: cells.count, columns: columns) }
      place.advance(plain.utf8.distance(from: unit.range.lowerBound, to: unit.range.upperBound))
    }
    guard isReordered else { return }
    switch order {
    case .app: putInOrder(runs, controls: controls, room: room, isSelected: isSelected)
    case .terminal: part(runs)
    case .off: break
    }
  }

  /// Cells of one direction, up to where the next run starts.
  private struct Run {
    var start: Int
    var direction: TextDirection?
  }

  /// Puts the cells into the order in which they are seen, run by run.
  private mutating func putInOrder(
    _ runs: [Run], controls: [ShapingControl], room: Int, isSelected: Bool
  ) {
    let ranges = ranges(of: runs)
    var ordered: [Cell] = []
    ordered.reserveCapacity(room)
    for (index, (range, direction)) in ranges.enumerated() {
      if index == ranges.count - 1, direction == .rightToLeft {
        let blank = Cell(base: " ", width: 1, style: Style(.text, isSelected: isSelected))
        ordered += repeatElement(blank, count: room - columns)
        columns = room
      }
      let own = controls.compactMap { control in
        range.contains(control.cell) || control.cell == range.upperBound
          ? ShapingControl(cell: control.cell - range.lowerBound, scalar: control.scalar) : nil
      }
      ordered += Bidi.visual(Array(cells[range]), controls: own, direction: direction)
    }
    cells = ordered
  }

  /// Keeps the fields apart for a terminal that orders them.
  private mutating func part(_ runs: [Run]) {
    for (range, direction) in ranges(of: runs) {
      Bidi.part(&cells[range], direction: direction)
    }
  }

  /// The cells of each run, of those that were not cut off.
  private func ranges(of runs: [Run]) -> [(cells: Range<Int>, direction: TextDirection?)] {
    let runs = runs.filter { $0.start < cells.count }
    return runs.enumerated().map { index, run in
      let isLast = index == runs.count - 1
      return (run.start..<(isLast ? cells.count : runs[index + 1].start), run.direction)
    }
  }

  /// The last place where the ellipsis has room after what is shown.
  private struct Cut {
    var cells: Int
    var columns: Int
  }

  /// Makes the line if every scalar is a cluster by itself and runs from left to right, as in nearly
  /// all text; otherwise leaves it empty. Three times as fast as the search for clusters.
  private mutating func appendSolitary(_ spans: [Span], room: Int, isSelected: Bool) -> Bool {
    var cut = Cut(cells: 0, columns: 0)
    for span in spans {
      var cell = Cell(base: " ", width: 1, style: Style(span.role, isSelected: isSelected))
      for scalar in span.text.unicodeScalars {
        let width = scalar.solitaryColumns
        guard width > 0, !Bidi.isRightToLeft(scalar) else {
          cells.removeAll(keepingCapacity: true)
          columns = 0
          return false
        }
        cell.base = scalar
        cell.width = width
        guard width <= room - columns else {
          shorten(to: cut, style: cells.last?.style ?? cell.style)
          return true
        }
        cells.append(cell)
        columns += width
        if columns < room { cut = Cut(cells: cells.count, columns: columns) }
      }
    }
    return true
  }

  private mutating func append(_ pieces: [Cell], style: Style) {
    for piece in pieces {
      var cell = piece
      cell.style = style
      cells.append(cell)
    }
  }

  private mutating func shorten(to cut: Cut, style: Style) {
    cells.removeSubrange(cut.cells...)
    cells.append(Cell(base: "…", width: 1, style: style))
    columns = cut.columns + 1
  }
}

/// The span at a place in a line that is walked from its beginning.
private struct SpanCursor {
  private(set) var span: Span
  private var rest: ArraySlice<Span>
  /// The bytes of the span that are still ahead.
  private var ahead: Int

  init(spans: [Span]) {
    span = spans.first ?? Span("")
    rest = spans.dropFirst()
    ahead = span.text.utf8.count
    skipFinished()
  }

  mutating func advance(_ bytes: Int) {
    ahead -= bytes
    if ahead <= 0 { skipFinished() }
  }

  private mutating func skipFinished() {
    while ahead <= 0, let next = rest.popFirst() {
      span = next
      ahead += next.text.utf8.count
    }
  }
}
