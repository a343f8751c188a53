import Browser
import Search

/// What the browser keeps for its reader between runs, on a screen or without one.
struct KeptFiles {
  /// The lines used in earlier runs.
  let lines: LineHistory
  /// The queries saved by now.
  private(set) var saved = SavedQueries()
  /// What to tell the reader where something could not be read.
  let note: String?
  private var history: HistoryFile?
  private let queries = QueriesFile()

  /// Reads what there is.
  ///
  /// - Parameter isForgetful: whether lines are neither read nor kept.
  init(isForgetful: Bool) {
    history = isForgetful ? nil : HistoryFile()
    let past = history?.read()
    lines = past?.lines ?? LineHistory()
    var notes = [past?.note].compactMap { $0 }
    do throws(StateFile.Fault) {
      if let queries { saved = try queries.read() }
    } catch {
      notes.append("Saved queries cannot be read: \(error.reason)")
    }
    note = notes.isEmpty ? nil : notes.joined(separator: "; ")
  }

  /// Keeps what an effect asks to be kept, and answers it.
  mutating func answer(_ effect: Effect) -> Message? {
    switch effect {
    case .keepLine(let line): return history?.add(line).map { .note($0) }
    case .changeQueries(let change):
      let note = make(change)
      return .queriesChanged(saved, note: note)
    default: return nil
    }
  }

  /// Writes what could not be written before.
  mutating func finish() { history?.finish() }

  private mutating func make(_ change: SavedQueries.Change) -> String {
    guard let queries else {
      return saved.make(change) + "; until you leave, for there is no home folder"
    }
    do throws(StateFile.Fault) {
      let note: String
      (saved, note) = try queries.make(change)
      return note
    } catch {
      return "Saved queries are as they were: \(error.reason)"
    }
  }
}
