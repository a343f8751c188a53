import CTerminal
package import Screen

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terminal while it shows our screen: frames go out, keys and news come in.
///
/// There is one of it, on the main thread. It is a class because it owns the terminal: what it took
/// it gives back, in `leave()`, and also when the program crashes or calls `exit`.
///
/// While it is open, INT, TERM, HUP, TSTP, CONT and WINCH arrive as input. Standard error is kept
/// back, if it would go to a terminal, until the screen is gone; then it is written.
package final class TextTerminal {
  /// What `next` returns.
  package enum Input: Hashable, Sendable {
    case key(Key)
    /// The window has this size now, and nothing is on the screen.
    case resize(Size)
    /// Somebody called `Waker.wake`.
    case wake
    /// The program was stopped and goes on: the window has this size, and nothing is on the screen.
    case resumed(Size)
    /// The program shall end: call `leave`, then `dieBySignal` with the signal. SIGHUP stands for
    /// a terminal that is gone.
    case end(signal: Int32)
  }

  /// What the caller chooses.
  package struct Options: Sendable {
    /// Whether there are colours; nil lets NO_COLOR decide (no-color.org).
    package var usesColor: Bool?
    /// Who orders text from right to left.
    package var textOrder: TextOrder

    package init(usesColor: Bool? = nil, textOrder: TextOrder = .app) {
      self.usesColor = usesColor
      self.textOrder = textOrder
    }
  }

  /// Whether the locale's charset is UTF-8. If not, what is not ASCII is shown as "?", so draw with
  /// `Glyphs.ascii`.
  package let isUTF8: Bool
  /// The window's size, as of the last `resize` or `resumed`.
  package private(set) var size = Size(columns: 80, rows: 24)

  private let output: Int32
  private let input: InputQueue
  private let takesControlSequences: Bool
  private var canvas: Canvas
  private var isOpen = true
  private var reportsMouse = false
  private var textOrder: TextOrder

  /// Takes the terminal and clears the screen.
  ///
  /// Standard input and output are used where they are terminals, else the controlling terminal, so
  /// that data can come through a pipe while keys come from the keyboard.
  package init(options: Options = Options()) throws(TerminalError) {
    isUTF8 = terminal_set_locale()
    textOrder = options.textOrder
    guard let output = terminal_stream(1), let input = terminal_stream(0),
      terminal_guard(fileno(output))
    else { throw .noTerminal }
    self.output = fileno(output)
    guard terminal_bell() >= 0 else { throw .refused(errno) }
    terminal_catch_signals()
    do {
      try TerminalType.open(output: output, input: input)
    } catch {
      terminal_release_signals()
      throw error
    }
    takesControlSequences = TerminalType.takesControlSequences
    self.input = InputQueue(descriptor: fileno(input), sequences: TerminalType.keySequences)
    canvas = Canvas(
      wantsColor: options.usesColor ?? (environment("NO_COLOR") == nil), isUTF8: isUTF8,
      descriptor: self.output)
    cbreak()
    noecho()
    nonl()
    intrflush(terminal_window(), false)
    keypad(terminal_window(), true)  // keys are decoded here, but ncurses tells the terminal
    curs_set(1)
    typeahead(-1)  // a frame is drawn to its end
    terminal_take_keys(self.output)
    takeScreen()
  }

  deinit { leave() }

  // MARK: Out

  /// Shows a frame: what differs from the one before is sent, the cursor's place last.
  ///
  /// The cursor is always visible, for it is what a braille line or a screen reader follows.
  package func present(_ frame: Frame) {
    guard isOpen else { return }
    canvas.draw(frame)
  }

  /// The next frame is sent as a whole, for somebody else has written on the screen.
  package func redraw() {
    guard isOpen else { return }
    terminal_repaint()
    canvas.forget()
  }

  /// Whether presses and the wheel of the mouse come as keys, instead of selecting text as they do
  /// in every terminal. At first they do not.
  package func setMouse(_ isOn: Bool) {
    guard isOpen, takesControlSequences, isOn != reportsMouse else { return }
    reportsMouse = isOn
    send(Array((isOn ? MouseReport.on : MouseReport.off).utf8))
  }

  /// Tells the terminal who orders text from right to left. Present a frame of that order
  /// afterwards; it is sent as a whole.
  package func setTextOrder(_ order: TextOrder) {
    guard isOpen, order != textOrder else { return }
    textOrder = order
    if takesControlSequences { send(Self.orderSequence(order)) }
    redraw()
  }

  /// Asks the terminal to put a text on its clipboard, wherever the terminal is. It does not say
  /// whether it did; false where it is known that it cannot.
  package func setClipboard(_ text: String) -> Bool {
    let sequence = ClipboardSequence(
      text, type: environment("TERM") ?? "", isInTmux: environment("TMUX") != nil,
      isInScreen: environment("STY") != nil)
    guard isOpen, takesControlSequences, let sequence else { return false }
    return send(sequence.bytes)
  }

  // MARK: In

  /// Waits for the next input; without any, the process sleeps.
  ///
  /// Signals go before keys. Returns nil when the time is up, or when the terminal was left.
  package func next(timeoutMilliseconds: Int? = nil) -> Input? {
    let deadline = timeoutMilliseconds.map { milliseconds() + max(0, $0) }
    while isOpen {
      if let news = input.takeNews() { return answer(news) }
      if let key = input.takeKey() { return .key(key) }
      guard input.wait(until: deadline) else { return nil }
    }
    return nil
  }

  /// Whether `next` would return at once, so that a frame drawn now would be seen by nobody.
  package var hasInput: Bool { isOpen && input.isWaiting }

  private func answer(_ news: InputQueue.News) -> Input {
    switch news {
    case .end(let signal): return .end(signal: signal)
    case .wake: return .wake
    case .resize:
      askSize()
      return .resize(size)
    case .stop:
      suspend()
      return .resumed(size)
    case .continued:
      // Somebody else had the terminal meanwhile.
      takeScreen()
      return .resumed(size)
    }
  }

  // MARK: Coming and going

  /// Gives the terminal back, stops the process group as ^Z does, and takes the terminal again when
  /// it is continued. Present a frame afterwards; `size` is the window's new one.
  package func suspend() {
    lend { terminal_stop_group() }
    input.forgetNewsOfStop()
  }

  /// Gives the terminal to another program, an editor or a pager, for as long as the closure runs.
  /// Present a frame afterwards; `size` is the window's new one.
  package func lend<Result>(_ body: () throws -> Result) rethrows -> Result {
    guard isOpen else { return try body() }
    giveScreen()
    defer { takeScreen() }
    return try body()
  }

  /// Gives the terminal back as it was. Calling it again does nothing.
  package func leave() {
    guard isOpen else { return }
    isOpen = false
    giveScreen()
    terminal_release_signals()
  }

  private func takeScreen() {
    // In the background this stops the process until it has the terminal.
    reset_prog_mode()
    let farewell = self.farewell
    farewell.withUnsafeBytes { bytes in
      terminal_guard_arm(bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
    }
    terminal_keep_errors()
    if takesControlSequences { send(Self.marksPaste + Self.orderSequence(textOrder)) }
    if reportsMouse { send(Array(MouseReport.on.utf8)) }
    askSize()
  }

  private func giveScreen() {
    if !input.isGone && !terminal_is_background(output) {
      if reportsMouse { send(Array(MouseReport.off.utf8)) }
      if takesControlSequences { send(Self.modesOff) }
      endwin()
      terminal_guard_reset_settings()
    }
    terminal_guard_disarm()
    terminal_release_errors()
  }

  private func askSize() {
    var columns = getmaxx(terminal_window())
    var rows = getmaxy(terminal_window())
    // Not from LINES and COLUMNS, which would never change; they serve where the kernel knows none.
    if terminal_size(output, &columns, &rows) {
      columns = min(columns, Int32(Frame.maximumSize.columns))
      rows = min(rows, Int32(Frame.maximumSize.rows))
      resize_term(rows, columns)
    }
    size = Size(columns: Int(columns), rows: Int(rows))
    redraw()
  }

  /// Pasted text is marked as such.
  private static let marksPaste = Array("\u{1B}[?2004h".utf8)
  /// A terminal that orders text does so at first.
  private static let modesOff = Array("\u{1B}[?2004l".utf8) + orderSequence(.terminal)

  /// Whether the terminal orders text (BDSM, ECMA-48 §7.2.1, as terminals that know it read it:
  /// terminal-wg.pages.freedesktop.org/bidi). Where frames hold text in the order in which it is
  /// seen, it must not reorder it once more.
  private static func orderSequence(_ order: TextOrder) -> [UInt8] {
    Array((order == .terminal ? "\u{1B}[8h" : "\u{1B}[8l").utf8)
  }

  /// What gives the terminal back when nothing but a signal handler runs any more.
  private var farewell: [UInt8] {
    var bytes = takesControlSequences ? Array(MouseReport.off.utf8) + Self.modesOff : []
    for capability in ["sgr0", "op", "rmkx", "cnorm"] {
      bytes += TerminalType.string(capability) ?? []
    }
    return bytes + TerminalType.normalScreen
  }

  /// Sends bytes as they are; false when the terminal does not take all of them.
  @discardableResult
  private func send(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
