/// Every sign the screens draw that is not text of a record.
package struct Glyphs: Hashable, Sendable {
  /// Horizontal rule.
  package let rule: Character
  /// Vertical rule.
  package let bar: Character
  /// Corner of a frame, at its top left.
  package let topLeft: Character
  /// Corner of a frame, at its top right.
  package let topRight: Character
  /// Corner of a frame, at its bottom left.
  package let bottomLeft: Character
  /// Corner of a frame, at its bottom right.
  package let bottomRight: Character
  /// Where a vertical rule goes down from a horizontal one.
  package let teeDown: Character
  /// Where a vertical rule goes up from a horizontal one.
  package let teeUp: Character
  /// Where a horizontal rule goes right from a vertical one.
  package let teeRight: Character
  /// Where a horizontal rule goes left from a vertical one.
  package let teeLeft: Character
  /// Where two rules cross.
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
  /// There is more above.
  package let moreAbove: Character
  /// There is more below.
  package let moreBelow: Character
  /// There is more to the left.
  package let moreLeft: Character
  /// There is more to the right.
  package let moreRight: Character
  /// Eight heights of a bar, the lowest first.
  package let levels: [Character]
  /// A piece of a bar that lies.
  package let block: Character
  /// A status or state: something is there in full.
  package let filled: Character
  /// A status or state: something has begun and not ended.
  package let half: Character
  /// A status or state: something is not there yet.
  package let hollow: Character
  /// A status or state: something depends on something else.
  package let diamond: Character
  /// A status or state: what it depended on came true.
  package let filledDiamond: Character
  /// A status or state: something is called off.
  package let crossMark: Character
  /// A status or state that is not known.
  package let question: Character
  /// Something is set, or holds.
  package let check: Character
  /// Before words reproduced exactly.
  package let openQuote: Character
  /// After words reproduced exactly.
  package let closeQuote: Character
  /// Between the ends of a range of numbers or dates.
  package let range: Character

  /// For a terminal that shows Unicode.
  package static let unicode = Glyphs(
    rule: "─", bar: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
    teeDown: "┬", teeUp: "┴", teeRight: "├", teeLeft: "┤", cross: "┼",
    ellipsis: "…", arrow: "▸", path: "›", dot: "·", change: "→", bullet: "•",
    moreAbove: "▴", moreBelow: "▾", moreLeft: "‹", moreRight: "›",
    levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], block: "█",
    filled: "●", half: "◐", hollow: "○", diamond: "◇", filledDiamond: "◆", crossMark: "×",
    question: "?", check: "✓", openQuote: "“", closeQuote: "”", range: "–")

  /// For a terminal that shows ASCII only; each sign as wide as its Unicode form.
  package static let ascii = Glyphs(
    rule: "-", bar: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
    teeDown: "+", teeUp: "+", teeRight: "+", teeLeft: "+", cross: "+",
    ellipsis: "~", arrow: ">", path: ">", dot: ".", change: ">", bullet: "*",
    moreAbove: "^", moreBelow: "v", moreLeft: "<", moreRight: ">",
    levels: ["1", "2", "3", "4", "5", "6", "7", "8"], block: "#",
    filled: "*", half: "%", hollow: "o", diamond: "<", filledDiamond: "#", crossMark: "x",
    question: "?", check: "y", openQuote: "\"", closeQuote: "\"", range: "-")
}
