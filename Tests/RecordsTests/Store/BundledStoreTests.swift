import Testing

@testable import Records

/// What the store inside the program must hold to, beyond what any store must, whatever it holds.
/// Tests of the program itself read stores of their own.
@Suite struct BundledStoreTests {
  @Test("The stores of the tests have no findings")
  func clean() {
    for files in [Fixture.rareFiles, Fixture.miamiFiles] {
      #expect(!files.isEmpty)
      #expect(Fixture.load(files).problems.map(\.description) == [])
    }
  }

  @Test("It has no errors, and one warning, which is true: of that plan no page tells the outcome")
  func findings() {
    let problems = Fixture.load(Fixture.bundledFiles).problems
    #expect(problems.allSatisfy { $0.severity == .warning })
    #expect(
      problems.map(\.message).filter { !$0.contains("hamas-cairo-mediators-2025-10-20") } == [])
    #expect(problems.count <= 1)
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

  @Test("Every event is reported by a source with an address, the first article aside")
  func sources() throws {
    let chronicle = try Fixture.bundled()
    #expect(chronicle.events.count > 250)
    for id in chronicle.events {
      let accounts = try #require(chronicle.event(id).map { chronicle.accounts(of: $0.reports) })
      let isFound = accounts.contains { account in
        chronicle.source(account.source)?.url != nil
          || chronicle.name(of: account.source) == "aj-miami"
      }
      #expect(isFound, "\(chronicle.name(of: id))")
    }
  }

  @Test("No two actors have names that fold to the same")
  func names() throws {
    let chronicle = try Fixture.bundled()
    var seen: [[UInt8]: RecordID] = [:]
    for id in chronicle.actors where chronicle.actor(id)?.kind != .anonymous {
      let key = Array(chronicle.label(of: id).lowercased().utf8.filter { $0 != 0x20 && $0 != 0x2D })
      let other = seen.updateValue(id, forKey: key)
      #expect(other == nil, "\(chronicle.label(of: id))")
    }
  }

  @Test("Words that are reproduced are thirty at the most, those of the first article aside")
  func length() throws {
    let chronicle = try Fixture.bundled()
    for id in chronicle.quotes {
      let quote = try #require(chronicle.quote(id))
      guard quote.mode == .direct, chronicle.name(of: id) != "q-naim-lawlessness" else { continue }
      let words = quote.text.split(separator: " ").count
      #expect(words <= 30, "\(chronicle.name(of: id)): \(words) words")
    }
  }

  @Test("Every quote leads to a speaker and a source")
  func quotes() throws {
    let chronicle = try Fixture.bundled()
    #expect(chronicle.quotes.count > 300)
    for id in chronicle.quotes {
      let quote = try #require(chronicle.quote(id))
      #expect(chronicle.actor(quote.speaker) != nil, "\(chronicle.name(of: id))")
      #expect(chronicle.source(quote.source) != nil, "\(chronicle.name(of: id))")
    }
  }
}
