import CTerminal
import Screen

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where keys, signals and calls from other threads come together.
///
/// A class because it owns what has been read and not been taken yet.
final class InputQueue {
  /// What is not a key, the most urgent first.
  enum News: Hashable {
    case end(signal: Int32)
    case stop
    case continued
    case resize
    case wake
  }

  /// Silence after which a paste without an end is taken for complete, in milliseconds: long enough
  /// for a slow line, for what comes later would be taken for keys.
  private static let pasteDelay = 2000

  /// Whether the terminal was closed.
  private(set) var isGone = false

  private let descriptor: Int32
  private let escapeDelay: Int
  private var decoder: KeyDecoder
  private var rings: UInt64 = 0
  private var lastByte = 0

  init(descriptor: Int32, sequences: KeySequences) {
    self.descriptor = descriptor
    decoder = KeyDecoder(sequences: sequences)
    escapeDelay = Self.escapeDelay
  }

  /// The most urgent news, if there are any.
  func takeNews() -> News? {
    if isGone { return .end(signal: SIGHUP) }
    rings |= terminal_take_rings()
    if rings == 0 { return nil }
    for signal in [SIGHUP, SIGTERM, SIGINT] where take(signal) { return .end(signal: signal) }
    if take(SIGTSTP) { return .stop }
    if take(SIGCONT) { return .continued }
    if take(SIGWINCH) { return .resize }
    return take(0) ? .wake : nil
  }

  /// Leaves out what a stop brings with it and is answered by taking the terminal again.
  func forgetNewsOfStop() {
    rings |= terminal_take_rings()
    for signal in [SIGTSTP, SIGCONT, SIGWINCH] { _ = take(signal) }
  }

  /// The next key, if one is there.
  func takeKey() -> Key? { decoder.next() }

  /// Whether anything is there that has not been taken.
  var isWaiting: Bool {
    if decoder.hasKey || rings != 0 || isGone { return true }
    var sources = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: terminal_bell(), events: Int16(POLLIN), revents: 0),
    ]
    return poll(&sources, 2, 0) > 0
  }

  /// Sleeps until something is there to take; false when the time is up before.
  func wait(until deadline: Int?) -> Bool {
    let decision: Int? =
      switch decoder.pause {
      case .none: nil
      case .escape: lastByte + escapeDelay
      case .paste: lastByte + Self.pasteDelay
      }
    let end = [deadline, decision].compactMap { $0 }.min()
    let timeout = end.map { Int32(clamping: max(0, $0 - milliseconds())) } ?? -1
    var sources = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: terminal_bell(), events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&sources, 2, timeout)
    if count < 0 { return true }  // a signal; its ring is heard by the caller
    if count == 0 {
      if let decision, decision <= milliseconds() {
        decoder.giveUp()
        return true
      }
      return deadline.map { $0 > milliseconds() } ?? true
    }
    if sources[0].revents != 0 { read() }
    return true
  }

  private func read() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = bytes.withUnsafeMutableBytes { readBytes(descriptor, $0) }
    if count > 0 {
      lastByte = milliseconds()
      decoder.feed(bytes[..<count])
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      isGone = true  // else `poll` would return at once for ever
    }
  }

  private func take(_ bit: Int32) -> Bool {
    let mask = UInt64(1) << UInt64(bit)
    defer { rings &= ~mask }
    return rings & mask != 0
  }

  /// How long an escape waits for the rest of a sequence, in milliseconds: $ESCDELAY as with
  /// ncurses, else as long as it takes a terminal to send the rest, and twice that over a network.
  private static var escapeDelay: Int {
    if let delay = environment("ESCDELAY").flatMap({ Int($0) }) { return min(max(0, delay), 5000) }
    return environment("SSH_TTY") == nil ? 25 : 50
  }
}

private func readBytes(_ descriptor: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, bytes.baseAddress, bytes.count)
}
