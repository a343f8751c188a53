import Browser
import Records
import Screen
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Connects a session with a terminal: keys and news in, frames and effects out.
///
/// Everything but searching happens here, on one thread, so a frame is never of half a state.
struct BrowserLoop {
  private let terminal: TextTerminal
  private var session: Session
  private let searcher: Searcher
  private let opener = AddressOpener()
  private let clipboard = Clipboard()
  private var kept: KeptFiles
  private var hasEnded = false

  /// A burst of input is answered with one frame; but a key that repeats for ever is to be seen to
  /// do something.
  private static let longestBurst = 256
  /// How long a frame waits for a search, in milliseconds: most are done by then, so that a letter
  /// typed and what it finds are one frame.
  private static let patience = 8
  /// How long a digit may be the beginning of a number, in milliseconds.
  private static let pause = 350

  init(
    _ session: Session, on terminal: TextTerminal, chronicle: Chronicle, kept: KeptFiles
  ) {
    self.session = session
    self.kept = kept
    self.terminal = terminal
    searcher = Searcher(chronicle)
  }

  /// Runs until the reader leaves.
  ///
  /// - Parameter effects: what the session has asked for already.
  mutating func run(after effects: [Effect] = []) {
    perform(effects)
    draw()
    while !hasEnded {
      let pause = session.wantsPause ? Self.pause : nil
      if let input = terminal.next(timeoutMilliseconds: pause) {
        take(input)
        takeBurst()
      } else if pause != nil {
        update(.pause)
      } else {
        hasEnded = true
      }
      if !hasEnded { draw() }
    }
    terminal.leave()
    kept.finish()
  }

  private mutating func draw() {
    if searcher.isBusy, let input = terminal.next(timeoutMilliseconds: Self.patience) {
      take(input)
      takeBurst()
    }
    if !hasEnded { terminal.present(session.view()) }
  }

  // MARK: In

  private mutating func takeBurst() {
    for _ in 0..<Self.longestBurst where !hasEnded && terminal.hasInput {
      guard let input = terminal.next(timeoutMilliseconds: 0) else { return }
      take(input)
    }
  }

  private mutating func take(_ input: TextTerminal.Input) {
    switch input {
    case .key(let key): update(.key(key))
    case .resize(let size), .resumed(let size): update(.resize(size))
    case .wake:
      for result in searcher.takeResults() { update(.searchFinished(result)) }
      for note in opener.takeNotes() { update(.note(note)) }
    // ^C arrives as its signal, and means what the table of keys says.
    case .end(SIGINT): update(.key(.control("c")))
    case .end(let signal):
      terminal.leave()
      dieBySignal(signal)
    }
  }

  private mutating func update(_ message: Message) {
    perform(session.update(message))
  }

  // MARK: Out

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .quit: hasEnded = true
      case .suspend:
        terminal.suspend()
        update(.resize(terminal.size))
      case .redraw: terminal.redraw()
      case .openAddress(let address): update(.note(opener.open(address)))
      case .copy(let copy):
        update(.note(clipboard.copy(copy) { terminal.setClipboard($0) }))
      case .keepLine, .changeQueries:
        if let message = kept.answer(effect) { update(message) }
      case .setTextOrder(let order): terminal.setTextOrder(order)
      case .setMouse(let isOn): terminal.setMouse(isOn)
      case .search(let request): searcher.begin(request)
      }
    }
  }
}
