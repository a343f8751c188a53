import Screen
import Search
import Testing

@testable import Browser

@Suite("Queries saved under names")
struct SavedQueriesTests {
  private static func browsing(_ lines: KeyValuePairs<String, String>) throws -> Browsing {
    var browsing = try Fixture.session()
    for (name, line) in lines {
      browsing.send(.change(.save(name: name, line: line), of: browsing.session))
    }
    return browsing
  }

  @Test(
    "What is saved is the filter and the search in force",
    arguments: [
      ("&talks<Enter>", "talks"), ("/aid<Enter>", "aid"),
      ("&talks<Enter>F/aid<Enter>", "aid"), ("&a OR b<Enter>/c<Enter>", "(a OR b) c"),
      ("g/talks gaza<Enter>", "talks gaza"), ("gq&the<Enter>K", "the"), ("&a<Enter>gq", ""),
      ("/talks<Enter>l", "talks"), ("/@@<Enter>", ""),
    ])
  func inForce(_ keys: String, _ line: String) throws {
    var browsing = try Self.browsing([:])
    try browsing.type(keys)
    #expect(browsing.session.queryInForce == line)
    browsing.effects = []
    try browsing.type("Sx<Enter>")
    let saved = Effect.changeQueries(.save(name: "x", line: line))
    #expect(browsing.effects == (line.isEmpty ? [] : [saved]))
  }

  @Test("Esc and an empty name save nothing", arguments: ["S<Esc>", "S<Enter>", "Sx<C-u><BS>"])
  func leaves(_ keys: String) throws {
    var browsing = try Self.browsing([:])
    try browsing.type("&talks<Enter>")
    let stop = browsing.session.stop
    try browsing.type(keys)
    #expect(browsing.session.prompt == nil && browsing.session.saved.isEmpty)
    #expect(browsing.session.stop == stop)
  }

  @Test("One that is chosen is the filter, and back leads to how it was")
  func applied() throws {
    var browsing = try Self.browsing(["a": "aid", "t": "talks"])
    let stop = browsing.session.stop
    try browsing.type("gfTALKS<Enter>")
    #expect(browsing.session.pane.list.filterInForce?.text == "talks")
    try browsing.type("<lt>")
    #expect(browsing.session.stop == stop)
    try browsing.type("g/x<Enter>gf<Down><Enter>")
    #expect(browsing.session.pane.everywhere?.answer?.line == "talks")
  }

  @Test(
    "A name stands for its line in all that is searched, and is kept as it was typed",
    arguments: [("/@t", "/"), ("&@t", "&"), ("g/@t", "g/")])
  func named(_ keys: String, _ sign: String) throws {
    var browsing = try Self.browsing(["t": "talks OR visit", "tt": "aid"])
    try browsing.type(keys + " gaza<Enter>")
    let pane = browsing.session.pane
    let text = pane.everywhere?.answer?.line ?? pane.list.find?.text ?? pane.list.filter?.text
    #expect(text == "(talks OR visit) gaza")
    #expect(browsing.effects == [.keepLine("@t gaza")])
  }

  @Test("The list stays open while there is something in it, with one of it chosen")
  func deleted() throws {
    var browsing = try Self.browsing(["a": "1", "b": "2", "c": "3"])
    try browsing.type("gf<Down><Down><C-x>")
    #expect(browsing.session.prompt?.choice == 1)
    #expect(browsing.session.note == "Deleted @c: 3")
    try browsing.type("<C-x><C-x>")
    #expect(browsing.session.prompt == nil && browsing.session.saved.isEmpty)
    try browsing.type("gf")
    #expect(browsing.session.note == "No query is saved yet: S saves the one in force")
  }

  @Test("What others have saved by then is there, too")
  func others() throws {
    var browsing = try Self.browsing(["a": "1"])
    var other = browsing.session.saved
    _ = other.make(.save(name: "z", line: "talks"))
    browsing.send(.queriesChanged(other, note: "Saved as @z"))
    try browsing.type("/@z<Enter>")
    #expect(browsing.session.pane.list.find?.text == "talks")
  }
}
