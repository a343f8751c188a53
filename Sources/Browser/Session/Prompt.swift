/// A line that is being typed at the bottom of the screen.
struct Prompt: Sendable {
  /// What the line is for.
  enum Purpose: Hashable, Sendable {
    case find, narrow, everywhere, date, link, findInHelp, palette
  }

  let purpose: Purpose
  var line = LineEditor()
  /// Where one was when it began, to come back to.
  let origin: Stop
  /// How far back in the lines typed before; 0 is the line of now.
  var age = 0
  /// The line of now, while an earlier one is shown.
  var draft = LineEditor()
  /// The selected command of the palette, from 0.
  var choice = 0
  /// What the line could go on with, once that is asked for.
  var completion: CompletionList?

  init(_ purpose: Purpose, origin: Stop) {
    self.purpose = purpose
    self.origin = origin
  }

  /// What stands before the line.
  var sign: String {
    switch purpose {
    case .find, .findInHelp: "/"
    case .narrow: "&"
    case .everywhere: "g/"
    case .date: "go to date: "
    case .link: "link "
    case .palette: ":"
    }
  }
}
