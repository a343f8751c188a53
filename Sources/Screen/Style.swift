/// What a piece of the screen is for; the terminal gives each role a colour.
///
/// Colour repeats what letters and position already say, so a screen is whole without it.
package enum Role: UInt8, CaseIterable, Sendable {
  /// Ordinary text.
  case text
  /// Secondary text.
  case dim
  /// The title line and the bottom line.
  case bar
  /// The current view's name on the title line, the title of the focused pane.
  case current
  /// Headings of days and sections.
  case heading
  /// Names of fields.
  case label
  /// Characters that match the search.
  case hit
  /// Numbers of links.
  case link
  /// Words reproduced exactly.
  case quote
  /// Glyphs of status and badges of standing.
  case mark
  /// Rules and frames.
  case frame
  /// Findings, hints, messages.
  case notice
  /// A reader's comment, tagged as such.
  case comment
  /// What is not understood of a line that is typed.
  case mistake

  /// The letter that stands for the role in `Frame.styles(row:)`; no two roles share one, and
  /// "s" is left free because its capital stands for selected text.
  package var letter: Character {
    switch self {
    case .text: "."
    case .dim: "d"
    case .bar: "b"
    case .current: "v"
    case .heading: "h"
    case .label: "l"
    case .hit: "m"
    case .link: "k"
    case .quote: "q"
    case .mark: "g"
    case .frame: "f"
    case .notice: "a"
    case .comment: "c"
    case .mistake: "x"
    }
  }
}

/// How a cell looks: what it is for, and whether it belongs to the selected row.
package struct Style: Hashable, Sendable {
  /// What the cell is for.
  package var role: Role
  /// Whether it belongs to the selected row.
  package var isSelected: Bool

  /// The style of ordinary text, unless something else is asked for.
  package init(_ role: Role = .text, isSelected: Bool = false) {
    self.role = role
    self.isSelected = isSelected
  }

  /// One letter for the style: the role's, in upper case where selected ("S" for selected text).
  package var letter: Character {
    guard isSelected else { return role.letter }
    return role == .text ? "S" : Character(role.letter.uppercased())
  }
}
