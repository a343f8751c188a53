import Screen

/// How each role looks.
///
/// Colours are for the letters only; the background stays the terminal's own. Nobody has to say
/// whether that is light or dark: the colours of the 256 have a contrast of at least 4:1 on black and
/// on white (WCAG 2.1, §1.4.3), and of the eight named colours, which every terminal tunes to its
/// background, those are left out that are hard to read on one of the two (black, yellow, blue,
/// white). Selected rows are in reverse video, without colour.
struct Palette: Sendable {
  /// How many colours there are to choose from.
  enum Depth: Sendable { case none, eight, many }

  /// Attributes and a colour for the letters; nil is the terminal's own.
  struct Look: Hashable, Sendable {
    var isBold = false
    var isDim = false
    var isUnderlined = false
    var isReversed = false
    var color: Int?
  }

  let depth: Depth

  /// - Parameter colors: how many the terminal has. With more than 256 a number is not an entry of
  ///   the table but a mixture of red, green and blue; the first eight stay what they are.
  init(colors: Int) {
    switch colors {
    case ..<8: depth = .none
    case 256: depth = .many
    default: depth = .eight
    }
  }

  /// The look of a style.
  func look(_ style: Style) -> Look {
    var look = attributes(of: style.role)
    switch depth {
    case .none: break
    case .eight: look.color = named(style.role)
    case .many:
      look.color = numbered(style.role)
      if look.color == Self.gray { look.isDim = false }
    }
    if style.isSelected {
      look.isReversed = true
      look.isDim = false
      look.color = nil
    }
    return look
  }

  private func attributes(of role: Role) -> Look {
    switch role {
    case .text, .bar, .label, .quote: Look()
    case .dim, .frame, .comment: Look(isDim: true)
    case .current, .heading, .mark, .notice: Look(isBold: true)
    case .hit: Look(isBold: true, isUnderlined: true)
    case .link, .mistake: Look(isUnderlined: true)
    }
  }

  private func named(_ role: Role) -> Int? {
    let (red, green, magenta, cyan) = (1, 2, 5, 6)
    return switch role {
    case .text, .dim, .frame, .heading: nil
    case .bar, .current, .label, .link: cyan
    case .quote: green
    case .hit, .notice, .mistake: red
    case .mark, .comment: magenta
    }
  }

  private static let gray = 243

  private func numbered(_ role: Role) -> Int? {
    let (blue, green, teal, sky, violet, brown, red) = (27, 28, 30, 31, 98, 130, 161)
    return switch role {
    case .text, .heading: nil
    case .dim, .frame: Self.gray
    case .bar, .label: teal
    case .current: sky
    case .link: blue
    case .quote: green
    case .mark: brown
    case .comment: violet
    case .hit, .notice, .mistake: red
    }
  }
}
