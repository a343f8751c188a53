import Testing

@testable import Search

@Suite struct HighlightsTests {
  @Test(
    "Each word that stands in a text is counted once",
    arguments: [
      ("al thani", "Tamim bin Hamad Al Thani", true, 2), ("althani", "Al-Thani", true, 1),
      ("al thani", "al and al again", false, 1), ("-al thani", "Al Thani", false, 1),
      ("actor:thani", "Al Thani", true, 1), ("actor:thani", "Al Thani", false, 0),
      ("", "Al Thani", true, 0), ("other", "Al Thani", true, 0),
    ])
  func counts(line: String, text: String, isName: Bool, expected: Int) {
    #expect(Query(line).countOfWords(in: text, isName: isName) == expected)
  }

  @Test(
    "What was found is marked in the original text",
    arguments: [
      ("peace", "Peace talks", "[Peace] talks"), ("pea", "Peace talks", "[Pea]ce talks"),
      ("alks", "Peace talks", "Peace talks"), ("", "Peace", "Peace"),
      ("peace talk", "Peace talks", "[Peace] [talk]s"), ("-peace", "Peace", "Peace"),
      ("\"peace talks\"", "the Peace – talks", "the [Peace – talks]"),
      ("doesnt", "It doesn’t.", "It [doesn’t]."), ("strasse", "Die Straße", "Die [Straße]"),
      ("s", "ß", "[ß]"), ("cafe", "cafe\u{301} now", "[cafe\u{301}] now"),
      ("caf", "cafe\u{301}", "[caf]e\u{301}"), ("سلام", "السَّلَامُ عليكم", "ال[سَّلَامُ] عليكم"),
      ("שלום", "שָׁלוֹם עולם", "[שָׁלוֹם] עולם"), ("al thani", "Al-Thani", "[Al-Thani]"),
      ("abdul rahman", "Abdulrahman", "[Abdulrahman]"), ("停火", "加沙停火协议", "加沙[停火]协议"),
      ("a", "a a ab", "[a] [a] [a]b"), ("un", "the U.N. said", "the [U.N]. said"),
      ("istanbul", "İstanbul", "[İstanbul]"), ("한구", "한국", "[한국]"),
    ])
  func text(line: String, text: String, marked: String) {
    #expect(shown(Query(line).highlights(in: text), text) == marked)
  }

  @Test(
    "In a name, spaces and particles do not hide what was found",
    arguments: [
      ("althani", "Hamad Al Thani", "Hamad [Al Thani]"), ("thani", "Al Thani", "Al [Thani]"),
      ("el-sisi", "Abdel Fattah Sisi", "Abdel Fattah [Sisi]"),
      ("sharm-el-sheikh", "Sharm al-Sheikh", "[Sharm al-Sheikh]"),
      ("abdulrahman", "Abdul Rahman", "[Abdul Rahman]"),
      ("abdul rahman", "Abdulrahman", "[Abdulrahman]"), ("forth", "For the", "[For th]e"),
    ])
  func names(line: String, name: String, marked: String) {
    #expect(shown(Query(line).highlights(in: name, isName: true), name) == marked)
  }

  @Test(
    "Marks are sorted, apart, and between characters; a row found in a text has some",
    arguments: 0..<400 as Range<UInt64>)
  func properties(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let text =
      Bool.random(using: &random) ? random.text(length: 60) : random.words(12)
    let isName = Bool.random(using: &random)
    let line = Bool.random(using: &random) ? random.text(length: 2) : random.words(2)
    let query = Query(line)
    let ranges = query.highlights(in: text, isName: isName)
    let boundaries = Set(text.indices).union([text.endIndex])
    for range in ranges {
      #expect(!range.isEmpty && boundaries.isSuperset(of: [range.lowerBound, range.upperBound]))
    }
    for (one, next) in zip(ranges, ranges.dropFirst()) {
      #expect(one.upperBound < next.lowerBound, "seed \(seed)")
    }
    var builder = TextIndex.Builder()
    if isName { builder.add(name: text) } else { builder.add(text) }
    builder.endRow()
    let isFound = builder.build().matches(query) == [0]
    if isFound, (query.clauses ?? []).contains(where: { !$0.isExcluded }) {
      #expect(!ranges.isEmpty, "seed \(seed)")
    }
  }
}

private func shown(_ ranges: [Range<String.Index>], _ text: String) -> String {
  var (shown, place) = ("", text.startIndex)
  for range in ranges {
    shown += text[place..<range.lowerBound] + "[" + text[range] + "]"
    place = range.upperBound
  }
  return shown + text[place...]
}
