import Testing

@testable import Browser

@Suite("Addresses")
struct WebAddressTests {
  @Test(
    "of the web are opened, and of nothing else",
    arguments: [
      ("https://example.org/a?b=c&d#e", true), ("HTTP://example.org", true),
      ("https://example.org/päge", true), ("https://example.org:8080/(a)'b", true),
      ("https://example.org/@name", true), ("http://", false), ("http:///path", false),
      ("file:///etc/passwd", false), ("javascript:alert(1)", false), ("--help", false),
      ("", false), ("example.org", false), ("https://example.org/a b", false),
      ("https://example.org/\u{1B}[2J", false), ("https://example.org/\n", false),
      ("https://example.org/\u{202E}", false), (" https://example.org", false),
      ("https://example.org@other.example", false), ("https://example.org/`a`", false),
      ("https://example.org/\"a\"", false), ("https://example.org\\other", false),
    ])
  func recognizes(address: String, isOpened: Bool) {
    #expect((WebAddress(address) != nil) == isOpened)
  }
}
