import Screen

/// What the probe knows, and its screen.
struct Probe {
  let isUTF8: Bool
  var size = Size(columns: 0, rows: 0)
  /// The keys so far, in their notation.
  var keys = ""
  /// What else came in.
  var news = ""

  mutating func take(_ name: String, _ size: Size) {
    self.size = size
    news += " \(name) \(size.columns)x\(size.rows)"
  }

  /// Row 0 the size, row 1 text of several scripts, rows 2 and 3 keys and news, then a row for each
  /// role: in plain and, from column 20, selected. The cursor stands behind the keys.
  var frame: Frame {
    var frame = Frame(size: size)
    func write(_ text: StyledText, row: Int, column: Int = 0, isSelected: Bool = false) -> Int {
      frame.write(text, at: Point(column: column, row: row), isSelected: isSelected)
    }
    _ = write(StyledText("size \(size.columns)x\(size.rows) \(isUTF8 ? "utf8" : "other")"), row: 0)
    _ = write("漢字|e\u{301}\u{323}|“a–b”…|\u{1F600}|ﷺ|", row: 1)
    let end = write(StyledText("keys\(keys)"), row: 2)
    _ = write(StyledText("news\(news)"), row: 3)
    for (index, role) in Role.allCases.enumerated() {
      _ = write(StyledText("\(role)", role), row: 4 + index)
      _ = write(StyledText("\(role)", role), row: 4 + index, column: 20, isSelected: true)
    }
    frame.cursor = Point(column: end, row: 2)
    return frame
  }
}
