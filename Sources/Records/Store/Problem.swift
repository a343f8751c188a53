/// Something found in a store that is wrong or worth a look, with its place and what to do.
package struct Problem: Error, Hashable, Sendable {
  /// Whether the store can be used all the same.
  package enum Severity: String, Sendable {
    case error, warning
  }

  /// As given on the command line, or found in a folder given there.
  package let file: String
  /// From 1; `nil` when the finding is about the file as a whole.
  package let line: Int?
  /// From 1, in characters (Unicode scalars); `nil` when `line` is.
  package let column: Int?
  package let severity: Severity
  /// What is wrong, naming the record and field.
  package let message: String
  /// What to do about it; may be empty.
  package let advice: String

  /// A finding about a file as a whole, or at a place in it.
  package init(
    file: String, line: Int? = nil, column: Int? = nil, severity: Severity = .error,
    message: String, advice: String = ""
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.severity = severity
    self.message = message
    self.advice = advice
  }
}

extension Problem: CustomStringConvertible {
  /// `file:line:column: error: message`, and the advice indented on a line of its own.
  package var description: String {
    var place = file
    if let line, let column { place += ":\(line):\(column)" }
    let head = "\(place): \(severity.rawValue): \(message)"
    return advice.isEmpty ? head : head + "\n  " + advice
  }
}

/// Finds lines and columns of byte offsets; asked in ascending order it reads each byte once.
struct PlaceFinder {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0
  private var line = 1
  private var column = 1

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// Line and column of `target`, both from 1; the column counts Unicode scalars.
  mutating func place(of target: Int) -> (line: Int, column: Int) {
    if target < offset { (offset, line, column) = (0, 1, 1) }
    let end = min(target, bytes.count)
    while offset < end {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      offset += 1
    }
    return (line, column)
  }
}
