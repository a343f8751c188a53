import Records

extension SearchedTexts {
  /// Reads all records of a kind: a row for each, with a part for each weight that its texts may
  /// have. Something else is made at the same time.
  func index<Other>(
    of kind: RecordKind, besides other: @Sendable () -> Other
  ) -> (index: SegmentedIndex, other: Other) {
    SegmentedIndex.making(
      rowCount: chronicle.records(of: kind).count, make: { index(of: kind, $0) }, besides: other)
  }

  private func index(of kind: RecordKind, _ places: Range<Int>) -> TextIndex {
    let records = chronicle.records(of: kind)[places]
    let weights = Self.weights(of: kind)
    var builder = TextIndex.Builder(expectedRows: records.count, partsPerRow: weights.count)
    for record in records {
      if kind == .quote, !chronicle.hasMoreText(record) {
        addLabel(of: record, to: &builder)
      } else {
        var part = 0
        forEach(of: record) { text, weight in
          while part + 1 < weights.count, weights[part] != weight {
            builder.endPart()
            part += 1
          }
          weight == .name ? builder.add(name: text) : builder.add(text)
        }
      }
      builder.endRow()
    }
    return builder.build()
  }

  /// Adds the words of a quote without decoding the rest of it.
  private func addLabel(of record: RecordID, to builder: inout TextIndex.Builder) {
    chronicle.withLabelBytes(of: record) { bytes, hasEscapes in
      if hasEscapes {
        builder.add(chronicle.label(of: record))
      } else {
        builder.add(utf8: bytes.bindMemory(to: UInt8.self))
      }
    }
  }
}
