import Foundation
import Testing

/// The answers that the README shows are those that the bundled store gives.
@Suite("The questions of the README")
struct QuestionsTests {
  private static let readme = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../README.md").standardizedFileURL
  /// As wide as the README's text.
  private static let columns = 99

  @Test("are answered as it says")
  func answers() throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let replayed = try Self.replayed(text)
    #expect(replayed.questions == 10)
    let difference = try RecordedText(url: Self.readme).difference(from: replayed.text)
    #expect(difference == nil, "\(difference ?? "")")
  }

  /// The text with what the commands between its marks print now, and how many questions there are.
  private static func replayed(_ readme: String) throws -> (text: String, questions: Int) {
    var lines: [String] = []
    var questions = 0
    var (isInside, isOutput) = (false, false)
    for line in readme.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("<!-- ") { isInside = line == "<!-- questions -->" }
      if isInside, line.hasPrefix("**") { questions += 1 }
      if line.hasPrefix("```") { isOutput = false }
      if isInside, line.hasPrefix("$ truce ") {
        isOutput = true
        lines += [String(line)] + answer(to: try ProgramRun(String(line.dropFirst(2))))
      } else if !isOutput {
        lines.append(String(line))
      }
    }
    return (lines.joined(separator: "\n"), questions)
  }

  /// What is printed, in lines that are not longer than the README's.
  private static func answer(to run: ProgramRun) -> [String] {
    (run.text + run.messages).split(separator: "\n").flatMap { line in
      var wrapped = [""]
      // Lists of one kind stand in columns, which a narrow page has no room for.
      for word in line.split(separator: " ") {
        let last = wrapped[wrapped.count - 1]
        if last.isEmpty {
          wrapped[wrapped.count - 1] = String(word)
        } else if last.count + 1 + word.count <= columns {
          wrapped[wrapped.count - 1] += " \(word)"
        } else {
          wrapped.append("    \(word)")
        }
      }
      return wrapped
    }
  }
}
