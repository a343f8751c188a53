import Testing

@testable import Search

@Suite struct KeywordsTests {
  @Test(
    "A word is found by how it begins, and taken whole",
    arguments: [
      ("viol", "halt all violations, and", "halt all [violations], and"),
      ("israel", "end to Israel’s violations", "end to [Israel’s] violations"),
      ("stab force", "the stabilisation force came", "the [stabilisation force] came"),
      ("talks", "Talks about talks", "[Talks] about [talks]"),
      ("thani", "Al-Thani said", "Al-[Thani] said"), ("-peace", "Peace", "Peace"),
      ("mode:direct", "direct", "direct"), ("", "Peace", "Peace"),
      ("\"second stage\"", "the Second – stage now", "the [Second – stage] now"),
      ("peace OR war", "war and peace", "[war] and [peace]"),
      ("caf", "cafe\u{301} now", "[cafe\u{301}] now"), ("s", "ß", "[ß]"),
      ("سلام", "السَّلَامُ عليكم", "ال[سَّلَامُ] عليكم"), ("שלום", "שָׁלוֹם עולם", "[שָׁלוֹם] עולם"),
    ])
  func hits(line: String, text: String, marked: String) {
    #expect(Self.marked(Keywords(Query(line)).hits(in: text), text) == marked)
  }

  @Test(
    "Hits are sorted and apart, begin and end between characters, and are where marks are",
    arguments: 0..<300 as Range<UInt64>)
  func whole(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let pieces = ["a", "ab", "é", "e\u{301}", "’", "-", " ", "  ", "ß", "سَ", "👩‍🚀", "停", "x", "\n"]
    let text = (0..<40).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let query = Query("a OR e OR x OR س OR 停")
    let hits = Keywords(query).hits(in: text)
    let ends = Set(text.indices.map { text.utf8.distance(from: text.startIndex, to: $0) })
      .union([text.utf8.count])
    for hit in hits {
      #expect(!hit.isEmpty && ends.contains(hit.lowerBound) && ends.contains(hit.upperBound))
    }
    for (hit, next) in zip(hits, hits.dropFirst()) { #expect(hit.upperBound < next.lowerBound) }
    for mark in query.highlights(in: text) {
      let place = text.utf8.distance(from: text.startIndex, to: mark.lowerBound)
      #expect(hits.contains { $0.contains(place) }, "seed \(seed): \(text)")
    }
  }

  private static func marked(_ hits: [Range<Int>], _ text: String) -> String {
    var marked = ""
    var place = text.startIndex
    for hit in hits {
      let start = text.utf8.index(text.startIndex, offsetBy: hit.lowerBound)
      let end = text.utf8.index(text.startIndex, offsetBy: hit.upperBound)
      marked += "\(text[place..<start])[\(text[start..<end])]"
      place = end
    }
    return marked + text[place...]
  }
}
