import Screen
import Search

/// What the line being typed could go on with, in a list that is gone through.
struct CompletionList: Sendable {
  let found: Completion
  /// The line as it was typed, to be given back.
  let typed: LineEditor
  /// The candidate that stands in the line, from 0; `nil` while what was typed does.
  var choice: Int?

  var candidate: Completion.Candidate? { choice.map { found.candidates[$0] } }

  /// The line with the choice in it.
  var line: LineEditor {
    guard let candidate else { return typed }
    let (text, end) = found.applying(candidate, to: typed.text)
    return LineEditor(text, offset: end)
  }
}

extension Session {
  /// Asks what the line could go on with; the answer opens the list, or is taken if it is the only
  /// one.
  mutating func askForCompletion() -> [Effect] {
    guard let prompt, prompt.purpose.searches else {
      note = "There is nothing to complete here"
      return []
    }
    let generation = nextGeneration(of: .completion)
    let request = completionRequest(of: prompt.line.text, prompt.line.textBefore, generation)
    return nameCompletion(for: request).map { takeCompletion($0) } ?? [.search(request)]
  }

  /// What the name of a saved query could go on with; `nil` where none is typed.
  private func nameCompletion(for request: SearchRequest) -> SearchResult? {
    saved.completion(of: request.text, at: request.offset).map {
      SearchResult(request: request, completion: $0)
    }
  }

  private func completionRequest(
    of line: String, _ before: String, _ generation: Int
  ) -> SearchRequest {
    SearchRequest(
      generation: generation, view: currentView, text: line, purpose: .completion,
      offset: before.utf8.count, isOfAllKinds: pane.everywhere != nil)
  }

  /// Typing on narrows a list that is open; on a candidate that was chosen, it goes on from there.
  mutating func narrowCompletion() -> [Effect] {
    guard let list = prompt?.completion else { return [] }
    guard list.choice == nil else {
      prompt?.completion = nil
      return []
    }
    return askForCompletion()
  }

  mutating func takeCompletion(_ result: SearchResult) -> [Effect] {
    guard let prompt, prompt.purpose.searches, let found = result.completion,
      prompt.line.text == result.request.text,
      prompt.line.textBefore.utf8.count == result.request.offset
    else { return [] }
    let isOpen = prompt.completion != nil
    guard !found.candidates.isEmpty else {
      self.prompt?.completion = nil
      if !isOpen { note = found.reason }
      return []
    }
    self.prompt?.completion = CompletionList(found: found, typed: prompt.line)
    return found.candidates.count == 1 && !isOpen ? takeCandidate(0) : []
  }

  /// Puts a candidate into the line and closes the list.
  mutating func takeCandidate(_ place: Int) -> [Effect] {
    guard let list = prompt?.completion, list.line == prompt?.line,
      list.found.candidates.indices.contains(place)
    else { return [] }
    let effects = choose(place)
    prompt?.completion = nil
    return effects
  }

  private mutating func choose(_ place: Int?) -> [Effect] {
    prompt?.completion?.choice = place
    guard let line = prompt?.completion?.line, line != prompt?.line else { return [] }
    prompt?.line = line
    return lineChanged()
  }

  /// What a command means in the open list; `nil` when it is not for the list.
  mutating func answerInCompletion(_ command: Command) -> [Effect]? {
    guard let prompt, let list = prompt.completion else { return nil }
    // Letters may have been typed for which the list has not come yet.
    let isCurrent = prompt.line == list.line
    switch command {
    case .complete, .later:
      return isCurrent ? choose(list.place(after: 1)) : askForCompletion()
    case .completeBack, .earlier:
      return isCurrent ? choose(list.place(after: -1)) : askForCompletion()
    case .cancel:
      let effects = isCurrent ? choose(nil) : []
      self.prompt?.completion = nil
      return effects
    default:
      // A line with a candidate in it is edited as any other.
      if list.choice != nil { self.prompt?.completion = nil }
      return nil
    }
  }

  /// What a line of a search could go on with, in sentences.
  func completions(
    of line: String, _ search: (SearchRequest) -> SearchResult?
  ) -> [String] {
    let request = completionRequest(of: line, line, 0)
    guard let found = (nameCompletion(for: request) ?? search(request))?.completion else {
      return []
    }
    guard !found.candidates.isEmpty else { return [found.reason + "."] }
    let lines = found.candidates.map { candidate in
      let label = candidate.label.isEmpty ? "" : ", \(candidate.label)"
      return candidate.text + label + (candidate.countWords.map { ", \($0)" } ?? "") + "."
    }
    return lines + (found.omitted > 0 ? ["And \(Wording.number(found.omitted)) more."] : [])
  }
}

extension CompletionList {
  /// The choice so many steps on; what was typed stands between the last and the first.
  fileprivate func place(after steps: Int) -> Int? {
    let next = ((choice ?? -1) + 1 + steps).wrapped(into: found.candidates.count + 1)
    return next == 0 ? nil : next - 1
  }
}
