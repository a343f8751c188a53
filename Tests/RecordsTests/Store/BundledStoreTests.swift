import Testing

@testable import Records

/// What the store inside the program must hold to, beyond what any store must, whatever it holds.
/// Tests of the program itself read stores of their own.
@Suite struct BundledStoreTests {
  @Test("It has no findings, and neither have the stores of the tests")
  func clean() {
    for files in [Fixture.bundledFiles, Fixture.rareFiles, Fixture.miamiFiles] {
      #expect(!files.isEmpty)
      #expect(Fixture.load(files).problems.map(\.description) == [])
    }
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
      // By its address, or by the title it was published under.
      let isFound = accounts.contains { account in
        let source = chronicle.source(account.source)
        return source?.url != nil || source?.title != nil
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
