import CTerminal

/// Makes `TextTerminal.next` return `wake`; for other threads.
package struct Waker: Sendable {
  package init() {}

  /// Wakes the loop. Calls that were not answered yet are answered once.
  package func wake() { terminal_wake() }
}
