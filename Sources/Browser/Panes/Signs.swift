package import Records
package import Screen

extension Status {
  /// The sign of a status: a shape of its own for each, and a letter where only ASCII is shown.
  package func sign(_ glyphs: Glyphs) -> Character {
    guard glyphs != .ascii else { return letter }
    return switch self {
    case .occurred: glyphs.filled
    case .ongoing: glyphs.half
    case .recurring: "↻"
    case .planned: glyphs.hollow
    case .conditional: glyphs.diamond
    case .postponed: "◌"
    case .cancelled: glyphs.crossMark
    }
  }

  private var letter: Character {
    switch self {
    case .occurred: "o"
    case .ongoing: "g"
    case .recurring: "r"
    case .planned: "p"
    case .conditional: "c"
    case .postponed: "l"
    case .cancelled: "x"
    }
  }

  /// What the help says of it.
  var meaning: String {
    switch self {
    case .occurred: "occurred"
    case .ongoing: "ongoing"
    case .recurring: "recurring: it happens again and again"
    case .planned: "planned"
    case .conditional: "conditional: if something else comes true"
    case .postponed: "postponed to later"
    case .cancelled: "cancelled"
    }
  }
}

extension Weight {
  /// The sign before an event that matters more than others.
  var sign: Character? { self == .key ? "*" : nil }
}

extension Standing {
  /// The letter at the end of a line for what is not plainly reported.
  package var badge: Character? {
    switch self {
    case .reported: nil
    case .claimed: "c"
    case .disputed: "d"
    case .denied: "n"
    case .retracted: "r"
    case .confirmed: "C"
    }
  }

  /// What the help says of it.
  var meaning: String {
    switch self {
    case .reported: "reported"
    case .claimed: "claimed: only unnamed origins or participants say so"
    case .disputed: "disputed: some say so, some deny it"
    case .denied: "denied: every origin denies it"
    case .retracted: "retracted by its last report"
    case .confirmed: "confirmed, with a note that says why"
    }
  }
}
