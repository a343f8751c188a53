/// A line that is being typed at the bottom of the screen.
struct Prompt: Sendable {
  /// What the line is for.
  enum Purpose: Hashable, Sendable {
    case find, narrow, everywhere, date, link, findInHelp, palette, recall, name, saved
  }

  let purpose: Purpose
  var line = LineEditor()
  /// Where one was when it began, to come back to.
  let origin: Stop
  /// How far back in the lines typed before; 0 is the line of now.
  var age = 0
  /// The line of now, while an earlier one is shown.
  var draft = LineEditor()
  /// The lines that are gone through, the latest first.
  var walked: [String] = []
  /// What stood in the line when it began.
  var given = ""
  /// The line that a list of lines used before was asked for in; at most one.
  var behind: [Prompt] = []
  /// The selected one of the list that what is typed narrows, from 0.
  var choice = 0
  /// What the line could go on with, once that is asked for.
  var completion: CompletionList?

  init(_ purpose: Purpose, origin: Stop) {
    self.purpose = purpose
    self.origin = origin
  }

  /// Whether nothing has been typed.
  var isAsGiven: Bool { line.text == given }

  /// Puts a text in to begin with.
  mutating func begin(with text: String) {
    given = text
    line = LineEditor(text)
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
    case .recall: "used before: "
    case .name: "save query as: "
    case .saved: "saved: "
    }
  }
}
