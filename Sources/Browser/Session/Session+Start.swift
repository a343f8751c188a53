import Screen

extension Session {
  /// Narrows the first list to what matches a query line, as typing it there does.
  ///
  /// The line is not kept for later sessions: the shell has a history of its own.
  package mutating func narrow(to line: String) -> [Effect] {
    beginSearch(.narrow)
    let effects = type(.paste(line)) + type(.enter)
    settle()
    return effects.filter { if case .keepLine = $0 { false } else { true } }
  }
}
