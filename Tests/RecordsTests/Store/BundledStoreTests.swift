import Testing

@testable import Records

/// What the store inside the program must hold to, beyond what any store must.
@Suite struct BundledStoreTests {
  @Test("It has no findings, and neither have the rare cases")
  func clean() {
    #expect(!Fixture.bundledFiles.isEmpty && !Fixture.rareFiles.isEmpty)
    #expect(Fixture.load(Fixture.bundledFiles).problems.map(\.description) == [])
    #expect(Fixture.load(Fixture.rareFiles).problems.map(\.description) == [])
  }

  @Test("It reads the same in any order of its files")
  func anyOrder() throws {
    let chronicle = try Fixture.bundled()
    let reversed = try #require(Fixture.load(Fixture.bundledFiles.reversed()).chronicle)
    for kind in RecordKind.allCases {
      #expect(
        Set(chronicle.names(chronicle.records(of: kind)))
          == Set(reversed.names(reversed.records(of: kind))))
    }
    #expect(chronicle.names(chronicle.events) == reversed.names(reversed.events))
  }

  @Test("Every event is reported by a source that can be looked up")
  func sources() throws {
    let chronicle = try Fixture.bundled()
    #expect(chronicle.events.count > 5)
    for id in chronicle.events {
      let accounts = try #require(chronicle.event(id).map { chronicle.accounts(of: $0.reports) })
      // Of the article that the record began with no address is known.
      let isFound = accounts.contains { account in
        chronicle.source(account.source)?.url != nil
          || chronicle.name(of: account.source) == "aj-miami"
      }
      #expect(isFound, "\(chronicle.name(of: id))")
    }
  }

  @Test("Every quote leads to a speaker and a source")
  func quotes() throws {
    let chronicle = try Fixture.bundled()
    #expect(chronicle.quotes.count > 5)
    for id in chronicle.quotes {
      let quote = try #require(chronicle.quote(id))
      #expect(chronicle.actor(quote.speaker) != nil, "\(chronicle.name(of: id))")
      #expect(chronicle.source(quote.source) != nil, "\(chronicle.name(of: id))")
    }
  }
}
