import Dispatch

/// What to read.
package enum StoreInput: Sendable {
  /// A file by its path; `-` is standard input.
  case file(String)
  /// Bytes under a name, as of the store inside the program.
  case bytes([UInt8], name: String)
}

/// What came of reading.
package struct LoadResult: Sendable {
  /// Everything, linked; `nil` when any of `problems` is an error.
  package let chronicle: Chronicle?
  /// All that was found, sorted by file (in the order given) and place.
  package let problems: [Problem]

  package init(chronicle: Chronicle?, problems: [Problem]) {
    self.chronicle = chronicle
    self.problems = problems
  }

  package var errorCount: Int { problems.count { $0.severity == .error } }
}

/// What reading needs to know from outside.
package struct LoadOptions: Sendable {
  /// The day against which plans are held: one that lies before it and has no later report is
  /// worth a look.
  package let today: Day
  /// Folds a name so that spellings of it that differ in case or marks become equal; for sorting
  /// names and for finding two actors of one name.
  package let nameKey: @Sendable (String) -> [UInt8]
  /// From this size on a file is read in parts at the same time, in bytes.
  var dividedFrom = 24 << 20

  package init(
    today: Day, nameKey: @escaping @Sendable (String) -> [UInt8] = { Array($0.lowercased().utf8) }
  ) {
    self.today = today
    self.nameKey = nameKey
  }
}

/// Reads, checks and links files as one store.
///
/// Never throws: whatever is wrong with a store is a value in the result, all of it at once.
package func load(_ inputs: [StoreInput], options: LoadOptions) -> LoadResult {
  var files: [StoreFile] = []
  var unread: [Problem] = []
  for input in inputs {
    switch input {
    case .bytes(let bytes, let name): files.append(StoreFile(name: name, copying: bytes))
    case .file(let path):
      do throws(Problem) {
        files.append(try StoreFile.open(path))
      } catch {
        unread.append(error)
      }
    }
  }
  let reader = StoreReader(
    bytes: files.reduce(0) { $0 + $1.bytes.count }, dividedFrom: options.dividedFrom)
  for file in files { reader.read(file) }
  guard unread.isEmpty, !reader.isIncomplete else {
    // Whatever names a record that was not read would be found to name nothing: one missing comma
    // would be a hundred findings. So these come when the files can be read to their ends.
    let found = reader.problems(reader.findings.filter { !$0.isAboutWhole })
    return LoadResult(chronicle: nil, problems: unread + found)
  }
  var linker = Linker(reader)
  linker.link()
  reader.symbols.seal()
  let table = LinkedTable(reader)
  var checks = Checks(table, options: options)
  let (orders, inverse) = atTheSameTime(
    table.rows.count > 50_000,
    {
      let orders = Orders(table, nameKey: options.nameKey)
      return (orders, Inverse(table, orders))
    }, { checks.checkRecords() })
  checks.checkActors(orders: orders, inverse: inverse)
  let found = reader.problems(reader.findings + checks.findings)
  let problems = unread + found
  guard !problems.contains(where: { $0.severity == .error }) else {
    return LoadResult(chronicle: nil, problems: problems)
  }
  return LoadResult(
    chronicle: Chronicle(
      table: table, headers: reader.headers, orders: orders, inverse: inverse),
    problems: problems)
}

/// Does two pieces of work that share nothing they change; at the same time where that is worth a
/// second thread.
private func atTheSameTime<Result>(
  _ isWorthIt: Bool, _ first: () -> Result, _ second: () -> Void
) -> Result {
  guard isWorthIt else {
    second()
    return first()
  }
  var result: Result?
  withoutActuallyEscaping(first) { first in
    withoutActuallyEscaping(second) { second in
      withUnsafeMutablePointer(to: &result) { result in
        nonisolated(unsafe) let (first, second, result) = (first, second, result)
        DispatchQueue.concurrentPerform(iterations: 2) { index in
          if index == 0 { result.pointee = first() } else { second() }
        }
      }
    }
  }
  return result ?? first()
}
