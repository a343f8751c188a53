import Records
import Screen
import Testing

@testable import Browser

@Suite("The session")
struct SessionTests {
  @Test(
    "What reaches outside arrives as an effect",
    arguments: [
      ("<C-l>", [Effect.redraw]), ("<C-z>", [.suspend]), ("q", [.quit]), ("Q", [.quit]),
      ("lq", []), ("lqq", [.quit]), ("<C-c>", []), ("<C-c><C-c>", [.quit]), ("<C-c>j<C-c>", []),
      ("?q", []), ("?Q", [.quit]), (":quit<Enter>", [.quit]), ("<Esc><Esc><Esc>", []),
      ("/q<Esc>", []),
    ])
  func effects(_ keys: String, _ expected: [Effect]) throws {
    var browsing = try Fixture.session()
    try browsing.type(keys)
    #expect(browsing.effects == expected)
  }

  @Test("Before the first of a filtered list there is no earlier day", arguments: ["D", "{", "("])
  func beforeFirst(_ key: String) throws {
    var browsing = try Fixture.session()
    try browsing.type("&talks<Enter>gg" + key)
    #expect(browsing.rows[23].contains("There is no earlier"))
  }

  @Test(
    "An address is shown before anything is opened, and only Enter or o opens it",
    arguments: [
      ("gso", false), ("gso<Enter>", true), ("gsoo", true), ("gso<Esc>", false), ("gsoj", false),
      ("gso<Esc>o", false), ("gsojo", false), ("gso<Click-1,1><Enter>", false), ("goo", false),
    ])
  func offersAddress(_ keys: String, isOpened: Bool) throws {
    var browsing = try Fixture.session()
    try browsing.type(keys)
    #expect(!browsing.effects.isEmpty == isOpened)
    for case .openAddress(let address) in browsing.effects {
      #expect("\(address)".hasPrefix("https://www.hindustantimes.com/world-news/"))
    }
    guard keys == "gso" else { return }
    #expect(browsing.rows[23].contains("Enter opens https://www.hindustantimes.com/world-news/"))
  }

  @Test("Every command of the table can be carried out in every view", arguments: View.allCases)
  func everyCommand(_ view: View) throws {
    for row in CommandTable.rows where row.scopes.contains(.list) || row.scopes.contains(.detail) {
      for prefix in ["", "l"] {
        var browsing = try Fixture.session("rare")
        browsing.send(.key(.character(Character(String(view.rawValue + 1)))))
        browsing.send(.pause)
        try browsing.type(prefix + row.keys[0])
        #expect(browsing.rows.count == 24)
      }
    }
  }

  @Test("A result that comes late changes nothing")
  func stale() throws {
    var browsing = try Fixture.session()
    try browsing.type("2")
    var requests: [SearchRequest] = []
    for key in try Key.parse("/vio") {
      for case .search(let request) in browsing.session.update(.key(key)) {
        requests.append(request)
      }
    }
    #expect(requests.map(\.text) == ["v", "vi", "vio"])
    let before = browsing.rows
    browsing.send(.searchFinished(SearchResult(request: requests[0], positions: [3])))
    #expect(browsing.rows == before)
    browsing.send(.searchFinished(SearchResult(request: requests[2], positions: [3])))
    #expect(browsing.session.pane.list.position == 3)
    browsing.send(.key(.escape))
    browsing.send(.searchFinished(SearchResult(request: requests[2], positions: [3])))
    #expect(browsing.session.pane.list.position == 0)
    #expect(browsing.session.pane.list.find == nil)
  }

  @Test("A digit is a count only with a command right behind it")
  func counts() throws {
    var browsing = try Fixture.session("rare")
    #expect(!browsing.session.wantsPause)
    browsing.send(.key(.character("3")))
    #expect(browsing.session.wantsPause)
    #expect(browsing.session.currentView == .actors)
    browsing.send(.key(.character("j")))
    #expect(browsing.session.currentView == .timeline)
    #expect(browsing.session.pane.list.index == 3)
    #expect(!browsing.session.history.canGoBack)
    browsing.send(.key(.character("3")))
    browsing.send(.pause)
    #expect(!browsing.session.wantsPause)
    browsing.send(.key(.character("j")))
    #expect(browsing.session.currentView == .actors)
    #expect(browsing.session.pane.list.index == 1)
  }

  @Test("Digits pressed one after another switch the view each time, or are one count")
  func severalDigits() throws {
    var browsing = try Fixture.session("rare")
    try browsing.type("23")
    #expect(browsing.session.currentView == .actors)
    browsing.send(.pause)
    #expect(browsing.session.currentView == .actors)
    try browsing.type("<lt>")
    #expect(browsing.session.currentView == .quotes)
    try browsing.type("<lt>")
    #expect(browsing.session.currentView == .timeline)
    try browsing.type("12j")
    #expect(browsing.session.currentView == .timeline)
    #expect(browsing.session.pane.list.index == 12)
    try browsing.type("gg10j")
    #expect(browsing.session.pane.list.index == 10)
  }

  @Test("Any record can be opened, and is then selected or stands in what is selected")
  func openAnything() throws {
    for store in ["miami", "rare"] {
      let chronicle = try Fixture.chronicle(store)
      var browsing = try Browsing(chronicle, size: Size(columns: 80, rows: 24))
      for kind in RecordKind.allCases {
        for record in chronicle.records(of: kind) {
          browsing.session.open(record)
          let selected = try #require(browsing.session.selected)
          #expect(selected == record || chronicle.agreement(containing: record) == selected)
          #expect(browsing.session.currentView == View(of: kind))
          if selected != record {
            let line = browsing.session.shown.detail.lines[browsing.session.pane.detail.line]
            #expect(line.anchor == record, "\(chronicle.name(of: record))")
          }
        }
      }
    }
  }

  @Test("The bottom line offers to open a source where its address is stated, and only there")
  func offersSource() throws {
    var browsing = try Fixture.session()
    try browsing.type("gal")
    #expect(browsing.rows[23].contains("x link") && !browsing.rows[23].contains("o source"))
    try browsing.type("gsl")
    #expect(browsing.rows[23].contains("o source"))
  }

  @Test("The end of history is said, and the end of all that can be gone through")
  func ends() throws {
    var browsing = try Fixture.session("rare")
    for keys in ["<lt>", ">", "(", "n", "F", "lGl", "]", "T", "G}", "Gd"] {
      try browsing.type(keys)
    }
    #expect(browsing.session.note == "There is no later day")
  }

  @Test("In a detail no line is stopped at that has no words", arguments: ["j", "<C-d>", "<PgDn>"])
  func emptyLines(key: String) throws {
    var browsing = try Fixture.session()
    try browsing.type("jjjjj<Enter>")
    var seen: Set<Int> = []
    while seen.insert(browsing.session.pane.detail.line).inserted {
      #expect(!browsing.session.shown.detail.lines[browsing.session.pane.detail.line].isEmpty)
      try browsing.type(key)
    }
    #expect(browsing.session.pane.detail.line == browsing.session.shown.detail.lines.count - 1)
    let back = ["j": "k", "<C-d>": "<C-u>", "<PgDn>": "<PgUp>"]
    while browsing.session.pane.detail.line > 0 {
      let line = browsing.session.pane.detail.line
      try browsing.type(back[key] ?? "k")
      #expect(browsing.session.pane.detail.line < line)
      #expect(!browsing.session.shown.detail.lines[browsing.session.pane.detail.line].isEmpty)
    }
  }
}
