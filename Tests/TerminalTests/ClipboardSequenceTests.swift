import Foundation
import Testing

@testable import Terminal

@Suite("The clipboard of a terminal")
struct ClipboardSequenceTests {
  @Test(
    "A text goes in base64", arguments: ["", "a", "ab", "abc", "“أب” 漢\n", "\u{1B}]52;c;!\u{7}"])
  func encodes(text: String) throws {
    let sequence = try #require(request(text))
    let data = Data(text.utf8).base64EncodedString()
    #expect(String(decoding: sequence.bytes, as: UTF8.self) == "\u{1B}]52;c;\(data)\u{7}")
  }

  @Test("In tmux it is sent for tmux and, wrapped, for the terminal outside")
  func wrapsForTmux() throws {
    let sequence = try #require(request("a", isInTmux: true))
    #expect(
      String(decoding: sequence.bytes, as: UTF8.self)
        == "\u{1B}]52;c;YQ==\u{7}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;YQ==\u{7}\u{1B}\\")
  }

  @Test("In screen it is sent in pieces, which together are the whole")
  func wrapsForScreen() throws {
    let text = String(repeating: "long ", count: 200)
    let sequence = try #require(request(text, isInScreen: true))
    let sent = String(decoding: sequence.bytes, as: UTF8.self)
    let pieces = sent.components(separatedBy: "\u{1B}\\").dropLast().map { $0.dropFirst(2) }
    #expect(pieces.count > 1 && pieces.allSatisfy { $0.utf8.count <= 240 })
    #expect(pieces.joined() == "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{7}")
  }

  @Test("A terminal without a clipboard gets nothing", arguments: ["linux", "vt100", "ansi"])
  func leavesOut(type: String) {
    #expect(ClipboardSequence("a", type: type, isInTmux: false, isInScreen: false) == nil)
  }

  @Test("A text that is too long is not sent")
  func limits() {
    #expect(request(String(repeating: "a", count: 56_000)) != nil)
    #expect(request(String(repeating: "a", count: 57_000)) == nil)
  }

  private func request(
    _ text: String, isInTmux: Bool = false, isInScreen: Bool = false
  ) -> ClipboardSequence? {
    ClipboardSequence(
      text, type: "xterm-256color", isInTmux: isInTmux, isInScreen: isInScreen)
  }
}
