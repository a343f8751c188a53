package import Screen

/// Makes keys of the bytes a terminal sends.
///
/// A machine of states that is fed whatever the terminal has sent, in pieces of any size. It reads by
/// the grammar of control sequences (ECMA-48 §5.4), so a sequence that means nothing to us is left
/// out as a whole instead of being typed into the program, and pasted text is never taken for keys.
/// ncurses reads keys by a list of known sequences and so can do neither.
package struct KeyDecoder {
  /// What the bytes since the last complete key are the beginning of.
  private enum State: Equatable {
    case ground
    case character(bytes: [UInt8], missing: Int)
    case escape
    case control(bytes: [UInt8])
    case shift
    case linuxFunction
    case mouse(bytes: [UInt8])
    case string(introducer: UInt8, count: Int, endsWithEscape: Bool)
    case paste
  }

  /// What the caller has to do about time.
  package enum Pause: Equatable {
    /// Nothing is undecided.
    case none
    /// The bytes so far are a key if nothing follows within the escape delay.
    case escape
    /// A paste has begun and its end is missing.
    case paste
  }

  /// More of a paste than this, in bytes, is not kept.
  package static let maximumPaste = 1 << 20

  private let sequences: KeySequences
  private var state = State.ground
  private var typed = ""
  private var pasted: [UInt8] = []
  private var keys: [Key] = []
  private var taken = 0

  /// - Parameter sequences: what the terminal's own type adds to the common sequences.
  package init(sequences: KeySequences = KeySequences()) {
    self.sequences = sequences
  }

  /// The next decoded key; nil when there is none yet.
  package mutating func next() -> Key? {
    guard taken < keys.count else {
      keys.removeAll(keepingCapacity: true)
      taken = 0
      return nil
    }
    defer { taken += 1 }
    return keys[taken]
  }

  /// Whether `next()` would return a key.
  package var hasKey: Bool { taken < keys.count }

  /// What the bytes so far are waiting for.
  package var pause: Pause {
    switch state {
    case .ground: .none
    case .paste: .paste
    default: .escape
    }
  }

  /// Takes the bytes of one read.
  ///
  /// Marks typed after a letter join it when they came with it.
  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { take(byte) }
    endText()
  }

  /// Nothing has followed in time: decides what the bytes so far were.
  ///
  /// An escape alone is the key; an escape and a letter that could have begun a sequence are two
  /// keys; the beginning of a longer sequence is left out; a paste without an end is what has come
  /// of it.
  package mutating func giveUp() {
    switch state {
    case .ground: break
    case .escape: emit(.escape)
    case .control(let bytes) where bytes.count == 2: emitEscaped("[")
    case .shift: emitEscaped("O")
    case .string(let introducer, 0, false): emitEscaped(Character(Unicode.Scalar(introducer)))
    case .paste: endPaste()
    case .character, .control, .linuxFunction, .mouse, .string: break
    }
    state = .ground
  }

  // MARK: One byte

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: takeFirst(byte)
    case .character(let bytes, let missing): takeNext(byte, of: bytes, missing: missing)
    case .escape: takeEscaped(byte)
    case .control(let bytes): takeControl(byte, after: bytes)
    case .shift: takeShifted(byte)
    case .linuxFunction:
      state = .ground
      if let key = sequences.key(for: [0x1B, 0x5B, 0x5B, byte]) { emit(key) }
    case .mouse(let bytes): takeMouse(byte, after: bytes)
    case .string(let introducer, let count, let endsWithEscape):
      takeString(byte, introducer: introducer, count: count, endsWithEscape: endsWithEscape)
    case .paste: takePasted(byte)
    }
  }

  private mutating func takeFirst(_ byte: UInt8) {
    state = .ground
    switch byte {
    case 0x1B: state = .escape
    case 0x0A, 0x0D: emit(.enter)
    case 0x09: emit(.tab)
    case 0x08, 0x7F: emit(.backspace)
    case 0x00: emit(.control("@"))
    case 0x01...0x1A: emit(.control(Character(Unicode.Scalar(byte | 0x60))))
    case 0x1C...0x1F: emit(.control(Character(Unicode.Scalar(byte | 0x40))))
    case 0x20...0x7E: typed.unicodeScalars.append(Unicode.Scalar(byte))
    case 0xC2...0xDF: state = .character(bytes: [byte], missing: 1)
    case 0xE0...0xEF: state = .character(bytes: [byte], missing: 2)
    case 0xF0...0xF4: state = .character(bytes: [byte], missing: 3)
    default: break  // no character begins with it
    }
  }

  private mutating func takeNext(_ byte: UInt8, of bytes: [UInt8], missing: Int) {
    guard 0x80...0xBF ~= byte else {
      takeFirst(byte)  // the character was cut off: what interrupts it still counts
      return
    }
    guard missing == 1 else {
      state = .character(bytes: bytes + [byte], missing: missing - 1)
      return
    }
    state = .ground
    // Overlong forms, surrogates and what lies past U+10FFFF end here.
    guard let text = String(validating: bytes + [byte], as: UTF8.self) else { return }
    guard !text.unicodeScalars.contains(where: { 0x80...0x9F ~= $0.value }) else { return }
    typed += text
  }

  private mutating func takeEscaped(_ byte: UInt8) {
    switch byte {
    case 0x5B: state = .control(bytes: [0x1B, byte])
    case 0x4F: state = .shift
    case 0x5D, 0x50, 0x58, 0x5E, 0x5F:  // OSC, DCS, SOS, PM, APC
      state = .string(introducer: byte, count: 0, endsWithEscape: false)
    default:
      if let key = sequences.key(for: [0x1B, byte]) {
        state = .ground
        emit(key)
      } else {
        // Escape and then a letter: two keys of a quick hand on a slow line, or Alt with the letter,
        // which is the same as in vi and less.
        emit(.escape)
        takeFirst(byte)
      }
    }
  }

  private mutating func takeControl(_ byte: UInt8, after bytes: [UInt8]) {
    switch byte {
    case 0x5B where bytes.count == 2: state = .linuxFunction
    case 0x20...0x3F:
      // Nothing we know is longer than this; the rest is read past without being kept.
      let isKept = bytes.count < KeySequences.maximumLength
      state = .control(bytes: isKept ? bytes + [byte] : bytes)
    case 0x40...0x7E:
      state = .ground
      let sequence = bytes + [byte]
      if sequence == Self.pasteBegins {
        endText()
        pasted = []
        state = .paste
      } else if let key = sequences.key(for: sequence) ?? MouseReport.key(for: sequence) {
        emit(key)
      } else if sequence == MouseReport.begins {
        state = .mouse(bytes: [])
      }
    default: takeFirst(byte)  // a control character or a letter past ASCII cuts the sequence off
    }
  }

  private mutating func takeMouse(_ byte: UInt8, after bytes: [UInt8]) {
    guard bytes.count == 2 else {
      state = .mouse(bytes: bytes + [byte])
      return
    }
    state = .ground
    if let key = MouseReport.key(ofBytes: bytes + [byte]) { emit(key) }
  }

  private mutating func takeShifted(_ byte: UInt8) {
    state = .ground
    if let key = sequences.key(for: [0x1B, 0x4F, byte]) {
      emit(key)
    } else if !(0x20...0x7E ~= byte) {
      takeFirst(byte)
    }
  }

  private mutating func takeString(
    _ byte: UInt8, introducer: UInt8, count: Int, endsWithEscape: Bool
  ) {
    if byte == 0x07 || (endsWithEscape && byte == 0x5C) {
      state = .ground
    } else {
      state = .string(introducer: introducer, count: count + 1, endsWithEscape: byte == 0x1B)
    }
  }

  // MARK: Paste

  private static let pasteBegins: [UInt8] = Array("\u{1B}[200~".utf8)
  private static let pasteEnds: [UInt8] = Array("\u{1B}[201~".utf8)

  private mutating func takePasted(_ byte: UInt8) {
    if pasted.count == Self.maximumPaste + Self.pasteEnds.count {
      pasted.remove(at: Self.maximumPaste)  // only the last bytes still matter, for the end
    }
    pasted.append(byte)
    guard byte == Self.pasteEnds.last, pasted.suffix(Self.pasteEnds.count) == Self.pasteEnds[...]
    else { return }
    pasted.removeLast(Self.pasteEnds.count)
    endPaste()
    state = .ground
  }

  private mutating func endPaste() {
    let text = String(decoding: pasted.prefix(Self.maximumPaste), as: UTF8.self)
    pasted = []
    var lines = ""
    for character in text {
      lines.append(character == "\r\n" || character == "\r" ? "\n" : character)
    }
    emit(.paste(lines))
  }

  // MARK: Keys

  private mutating func emit(_ key: Key) {
    endText()
    keys.append(key)
  }

  private mutating func emitEscaped(_ character: Character) {
    emit(.escape)
    emit(.character(character))
  }

  private mutating func endText() {
    guard !typed.isEmpty else { return }
    for character in typed { keys.append(.character(character)) }
    typed = ""
  }
}
