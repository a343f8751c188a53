import Screen

extension Session {
  /// Narrows the first list to what matches a query line, as typing it there does.
  package mutating func narrow(to line: String) -> [Effect] {
    beginSearch(.narrow)
    let effects = type(.paste(line)) + type(.enter)
    settle()
    return effects
  }
}
