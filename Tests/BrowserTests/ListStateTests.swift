import Browser
import Testing

@Suite("A list, its filter and its search")
struct ListStateTests {
  private func hits(_ positions: [Int32]) -> Hits { Hits(text: "x", positions: positions) }

  @Test("A filter keeps the record that is selected, or takes the next that it shows")
  func filterKeeps() {
    var list = ListState(total: 10)
    list.select(index: 4)
    list.set(filter: hits([2, 4, 8]))
    #expect(list.position == 4 && list.index == 1 && list.count == 3)
    list.set(filter: hits([2, 7, 8]))
    #expect(list.position == 7)
    list.set(filter: hits([1]))
    #expect(list.position == 1)
  }

  @Test("Lifting a filter and bringing it back keeps the record")
  func lift() {
    var list = ListState(total: 10)
    list.set(filter: hits([2, 4, 8]))
    list.select(index: 2)
    list.toggleFilter()
    #expect(list.position == 8 && list.index == 8 && list.count == 10)
    list.toggleFilter()
    #expect(list.position == 8 && list.index == 2 && list.count == 3)
  }

  @Test("A filter that hides the record to be selected is lifted")
  func hidden() {
    var list = ListState(total: 10)
    list.set(filter: hits([2, 4]))
    #expect(list.trying { $0.select(position: 4) } == false)
    #expect(list.trying { $0.select(position: 5) } == true)
    #expect(list.isLifted && list.position == 5)
  }

  @Test("An empty filter and an empty list select nothing and do not trap")
  func empty() {
    var list = ListState(total: 10)
    list.select(index: 3)
    list.set(filter: hits([]))
    #expect(list.isEmpty && list.index == 0)
    list.select(index: 5)
    list.select(atOrAfter: 5)
    list.toggleFilter()
    #expect(list.position == 3)
    var nothing = ListState(total: 0)
    nothing.select(index: 1)
    nothing.select(position: 1)
    #expect(nothing.position == 0 && nothing.isEmpty)
  }

  @Test("Hits are counted among what is shown, and gone through in a circle")
  func hitsInOrder() {
    var list = ListState(total: 10)
    list.set(find: hits([1, 4, 8]))
    #expect(list.hitNumber == nil)
    #expect(list.trying { $0.selectHit(by: 1) } == false)
    #expect(list.position == 1 && list.hitNumber == 1)
    #expect(list.trying { $0.selectHit(by: 2) } == false)
    #expect(list.position == 8)
    #expect(list.trying { $0.selectHit(by: 1) } == true)
    #expect(list.position == 1)
    #expect(list.trying { $0.selectHit(by: -1) } == true)
    #expect(list.position == 8)
    list.set(filter: hits([0, 4, 5]))
    #expect(list.hits == [4])
    list.toggleFilter()
    #expect(list.hits == [1, 4, 8])
    list.set(find: hits([]))
    #expect(list.trying { $0.selectHit(by: 1) } == nil)
    #expect(list.trying { $0.selectHit(atOrAfter: 0) } == false)
  }

  @Test("The first hit at or after a place is found, or else the first of all")
  func hitAfter() {
    var list = ListState(total: 10)
    list.set(find: hits([1, 4]))
    #expect(list.trying { $0.selectHit(atOrAfter: 2) })
    #expect(list.position == 4)
    #expect(list.trying { $0.selectHit(atOrAfter: 5) })
    #expect(list.position == 1)
  }
}

extension ListState {
  /// The result of a change, which stays.
  fileprivate mutating func trying<Result>(_ change: (inout ListState) -> Result) -> Result {
    change(&self)
  }
}
