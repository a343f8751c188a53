import Records
import Testing

@testable import Search

@Suite struct TextIndexTests {
  @Test(
    "Words match from their start, in any order, anywhere in the row",
    arguments: [
      ("", [0, 1, 2, 3, 4]), ("prisoner", [0]), ("PRIS", [0]), ("isoner", []),
      ("list prisoner", [0]), ("geneva", [0]), ("cease", [1, 2]), ("ceasefire", [1, 2]),
      ("cease-fire", [1, 2]), ("fire", [1, 2]), ("\"cease fire\"", [1, 2]), ("zzz", []),
      ("-cease", [0, 3, 4]), ("talks -ceasefire", [3]), ("-a", [0, 1, 3, 4]),
      ("-zzz", [0, 1, 2, 3, 4]),
      ("\"the war\"", [4]), ("\"war\"", [4]), ("war", [3, 4]), ("\"war end", [4]),
      ("doesn’t", [4]), ("un", [3]), ("u.n.", [3]), ("\"geneva the", []), ("سلام", [4]),
    ])
  func words(line: String, rows: [UInt32]) {
    let index = index([
      [.text("Prisoner lists exchanged"), .text("Geneva")],
      [.text("The cease-fire"), .text("holds, officials say")],
      [.text("A ceasefire begins; cease fire!")],
      [.text("U.N. warning on talks")],
      [.text("The war ends. It doesn't resume"), .text("السلام عليكم"), .text("")],
    ])
    #expect(index.matches(Query(line)) == rows)
  }

  @Test(
    "Names are found in any spelling of spaces, hyphens and particles",
    arguments: [
      ("al thani", [0, 1]), ("Al-Thani", [0, 1]), ("althani", [0]), ("thani", [0, 1]),
      ("mohammed althani", [0]), ("mohammed thani", [0, 1]), ("\"al-thani\"", [0, 1]),
      ("abdul rahman", [0, 2]), ("abdulrahman", [0, 2]), ("abdul-rahman", [0, 2]),
      ("sharm el sheikh", [3, 4]), ("Sharm El-Sheikh", [3, 4]), ("sharm-al-sheikh", [3, 4]),
      ("sharmelsheikh", [3]), ("turkiye", [5]), ("Türkiye", [5]), ("احمد", [6]), ("أَحمد", [6]),
      ("\"mohammed bin", [0]), ("forth", []), ("\"thani\"", [0, 1]), ("\"than\"", []),
    ])
  func names(line: String, rows: [UInt32]) {
    let index = index([
      [.name("Mohammed bin Abdulrahman Al Thani")],
      [.name("Mohammed Thani")],
      [.name("Abdul Rahman")],
      [.name("Sharm El-Sheikh")],
      [.name("Sharm Sheikh"), .text("for the record")],
      [.name("Türkiye")],
      [.name("أحمد")],
    ])
    #expect(index.matches(Query(line)) == rows)
  }

  @Test(
    "In other text, spellings with and without hyphens find each other",
    arguments: [
      ("al thani", [0, 1]), ("Al-Thani", [0, 1]), ("abdul rahman", [2, 3]),
      ("Sharm El-Sheikh", [4, 5]), ("sharm el sheikh", [4, 5]), ("bin laden", []),
    ])
  func namesInText(line: String, rows: [UInt32]) {
    let index = index([
      [.text("met Al Thani in Doha")], [.text("met Al-Thani in Doha")], [.text("Abdul Rahman")],
      [.text("Abdulrahman")], [.text("at Sharm El-Sheikh")], [.text("at Sharm el Sheikh")],
      [.text("lorries laden with aid")],
    ])
    #expect(index.matches(Query(line)) == rows)
  }

  @Test("The scan finds what a plain look at every row finds", arguments: 0..<80 as Range<UInt64>)
  func plainScan(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let rows = (0..<Int.random(in: 1...120, using: &random)).map { _ in randomRow(&random) }
    let index = index(rows)
    let forms = rows.map { $0.flatMap(plainForms) }
    #expect(index.rowCount == rows.count)
    for _ in 0..<10 {
      let line = randomLine(&random)
      let query = Query(line)
      let expected = rows.indices.filter { plainMatch(query, forms[$0]) }.map { UInt32($0) }
      #expect(index.matches(query) == expected, "seed \(seed), query \(line)")
    }
  }

  @Test("Words of ASCII text are found as by splitting it", arguments: 0..<50 as Range<UInt64>)
  func splitWords(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let texts = (0..<300).map { _ in randomASCII(&random) }
    let index = index(texts.map { [.text($0)] })
    for _ in 0..<20 {
      let word = String(randomASCII(&random).prefix(Int.random(in: 1...3, using: &random)))
      guard !word.contains(" "), !word.isEmpty else { continue }
      let expected = texts.indices.filter {
        texts[$0].lowercased().split(separator: " ").contains { $0.hasPrefix(word.lowercased()) }
      }
      #expect(index.matches(Query(word)) == expected.map { UInt32($0) }, "seed \(seed) \(word)")
    }
  }

