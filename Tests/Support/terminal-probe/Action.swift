import Foundation
import Screen
import Terminal

/// What the probe does on "!".
enum Action: String {
  /// Takes an element that does not exist, which Swift ends with a trap.
  case trap
  /// The same on another thread.
  case threadTrap = "thread-trap"
  case abort
  /// Writes to where nothing is.
  case fault
  /// Calls itself until the stack is full.
  case overflow
  /// Ends by `exit` without leaving the terminal.
  case exit
  /// Writes to standard error while the screen is up.
  case complain
  case suspend
  /// Lends the terminal to a shell that writes a word.
  case lend
  /// Calls from another thread, a thousand times.
  case wake
  /// Writes over the screen as another program would, then draws all of it again.
  case redraw
  /// Never comes back.
  case hang
  /// Draws text whose width terminals disagree about, each piece before a rule, twice.
  case drift
  /// Draws a hundred frames of any text, then writes what the last one shows to a file.
  case frames

  func perform(on terminal: TextTerminal) {
    switch self {
    case .trap:
      let none: [Int] = []
      print(none[CommandLine.arguments.count])
    case .threadTrap:
      Thread.detachNewThread {
        let none: [Int] = []
        print(none[CommandLine.arguments.count])
      }
      while true { pause() }
    case .abort: Foundation.abort()
    case .fault: UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
    case .overflow: print(depth(of: 1))
    case .exit: Foundation.exit(3)
    case .complain: FileHandle.standardError.write(Data("a complaint\n".utf8))
    case .suspend: terminal.suspend()
    case .lend:
      terminal.lend {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", "stty -g; echo lent"]
        try? shell.run()
        shell.waitUntilExit()
      }
    case .wake:
      let waker = Waker()
      Thread.detachNewThread {
        for _ in 0..<1000 { waker.wake() }
      }
    case .redraw:
      FileHandle.standardOutput.write(Data("\u{1B}[2;2Hjunk junk".utf8))
      terminal.redraw()
    case .drift:
      terminal.present(.drifting(Frame(size: terminal.size), moved: true))
      terminal.present(.drifting(Frame(size: terminal.size), moved: false))
      while true { pause() }
    case .hang: while true { pause() }
    case .frames:
      let arguments = CommandLine.arguments
      guard arguments.count == 4, let seed = UInt64(arguments[2]) else { return }
      var random = SeededGenerator(seed: seed)
      var last = Frame(size: terminal.size)
      for _ in 0..<100 {
        last = .random(from: last, using: &random)
        terminal.present(last)
      }
      let text = (0..<last.size.rows).map { last.text(row: $0) + "\n" }.joined()
      try? Data(text.utf8).write(to: URL(fileURLWithPath: arguments[3]), options: .atomic)
      while true { pause() }
    }
  }

  @inline(never)
  private func depth(of number: Int) -> Int {
    withExtendedLifetime([number]) { number == 0 ? 0 : 1 + depth(of: number + 1) }
  }
}
