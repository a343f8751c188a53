import CSearch
import Records

/// The searchable text of all rows, folded, in one buffer, and the scan that finds rows in it.
///
/// A row is whatever the caller numbers from 0. Its pieces of text stand in the buffer one after
/// another. A name stands there in two forms, so that spellings with and without spaces, hyphens
/// and particles find one another: its words written together, and each word but the particles
/// after a mark of its own.
///
/// A row falls into parts, the same number in all rows, some of them empty: so that it can be told in
/// which of them a word stands.
///
/// The index takes about 1.4 bytes for each byte of text, and up to 3 for each byte of a name.
package struct TextIndex: Sendable {
  /// Stands before each word of a name's form without particles.
  static let nameMark: UInt8 = 0x01

  let text: FoldedText
  /// Where each row begins in the text, and where the last one ends.
  let rowStarts: [Int]
  /// Into how many parts each row falls; at least 1.
  let partsPerRow: Int
  /// Where the parts of each row but its last end, in bytes from where the row begins.
  let partEnds: [UInt32]
  let beginnings: WordBeginnings

  /// How many rows there are.
  package var rowCount: Int { rowStarts.count - 1 }

  /// The memory the index takes, in bytes.
  package var byteCount: Int {
    text.bytes.capacity + text.wordStarts.capacity * 8 + rowStarts.capacity * 8
      + beginnings.byteCount
      + partEnds.capacity * 4
  }

  /// The rows that satisfy all of the clauses.
  ///
  /// - Parameters:
  ///   - clauses: what to look for; without any, every row is found.
  ///   - rows: the only rows that may match; all if nil.
  ///   - isCancelled: asked about once a millisecond.
  /// - Returns: nil if cancelled.
  func rows(
    satisfying clauses: [Clause], within rows: PlaceSet? = nil,
    isCancelled: () -> Bool = { false }
  ) -> PlaceSet? {
    scan(for: clauses.sorted(by: Self.isBefore), within: rows, isCancelled)
  }

  /// Whether a clause is likely to leave fewer rows to look at than another, and sooner.
  private static func isBefore(_ one: Clause, _ other: Clause) -> Bool {
    func rank(_ clause: Clause) -> (Int, Int, Int) {
      let shortest = clause.needles.map(\.bytes.count).min() ?? 0
      return (clause.isExcluded ? 1 : 0, clause.needles.count, -shortest)
    }
    return rank(one) < rank(other)
  }
}

// MARK: - Building

extension TextIndex {
  /// Takes in the texts row by row.
  package struct Builder {
    private var text = FoldedText()
    private var rowStarts = [0]
    private let expectedRows: Int
    private let partsPerRow: Int
    private var partEnds: [UInt32] = []

    /// Starts an empty index.
    ///
    /// - Parameters:
    ///   - expectedRows: about how many rows there will be; the right figure saves memory and time.
    ///   - partsPerRow: into how many parts each row falls, at least 1.
    package init(expectedRows: Int = 0, partsPerRow: Int = 1) {
      self.expectedRows = expectedRows
      self.partsPerRow = partsPerRow
      rowStarts.reserveCapacity(expectedRows + 1)
      partEnds.reserveCapacity(expectedRows * (partsPerRow - 1))
    }

    /// Adds a piece of text to the row, given as UTF-8; bytes that are no UTF-8 separate words.
    package mutating func add(utf8 piece: UnsafeBufferPointer<UInt8>) {
      text.append(folding: piece)
      endPiece()
    }

    /// Adds a piece of text to the row.
    package mutating func add(_ piece: String) {
      text.append(folding: piece)
      endPiece()
    }

    /// Adds a name to the row: found with and without spaces, hyphens and particles.
    package mutating func add(name: String) {
      let start = text.count
      text.append(folding: name, isSpaced: false)
      text.finishName(from: start)
      endPiece()
    }

    /// Ends a part of the row that is not its last: what is added from now on belongs to the next.
    package mutating func endPart() {
      partEnds.append(UInt32(truncatingIfNeeded: text.count - rowStarts[rowStarts.count - 1]))
    }

    /// Ends the row, and the parts that have not been ended: what is added from now on belongs to
    /// the next one.
    package mutating func endRow() {
      while partEnds.count < rowStarts.count * (partsPerRow - 1) { endPart() }
      // Every row ends with the end of a piece, an empty one too.
      if text.count == rowStarts[rowStarts.count - 1] { endPiece() }
      rowStarts.append(text.count)
      if rowStarts.count - 1 == expectedRows / Self.sample { reserveRest() }
    }

    /// Of so many rows the first shows how long the others will be.
    private static let sample = 16

    /// Makes room for all rows that are to come, if they are as long as those so far: growing little
    /// by little would copy them again and again.
    private mutating func reserveRest() {
      let rows = rowStarts.count - 1
      let rest = text.count * (expectedRows - rows) / rows
      text.reserve(rest + rest / 32 + Int(CSEARCH_SLACK))
    }

    /// The index of the rows ended so far.
    package consuming func build() -> TextIndex {
      text.trim(leaving: Int(CSEARCH_SLACK))
      return TextIndex(
        text: text, rowStarts: rowStarts, partsPerRow: partsPerRow, partEnds: partEnds,
        beginnings: WordBeginnings(of: text, rowStarts: rowStarts))
    }

    private mutating func endPiece() { text.append(raw: CollectionOfOne(FoldedText.pieceEnd)) }
  }
}
