/// The part of a query line that is being typed: a field's name, one of its values, or a word.
struct CompletionPoint: Hashable {
  /// The field whose value it is; `nil` for a field's name or a word.
  var field: Field?
  /// What would be replaced; UTF-8 offsets from 0.
  let range: Range<Int>
  /// What of it stands before the insertion point, without quotation marks.
  let typed: String

  /// The part at an insertion point, given as a UTF-8 offset.
  init(_ line: String, at offset: Int) {
    let bytes = Array(line.utf8)
    let end = max(0, min(offset, bytes.count))
    func point(_ field: Field?, _ start: Int, _ stop: Int, isOpen: Bool = false) -> Self {
      let text = String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
      // A phrase that nothing closes has the rest of the line in it, which is to stay.
      return Self(field: field, range: start..<(isOpen ? end : stop), typed: text.withoutMarks)
    }
    var scanner = LineScanner(line)
    while true {
      while let next = scanner.next, scanner.offset < end,
        LineScanner.isSpace(next) || ["(", ")", "-"].contains(next)
      {
        scanner.advance()
      }
      let start = scanner.offset
      guard start < end else { break }
      if let name = scanner.fieldName(), let field = Field(rawValue: name.text.lowercased()) {
        guard name.range.upperBound < end else {
          self = point(nil, start, name.range.upperBound + 1)
          return
        }
        scanner.pass(name.text.unicodeScalars.count + 1)
        repeat {
          let value = scanner.offset
          let piece = scanner.piece(stoppingAt: [","])
          if end <= scanner.offset {
            self = point(field, value, scanner.offset, isOpen: !piece.isClosed)
            return
          }
        } while scanner.take(",")
      } else {
        let piece = scanner.piece(stoppingAt: [])
        if end <= scanner.offset {
          self = point(nil, start, scanner.offset, isOpen: !piece.isClosed)
          return
        }
      }
      if scanner.offset == start { scanner.advance() }
    }
    self = Self(field: nil, range: end..<end, typed: "")
  }

  private init(field: Field?, range: Range<Int>, typed: String) {
    (self.field, self.range, self.typed) = (field, range, typed)
  }
}

extension String {
  fileprivate var withoutMarks: String {
    String(filter { !"\"“”„«»".contains($0) })
  }
}
