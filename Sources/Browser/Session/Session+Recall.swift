import Screen

// Lines that were used before, put into the line that is typed.
extension Session {
  /// The lines that the list of those used before has for what is typed, the latest first.
  var recalledLines: [String] {
    guard let prompt, prompt.purpose == .recall else { return [] }
    return lines.lines(holding: prompt.line.text).map(\.line)
  }

  /// Opens the list of the lines used before; in the list, goes to the next one.
  mutating func recall() {
    guard var behind = prompt else { return }
    guard behind.purpose != .recall else { return walk(by: -1) }
    guard behind.purpose.searches else {
      note = "The lines of searches and filters are for those"
      return
    }
    guard !lines.lines.isEmpty else {
      note = "No line has been used yet"
      return
    }
    behind.completion = nil
    var list = Prompt(.recall, origin: behind.origin)
    // A line that is gone through is not what was typed.
    let typed = behind.age > 0 ? behind.draft.text : behind.line.text
    list.line = LineEditor(typed == behind.given ? "" : typed)
    list.behind = [behind]
    prompt = list
  }

  /// Puts the chosen line where the list was asked for.
  mutating func acceptRecalled() -> [Effect] {
    guard let prompt, let behind = prompt.behind.first else { return [] }
    let lines = recalledLines
    guard lines.indices.contains(prompt.choice) else {
      note = "No line used before has this"
      return []
    }
    self.prompt = behind
    self.prompt?.line = LineEditor(lines[prompt.choice])
    self.prompt?.age = 0
    return lineChanged()
  }

  /// Goes to an earlier line, or to a later one; in a list, up or down.
  mutating func walk(by steps: Int) {
    guard var prompt else { return }
    if let count = choiceCount {
      self.prompt?.choice = max(0, min(count - 1, prompt.choice - steps))
      return
    }
    if prompt.age == 0 {
      prompt.draft = prompt.line
      prompt.walked = earlierLines(than: prompt)
    }
    let age = max(0, min(prompt.walked.count, prompt.age + steps))
    guard age != prompt.age else {
      if steps > 0, prompt.walked.isEmpty {
        note =
          prompt.isAsGiven ? "No other line has been used yet" : "No line used before begins so"
      }
      return
    }
    prompt.age = age
    prompt.line = age == 0 ? prompt.draft : LineEditor(prompt.walked[age - 1])
    self.prompt = prompt
  }

  private func earlierLines(than prompt: Prompt) -> [String] {
    if prompt.purpose.searches {
      let given = prompt.line.text
      return lines.lines(beginningWith: prompt.isAsGiven ? "" : given).filter { $0 != given }
    }
    return (typed[prompt.purpose] ?? []).reversed().filter { $0 != prompt.line.text }
  }

  /// How many choices the list of what is typed has; `nil` where it has no such list.
  private var choiceCount: Int? {
    switch prompt?.purpose {
    case .palette: max(1, paletteRows.count)
    case .recall: max(1, recalledLines.count)
    case .saved: max(1, savedChoices.count)
    default: nil
    }
  }

  /// Remembers a line for the time the session lasts.
  mutating func remember(_ text: String, for purpose: Prompt.Purpose) {
    guard !purpose.searches else {
      lines.add(text)
      return
    }
    guard !text.isEmpty else { return }
    typed[purpose] = (typed[purpose] ?? []).filter { $0 != text }.suffix(99) + [text]
  }

  /// Remembers a line that was taken with Enter, and asks to keep it for later sessions.
  mutating func keep(_ text: String, for purpose: Prompt.Purpose) -> [Effect] {
    guard purpose.searches else {
      remember(text, for: purpose)
      return []
    }
    return lines.add(text) ? [.keepLine(text)] : []
  }

  // MARK: Drawing

  /// The lines used before, above the line that is typed.
  func drawRecall(above bottom: Rect, of frame: inout Frame) {
    drawChoices(of: .recall, "Lines used before", recalledLines, above: bottom, of: &frame) {
      text, line, isHere, frame in
      let room = line.splitLeft(2).rest
      frame.write(
        StyledText(text).cut(to: room.columns), at: room.origin, columns: room.columns,
        isSelected: isHere)
    }
  }

  // MARK: Without a screen

  /// The lines used before that have these words, in sentences.
  func spokenLines(holding words: String) -> [String] {
    let found = lines.lines(holding: words)
    guard !found.isEmpty else {
      return [lines.lines.isEmpty ? "No line has been used yet." : "No line used before has this."]
    }
    let most = 20
    let shown = found.prefix(most).map { "\($0.number), \($0.line)." }
    let rest = found.count - shown.count
    return shown + (rest > 0 ? ["And \(Wording.number(rest)) more."] : [])
      + ["An exclamation mark and a number stand for a line: search !\(found[0].number)."]
  }

  /// The line that `!3` stands for; any other text is itself. `nil` where there is no such line.
  func recalled(_ text: String) -> String? {
    guard text.first == "!", let number = Int(text.dropFirst()) else { return text }
    return lines.line(numbered: number)
  }
}
