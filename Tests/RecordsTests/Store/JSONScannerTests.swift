import Testing

@testable import Records

@Suite struct JSONScannerTests {
  /// Where and why a text is not one JSON value; `nil` when it is.
  private func fault(_ bytes: some Collection<UInt8>) -> String? {
    withExactBytes(bytes) { bytes in
      var scanner = JSONScanner(bytes)
      do throws(JSONFault) {
        try scanner.skipValue()
        try scanner.finish()
        return nil
      } catch {
        return "\(error.offset): \(error.reason)"
      }
    }
  }

  @Test(
    "All that RFC 8259 allows is read",
    arguments: [
      "{}", "[]", "\"\"", "0", "true", "false", "null", " \t\r\n1 \t\r\n", "[1]", "[ 1 , 2 ]",
      #"{"a":1}"#, #"{ "a" : [ { } , [ ] ] , "a" : null }"#, #"{"":""}"#,
      "-0", "-1", "10", "1.0", "0.0", "-0.5", "1e1", "1E1", "1e+1", "1e-1", "0e0", "1.5E-007",
      "123456789012345678901234567890", "1e999999", "-1.000000000000000000000000000000000001",
      #""\"\\\/\b\f\n\r\t""#, #""\u0000\u001f\u00e9\uABCD\uFFFF""#, #""\ud83d\ude00""#,
      #""\uD800\uDC00\udbff\udfff""#, "\"é漢😀\u{7F}\u{80}\"", "\"/\"", #"["[]{}:,"]"#,
    ])
  func accepted(text: String) {
    #expect(fault(text.utf8) == nil)
  }

  static let value = "a value is expected here, not"
  static let noWord = "no such word in JSON; a text stands in quotation marks"
  static let noDigit = "a digit is missing"
  static let control = "a control character inside a string; write it as"
  static let lineEnd =
    "the line ends inside a string; a closing quotation mark may be missing"
  static let noEscape = "no such escape; a backslash itself is written as two"
  static let noHex = "\\u needs four hexadecimal digits after it"
  static let half = "half of a surrogate pair stands alone"
  static let after = "something stands after the end of the store's object"

