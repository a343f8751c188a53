import Testing

@testable import truce

@Suite("Addresses")
struct AddressOpenerTests {
  @Test(
    "of the web are opened, and of nothing else",
    arguments: [
      ("https://example.org/a?b=c&d#e", true), ("HTTP://example.org", true),
      ("https://example.org/päge", true), ("http://", true), ("file:///etc/passwd", false),
      ("javascript:alert(1)", false), ("--help", false), ("", false), ("example.org", false),
      ("https://example.org/a b", false), ("https://example.org/\u{1B}[2J", false),
      ("https://example.org/\n", false), ("https://example.org/\u{202E}", false),
      (" https://example.org", false),
    ])
  func isWebAddress(address: String, isOpened: Bool) {
    #expect(AddressOpener.isWebAddress(address) == isOpened)
  }

  @Test("of other kinds are told, not opened")
  func tells() {
    var opener = AddressOpener()
    #expect(opener.open("mailto:a@b.org") == "Only http and https are opened: mailto:a@b.org")
  }
}
