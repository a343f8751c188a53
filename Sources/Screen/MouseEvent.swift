/// What the mouse did, and over which cell.
package struct MouseEvent: Hashable, Sendable {
  /// What is told of a mouse; everything else it can do is left out.
  package enum Action: Hashable, Sendable, CaseIterable {
    /// The first button went down.
    case press
    case wheelUp
    case wheelDown
  }

  package let action: Action
  /// The cell under the pointer.
  package let point: Point

  /// What the mouse did over a cell.
  package init(_ action: Action, at point: Point) {
    self.action = action
    self.point = point
  }
}

extension MouseEvent {
  /// Its name in the notation of keys, `Click-12,3`: column and row from 0.
  var notation: String { "\(action.name)-\(point.column),\(point.row)" }

  /// What a name in the notation of keys stands for, in lower case; `nil` if it names no such event.
  init?(notation: String) {
    let parts = notation.split(separator: "-", maxSplits: 1)
    guard parts.count == 2,
      let action = Action.allCases.first(where: { $0.name.lowercased() == parts[0] })
    else { return nil }
    let numbers = parts[1].split(separator: ",").map { Int($0) }
    guard numbers.count == 2, let column = numbers[0], let row = numbers[1] else { return nil }
    self.init(action, at: Point(column: column, row: row))
  }
}

extension MouseEvent.Action {
  fileprivate var name: String {
    switch self {
    case .press: "Click"
    case .wheelUp: "WheelUp"
    case .wheelDown: "WheelDown"
    }
  }
}
