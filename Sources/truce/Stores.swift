import CBundle
import Records
import Search

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The stores that a command line names.
struct Stores {
  /// Files, folders and `-`, as they were typed; empty for the store inside the program.
  let names: [String]

  /// The names of which there is nothing.
  var missing: [String] {
    names.filter { $0 != "-" && access($0, F_OK) != 0 && errno == ENOENT }
  }

  /// What reading them needs to know from outside.
  static var options: LoadOptions {
    LoadOptions(today: today, nameKey: { Fold.fold(name: $0) })
  }

  /// Reads, checks and links them all as one.
  func load() -> LoadResult {
    let (inputs, missing) = inputs()
    guard missing.isEmpty else { return LoadResult(chronicle: nil, problems: missing) }
    return Records.load(inputs, options: Self.options)
  }

  /// The store as a command that shows records needs it.
  ///
  /// - Throws: `Failure` when the store has errors; they have been written to standard error.
  func chronicle() throws -> Chronicle {
    let result = load()
    if let chronicle = result.chronicle { return chronicle }
    let errors = result.problems.filter { $0.severity == .error }
    for error in errors.prefix(Self.shownErrors) { writeMessage("\(error)\n") }
    let rest = errors.count - Self.shownErrors
    let advice = rest > 0 ? "'truce check' lists the other \(rest), too" : ""
    let count = errors.count == 1 ? "an error" : "\(errors.count) errors"
    throw Failure(.problems, "the store has \(count), so nothing of it is shown", advice: advice)
  }

  /// More would push what matters out of sight; `check` shows all of them.
  private static let shownErrors = 20

  /// The day of the clock here.
  static var today: Day {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    let (year, month) = (Int(local.tm_year) + 1900, Int(local.tm_mon) + 1)
    return Day(year: year, month: month, day: Int(local.tm_mday)) ?? Day.last
  }
}

// MARK: - Files

extension Stores {
  /// The files to read, folders opened, and the folders that hold none.
  private func inputs() -> (inputs: [StoreInput], missing: [Problem]) {
    guard !names.isEmpty else { return (Self.bundled, []) }
    var paths: [String] = []
    var missing: [Problem] = []
    for name in names {
      do throws(Problem) {
        paths += try Self.files(named: name)
      } catch {
        missing.append(error)
      }
    }
    // A folder and a file of it, say: read twice, its lists would be twice as long.
    var seen: Set<FileIdentity> = []
    let files = paths.filter { path in
      FileIdentity(path).map { seen.insert($0).inserted } ?? true
    }
    return (files.map { .file($0) }, missing)
  }

  /// The files that a name stands for: those of a folder whose names end in `.json`, sorted.
  private static func files(named name: String) throws(Problem) -> [String] {
    guard name != "-", isFolder(name) else { return [name] }
    guard let folder = opendir(name) else {
      let reason = String(cString: strerror(errno)).lowercased()
      throw Problem(
        file: name, message: "this folder cannot be opened: \(reason)",
        advice: "ask its owner for the right to read it")
    }
    defer { closedir(folder) }
    var files: [String] = []
    while let entry = readdir(folder) {
      let file = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      let path = name.hasSuffix("/") ? name + file : "\(name)/\(file)"
      if file.hasSuffix(".json"), !file.hasPrefix("."), !isFolder(path) { files.append(path) }
    }
    guard !files.isEmpty else {
      throw Problem(
        file: name, message: "no file of this folder ends in .json",
        advice: "name the folder that holds the store, or its files one by one")
    }
    return files.sorted()
  }

  private static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  /// The store inside the program.
  private static var bundled: [StoreInput] {
    (0..<cbundle_count()).compactMap { index in
      var length = 0
      guard let name = cbundle_name(index), let bytes = cbundle_bytes(index, &length) else {
        return nil
      }
      return .bytes(
        Array(UnsafeBufferPointer(start: bytes, count: length)),
        name: "bundled/\(String(cString: name))")
    }
  }
}

/// What tells a file from all others, whatever it is called.
private struct FileIdentity: Hashable {
  let device: UInt64
  let number: UInt64

  /// `nil` when there is no regular file of that name, nor standard input.
  init?(_ path: String) {
    var facts = stat()
    let isThere = path == "-" ? fstat(0, &facts) == 0 : stat(path, &facts) == 0
    guard isThere, facts.st_mode & S_IFMT == S_IFREG || path == "-" else { return nil }
    device = UInt64(facts.st_dev)
    number = UInt64(facts.st_ino)
  }
}
