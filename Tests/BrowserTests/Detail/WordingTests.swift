import Records
import Testing

@testable import Browser

@Suite struct WordingTests {
  @Test(
    "A number has its thousands set apart by a space that does not break",
    arguments: [
      (0, "0"), (7, "7"), (999, "999"), (1000, "1\u{A0}000"), (1940, "1\u{A0}940"),
      (1_234_567, "1\u{A0}234\u{A0}567"), (-1940, "-1\u{A0}940"),
    ])
  func number(value: Int, text: String) {
    #expect(Wording.number(value) == text)
  }

  @Test(
    "A count has the form of the word that its number asks for",
    arguments: [
      (0, "no reports"), (1, "1 report"), (2, "2 reports"), (1000, "1\u{A0}000 reports"),
    ])
  func count(value: Int, text: String) {
    #expect(Wording.count(value, "report") == text)
  }

  @Test("A count may be given a plural of its own")
  func irregularPlural() {
    #expect(Wording.count(2, "body", plural: "bodies") == "2 bodies")
  }

  @Test("What happened one time happened once")
  func times() {
    #expect(Wording.times(1) == "once")
    #expect(Wording.times(3) == "3 times")
  }

  @Test(
    "A list has its last word behind “and”",
    arguments: [
      ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
    ])
  func list(words: [String], text: String) {
    #expect(Wording.list(words) == text)
  }

  @Test(
    "A day, its month and its year stay on one line; other words of a date may part",
    arguments: [
      ("2025-12-19", "19_Dec_2025"), ("2025-12", "Dec_2025"), ("2025", "2025"),
      ("2025-12-19?", "19_Dec_2025 (?)"), ("[..2025-12-19]", "by 19_Dec_2025"),
      ("[2025-12-17..2025-12-19]", "between 17 and 19_Dec_2025"),
      ("2025-10-10/2025-12-19", "10_Oct – 19_Dec_2025"), ("2025-12-XX", "Dec_2025, day unknown"),
    ])
  func unbrokenDate(written: String, shown: String) throws {
    let date = try RecordDate(written)
    #expect(String(date.unbroken.map { $0 == Block.joint ? "_" : $0 }) == shown)
  }

  @Test("Every word of a vocabulary that details show is written without a hyphen")
  func wordsOfVocabularies() {
    #expect(ActorKind.allCases.allSatisfy { !$0.words.contains("-") })
    #expect(TermState.allCases.allSatisfy { !$0.words.contains("-") })
    #expect(Relation.allCases.allSatisfy { !($0.words + $0.inverseWords).contains("-") })
  }
}
