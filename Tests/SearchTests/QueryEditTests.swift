import Testing

@testable import Search

@Suite("Changes to a query line") struct QueryEditTests {
  @Test(
    "The conditions of a line are its words, phrases, fields and groups",
    arguments: [
      ("", []),
      ("cease fire", ["cease", "fire"]),
      ("\"second stage\" -aid kind:talks,visit", ["\"second stage\"", "-aid", "kind:talks,visit"]),
      (
        "(aid OR plan) -(kind:talks peace) from:19 dec 2025 x",
        [
          "(aid OR plan)", "-(kind:talks peace)", "from:19 dec 2025", "x",
        ]
      ),
      ("aid OR plan kind:talks", ["aid OR plan kind:talks"]),
      ("aid AND plan", ["aid", "plan"]),
      ("aid (plan (b", ["aid", "(plan (b"]),
      ("kind:nonsense aid", ["aid"]),
    ] as [(String, [String])])
  func conditions(line: String, expected: [String]) {
    let query = Query(line)
    #expect(query.conditions.map(query.text(in:)) == expected)
  }

  @Test(
    "A condition is lifted alone",
    arguments: [
      ("cease  fire", 0, "fire"), ("cease  fire", 1, "cease"), ("aid", 0, ""),
      ("a (b OR c) -d", 1, "a -d"), ("a -(b OR c) d", 1, "a d"), ("a b", 7, "a b"),
      ("aid AND plan", 0, "plan"), ("aid AND plan", 1, "aid"), ("a OR b", 0, ""),
      ("غزة kind:talks aid", 1, "غزة aid"),
    ])
  func lifted(line: String, place: Int, expected: String) {
    #expect(Query(line).without(place) == expected)
  }

  @Test(
    "A value is added to a line, joined to its like, and taken away",
    arguments: [
      ("", Field.kind, "talks", "kind:talks"),
      ("aid ", .kind, "talks", "aid kind:talks"),
      ("kind:visit aid", .kind, "talks", "kind:visit,talks aid"),
      ("kind:visit,talks aid", .kind, "visit", "kind:talks aid"),
      ("aid kind:talks plan", .kind, "talks", "aid plan"),
      ("kind:talk", .kind, "talks", ""),
      ("-kind:visit", .kind, "talks", "-kind:visit kind:talks"),
      ("-(kind:visit aid)", .kind, "visit", "-(kind:visit aid) kind:visit"),
      ("aid OR plan", .kind, "talks", "(aid OR plan) kind:talks"),
      ("\"aid", .kind, "talks", "\"aid\" kind:talks"),
      ("(aid OR plan", .kind, "talks", "(aid OR plan) kind:talks"),
      ("aid", .place, "Gaza City", "aid place:\"Gaza City\""),
      ("place:\"Gaza City\"", .place, "Gaza City", ""),
      ("place:cairo", .place, "a \"b\", c", "place:cairo,\"a  b , c\""),
    ])
  func toggled(line: String, field: Field, value: String, expected: String) {
    #expect(Query(line).toggling(field, value) == expected)
  }

  @Test("Toggling a value twice leads back to a line that asks for the same")
  func twice() {
    for line in [
      "", "aid", "kind:visit", "aid OR plan", "(a OR b) -c", "on:2025 -kind:talks", "a ) b",
    ] {
      for (field, value) in [(Field.kind, "talks"), (.actor, "bassem-naim"), (.place, "Gaza City")]
      {
        let on = Query(line).toggling(field, value)
        #expect(Query(on).asks(for: field, value), "\(line)")
        #expect(Query(Query(on).toggling(field, value)).root == Query(line).root, "\(line)")
      }
    }
  }
}
