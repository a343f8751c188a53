import Foundation
import Screen
import Terminal

// A program that shows what the terminal module does: what it was told and what it drew. On "!" it
// does the thing its first argument names; on "q" it ends.

let isUTF8 = prepareProcess()
let arguments = CommandLine.arguments.dropFirst()
let action = arguments.first.flatMap(Action.init(rawValue:))
var probe = Probe(isUTF8: isUTF8)
do {
  let terminal = try TextTerminal(
    options: TextTerminal.Options(usesColor: arguments.contains("color") ? true : nil))
  probe.size = terminal.size
  if arguments.contains("mouse") { terminal.setMouse(true) }
  if arguments.contains("early") { Action.trap.perform(on: terminal) }
  terminal.present(probe.frame)
  loop: while let input = terminal.next() {
    switch input {
    case .key(.character("q")): break loop
    case .key(.character("!")):
      action?.perform(on: terminal)
      if action == .suspend { probe.take("resumed", terminal.size) }
    case .key(let key): probe.keys += " " + key.notation
    case .resize(let size): probe.take("resize", size)
    case .resumed(let size): probe.take("resumed", size)
    case .wake: probe.news += " wake"
    case .end(let signal):
      terminal.leave()
      dieBySignal(signal)
    }
    terminal.present(probe.frame)
  }
  terminal.leave()
  terminal.leave()
  print("left")
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(2)
}