  @Test(
    "Typing letter by letter within the rows before finds what a new search finds",
    arguments: 0..<60 as Range<UInt64>)
  func narrowing(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let index = index((0..<300).map { _ in randomRow(&random) })
    let line = randomLine(&random)
    var before = (query: Query(""), rows: index.matches(Query("")) ?? [])
    for length in 1...max(1, line.count) {
      let query = Query(String(line.prefix(length)))
      let fresh = index.matches(query)
      if query.narrows(before.query) {
        #expect(index.matches(query, within: before.rows) == fresh, "seed \(seed) \(query.line)")
        #expect(Set(fresh ?? []).isSubset(of: before.rows), "seed \(seed) \(query.line)")
      }
      before = (query, fresh ?? [])
    }
  }

  @Test("Thousands of rows, some of them very long, are searched to the last")
  func manyRows() {
    let count = 5001
    let words = [1000: "thousandth", 100: "hundredth", 7: "seventh", 3: "third", 1: "row"]
    let index = index(
      (0..<count).map { number in
        let own = words.keys.sorted(by: >).filter { number.isMultiple(of: $0) }.compactMap {
          words[$0]
        }
        let filler = Array(repeating: "x", count: number % 1999 == 0 ? 30_000 : 3)
        return [.text((own + ["n\(number)"] + filler).joined(separator: " "))]
      })
    let cases: [(line: String, holds: (Int) -> Bool)] = [
      ("row", { _ in true }), ("-row", { _ in false }), ("x", { _ in true }),
      ("hundredth", { $0 % 100 == 0 }), ("-hundredth", { $0 % 100 != 0 }),
      ("\"third row\"", { $0 % 3 == 0 }), ("third seventh", { $0 % 21 == 0 }),
      ("seventh -third", { $0 % 7 == 0 && $0 % 3 != 0 }), ("n5000", { $0 == 5000 }),
    ]
    for (line, holds) in cases {
      let expected = (0..<count).filter(holds)
      #expect(index.matches(Query(line)) == expected.map { UInt32($0) }, "\(line)")
      for gap in [2, 11, 997] {
        let given = stride(from: 0, to: UInt32(count), by: gap)
        let common = given.filter { holds(Int($0)) }
        #expect(index.matches(Query(line), within: Array(given)) == common, "\(line), \(gap)")
      }
    }
  }

  @Test("Only the rows given are searched")
  func within() {
    let index = index([[.text("a")], [.text("b a")], [.text("b")]])
    #expect(index.matches(Query("a"), within: [1, 2]) == [1])
    #expect(index.matches(Query(""), within: [0, 2]) == [0, 2])
    #expect(index.matches(Query("-a"), within: [1, 2]) == [2])
    #expect(index.matches(Query("a"), within: []) == [])
  }

  @Test("A cancelled search says so")
  func cancelled() {
    let index = index([[.text("a")]])
    #expect(index.matches(Query("a"), isCancelled: { true }) == nil)
  }

  @Test("An index without rows, or with empty rows, finds nothing")
  func noText() {
    #expect(index([]).matches(Query("a")) == [])
    #expect(index([]).matches(Query("")) == [])
    #expect(index([[], [.text("")], [.name("")], [.name("-")]]).matches(Query("a")) == [])
    #expect(index([[], [.text("")]]).matches(Query("-a")) == [0, 1])
  }

  @Test(
    "Text of any length is found at its start, its middle and its end",
    arguments: [1, 55, 56, 57, 63, 64, 65, 127, 128, 129, 300, 5000])
  func lengths(count: Int) {
    let filler = String(repeating: "x ", count: count)
    let long = String(repeating: "y", count: count)
    let index = index([
      [.text("start " + filler)], [.text(filler + "middle " + filler)], [.text(filler + "end")],
      [.text(long)], [.text(filler)],
    ])
    #expect(index.matches(Query("start")) == [0])
    #expect(index.matches(Query("middle")) == [1])
    #expect(index.matches(Query("\"end\"")) == [2])
    #expect(index.matches(Query(long)) == [3])
    #expect(index.matches(Query(long + "y")) == [])
    #expect(index.matches(Query("\"\(filler)\"")) == [0, 1, 2, 4])
  }

