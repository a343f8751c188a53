import Foundation
import Testing

@testable import Search

@Suite struct FoldTests {
  @Test(
    "Spellings that a reader takes for the same fold to the same",
    arguments: [
      ("Türkiye", "Turkiye"), ("أحمد", "احمد"), ("إسرائيل", "اسرائيل"), ("آل", "ال"),
      ("ٱلله", "الله"), ("سَلَامٌ", "سلام"), ("ســلام", "سلام"), ("الدوري", "الدورى"),
      ("غزة", "غزه"), ("שָׁלוֹם", "שלום"), ("İstanbul", "Istanbul"), ("ısparta", "Isparta"),
      ("Straße", "strasse"), ("STRAẞE", "strasse"), ("Erdoğan", "Erdogan"),
      ("doesn't", "doesn’t"), ("Ṣanʿāʾ", "Sana"), ("Sana'a", "sanaa"), ("Al-Thani", "al-Thani"),
      ("Al-Thani", "althani"), ("cease-fire", "ceasefire"), ("Æsop", "aesop"),
      ("Łódź", "lodz"), ("Đorđe", "dorde"), ("Søren", "soren"), ("œuvre", "oeuvre"),
      ("ΑΘΉΝΑ", "αθηνα"), ("Ὀδυσσεύς", "οδυσσευσ"), ("МОСКВА", "москва"), ("ёлка", "елка"),
      ("Ｇａｚａ　２０２５", "gaza 2025"), ("２０２５", "٢٠٢٥"), ("۲۰۲۵", "2025"),
      ("ｶﾞｻﾞ", "ガザ"), ("\u{F900}", "豈"), ("한국", "한국"), ("ﬁve", "five"), ("½", "1 2"),
      ("U.N.", "UN"), ("the U.S.-led force", "the US led force"), ("e\u{301}", "é"),
      ("naïve—word", "naive word"), ("“lawlessness,” he said", "lawlessness he said"),
      ("  a \t b\n", "a b"), ("soft\u{AD}hyphen", "softhyphen"), ("ﷺ", "صلى الله عليه وسلم"),
      ("Михаи\u{306}л", "Михайл"), ("ועדת־השלום", "ועדתהשלום"),
    ])
  func spellings(one: String, other: String) {
    #expect(shown(Fold.fold(one)) == shown(Fold.fold(other)))
  }

  @Test(
    "Names are equal with and without spaces, hyphens and particles",
    arguments: [
      ("Al Thani", "Al-Thani"), ("Al Thani", "al-Thani"), ("Al Thani", "Thani"),
      ("Sharm El-Sheikh", "Sharm el Sheikh"), ("Sharm El-Sheikh", "Sharm al-Sheikh"),
      ("Abdul Rahman", "Abdulrahman"), ("Abdul-Rahman", "abdul rahman"),
      ("Mohammed bin Salman", "Mohammed Salman"), ("Ben Gurion", "ben-gurion"),
      ("Türkiye", "Turkiye"), ("آل ثاني", "ثاني"),
    ])
  func names(one: String, other: String) {
    #expect(shown(Fold.fold(name: one)) == shown(Fold.fold(name: other)))
  }

  @Test(
    "A particle stays where nothing follows it",
    arguments: [("Al", "al"), ("Ben", "ben"), ("al bin", "bin"), ("Big Ben", "bigben"), ("", "")])
  func particles(name: String, folded: String) {
    #expect(shown(Fold.fold(name: name)) == folded)
  }

  @Test(
    "Different words stay different",
    arguments: [
      ("for the", "forthe"), ("cease fire", "ceasefire"), ("כך", "כ"), ("کتاب", "حساب"),
      ("हिन्दी", "हनद"), ("1.5", "15"), ("か", "が"),
    ])
  func differences(one: String, other: String) {
    #expect(shown(Fold.fold(one)) != shown(Fold.fold(other)))
  }

  @Test("Every scalar folds to something that folds to itself")
  func everyScalarIsStable() {
    // Beyond the third plane every page is of one class; two of them stand for the rest.
    for page in Array(UInt32(0)...0x320) + [0xE00, 0xF00] {
      let scalars = (page << 8...page << 8 + 255).compactMap(Unicode.Scalar.init)
      let text = scalars.map { "a\(Character($0))b" }.joined(separator: " ")
      let once = Fold.fold(text)
      if once != Fold.fold(shown(once)) { Issue.record("page \(String(page, radix: 16))") }
    }
  }

