import Foundation
import Testing

@Suite("Text of a store never drives the terminal")
struct HostileTextTests {
  @Test(
    "in what a command prints",
    arguments: [
      "list events", "list quotes", "list actors", "list agreements", "list sources",
      "list places", "search word", "show e-1", "show q-1", "show a-1", "show g-1", "show g-1-s",
      "show g-1-t", "show s-1", "show p-1", "check", "stats", "--plain", "list events --json",
      "list quotes --json", "show g-1-t --json", "stats --json", "search word --json",
      "search word --kwic", "search word --count",
    ])
  func prints(command: String) throws {
    let folder = try ScratchFolder()
    try folder.write(HostileText.store, to: "hostile.json")
    let words = command.split(separator: " ")
    // The store comes before options and behind what the command needs.
    let line =
      (words.filter { !$0.hasPrefix("--") } + ["hostile.json"]
      + words.filter { $0.hasPrefix("--") }).joined(separator: " ")
    let run = try ProgramRun("truce \(line)", in: folder.url)
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.text.contains("word") || ["check", "search word --count"].contains(command))
    #expect(HostileText.findings(in: run.output) == [])
    #expect(run.errors == [])
  }

  @Test("in what a conversation says")
  func speaks() throws {
    let folder = try ScratchFolder()
    try folder.write(HostileText.store, to: "hostile.json")
    let lines = #"quotes\n/word\nin context\nopen\nactors\nopen\nabout\n&word\n"#
    let run = try ProgramRun(
      "printf '\(lines)' | truce --accessible hostile.json", in: folder.url)
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.text.contains("Words in context: "), "\(run.text)")
    #expect(HostileText.findings(in: run.output + run.errors) == [])
  }

  @Test("in its canonical form, whose escapes say what is there")
  func formats() throws {
    let folder = try ScratchFolder()
    try folder.write(HostileText.store, to: "hostile.json")
    let run = try ProgramRun("truce format hostile.json", in: folder.url)
    #expect(HostileText.findings(in: run.output) == [])
    #expect(run.text.contains("\\u001b]0;title\\u0007"))
    let again = try ProgramRun("truce format -", input: run.output)
    #expect(again.output == run.output)
  }

  @Test("in findings, in the names of files, in what was typed")
  func findings() throws {
    let folder = try ScratchFolder()
    let id = "\\u001b]0;title\\u0007\\u202e\\u009b"
    try folder.write(
      "{\"ceasefire\": 1, \"title\": \"T\", \"\(id)\": 1, \"events\": [{\"id\": \"\(id)\", "
        + "\"kind\": \"\(id)\", \"date\": \"\(id)\", \"place\": \"\(id)\"}]}",
      to: "bad\u{1B}[31m\u{202E}.json")
    for line in [
      "truce check bad*", "truce list events bad*", "truce \"$(printf 'no\\033[31m')\"",
      "truce show \"$(printf 'e\\033[31m\\342\\200\\256')\"",
      "truce search \"$(printf 'e\\033[31m\\302\\233')\"", "truce \"$(printf -- '--\\033[31m')\"",
      "truce format \"$(printf 'no\\033[31m')\"",
    ] {
      let run = try ProgramRun(line, in: folder.url)
      #expect(run.status != 0)
      #expect(!(run.text + run.messages).isEmpty)
      #expect(HostileText.findings(in: run.output + run.errors) == [], "\(line)")
    }
  }

  @Test("in a store with a record for every family of it, record by record")
  func everyFamily() throws {
    let line = """
      for kind in events quotes actors agreements sources places; do
        truce list $kind hostile && truce list $kind hostile --json || exit
      done
      for family in c0 c1 csi osc strings esc open4 bidi invisible nonchar marks zalgo blank; do
        truce show e-$family hostile && truce show q-$family hostile || exit
      done
      truce search word hostile && truce stats hostile && truce check hostile
      """
    let run = try ProgramRun(line)
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.text.components(separatedBy: "[q-zalgo]").count > 1)
    #expect(run.text.contains("\nno problems in 128 records\n"))
    #expect(HostileText.findings(in: run.output) == [])
    #expect(run.errors == [])
  }
}
