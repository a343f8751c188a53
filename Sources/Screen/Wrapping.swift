extension StyledText {
  /// The line as several, none wider than `columns`; at least one, empty if there is no room.
  ///
  /// Lines break at spaces, which are left out there, after a hyphen or dash between letters, between
  /// ideographs, and wherever the text has a line end; a word longer than a line is split between
  /// clusters. A cluster wider than a whole line becomes "…". All lines but the first begin with
  /// `indent` blanks, at most half of the columns. If the text has letters that run from right to
  /// left, its direction is settled here for all lines together.
  package func wrapped(to columns: Int, indent: Int = 0) -> [StyledText] {
    guard columns > 0 else { return [StyledText()] }
    let plain = self.plain
    let indent = min(max(0, indent), columns / 2)
    let direction = Bidi.direction(of: plain)
    var lines: [StyledText] = []
    var start = plain.startIndex
    repeat {
      let isFirst = lines.isEmpty
      let breaker = LineBreaker(
        text: plain[start...], room: isFirst ? columns : columns - indent, isFirst: isFirst)
      let found = breaker.firstLine()
      var line = isFirst ? StyledText() : StyledText(String(repeating: " ", count: indent))
      for part in parts(of: plain, in: found.range).spans {
        var span = part
        if found.isTooWide { span.text = "…" }
        span.direction = part.direction ?? direction
        line.append(span)
        if found.isTooWide { break }
      }
      lines.append(line)
      start = found.next
      if start == plain.endIndex, found.endsWithNewline {
        lines.append(StyledText())
      }
    } while start < plain.endIndex
    return lines
  }
}

/// Finds where the first line of a text ends.
private struct LineBreaker {
  /// A line, and where the next one begins.
  struct Line {
    var range: Range<String.Index>
    var next: String.Index
    /// Whether it is one cluster that has no room in any line.
    var isTooWide = false
    var endsWithNewline = false
  }

  let text: Substring
  let room: Int
  /// The first line keeps the blanks it begins with, if they leave room for what follows.
  let isFirst: Bool

  func firstLine() -> Line {
    var start = text.startIndex
    var width = 0
    var best: Line?
    var blanks: String.Index?
    var before: (Unicode.Scalar?, Unicode.Scalar?) = (nil, nil)
    for unit in TextUnits(text) {
      let range = unit.range
      if unit.first.isLineEnd {
        return Line(
          range: start..<(blanks ?? range.lowerBound), next: range.upperBound,
          endsWithNewline: true)
      }
      if unit.isBlank {
        let from = blanks ?? range.lowerBound
        blanks = from
        width += unit.columns
        if from > start { best = Line(range: start..<from, next: range.upperBound) }
        continue
      }
      if blanks == nil, mayBreak(after: before, before: unit.first) {
        best = Line(range: start..<range.lowerBound, next: range.lowerBound)
      }
      if width + unit.columns > room {
        if let best { return best }
        if blanks != nil {  // nothing but blanks so far
          start = range.lowerBound
          width = 0
        }
        if range.lowerBound > start {
          return Line(range: start..<range.lowerBound, next: range.lowerBound)
        }
        if unit.columns > room {
          return Line(range: range, next: range.upperBound, isTooWide: true)
        }
      }
      width += unit.columns
      blanks = nil
      before = (before.1, unit.first)
    }
    let end = width > room ? blanks ?? text.endIndex : text.endIndex
    return Line(range: start..<end, next: text.endIndex)
  }

  /// Whether a line may end between two units that no blank parts, given the last two scalars.
  private func mayBreak(
    after: (Unicode.Scalar?, Unicode.Scalar?), before next: Unicode.Scalar
  ) -> Bool {
    guard let last = after.1 else { return false }
    switch last {
    case "-", "\u{2010}", "\u{2013}":
      guard let earlier = after.0 else { return false }
      return earlier.properties.isAlphabetic && next.properties.isAlphabetic
    case "\u{2014}": return after.0 != nil && next.properties.isAlphabetic
    default:
      guard last.isIdeographic || next.isIdeographic else { return false }
      return !last.opensBracket && !next.mayNotBeginLine
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is of a script that is written without spaces in cells of two columns.
  fileprivate var isIdeographic: Bool {
    switch value {
    case 0x2E80...0x303E, 0x3041...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF: true
    case 0xFF01...0xFF60, 0x20000...0x3FFFF: true
    default: false
    }
  }

  fileprivate var opensBracket: Bool {
    let category = properties.generalCategory
    return category == .openPunctuation || category == .initialPunctuation
  }

  /// Closing brackets, full stops and commas, small kana and signs of length.
  fileprivate var mayNotBeginLine: Bool {
    switch properties.generalCategory {
    case .closePunctuation, .finalPunctuation, .otherPunctuation, .modifierLetter: true
    default: "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ".unicodeScalars.contains(self)
    }
  }
}