  @Test("Composed and decomposed text fold to the same, letter by letter")
  func normalForms() {
    for value in UInt32(0xC0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory != .unassigned
      else { continue }
      let text = String(Character(scalar))
      let decomposed = text.decomposedStringWithCanonicalMapping
      guard Array(decomposed.utf8) != Array(text.utf8) else { continue }
      #expect(Fold.fold(text) == Fold.fold(decomposed), "U+\(String(value, radix: 16))")
    }
  }

  @Test("Folding is idempotent, and origins never go back", arguments: 0..<300 as Range<UInt64>)
  func randomText(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let text = random.text(length: Int.random(in: 0...200, using: &random))
    let (bytes, origins) = Fold.foldWithOrigins(text)
    #expect(bytes == Fold.fold(text), "seed \(seed)")
    #expect(Fold.fold(shown(bytes)) == bytes, "seed \(seed)")
    #expect(origins.count == bytes.count, "seed \(seed)")
    for (one, next) in zip(origins, origins.dropFirst()) {
      #expect(one.lowerBound <= next.lowerBound, "seed \(seed)")
      #expect(one.upperBound <= next.upperBound, "seed \(seed)")
    }
    #expect(origins.allSatisfy { $0.upperBound <= text.utf8.count }, "seed \(seed)")
  }

  @Test("Long ASCII text folds as letter by letter", arguments: 0..<300 as Range<UInt64>)
  func asciiFastPath(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let alphabet = Array("abcXYZ 019   .,-'é")
    let text = String((0..<200).compactMap { _ in alphabet.randomElement(using: &random) })
    var fast = FoldedText()
    var slow = FoldedText()
    fast.append(folding: text)
    slow.append(folding: text, isMapped: true)
    #expect(Array(fast.written) == Array(slow.written), "seed \(seed)")
    let starts = (0..<slow.count).map(slow.isWordStart)
    #expect((0..<fast.count).map(fast.isWordStart) == starts, "seed \(seed)")
  }

  @Test(
    "Bytes that are no UTF-8 separate words and never trap", arguments: 0..<200 as Range<UInt64>)
  func invalidBytes(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let bytes = (0..<300).map { _ in UInt8.random(in: 0...255, using: &random) }
    var folded = FoldedText()
    bytes.withUnsafeBufferPointer { _ = folded.append(folding: $0) }
    #expect(String(validating: Array(folded.written), as: UTF8.self) != nil, "seed \(seed)")
  }

  @Test(
    "Broken UTF-8 is a separator, byte by byte",
    arguments: [
      [0x61, 0xFF, 0x62], [0x61, 0xC0, 0x80, 0x62], [0x61, 0xED, 0xA0, 0x80, 0x62],
      [0x61, 0xF5, 0x80, 0x80, 0x80, 0x62], [0x61, 0xE2, 0x82, 0x20, 0x62], [0x61, 0x00, 0x62],
      [0x61, 0x1B, 0x62, 0xF0, 0x9F],
    ] as [[UInt8]])
  func brokenBytes(bytes: [UInt8]) {
    var folded = FoldedText()
    bytes.withUnsafeBufferPointer { _ = folded.append(folding: $0) }
    #expect(shown(Array(folded.written)) == "a b")
  }

  @Test(
    "Words start after spaces and hyphens, after the Arabic article, and at every Chinese letter",
    arguments: [
      ("Al-Thani said", "althani said", [0, 2, 8]), ("doesn't", "doesnt", [0]),
      ("2025-10-09", "20251009", [0, 4, 6]), ("停火b", "停火b", [0, 3, 6]),
      ("الدوري", "الدوري", [0, 4]), ("- a -b- c", "a b c", [0, 2, 4]),
    ])
  func wordStarts(text: String, bytes: String, starts: [Int]) {
    var folded = FoldedText()
    folded.append(folding: text)
    #expect(shown(Array(folded.written)) == bytes)
    #expect((0..<folded.count).filter(folded.isWordStart) == starts)
  }
}

private func shown(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
