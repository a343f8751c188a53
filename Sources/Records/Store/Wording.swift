/// Small helpers for messages.

/// A text in quotation marks, cut when it is long, with what could drive a terminal left out.
func quoted(_ text: String) -> String {
  let limit = 60
  var out = "\""
  for scalar in text.unicodeScalars.prefix(limit) {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      out += "\\u{" + String(scalar.value, radix: 16) + "}"
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out + (text.unicodeScalars.count > limit ? "…\"" : "\"")
}

/// The word with "a" or "an" before it.
func article(_ word: String) -> String {
  "aeiou".contains(word.prefix(1)) ? "an \(word)" : "a \(word)"
}

extension [String] {
  /// "a, b, c".
  func listed() -> String {
    joined(separator: ", ")
  }
}

/// The candidate that differs least from `word`, if it is close enough to be a slip of the finger:
/// at most a third of its letters inserted, deleted, replaced or swapped with their neighbour
/// (optimal string alignment distance, after F. J. Damerau, 1964).
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let letters = Array(word.lowercased().unicodeScalars.prefix(80))
  let limit = max(1, letters.count / 3)
  var best: (distance: Int, word: String)?
  for candidate in candidates {
    let other = Array(candidate.lowercased().unicodeScalars)
    guard abs(other.count - letters.count) <= limit else { continue }
    let distance = alignmentDistance(letters, other)
    if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
  }
  return best?.word
}

private func alignmentDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var before: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
      row.append(cost)
    }
    (before, last) = (last, row)
  }
  return last[b.count]
}
