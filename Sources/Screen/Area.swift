/// A part of a frame, and what a press of the mouse there is for.
package struct Area: Hashable, Sendable {
  package let rect: Rect
  package let target: Target

  /// What pressing a part of a frame is for.
  package enum Target: Hashable, Sendable {
    /// The same as typing these keys.
    case keys([Key])
    /// A list, outside of its items.
    case list
    /// An item of the list, by its place from 0.
    case item(Int)
    /// A text, outside of its lines.
    case text
    /// A line of the text, by its place from 0.
    case line(Int)
    /// A link, by the number it is shown with.
    case link(Int)
    /// Days, by their numbers, the first and the last.
    case days(ClosedRange<Int>)
    /// What covers the rest for a while.
    case overlay
    /// An item of what covers the rest, by its place from 0.
    case choice(Int)
  }
}

extension Frame {
  /// Says what pressing a part of the frame is for; what is said last goes before.
  package mutating func name(_ rect: Rect, _ target: Area.Target) {
    let inside = rect.intersection(bounds)
    if !inside.isEmpty { areas.append(Area(rect: inside, target: target)) }
  }

  /// What pressing a cell is for; `nil` for nothing.
  package func target(at point: Point) -> Area.Target? {
    areas.last { $0.rect.contains(point) }?.target
  }
}
