import Browser
import Foundation
import Screen
import Testing

@Suite("The layout alone")
struct LayoutTests {
  static let file = Fixture.folder.appending(path: "Layouts.txt")
  static let sizes = [
    (20, 5), (39, 7), (30, 24), (40, 10), (60, 20), (80, 24), (84, 46), (100, 24), (100, 80),
    (120, 40), (159, 40), (160, 48), (200, 60),
  ]

  @Test("Each class of size has the picture in Layouts.txt")
  func pictures() throws {
    let sizes = Self.sizes.map { Size(columns: $0.0, rows: $0.1) }
    let now =
      sizes.map { Self.picture($0) }.joined()
      + sizes.map { Self.picture($0, isWide: true) }.joined()
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try now.write(to: Self.file, atomically: true, encoding: .utf8)
      Issue.record("Layouts.txt is recorded: look at what changed, and run again without RECORD")
    } else {
      let expected = try String(contentsOf: Self.file, encoding: .utf8)
      #expect(now == expected, "RECORD=1 draws the pictures as they are now")
    }
  }

  @Test("Panes lie inside the screen and never on one another, at any size")
  func disjoint() {
    for columns in Array(0...45) + [79, 80, 99, 100, 159, 160, 500] {
      for rows in Array(0...30) + [60, 200] {
        for focus in [Focus.list, .detail] {
          for share in [-4, 0, 5] {
            check(Size(columns: columns, rows: rows), focus: focus, share: share)
          }
        }
      }
    }
  }

  private func check(_ size: Size, focus: Focus, share: Int) {
    for (isAlone, isWide) in [(false, false), (false, true), (true, false), (true, true)] {
      let layout = Layout(
        size: size, focus: focus, isAlone: isAlone, share: share, hasRibbon: !isWide,
        isWide: isWide)
      let panes = [
        layout.title, layout.ribbon, layout.list, layout.detail, layout.preview, layout.counts,
      ]
      let parts = (panes + layout.rules + [layout.bottom]).filter { !$0.isEmpty }
      let area = parts.reduce(0) { $0 + $1.columns * $1.rows }
      #expect(area == size.columns * size.rows, "\(size) \(focus) \(share)")
      for part in parts {
        #expect(part.endColumn <= size.columns && part.endRow <= size.rows, "\(size)")
      }
      guard size.columns > 0, size.rows > 0 else { continue }
      #expect(focus == .list ? !layout.list.isEmpty : !layout.detail.isEmpty, "\(size) \(share)")
    }
  }

  /// Every fourth column of every second row, so that pictures stay small.
  private static func picture(_ size: Size, isWide: Bool = false) -> String {
    let layout = Layout(
      size: size, focus: .list, isAlone: false, share: 0, hasRibbon: !isWide, isWide: isWide)
    let kind = isWide ? " with a wide list" : ""
    var text = "\(size.columns)x\(size.rows) \(layout.arrangement)\(kind)\n"
    func letter(_ point: Point) -> Character {
      let named: [(Rect, Character)] =
        [
          (layout.title, "t"), (layout.ribbon, "r"), (layout.list, "L"), (layout.detail, "D"),
          (layout.preview, "P"), (layout.counts, "C"), (layout.bottom, "b"),
        ] + layout.rules.map { ($0, "+") }
      return named.first { $0.0.contains(point) }?.1 ?? "."
    }
    for row in stride(from: size.rows % 2 == 0 ? 1 : 0, to: size.rows, by: 2) {
      let columns = stride(from: 3, to: size.columns, by: 4)
      text += String(columns.map { letter(Point(column: $0, row: row)) }) + "\n"
    }
    return text + "\n"
  }
}
