import Records
import Testing

@testable import Browser

@Suite struct VoicesTests {
  private func text(_ name: String, asOf day: String? = nil) throws -> String {
    let chronicle = try DetailStore.chronicle(
      """
      {"ceasefire": 1, "title": "t",
       "sources": [
         {"id": "a", "kind": "article", "publisher": "paper", "published": "2021-02-03"},
         {"id": "b", "kind": "article", "publisher": "paper", "published": "2021-03-03"}],
       "actors": [
         {"id": "paper", "name": "The Paper", "kind": "outlet"},
         {"id": "land", "name": "Land", "kind": "state"},
         {"id": "army", "name": "Army of Land", "kind": "government-body", "partOf": ["land"]},
         {"id": "radio", "name": "Radio of Land", "kind": "outlet", "partOf": ["land"]},
         {"id": "guest", "name": "Guest", "kind": "person", "partOf": ["radio"]},
         {"id": "general", "name": "General", "kind": "person",
          "positions": [{"title": "Commander", "of": "army", "source": "a"}]},
         {"id": "minister", "name": "Minister", "kind": "person", "positions": [
           {"title": "Foreign Minister", "of": "land", "asOf": "2021-02-01", "source": "a"},
           {"title": "Foreign Minister", "of": "land", "asOf": "2021-02-02", "source": "a"},
           {"title": "Prime Minister", "of": "land", "asOf": "2021-03-02", "source": "b"}]},
         {"id": "other-land", "name": "Other Land", "kind": "state"},
         {"id": "silent-land", "name": "Silent Land", "kind": "state"}],
       "events": [{"id": "e", "title": "Talks", "kind": "talks", "status": "occurred",
         "participants": [{"actor": "land"}, {"actor": "other-land"}, {"actor": "silent-land"}],
         "reports": [{"source": "a"}, {"source": "a", "by": "other-land"}]}],
       "quotes": [
         {"id": "q1", "speaker": "general", "text": "One", "mode": "direct", "source": "a"},
         {"id": "q2", "speaker": "minister", "text": "Two", "mode": "direct", "source": "a"},
         {"id": "q3", "speaker": "minister", "text": "Three", "mode": "direct", "source": "b"},
         {"id": "q4", "speaker": "guest", "text": "Four", "mode": "direct", "source": "b"}]}
      """)
    let record = try #require(chronicle.id(named: name))
    let asOf = try day.map { try #require(Day(iso: $0)) }
    return document(of: record, in: chronicle, context: DetailContext(asOf: asOf))
      .plainText(columns: 100)
  }

  @Test("A state whose people and bodies are quoted is not silent, and says who they are")
  func people() throws {
    let text = try text("land")
    #expect(!text.contains("silence"))
    #expect(text.contains("activity    1 event · no quotes of its own"))
    #expect(text.contains("quoted      not itself; its people and bodies in 3 quotes\n"))
    #expect(text.contains("SAID BY ITS PEOPLE AND BODIES (3)\n"))
    #expect(text.contains("] Minister, Foreign Minister; Prime Minister · 2 quotes\n"))
    #expect(text.contains("] General · 1 quote\n"))
    #expect(text.contains("in Quotes, search for “speaker:land”"))
  }

  @Test("What others say in an outlet is not said for its owner")
  func outlets() throws {
    #expect(!(try text("land")).contains("Guest"))
  }

  @Test("As of a day there are no later quotes and no later positions")
  func asOf() throws {
    let text = try text("land", asOf: "2021-02-10")
    #expect(text.contains("quoted      not itself; its people and bodies in 2 quotes\n"))
    #expect(text.contains("] Minister, Foreign Minister · 1 quote\n"))
  }

  @Test("Who is named and not quoted in any way is silent; an account it gave is said")
  func silence() throws {
    #expect(try text("silent-land").contains("silence     named once, never quoted\n"))
    #expect(
      try text("other-land")
        .contains("silence     named once, not quoted; gave an account of 1 record\n"))
  }
}