  @Test(
    "What is no JSON is refused where it is wrong",
    arguments: [
      ("", "0: the file ends where a value is expected"),
      (" \n", "2: the file ends where a value is expected"),
      ("}", "0: \(value) '}'"),
      ("+1", "0: \(value) '+'"),
      (".5", "0: \(value) '.'"),
      ("'a'", "0: \(value) '''"),
      ("NaN", "0: \(value) 'N'"),
      ("Infinity", "0: \(value) 'I'"),
      ("\u{1}", "0: \(value) a control character"),
      ("\u{A0}1", "0: \(value) a character"),
      ("\u{FEFF}1", "0: \(value) a character"),
      ("// a\n1", "0: \(value) '/'"),
      ("True", "0: \(value) 'T'"),
      ("tru", "0: \(noWord)"),
      ("nul", "0: \(noWord)"),
      ("fALSE", "0: \(noWord)"),
      ("truex", "4: \(after)"),
      ("-", "1: \(noDigit) here"),
      ("-a", "1: \(noDigit) here"),
      ("--1", "1: \(noDigit) here"),
      ("01", "0: a number may not begin with 0"),
      ("-01", "0: a number may not begin with 0"),
      ("00", "0: a number may not begin with 0"),
      ("1.", "2: \(noDigit) after the decimal point"),
      ("1.e1", "2: \(noDigit) after the decimal point"),
      ("1e", "2: \(noDigit) in the exponent"),
      ("1e+", "3: \(noDigit) in the exponent"),
      ("1E-x", "3: \(noDigit) in the exponent"),
      ("1 2", "2: \(after)"),
      ("0x10", "1: \(after)"),
      ("1_000", "1: \(after)"),
      ("{}{}", "2: \(after)"),
      ("[", "1: the file ends where a value is expected"),
      ("[1", "2: the file ends where ',' or ']' is expected"),
      ("[1,", "3: the file ends where a value is expected"),
      ("[1,]", "3: a comma after the last element"),
      ("[,1]", "1: \(value) ','"),
      ("[1 2]", "3: ',' or ']' is expected here, not '2'"),
      ("[1}", "2: ',' or ']' is expected here, not '}'"),
      ("{", "1: the file ends where a name in quotation marks is expected"),
      ("{1:2}", "1: a name in quotation marks is expected here, not '1'"),
      ("{a:1}", "1: a name in quotation marks is expected here, not 'a'"),
      (#"{"a"}"#, "4: ':' is expected here, not '}'"),
      (#"{"a""#, "4: the file ends where ':' is expected"),
      (#"{"a":}"#, "5: \(value) '}'"),
      (#"{"a":1"#, "6: the file ends where ',' or '}' is expected"),
      (#"{"a":1,}"#, "7: a comma after the last member"),
      (#"{,"a":1}"#, "1: a name in quotation marks is expected here, not ','"),
      (#"{"a":1 "b":2}"#, "7: ',' or '}' is expected here, not '\"'"),
      (#"{"a":1]"#, "6: ',' or '}' is expected here, not ']'"),
      (#"["a"#, "1: this string is never closed"),
      (#"["abcdefghijklmnopqrst"#, "1: this string is never closed"),
      ("\"a\nb\"", "2: \(lineEnd)"),
      ("\"a\r\nb\"", "2: \(lineEnd)"),
      ("\"a\tb\"", "2: \(control) \\u0009"),
      ("\"\u{0}\"", "1: \(control) \\u0000"),
      ("\"\u{1f}\"", "1: \(control) \\u001f"),
      (#""\a""#, "1: \(noEscape)"),
      (#""\'""#, "1: \(noEscape)"),
      (#""\U0041""#, "1: \(noEscape)"),
      ("\"\\\n\"", "1: \(noEscape)"),
      (#""\"#, "1: the file ends inside a string"),
      (#""\""#, "0: this string is never closed"),
      (#""\u""#, "1: \(noHex)"),
      (#""\u12"#, "1: \(noHex)"),
      (#""\u123""#, "1: \(noHex)"),
      (#""\u12G4""#, "1: \(noHex)"),
      ("\"\\u００４１\"", "1: \(noHex)"),
      (#""\ud800""#, "1: \(half)"),
      (#""\udc00""#, "1: \(half)"),
      (#""\ud800\ud800""#, "1: \(half)"),
      (#""\ud800\u0041""#, "1: \(half)"),
      (#""\ud800\n""#, "1: \(half)"),
      (#""\ud800\udc0"#, "1: \(half)"),
      (#""\ud800\"#, "1: \(half)"),
    ])
  func refused(text: String, expected: String) {
    #expect(fault(text.utf8) == expected)
  }

  @Test("Arrays and objects may lie 64 deep in each other and no deeper")
  func depth() {
    func nested(_ depth: Int, _ inner: String = "1") -> String {
      String(repeating: "[", count: depth) + inner + String(repeating: "]", count: depth)
    }
    #expect(fault(nested(64).utf8) == nil)
    #expect(fault(nested(64, "\"x\"").utf8) == nil)
    #expect(
      fault(nested(65).utf8) == "64: arrays and objects lie more than 64 deep in each other")
    let objects = String(repeating: "{\"a\":", count: 70)
    #expect(
      fault(objects.utf8) == "320: arrays and objects lie more than 64 deep in each other")
    let endless = String(repeating: "[", count: 1_000_000)
    #expect(
      fault(endless.utf8) == "64: arrays and objects lie more than 64 deep in each other")
  }

  @Test("Every beginning of a document is refused, and none is read beyond its end")
  func beginnings() {
    let text = #"{"a\u00e9\ud83d\ude00b": [1.5e+3, true, null, "0123456789abcdefg\n"], "": {}}"#
    let bytes = Array(text.utf8)
    for length in 0..<bytes.count {
      #expect(fault(bytes.prefix(length)) != nil, "the first \(length) bytes")
    }
    #expect(fault(bytes) == nil)
  }
}
