import Records
import Screen

/// A piece of a document that starts a line of its own.
struct Block: Sendable {
  /// How a block lies on the page.
  enum Form: Sendable {
    /// The name of what the document is about.
    case title
    /// The name of a section; an empty line before it, except on the first line.
    case heading
    /// A value behind its name, the values of all fields in one column.
    case field(label: String)
    /// Text set in by `indent` columns, its further lines by `hang` more.
    case line(indent: Int, hang: Int)
    /// An empty line, never two together.
    case gap
    /// Accounts of the same, beside each other where there is room.
    case accounts([AccountColumn], indent: Int)
  }

  let form: Form
  let text: StyledText
  let anchor: RecordID?
  /// Whether it is cut in the middle to stay on one line, as an address is, which has no places to
  /// break at.
  var isCut = false

  init(_ form: Form, _ text: StyledText = StyledText(""), anchor: RecordID? = nil) {
    self.form = form
    self.text = text
    self.anchor = anchor
  }

  /// The block with nothing cut from it.
  var whole: Block {
    var block = self
    block.isCut = false
    return block
  }

  /// Columns of the labels: the longest label and two spaces.
  private static let labelColumns = 12
  /// Below this width a field's value follows its label on the same line instead of standing in a
  /// column of its own, and indents shrink.
  private static let narrow = 40
  /// Below this width nothing is indented.
  private static let tiny = 20

  func lay(out lines: inout [DocumentLine], columns: Int) {
    let start = lines.count
    switch form {
    case .title:
      append(text, indent: 0, hang: 0, columns: columns, to: &lines)
    case .heading:
      appendGap(to: &lines)
      append(text, indent: 0, hang: 0, columns: columns, to: &lines)
    case .field(let label):
      layField(label, columns: columns, to: &lines)
    case .line(let indent, let hang):
      append(text, indent: indent, hang: hang, columns: columns, to: &lines)
    case .gap:
      appendGap(to: &lines)
    case .accounts(let accounts, let indent):
      lay(accounts, indent: indent, columns: columns, to: &lines)
    }
    guard let anchor,
      let index = lines.indices.dropFirst(start).first(where: { !lines[$0].isEmpty })
    else { return }
    lines[index] = DocumentLine(
      text: lines[index].text, links: lines[index].links, anchor: anchor)
  }

  private func appendGap(to lines: inout [DocumentLine]) {
    guard let last = lines.last, !last.isEmpty else { return }
    lines.append(DocumentLine(text: "", links: [], anchor: nil))
  }

  private func layField(_ label: String, columns: Int, to lines: inout [DocumentLine]) {
    guard columns >= Self.narrow else {
      append(
        StyledText(label + ": ", .label) + text, indent: 0, hang: 2, columns: columns, to: &lines)
      return
    }
    let width = Self.labelColumns
    let padding = max(1, width - TextWidth.columns(of: label))
    for (index, line) in pieces(of: text, columns: columns - width).enumerated() {
      let lead =
        index == 0
        ? StyledText(label, .label) + StyledText(String(repeating: " ", count: padding))
        : StyledText(String(repeating: " ", count: width))
      lines.append(Self.line(lead + line))
    }
  }

  private func lay(
    _ accounts: [AccountColumn], indent: Int, columns: Int, to lines: inout [DocumentLine]
  ) {
    let room =
      columns > AccountColumn.page
      ? 1 : max(1, (columns - indent) / (AccountColumn.width + AccountColumn.gutter))
    // As many in every group as can be, so that none is left with empty columns beside it.
    let groups = (accounts.count + room - 1) / room
    let beside = max(1, (accounts.count + groups - 1) / max(1, groups))
    for start in stride(from: 0, to: accounts.count, by: beside) {
      let group = Array(accounts[start..<min(start + beside, accounts.count)])
      if start > 0, beside > 1 { appendGap(to: &lines) }
      guard group.count > 1 else {
        for block in AccountColumn.list(group, indent: indent) {
          block.lay(out: &lines, columns: columns)
        }
        continue
      }
      for row in AccountColumn.rows(group) {
        lay(row: row, of: beside, indent: indent, columns: columns, to: &lines)
      }
    }
  }

