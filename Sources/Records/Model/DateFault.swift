/// Why a text is not a date, and what to write instead.
package struct DateFault: Error, Hashable, Sendable {
  /// What is wrong, as a clause without a full stop: "the month 13 does not exist".
  package let problem: String

  /// What to do about it, as a clause: "months go from 01 to 12".
  package let advice: String

  /// Where in the text, in UTF-8 bytes from 0; at most the length of the text.
  package let offset: Int

  /// Problem and advice in one line.
  package var reason: String { "\(problem); \(advice)" }

  package init(_ problem: String, advice: String, offset: Int) {
    self.problem = problem
    self.advice = advice
    self.offset = offset
  }
}
