/// Text that can neither drive a terminal nor hide in it.
///
/// | in the text | in the result |
/// |---|---|
/// | line ends: LF, CR, CR LF, VT, FF, NEL, U+2028, U+2029 | a space, or LF if newlines are kept |
/// | tab | a space |
/// | other controls of ASCII, among them ESC and DEL | their pictures: ␛, ␡ |
/// | other C1 controls; noncharacters | U+FFFD |
/// | embeddings, overrides, isolates and marks of direction; zero-width space, word joiner, U+FEFF; soft hyphen; tags; all other format characters | nothing |
/// | joiner and non-joiner, variation selectors | themselves: scripts need them, and they take no column |
///
/// Whatever leaves the program by another way than a frame passes through here: plain output,
/// messages, the title of the window. The bytes after an escape stay, as text. Text without any of
/// these comes back as it is, at the cost of one look at it.
package func visibleText(_ text: String, keepingNewlines: Bool = false) -> String {
  let scalars = text.unicodeScalars
  guard TextWidth.printableASCIICount(of: text) == nil,
    let first = scalars.firstIndex(where: { $0.visibleForm != $0 })
  else { return text }
  var result = String(scalars[..<first])
  var previous: Unicode.Scalar?
  for scalar in scalars[first...] {
    if scalar.isLineEnd {
      let endsPair = scalar == "\n" && previous == "\r"
      if !endsPair { result.unicodeScalars.append(keepingNewlines ? "\n" : " ") }
    } else if let form = scalar.visibleForm {
      result.unicodeScalars.append(form)
    }
    previous = scalar
  }
  return result
}

extension Unicode.Scalar {
  /// What stands for it in visible text outside of line ends; `nil` if nothing does.
  fileprivate var visibleForm: Unicode.Scalar? {
    if solitaryColumns > 0 { return self }
    if isControl { return pictureOfControl }
    if isNoncharacter { return .replacement }
    guard ScalarKind(of: self) == .dropped else { return self }
    return value == 0x200C || value == 0x200D || properties.isVariationSelector ? self : nil
  }

  private var isNoncharacter: Bool {
    value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value)
  }
}
