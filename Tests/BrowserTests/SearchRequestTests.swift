import Testing

@testable import Browser

@Suite("Requests for searches")
struct SearchRequestTests {
  @Test("What is typed in a list goes first, and no two requests put each other off for ever")
  func order() {
    let purposes: [SearchRequest.Purpose] = [
      .find, .narrow, .facets, .concordance, .everywhere, .mark,
    ]
    for one in purposes.map(request) {
      #expect(one.givesWay(to: one))
      for other in purposes.map(request) where other != one {
        #expect(!(one.givesWay(to: other) && other.givesWay(to: one)))
        #expect(one.givesWay(to: other) == (one.canWait && !other.canWait))
      }
    }
  }

  private func request(_ purpose: SearchRequest.Purpose) -> SearchRequest {
    SearchRequest(generation: 1, view: .timeline, text: "a", purpose: purpose)
  }
}
