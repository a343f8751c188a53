import Browser
import Terminal

/// Puts text where other programs take it from, and says truly what came of it.
///
/// 1. The desktop's own program, where there is a desktop here: it says whether it took the text.
/// 2. The terminal (OSC 52), which may be on another machine. It does not say; the text is kept in a
///    file as well.
/// 3. The file alone.
struct Clipboard {
  /// The variables of the environment, a value; `nil` for one that is not set or empty.
  let variable: (String) -> String?

  /// - Parameter variable: the environment.
  init(variable: @escaping (String) -> String? = environmentVariable) {
    self.variable = variable
  }

  /// Copies a text; returns what to tell the reader. `send` gives a text to the terminal for its
  /// clipboard, and is false where it cannot.
  func copy(_ copy: Copy, send: (String) -> Bool) -> String {
    for tool in tools {
      do throws(ChildProcess.Fault) {
        try ChildProcess.run(tool.program, tool.arguments, input: Array(copy.text.utf8))
        return "Copied \(copy.name) (\(tool.program))"
      } catch {
        continue  // there is another way
      }
    }
    let file = StateFile(named: "copied", variable: variable)
    let fault = file.write(copy.text)
    if send(copy.text) {
      let kept = fault == nil ? "; it is in \(file.shownPath), too" : ""
      return "Sent \(copy.name) to the terminal’s clipboard\(kept)"
    }
    guard let fault else { return "No clipboard here: \(copy.name) is in \(file.shownPath)" }
    return "Not copied: no clipboard here, and \(file.shownPath): \(fault)"
  }

  /// A program that takes a text on standard input.
  struct Tool: Hashable {
    let program: String
    let arguments: [String]

    init(_ program: String, _ arguments: String...) {
      (self.program, self.arguments) = (program, arguments)
    }
  }

  /// What may have a clipboard that the reader sees. From another machine, only a desktop whose
  /// windows come here, too, would be one, and nobody can tell; so none is asked then.
  var tools: [Tool] {
    var tools: [Tool] = []
    let isRemote = variable("SSH_TTY") != nil || variable("SSH_CONNECTION") != nil
    if !isRemote {
      #if os(macOS)
        tools.append(Tool("pbcopy"))
      #endif
      if variable("WAYLAND_DISPLAY") != nil { tools.append(Tool("wl-copy")) }
      if variable("DISPLAY") != nil {
        tools.append(Tool("xclip", "-selection", "clipboard", "-in"))
        tools.append(Tool("xsel", "--clipboard", "--input"))
      }
    }
    // tmux keeps what programs send for itself, unless told otherwise; what it is given this way it
    // passes on to the terminal outside (-w, from tmux 3.2 on).
    if variable("TMUX") != nil { tools.append(Tool("tmux", "load-buffer", "-w", "-")) }
    return tools
  }
}
