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
  /// How a large file is divided, to be read in two places at the same time.
  var division = FileUnits.Division()

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
    bytes: files.reduce(0) { $0 + $1.bytes.count }, division: options.division)
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
  let (orders, _) = atTheSameTime(
    isWorthIt: table.rows.count > 50_000,
    { Orders(table, nameKey: options.nameKey) }, { checks.checkRecords() })
  let inverse = Inverse(table, orders)
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
