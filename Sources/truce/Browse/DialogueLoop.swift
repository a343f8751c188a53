import Browser
import Records

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Connects a dialogue with standard input and output, line by line.
struct DialogueLoop {
  private var dialogue: Dialogue
  private var finder: Finder
  private let output: Output
  private let opener = AddressOpener()
  private let clipboard = Clipboard()
  private var kept: KeptFiles
  /// Whether a person types the lines, who wants to know when it is their turn.
  private let hasPrompt = isatty(0) == 1
  private var hasEnded = false

  init(_ session: Session, chronicle: Chronicle, kept: KeptFiles, on output: Output) {
    dialogue = Dialogue(session)
    self.kept = kept
    finder = Finder(chronicle)
    self.output = output
  }

  /// Runs until the reader leaves, or the input ends.
  mutating func run() throws {
    defer { kept.finish() }
    while true {
      try output.write(dialogue.takeText())
      if hasEnded { return }
      if hasPrompt { try output.write("truce> ") }
      try output.finish()
      guard let line = readLine() else { return }
      for note in opener.takeNotes() { _ = dialogue.take(.note(note)) }
      perform(dialogue.answer(line) { finder.answer($0) })
    }
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .quit: hasEnded = true
      case .openAddress(let address): _ = dialogue.take(.note(opener.open(address)))
      case .copy(let copy):
        // A request to the terminal would stand among the lines.
        _ = dialogue.take(.note(clipboard.copy(copy) { _ in false }))
      case .keepLine, .changeQueries:
        if let message = kept.answer(effect) { _ = dialogue.take(message) }
      case .suspend, .redraw, .setMouse, .setTextOrder, .search: break
      }
    }
  }
}
