import Screen

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a command could not do what it was asked for: what happened, and what to do about it.
struct Failure: Error {
  let status: ExitStatus
  /// Empty where everything has been said.
  let message: String
  /// May be empty.
  let advice: String

  init(_ status: ExitStatus, _ message: String = "", advice: String = "") {
    self.status = status
    self.message = message
    self.advice = advice
  }

  /// Writes it to standard error.
  func report() {
    guard !message.isEmpty else { return }
    var text = "truce: \(message)\n"
    if !advice.isEmpty { text += "  \(advice)\n" }
    writeMessage(text)
  }
}

/// Writes a message to standard error; that this fails is nothing anybody could be told.
func writeMessage(_ text: String) {
  var rest = Array(visibleText(text, keepingNewlines: true).utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return }
    rest = rest.dropFirst(count)
  }
}
