import Search

/// Query lines of the command line, which may name what is saved.
enum SavedNames {
  /// The query of a line, with what its names stand for. What its reader should know of it is written
  /// to standard error.
  ///
  /// - Throws: a `Failure` where it has names, and what is saved cannot be read.
  static func query(_ line: String, _ calendar: QueryCalendar) throws(Failure) -> Query {
    var saved = SavedQueries()
    if SavedQueries.isNamed(in: line), let file = QueriesFile() {
      do throws(StateFile.Fault) {
        saved = try file.read()
      } catch {
        throw Failure(
          .problems, "saved queries cannot be read: \(error.reason)",
          advice: "correct the file, or write out what @ stands for")
      }
    }
    let expansion = saved.expanding(line)
    let query = Query(expansion.line, calendar: calendar)
    for hint in expansion.hints + query.hints { writeMessage("truce: \(hint.message)\n") }
    return query
  }
}
