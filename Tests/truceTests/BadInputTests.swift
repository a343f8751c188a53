import Foundation
import Testing

/// What cannot lie in a folder of fixtures: sizes, special files, rights.
@Suite("Input of every kind")
struct BadInputTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  @Test("A line of 100 MB is read, and a mistake behind it is found")
  func longLine() throws {
    let note = String(repeating: "note ", count: 20_000_000)
    try folder.write("{\"ceasefire\": 1, \"title\": \"T\", \"note\": \"\(note)\"}", to: "good.json")
    try folder.write("{\"ceasefire\": 1, \"note\": \"\(note)\", \"title\": 3}", to: "bad.json")
    let good = try ProgramRun("truce check good.json", in: folder.url)
    #expect(good.text == "no problems in 0 records\n")
    let bad = try ProgramRun("truce check bad.json", in: folder.url)
    #expect(bad.status == 1)
    #expect(
      bad.text == """
        bad.json:1:100000039: error: the store, field "title": it holds a number, where a text in \
        quotation marks belongs
          put it in quotation marks
        1 error

        """)
  }

  @Test("A file of 64 MiB and more is mapped, and gives the same findings")
  func mapped() throws {
    let space = String(repeating: " ", count: 65 << 20)
    try folder.write("\(space){\"ceasefire\": 1, \"title\": \"T\", \"events\": 1}", to: "a.json")
    let run = try ProgramRun("truce check a.json", in: folder.url)
    #expect(run.text.hasPrefix("a.json:1:68157482: error: the store, field \"events\""))
  }

  @Test("Links that lead in a circle are told like any file that cannot be opened")
  func circle() throws {
    let run = try ProgramRun(
      "ln -s one.json two.json; ln -s two.json one.json; truce check .", in: folder.url)
    #expect(
      run.text == """
        ./one.json: error: cannot be opened: too many levels of symbolic links
        ./two.json: error: cannot be opened: too many levels of symbolic links
        2 errors

        """)
    #expect(run.status == 1)
  }

  @Test("A folder that holds itself is read once, and folders in it are not opened")
  func folderInItself() throws {
    try folder.write("{\"ceasefire\": 1, \"title\": \"Here\"}", to: "here.json")
    let run = try ProgramRun(
      "ln -s . self; mkdir more.json; ln -s .. more.json/up; truce check . self", in: folder.url)
    #expect(run.text == "no problems in 0 records\n")
  }

  @Test("A pipe with a name is read to its end")
  func namedPipe() throws {
    let run = try ProgramRun(
      "mkfifo pipe; printf '{\"ceasefire\": 1, \"title\": 1}' > pipe & truce check pipe; wait",
      in: folder.url)
    #expect(run.text.hasPrefix("pipe:1:27: error: the store, field \"title\""))
  }

  @Test("A file nobody may read is told with whom to ask", .enabled(if: getuid() != 0))
  func unreadable() throws {
    try folder.write("{}", to: "secret.json")
    let run = try ProgramRun("chmod 000 secret.json; truce check secret.json", in: folder.url)
    #expect(
      run.text == """
        secret.json: error: cannot be opened: permission denied
          ask its owner for the right to read it
        1 error

        """)
  }

  @Test("Standard input that is closed or a folder is told")
  func closedInput() throws {
    let closed = try ProgramRun("truce check - <&-", in: folder.url)
    #expect(closed.text.hasPrefix("standard input: error: cannot be read: bad file descriptor"))
    let folder = try ProgramRun("truce check - < .", in: folder.url)
    #expect(folder.text.hasPrefix("standard input: error: cannot be read: is a directory"))
  }

  @Test("A byte order mark, CR LF and a name in any script are fine")
  func harmless() throws {
    try folder.write("\u{FEFF}{\r\n\"ceasefire\": 1,\r\n\"title\": \"T\"\r\n}\r\n", to: "سجل.json")
    let run = try ProgramRun("truce check سجل.json", in: folder.url)
    #expect(run.text == "no problems in 0 records\n")
  }

  @Test("No command writes to a store")
  func writesNothing() throws {
    let copy = folder.url.appending(path: "rare")
    try FileManager.default.copyItem(
      at: ProgramRun.fixtures.appending(path: "rare"), to: copy)
    let before = try ProgramRun("ls -la --time-style=full-iso rare; cksum rare/*", in: folder.url)
    for line in [
      "truce rare", "truce search bridge rare", "truce show e-talks rare", "truce list quotes rare",
      "truce check rare", "truce stats rare", "truce format rare/part-1.json",
    ] {
      #expect(try ProgramRun(line, in: folder.url).status == 0, "\(line)")
    }
    let after = try ProgramRun("ls -la --time-style=full-iso rare; cksum rare/*", in: folder.url)
    #expect(before.text == after.text)
  }

  @Test("The canonical form of a canonical form is the same, and says the same")
  func formatsOnce() throws {
    let line = """
      for part in 1 2; do
        truce format rare/part-$part.json > '\(folder.url.path)'/$part.json || exit
        truce format '\(folder.url.path)'/$part.json | cmp - '\(folder.url.path)'/$part.json || exit
      done
      truce list events rare --json > '\(folder.url.path)'/before
      truce list events '\(folder.url.path)' --json | cmp - '\(folder.url.path)'/before
      """
    let run = try ProgramRun(line)
    #expect(run.status == 0)
    #expect(run.messages + run.text == "")
  }
}