  @Test("Bytes that are no UTF-8 and control characters are harmless")
  func hostileBytes() {
    var random = SeededRandom(seed: 7)
    var builder = TextIndex.Builder()
    for _ in 0..<500 {
      let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }
      bytes.withUnsafeBufferPointer { builder.add(utf8: $0) }
      builder.add("needle\u{0}\u{1}\u{1B}[2J\n")
      builder.endRow()
    }
    let index = builder.build()
    #expect(index.matches(Query("needle 2j"))?.count == 500)
    #expect(index.matches(Query("\u{1}needle\u{0}"))?.count == 500)
    #expect(index.matches(Query(String(repeating: "e", count: 10_000))) == [])
  }

  @Test(
    "Rows are found however their lengths and number differ from what the first let expect",
    arguments: [(expected: 0, first: 1), (160, 1), (160, 400), (1600, 1), (16, 400), (1, 1)])
  func expectedRows(expected: Int, first: Int) {
    var builder = TextIndex.Builder(expectedRows: expected)
    for row in 0..<200 {
      let words = row < 10 ? first : 40
      builder.add(String(repeating: "of ", count: words) + (row % 3 == 0 ? "needle" : "hay"))
      builder.endRow()
    }
    let index = builder.build()
    #expect(index.rowCount == 200)
    let wanted = (0..<UInt32(200)).filter { $0 % 3 == 0 }
    #expect(index.matches(Query("needle")) == wanted)
    #expect(index.matches(Query("of"))?.count == 200)
  }

  @Test("The index takes less than one and a half times its text")
  func memory() {
    let text = String(repeating: "A ceasefire took effect on Sunday. ", count: 4)
    var builder = TextIndex.Builder(expectedRows: 2000)
    for _ in 0..<2000 {
      builder.add(text)
      builder.endRow()
    }
    #expect(builder.build().byteCount * 2 < text.utf8.count * 2000 * 3)
  }
}

// MARK: - The plain way

private enum Piece {
  case text(String)
  case name(String)
}

private func index(_ rows: [[Piece]]) -> TextIndex {
  var builder = TextIndex.Builder()
  for row in rows {
    for piece in row {
      switch piece {
      case .text(let text): builder.add(text)
      case .name(let name): builder.add(name: name)
      }
    }
    builder.endRow()
  }
  return builder.build()
}

/// The same meaning without buffer, bits and blocks: each piece as a list of bytes and starts.
private func plainMatch(_ query: Query, _ forms: [PlainForm]) -> Bool {
  (query.clauses ?? []).allSatisfy { clause in
    let isFound = clause.needles.contains { needle in
      forms.contains { form in
        form.starts.contains { start in
          let rest = form.bytes[start...]
          let end = start + needle.bytes.count
          return rest.starts(with: needle.bytes)
            && (!needle.isWhole || end == form.bytes.count || form.bytes[end] <= 0x20
              || form.starts.contains(end))
        }
      }
    }
    return isFound != clause.isExcluded
  }
}

private typealias PlainForm = (bytes: [UInt8], starts: Set<Int>)

private func plainForms(_ piece: Piece) -> [PlainForm] {
  switch piece {
  case .text(let text):
    var folded = FoldedText()
    folded.append(folding: text, isMapped: true)
    return [(Array(folded.written), Set((0..<folded.count).filter(folded.isWordStart)))]
  case .name(let name):
    let parts = NameParts(name)
    return [([], parts.words), ([TextIndex.nameMark], parts.withoutParticles)].map { mark, words in
      var (bytes, starts) = ([UInt8](), Set<Int>())
      for word in words {
        starts.insert(bytes.count)
        bytes += mark
        starts.insert(bytes.count)
        bytes += word
      }
      return (bytes, starts)
    }
  }
}

private func randomRow(_ random: inout SeededRandom) -> [Piece] {
  (0..<Int.random(in: 0...3, using: &random)).map { _ in
    let count = Int.random(in: 0...12, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return .text(random.text(length: count))
    case 1, 2: return .name(random.words(count / 3))
    default: return .text(random.words(count))
    }
  }
}

private func randomLine(_ random: inout SeededRandom) -> String {
  switch Int.random(in: 0..<6, using: &random) {
  case 0: random.text(length: 3)
  case 1: "\"\(random.words(2))\""
  case 2: "-\(random.words(1)) \(random.words(1))"
  case 3: random.words(3)
  case 4: String(random.words(1).prefix(2))
  default: random.words(1)
  }
}

private func randomASCII(_ random: inout SeededRandom) -> String {
  let letters = Array("abcAB   ")
  return String((0..<40).compactMap { _ in letters.randomElement(using: &random) })
    .trimmingSpaces
}

extension String {
  fileprivate var trimmingSpaces: String { split(separator: " ").joined(separator: " ") }
}

extension TextIndex {
  /// The rows that satisfy a query of words and phrases; nil if cancelled, or if it asks for more.
  func matches(
    _ query: Query, within rows: [UInt32]? = nil, isCancelled: () -> Bool = { false }
  ) -> [UInt32]? {
    let some = rows.map { rows in
      rows.reduce(into: PlaceSet(total: rowCount)) { $0.insert($1) }
    }
    return query.clauses.flatMap {
      self.rows(satisfying: $0, within: some, isCancelled: isCancelled)?.places
    }
  }
}
