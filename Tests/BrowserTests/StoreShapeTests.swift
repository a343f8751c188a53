import Browser
import Records
import Screen
import Testing

@Suite("Stores of every shape")
struct StoreShapeTests {
  /// What a store can look like along the line of time.
  struct Shape: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let dates: [String]

    init(_ name: String, _ dates: [String]) {
      (testDescription, self.dates) = (name, dates)
    }

    func store() throws -> Chronicle {
      let events = dates.enumerated().map { number, date in
        """
        {"id": "e-\(number)", "title": "Event \(number)", "kind": "talks", "date": "\(date)",
        "status": "planned", "reports": [{"source": "s"}]}
        """
      }
      return try Fixture.store(
        json: """
          {"ceasefire": 1, "title": "Shape", "sources": [{"id": "s", "kind": "article",
          "title": "t", "publisher": "a", "published": "2025-03-12"}],
          "actors": [{"id": "a", "name": "A", "kind": "outlet"}],
          "events": [\(events.joined(separator: ","))]}
          """)
    }
  }

  private static let shapes = [
    Shape("nothing", []), Shape("one event", ["2025-03-12"]),
    Shape("all on one day", Array(repeating: "2025-03-12", count: 400)),
    Shape("eighty years", (0..<400).map { "\(1946 + $0 / 5)-0\($0 % 9 + 1)-15" }),
    Shape("two ends of time", ["0001-01-01", "2025-03-12", "9999-12-31"]),
    Shape("the future", ["2031-05-01", "2031-05-02", "2099"]),
    Shape("no exact day", ["2025-12-XX", "202X", "2025~", "[..2025-12-19]", "2025-10-10/.."]),
  ]

  private static let keys = [
    "G", "gg", "d", "D", "}", "{", ")", "(", "T", "tday 3<Enter>", "t2099<Enter>", "f",
  ]

  @Test("show whole frames at every size, whatever is pressed", arguments: shapes)
  func wholeFrames(shape: Shape) throws {
    var browsing = try Browsing(shape.store(), size: Size(columns: 80, rows: 24))
    for (columns, rows) in [(1, 1), (20, 5), (39, 7), (80, 24), (120, 40), (200, 60), (500, 150)] {
      browsing.send(.resize(Size(columns: columns, rows: rows)))
      for keys in Self.keys {
        try browsing.type(keys)
        for row in browsing.rows {
          #expect(TextWidth.columns(of: row) == columns, "\(columns)x\(rows) \(keys): \(row)")
        }
        browsing.send(.key(.escape))
      }
    }
  }

  @Test(
    "have their line of time as a sentence, where one is drawn",
    arguments: shapes.filter { $0.testDescription != "two ends of time" })
  func sentence(shape: Shape) throws {
    let browsing = try Browsing(shape.store(), size: Size(columns: 80, rows: 24))
    var dialogue = Dialogue(browsing.session)
    let text = dialogue.takeText()
    let hasChart = text.contains("The first is of ") || text.contains("All are of ")
    #expect(hasChart == !shape.dates.isEmpty, "\(text)")
  }
}
