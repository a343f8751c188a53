import Records
import Screen
import Search
import Testing

@testable import Browser

@Suite("The browser as a conversation")
struct DialogueTests {
  @Test("Every command of the help can be said by its name and by each of its keys")
  func everyCommand() throws {
    let session = try Fixture.session().session
    for row in CommandTable.rows where row.isSpoken && row.scopes.contains(.list) {
      for line in [row.name, ":" + row.name, row.name.uppercased()] {
        #expect(
          isUnderstood(line, in: session) || isUnderstood(line + " 1", in: session), "\(line)")
      }
      for keys in row.keys where !["/", "&", ":"].contains(keys) {
        let label = CommandTable.label(ofKeys: keys)
        for line in [keys, label] {
          #expect(
            isUnderstood(line, in: session) || isUnderstood(line + " 1", in: session), "\(line)")
        }
      }
    }
  }

  @Test("It goes where the screen goes")
  func sameAsScreen() throws {
    for (lines, keys) in [
      (["quotes", "", "", "open"], "gqjjl"), (["3G", "5k", "next day"], "3G5kd"),
      (["filter talks", "open", "1"], "&talks<Enter>lx1<Enter>"), (["t 18 dec"], "t18 dec<Enter>"),
      (["/gaza", "n", "next hit"], "/gaza<Enter>nn"), (["open", "2", "back"], "lx2<Enter><lt>"),
    ] {
      var browsing = try Fixture.session()
      var dialogue = Dialogue(browsing.session)
      let finder = Finding(browsing.finder)
      for line in lines { _ = dialogue.answer(line) { finder.answer($0) } }
      try browsing.type(keys)
      #expect(dialogue.session.stop == browsing.session.stop, "\(lines)")
    }
  }

  @Test("The conditions of a filter are named, and one can be lifted by its number")
  func conditions() throws {
    let browsing = try Fixture.session()
    let finder = Finding(browsing.finder)
    var dialogue = Dialogue(browsing.session)
    _ = dialogue.answer("filter talks -aid") { finder.answer($0) }
    #expect(dialogue.takeText().contains("Its conditions: 1, talks; 2, -aid."))
    _ = dialogue.answer("lift condition") { finder.answer($0) }
    #expect(dialogue.takeText().contains("Say the number of a condition: lift condition 2."))
    _ = dialogue.answer("lift condition 3") { finder.answer($0) }
    #expect(dialogue.takeText().contains("The filter has no condition 3."))
    _ = dialogue.answer("c 1") { finder.answer($0) }
    #expect(dialogue.session.pane.list.filter?.text == "-aid")
    #expect(dialogue.takeText().contains("match the filter -aid."))
  }

  @Test("What a search could go on with is read out")
  func completion() throws {
    let browsing = try Fixture.session()
    let finder = Finding(browsing.finder)
    var dialogue = Dialogue(browsing.session)
    _ = dialogue.takeText()
    _ = dialogue.answer("complete talks kind:con") { finder.answer($0) }
    #expect(dialogue.takeText() == "consultation, 2.\n")
    _ = dialogue.answer("complete sp") { finder.answer($0) }
    #expect(dialogue.takeText().hasPrefix("speaker:, whose words"))
    _ = dialogue.answer("complete kind:zzz") { finder.answer($0) }
    #expect(dialogue.takeText() == "No value of kind: begins so.\n")
  }

  @Test("Lines used before are read out by number, and a number stands for its line")
  func recall() throws {
    let browsing = try Fixture.session()
    let finder = Finding(browsing.finder)
    var dialogue = Dialogue(browsing.session)
    _ = dialogue.takeText()
    _ = dialogue.answer("recall") { finder.answer($0) }
    #expect(dialogue.takeText() == "No line has been used yet.\n")
    let effects = ["filter talks", "search aid gaza"].flatMap {
      dialogue.answer($0) { finder.answer($0) }
    }
    #expect(effects == [.keepLine("talks"), .keepLine("aid gaza")])
    _ = dialogue.takeText()
    _ = dialogue.answer("recall TAL") { finder.answer($0) }
    #expect(
      dialogue.takeText()
        == "2, talks.\nAn exclamation mark and a number stand for a line: search !2.\n")
    _ = dialogue.answer("recall violin") { finder.answer($0) }
    #expect(dialogue.takeText() == "No line used before has this.\n")
    _ = dialogue.answer("&!1") { finder.answer($0) }
    #expect(dialogue.session.pane.list.filter?.text == "aid gaza")
    _ = dialogue.takeText()
    for line in ["/!3", "/!0", "/!-1"] {
      _ = dialogue.answer(line) { finder.answer($0) }
      #expect(dialogue.takeText().hasPrefix("There is no line !"), "\(line)")
    }
  }

  @Test("Queries are saved, read out, used and deleted by name")
  func saved() throws {
    let browsing = try Fixture.session()
    let finder = Finding(browsing.finder)
    var dialogue = Dialogue(browsing.session)
    _ = dialogue.takeText()
    func say(_ line: String) -> String {
      for case .changeQueries(let change) in dialogue.answer(line, search: { finder.answer($0) }) {
        _ = dialogue.take(.change(change, of: dialogue.session))
      }
      return dialogue.takeText()
    }
    #expect(say("save query x") == "There is no query to save: / searches, & filters.\n")
    #expect(
      say("saved queries")
        == "No query is saved yet: save query, and a name, saves the one in force.\n")
    _ = say("filter talks")
    #expect(say("save query a b") == "A name has letters, digits, - and _ only.\n")
    #expect(say("save query Talks") == "Saved as @Talks.\n")
    _ = say("filter aid")
    #expect(say("S aid") == "Saved as @aid.\n")
    #expect(
      say("saved queries TAL")
        == "Talks: talks.\nA name with @ before it stands for its line: filter @Talks.\n")
    #expect(say("gf") == say("saved queries"))
    #expect(say("complete @T") == "@Talks, talks.\n")
    #expect(say("filter @Talks").hasPrefix("Timeline: 2 of 7 match the filter talks."))
    #expect(say("filter @Talk").contains("There is no saved query @Talk; did you mean @Talks?"))
    #expect(say("delete query Talk") == "There is no saved query @Talk; did you mean @Talks?\n")
    #expect(say("delete query @Talks") == "Deleted @Talks: talks.\n")
    #expect(dialogue.session.saved.entries.map(\.name) == ["aid"])
  }

  @Test(
    "Any lines are answered, with nothing that drives a terminal",
    arguments: 1...4 as ClosedRange<UInt64>)
  func anyLines(seed: UInt64) throws {
    var random = Seeded(seed)
    let words =
      CommandTable.rows.map(\.name) + CommandTable.rows.flatMap(\.keys)
      + [
        "", "1", "12", "99", "!1", "!9", "/!1", "/the", "&a", "gaza", "19 dec", "\u{1B}[2J", "é",
        "5j", "<", "-1", "0", "@a", "delete query", "a",
      ]
    let browsing = try Fixture.session("rare")
    let finder = Finding(browsing.finder)
    var dialogue = Dialogue(browsing.session)
    for _ in 0..<600 {
      let count = Int.random(in: 1...3, using: &random)
      let line = (0..<count).compactMap { _ in words.randomElement(using: &random) }
      _ = dialogue.answer(line.joined(separator: " ")) { finder.answer($0) }
      let text = dialogue.takeText()
      #expect(visibleText(text, keepingNewlines: true) == text, "seed \(seed): \(line)")
      #expect(dialogue.session.prompt == nil && dialogue.session.help == nil, "\(line)")
    }
  }

  @Test("The chart of all time is a sentence")
  func chart() throws {
    let session = try Fixture.session("rare").session
    let chart = try #require(Spoken.chart(of: session.allTime))
    #expect(chart.contains("The first is of ") && chart.contains("Most in a "))
    #expect(chart.contains("The longest stretch without a record: "))
  }

  private func isUnderstood(_ line: String, in session: Session) -> Bool {
    if case .unclear = DialogueLine(line, in: session) { false } else { true }
  }

  /// A finder that closures can share.
  private final class Finding {
    private var finder: Finder

    init(_ finder: Finder) { self.finder = finder }

    func answer(_ request: SearchRequest) -> SearchResult? { finder.answer(request) }
  }
}
