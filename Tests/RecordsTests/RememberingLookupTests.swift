import Testing

@testable import Records

@Suite struct RememberingLookupTests {
  @Test("It answers what the chronicle answers, also the second time")
  func answers() throws {
    let chronicle = try Fixture.rare()
    let lookup = RememberingLookup(chronicle)
    for _ in 0..<2 {
      for event in chronicle.events {
        #expect(lookup.fold(event, asOf: nil) == chronicle.fold(event, asOf: nil))
        #expect(lookup.standing(event, asOf: nil) == chronicle.standing(event, asOf: nil))
      }
      for kind in RecordKind.allCases {
        for id in chronicle.records(of: kind) {
          #expect(lookup.actor(id)?.id == chronicle.actor(id)?.id)
          #expect(lookup.source(id)?.id == chronicle.source(id)?.id)
          #expect(lookup.parties(of: id) == chronicle.parties(of: id))
          #expect(lookup.groups(with: id) == chronicle.groups(with: id))
        }
      }
    }
  }
}
