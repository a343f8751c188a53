/// A line of text as the cells that show it, cut to a width and without right halves.
struct LineOfCells {
  /// In the order in which they are seen.
  private(set) var cells: [Cell] = []
  /// The columns they take together, never more than asked.
  private(set) var columns = 0

  init(_ text: StyledText, columns room: Int, isSelected: Bool) {
    guard room > 0 else { return }
    var isReordered = text.direction == .rightToLeft
    if !isReordered, appendASCII(text.spans, room: room, isSelected: isSelected) { return }
    var controls: [ShapingControl] = []
    var cut = Cut(cells: 0, columns: 0)
    let plain = text.plain
    var roles = RoleCursor(spans: text.spans)
    var units = TextUnits(plain)
    while let unit = units.next() {
      let style = Style(roles.role, isSelected: isSelected)
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
      roles.advance(plain.utf8.distance(from: unit.range.lowerBound, to: unit.range.upperBound))
    }
    if isReordered {
      cells = Bidi.visual(cells, controls: controls, direction: text.direction)
    }
  }

  /// The last place where the ellipsis has room after what is shown.
  private struct Cut {
    var cells: Int
    var columns: Int
  }

  /// Makes the line of spans that hold printable ASCII only; does nothing if one does not.
  private mutating func appendASCII(_ spans: [Span], room: Int, isSelected: Bool) -> Bool {
    var total = 0
    for span in spans {
      guard let count = TextWidth.printableASCIICount(of: span.text) else { return false }
      total += count
    }
    let kept = total > room ? room - 1 : total
    cells.reserveCapacity(kept + 1)
    for span in spans where cells.count < kept {
      var cell = Cell(base: " ", width: 1, style: Style(span.role, isSelected: isSelected))
      for byte in span.text.utf8.prefix(kept - cells.count) {
        cell.base = Unicode.Scalar(byte)
        cells.append(cell)
      }
    }
    columns = kept
    if total > room {
      let style = cells.last?.style ?? Style(spans.first?.role ?? .text, isSelected: isSelected)
      shorten(to: Cut(cells: kept, columns: kept), style: style)
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

/// The role at a place in a line that is walked from its beginning.
private struct RoleCursor {
  private let spans: [Span]
  private var index = 0
  /// The bytes of the current span that are still ahead.
  private var ahead: Int

  init(spans: [Span]) {
    self.spans = spans
    ahead = spans.first?.text.utf8.count ?? 0
    skipFinished()
  }

  var role: Role { index < spans.count ? spans[index].role : .text }

  mutating func advance(_ bytes: Int) {
    ahead -= bytes
    skipFinished()
  }

  private mutating func skipFinished() {
    while ahead <= 0, index < spans.count {
      index += 1
      if index < spans.count { ahead += spans[index].text.utf8.count }
    }
  }
}
