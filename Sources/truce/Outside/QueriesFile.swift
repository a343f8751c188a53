import Records
import Search

/// The file in which saved queries are kept, for the reader to change as well.
///
/// Each change is made to what stands in it by then. While it cannot be understood, nothing is
/// written to it.
struct QueriesFile {
  private let file: StateFile

  /// The file that the environment names; `nil` where it names no folder.
  ///
  /// - Parameter variable: the environment, where a variable may be empty.
  init?(variable: (String) -> String? = environmentText) {
    guard let file = StateFile(kept: "queries.json", in: .config, variable: variable) else {
      return nil
    }
    self.file = file
  }

  /// The path as people write it.
  var shownPath: String { file.shownPath }

  private static let portion = StateFile.Portion.whole(SavedQueries.mostBytes)

  /// What is saved.
  func read() throws(StateFile.Fault) -> SavedQueries {
    try naming { () throws(StateFile.Fault) in try Self.queries(file.read(Self.portion) ?? []) }
  }

  /// Makes a change, and says what was done.
  func make(
    _ change: SavedQueries.Change
  ) throws(StateFile.Fault) -> (saved: SavedQueries, note: String) {
    var (saved, note) = (SavedQueries(), "")
    try naming { () throws(StateFile.Fault) in
      try file.update(Self.portion) { bytes throws(StateFile.Fault) in
        saved = try Self.queries(bytes)
        note = saved.make(change)
        let text = saved.json
        guard text.utf8.count <= SavedQueries.mostBytes else {
          throw StateFile.Fault("there is no room for more")
        }
        return text
      }
    }
    return (saved, note)
  }

  private static func queries(_ bytes: [UInt8]) throws(StateFile.Fault) -> SavedQueries {
    do throws(TextObject.Fault) {
      return try SavedQueries(json: bytes)
    } catch {
      throw StateFile.Fault("line \(error.line), column \(error.column): \(error.reason)")
    }
  }

  /// Names the file in what is thrown.
  private func naming<Result>(
    _ body: () throws(StateFile.Fault) -> Result
  ) throws(StateFile.Fault) -> Result {
    do throws(StateFile.Fault) {
      return try body()
    } catch {
      throw StateFile.Fault("\(shownPath): \(error.reason)")
    }
  }
}