  private func lay(
    row: [AccountColumn.Cell], of count: Int, indent: Int, columns: Int,
    to lines: inout [DocumentLine]
  ) {
    let width = (columns - indent - AccountColumn.gutter * (count - 1)) / count
    let cells = row.map { cell in
      cell.filter { !$0.isEmpty }.flatMap { $0.wrapped(to: width, indent: 2) }
    }
    for index in 0..<(cells.map(\.count).max() ?? 0) {
      var line = StyledText("")
      for (number, cell) in cells.enumerated() where index < cell.count {
        let start = indent + number * (width + AccountColumn.gutter)
        let padding = max(0, start - line.columns)
        line += StyledText(String(repeating: " ", count: padding)) + cell[index]
      }
      lines.append(Self.line(line))
    }
  }

  private func pieces(of text: StyledText, columns: Int, indent: Int = 0) -> [StyledText] {
    isCut ? [text.cutInTheMiddle(to: columns)] : text.wrapped(to: columns, indent: indent)
  }

  private func append(
    _ text: StyledText, indent fullIndent: Int, hang fullHang: Int, columns: Int,
    to lines: inout [DocumentLine]
  ) {
    let scale = columns >= Self.narrow ? 2 : columns >= Self.tiny ? 1 : 0
    let indent = fullIndent * scale / 2
    let hang = fullHang * scale / 2
    let isParagraph = fullIndent + fullHang == 0
    let lead = StyledText(String(repeating: " ", count: indent))
    for line in pieces(of: text, columns: columns - indent, indent: hang) {
      lines.append(Self.line(indent == 0 ? line : lead + line, isParagraph: isParagraph))
    }
  }
}

// MARK: - Markers of links

extension Block {
  /// Keeps what is on both sides of it on one line; shown as a space. Not the no-break space, which
  /// occurs in texts and is shown as it is.
  static let joint: Character = "\u{2007}"

  /// The marker that stands before what link `number` names.
  static func marker(_ number: Int) -> StyledText {
    StyledText("[\(number)]", .link) + StyledText(String(joint))
  }

  /// Text of a store as the documents hold it: on one line, with nothing that could drive a
  /// terminal.
  static func visible(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
    guard !isPlain else { return visibleText(text) }
    return visibleText(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
  }

  /// A finished line: its joints are spaces, its markers are found.
  ///
  /// Only a paragraph of its own runs from right to left. In any other line words of such a script
  /// are ordered by themselves, and what stands between them, markers too, stays where it is.
  private static func line(_ text: StyledText, isParagraph: Bool = false) -> DocumentLine {
    var shown: [Span] = []
    var links: [(number: Int, column: Int)] = []
    var column = 0
    let hasLinks = text.spans.contains { $0.role == .link }
    for var span in withoutTrailingBlanks(text.spans) {
      if span.role == .link, let number = number(ofMarker: span.text) {
        links.append((number, column))
      }
      // A joint's last byte is 0x87; most text has no such byte.
      if span.text.utf8.contains(0x87) {
        span.text = String(span.text.map { $0 == joint ? " " : $0 })
      }
      if span.direction != nil, hasLinks || !isParagraph {
        span.direction = span.role.isOfWords ? .leftToRight : nil
      }
      if hasLinks { column += TextWidth.columns(of: span.text) }
      shown.append(span)
    }
    return DocumentLine(text: StyledText(spans: shown), links: links, anchor: nil)
  }

  private static func withoutTrailingBlanks(_ spans: [Span]) -> [Span] {
    var spans = spans
    while var last = spans.last {
      let kept = last.text.utf8.count - trailingBlanks(of: last.text)
      if kept == last.text.utf8.count { break }
      spans.removeLast()
      guard kept > 0 else { continue }
      last.text = String(decoding: last.text.utf8.prefix(kept), as: UTF8.self)
      spans.append(last)
      break
    }
    return spans
  }

  /// The bytes of the spaces and joints at the end of a text.
  private static func trailingBlanks(of text: String) -> Int {
    text.reversed().prefix { $0 == " " || $0 == joint }.reduce(0) { $0 + $1.utf8.count }
  }

  private static func number(ofMarker text: String) -> Int? {
    guard text.hasPrefix("["), let end = text.firstIndex(of: "]") else { return nil }
    return Int(text[text.index(after: text.startIndex)..<end])
  }
}

extension Role {
  /// Whether text of this role is words of the store rather than what stands between them.
  fileprivate var isOfWords: Bool {
    switch self {
    case .text, .quote, .hit, .heading, .comment: true
    default: false
    }
  }
}

extension DocumentLine {
  /// Whether it only parts what stands above it from what stands below.
  var isEmpty: Bool { text.isEmpty }
}
