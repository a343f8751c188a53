import Testing

@testable import Records

@Suite struct ProblemTests {
  @Test(
    "A place is a line and a column in characters",
    arguments: [
      (0, 1, 1), (1, 1, 2), (3, 1, 3), (4, 1, 4), (5, 2, 1), (8, 2, 2), (9, 2, 3), (10, 3, 1),
      (11, 4, 1), (15, 4, 2), (99, 4, 2),
    ])
  func places(offset: Int, line: Int, column: Int) {
    // a é CR LF 漢 x LF LF 😀
    let bytes = Array("aé\r\n漢x\n\n😀".utf8)
    let place = withExactBytes(bytes) {
      var finder = PlaceFinder($0)
      return finder.place(of: offset)
    }
    #expect(place == (line, column))
  }

  @Test("Places are the same in whatever order they are asked for")
  func order() {
    let bytes = Array("ab\ncd\r\nef\n".utf8)
    withExactBytes(bytes) { bytes in
      var down = PlaceFinder(bytes)
      for offset in bytes.indices.reversed() {
        var fresh = PlaceFinder(bytes)
        #expect(down.place(of: offset) == fresh.place(of: offset))
      }
    }
  }

  @Test("A problem is written with its place, and its advice on a line of its own")
  func description() {
    #expect(
      Problem(file: "a.json", line: 3, column: 7, message: "it is so", advice: "change it")
        .description == "a.json:3:7: error: it is so\n  change it")
    #expect(
      Problem(file: "a.json", severity: .warning, message: "it is so").description
        == "a.json: warning: it is so")
  }
}
