/// Every sign the screens draw that is not text of a record.
package struct Glyphs: Hashable, Sendable {
  /// Horizontal rule.
  package let rule: Character
  /// Vertical rule.
  package let bar: Character
  package let topLeft: Character
  package let topRight: Character
  package let bottomLeft: Character
  package let bottomRight: Character
  /// Where a vertical rule meets a horizontal one from below, from above, from the right, from the
  /// left, and where they cross.
  package let teeDown: Character
  package let teeUp: Character
  package let teeRight: Character
  package let teeLeft: Character
  package let cross: Character
  /// What stands for text that is left out.
  package let ellipsis: Character
  /// Before the selected row.
  package let arrow: Character
  /// Between the links of a path of reports.
  package let path: Character
  /// Between short facts on one line.
  package let dot: Character
  /// Between the state before and the state after.
  package let change: Character
  /// Before an item of a list.
  package let bullet: Character
  /// More above, more below, more to the left, more to the right.
  package let moreAbove: Character
  package let moreBelow: Character
  package let moreLeft: Character
  package let moreRight: Character
  /// Eight heights of a bar, the lowest first.
  package let levels: [Character]
  /// Statuses: occurred, ongoing, planned, proposed, disputed, cancelled, unknown.
  package let filled: Character
  package let half: Character
  package let hollow: Character
  package let diamond: Character
  package let filledDiamond: Character
  package let crossMark: Character
  package let question: Character
  /// A term that is kept, a place where something is set.
  package let check: Character
  /// Quotation marks.
  package let openQuote: Character
  package let closeQuote: Character
  /// Between the ends of a range of numbers or dates.
  package let range: Character

  /// For a terminal that shows Unicode.
  package static let unicode = Glyphs(
    rule: "─", bar: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
    teeDown: "┬", teeUp: "┴", teeRight: "├", teeLeft: "┤", cross: "┼",
    ellipsis: "…", arrow: "▸", path: "›", dot: "·", change: "→", bullet: "•",
    moreAbove: "▴", moreBelow: "▾", moreLeft: "‹", moreRight: "›",
    levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    filled: "●", half: "◐", hollow: "○", diamond: "◇", filledDiamond: "◆", crossMark: "×",
    question: "?", check: "✓", openQuote: "“", closeQuote: "”", range: "–")

  /// For a terminal that shows ASCII only; each sign as wide as its Unicode form.
  package static let ascii = Glyphs(
    rule: "-", bar: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
    teeDown: "+", teeUp: "+", teeRight: "+", teeLeft: "+", cross: "+",
    ellipsis: "~", arrow: ">", path: ">", dot: ".", change: ">", bullet: "*",
    moreAbove: "^", moreBelow: "v", moreLeft: "<", moreRight: ">",
    levels: ["1", "2", "3", "4", "5", "6", "7", "8"],
    filled: "*", half: "%", hollow: "o", diamond: "<", filledDiamond: "#", crossMark: "x",
    question: "?", check: "y", openQuote: "\"", closeQuote: "\"", range: "-")
}
