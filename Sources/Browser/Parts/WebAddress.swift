import Screen

/// An address that may be given to another program: it comes from a store, and other schemes than
/// those of the web start other programs.
package struct WebAddress: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  /// `nil` unless it is http or https and names a host, holds nothing that an address has not
  /// (RFC 3986, §2), and no name of a user, which some take for the host.
  package init?(_ text: String) {
    guard let scheme = ["http://", "https://"].first(where: { text.lowercased().hasPrefix($0) })
    else { return nil }
    let host = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    guard !host.isEmpty, !host.contains("@"), visibleText(text) == text,
      !text.contains(where: { $0.isWhitespace || "\"<>\\^`{|}".contains($0) })
    else { return nil }
    description = text
  }
}
