import Testing

@testable import Records

@Suite struct AccountTests {
  let store: SmallStore

  init() throws {
    store = SmallStore()
    try store.addOutlet("paper", days: 17...20)
    try store.addOutlet("daily", days: 17...20)
    store.addActor("speaker", .person)
    store.addActor("agency", .outlet)
    store.addQuote("words", by: "speaker", in: "paper-18", via: ["agency"])
  }

  @Test("The origin is who the report names, else the speaker, else the publisher")
  func origins() throws {
    let accounts = store.accounts(of: [
      try store.report("paper-18"), try store.report(quote: "words"),
      try store.report("paper-18", by: "agency", via: ["daily"]),
      try store.report(quote: "words", by: "agency", via: ["paper"]),
    ])
    #expect(accounts.map { store.name($0.origin) } == ["paper", "speaker", "agency", "agency"])
    #expect(
      accounts.map { $0.path.map(store.name).joined(separator: " › ") }
        == ["paper", "speaker › agency › paper", "agency › daily › paper", "agency › paper"])
    #expect(accounts.map(\.position) == [2, 4, 2, 4])
    #expect(accounts[1].quote == store.id("words"))
    #expect(accounts[1].source == store.id("paper-18"))
  }

  @Test("Accounts come in the order in which they became known, then as they are stored")
  func order() throws {
    let reports = [
      try store.report("paper-20"),
      try store.report("daily-18"),
      try store.report("paper-18"),
      try store.report("paper-17", reported: "2025-12-19T12:00:00Z"),
      try store.report("paper-17", reported: "2025-12-19T12:00:00+03:00"),
      try store.report("daily-19"),
      try store.report("daily-17", reported: "2025-12"),
      try store.report("daily-17", reported: "[2025-12-16..]"),
      try store.report("daily-17", reported: "/.."),
    ]
    let order = store.accounts(of: reports).map(\.index)
    #expect(order == [7, 1, 2, 5, 4, 3, 0, 6, 8])
    // What is known as of a day is always the beginning of what is known as of a later one.
    for day in 1...31 {
      let known = store.accounts(of: reports, asOf: december(day)).map(\.index)
      #expect(Array(order.prefix(known.count)) == known)
    }
    #expect(store.accounts(of: reports, asOf: december(15)).isEmpty)
    #expect(store.accounts(of: reports, asOf: december(18)).count == 3)
    #expect(store.accounts(of: reports, asOf: december(31)).count == 8)
  }

  @Test("A report whose source or quote is missing gives no account")
  func missing() throws {
    let accounts = store.accounts(of: [
      try store.report("nowhere"), try store.report(quote: "nothing"), try store.report("paper-18"),
    ])
    #expect(accounts.map(\.index) == [2])
  }
}
