/// A key as a person knows it, a text pasted at once, or what the mouse did.
package enum Key: Hashable, Sendable {
  /// A key that types something; the space bar is `character(" ")`.
  case character(Character)
  /// A letter or sign typed with Control held down; letters are in lower case.
  case control(Character)
  case enter
  case escape
  case tab
  /// Shift and Tab.
  case backtab
  case backspace
  case delete
  case insert
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  /// A function key by its number, from 1.
  case function(Int)
  /// Text the terminal says was pasted, its line ends as "\n".
  case paste(String)
  /// What the mouse did, where the terminal was asked to tell.
  case mouse(MouseEvent)
}
