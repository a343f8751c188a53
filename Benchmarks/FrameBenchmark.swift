import Browser
import Records
import Screen
import Terminal

extension Bench {
  /// How long a key takes, from its arrival to the frame on the terminal: the state is updated,
  /// drawn and presented, at 200x60. A search is answered aside, as in the program: its letters are
  /// measured twice, for the frame that shows the letter, and for the answer with its frame. The
  /// slowest answer is the first of a view, which reads all of the view's records.
  static func measureFrames(path: String) throws(Failure) {
    let chronicle = try chronicle(path: path)
    let size = Size(columns: 200, rows: 60)
    let pty = try PseudoTerminal(columns: size.columns, rows: size.rows)
    let terminal: TextTerminal
    do {
      terminal = try TextTerminal()
    } catch {
      throw Failure("\(error)")
    }
    var stage = Stage(chronicle: chronicle, size: size, today: today, terminal: terminal, pty: pty)
    stage.play(named: "first frame", "<C-l>", times: 1)
    stage.play(named: "line down", "j", times: 300)
    stage.play(named: "page down", "<PgDn>", times: 100)
    stage.play(named: "to the end, to the start", "Ggg", times: 50)
    stage.play(named: "open and close the detail", "<Enter>jjjhj", times: 50)
    stage.play(named: "next month, month before", "}{", times: 50)
    stage.play(named: "every view", "2j3j4j5j1j", times: 50)
    stage.play(named: "search quotes", "2/corridor<Esc>", times: 20)
    stage.play(named: "search events", "1/corridor<Esc>", times: 20)
    stage.play(named: "next hit", "/zanzelmar<Enter>nN<Esc>", times: 20)
    terminal.leave()
    pty.release()
    for line in stage.figures { print(line) }
  }
}

/// A session on a terminal, and the time that its keys take.
private struct Stage {
  private var session: Session
  private var finder: Finder
  private let terminal: TextTerminal
  private let pty: PseudoTerminal
  /// A line of figures for each thing played.
  private(set) var figures: [String] = []

  init(
    chronicle: Chronicle, size: Size, today: Day, terminal: TextTerminal, pty: PseudoTerminal
  ) {
    session = Session(chronicle: chronicle, size: size, today: today)
    finder = Finder(chronicle)
    self.terminal = terminal
    self.pty = pty
  }

  /// Presses the keys so many times, and sums up how long each took.
  mutating func play(named name: String, _ notation: String, times: Int) {
    guard let keys = try? Key.parse(notation) else {
      return figures.append("\(name): \(notation) names a key that there is not")
    }
    var frames: [Double] = []
    var answers: [Double] = []
    let before = pty.bytes
    for _ in 0..<times {
      for key in keys {
        var requests: [SearchRequest] = []
        frames.append(seconds { requests = show(.key(key)) })
        for request in requests {
          answers.append(seconds { answer(request) })
        }
        if session.wantsPause { _ = show(.pause) }
      }
    }
    let bytes = (pty.bytes - before) / (times * keys.count)
    figures.append(line(name, Times(seconds: frames), "\(bytes) bytes a key"))
    if !answers.isEmpty { figures.append(line("  answers", Times(seconds: answers), "")) }
  }

  private mutating func show(_ message: Message) -> [SearchRequest] {
    let effects = session.update(message)
    terminal.present(session.view())
    return effects.compactMap { if case .search(let request) = $0 { request } else { nil } }
  }

  private mutating func answer(_ request: SearchRequest) {
    if let result = finder.answer(request) { _ = show(.searchFinished(result)) }
  }

  private func line(_ name: String, _ times: Times, _ rest: String) -> String {
    let shown = [50, 99, 100].map { (times.percentile($0) * 1e3).formatted(2) }
    let padded = name + String(repeating: " ", count: max(1, 28 - name.count))
    return "frame  \(padded)p50 \(shown[0])  p99 \(shown[1])  max \(shown[2]) ms  \(rest)"
  }
}
