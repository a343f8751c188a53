import Browser
import Testing

@Suite("Back and forward")
struct TrailTests {
  @Test("Going back and forward again comes to the same place")
  func identity() {
    var trail = Trail<Int>()
    trail.leave(1)
    trail.leave(2)
    #expect(trail.back(from: 3) == 2)
    #expect(trail.back(from: 2) == 1)
    #expect(trail.back(from: 1) == nil)
    #expect(trail.forward(from: 1) == 2)
    #expect(trail.forward(from: 2) == 3)
    #expect(trail.forward(from: 3) == nil)
  }

  @Test("A new branch forgets what lay ahead")
  func branch() {
    var trail = Trail<Int>()
    trail.leave(1)
    _ = trail.back(from: 2)
    trail.leave(1)
    #expect(!trail.canGoForward)
    #expect(trail.back(from: 5) == 1)
  }

  @Test("A place left twice in a row is remembered once, and only so many at all")
  func limits() {
    var trail = Trail<Int>(limit: 3)
    for stop in [1, 1, 2, 3, 4] { trail.leave(stop) }
    #expect(trail.back(from: 9) == 4)
    #expect(trail.back(from: 4) == 3)
    #expect(trail.back(from: 3) == 2)
    #expect(trail.back(from: 2) == nil)
  }
}
