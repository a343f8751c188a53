/// The canonical form of one file of a store: the same records, spelled and laid out in the one way
/// the program writes.
///
/// Nothing is lost: fields that the schema does not know stay, and the order of records is kept.
/// A file may be a part of a store, so references are not followed.
///
/// - Returns: the text; `nil` when the file has an error that hides what it means.
package func canonicalForm(of input: StoreInput) -> (text: String?, problems: [Problem]) {
  let file: StoreFile
  switch input {
  case .bytes(let bytes, let name): file = StoreFile(name: name, copying: bytes)
  case .file(let path):
    do throws(Problem) {
      file = try StoreFile.open(path)
    } catch {
      return (nil, [error])
    }
  }
  let reader = StoreReader(bytes: file.bytes.count)
  reader.read(file)
  // What a record lacks may stand in another file; it hides nothing.
  let problems = reader.problems(reader.findings.filter { !$0.isAboutWhole })
  guard !problems.contains(where: { $0.severity == .error }) else { return (nil, problems) }
  do throws(JSONFault) {
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return (JSONWriter.store(try JSONNode(file.bytes, from: start)), problems)
  } catch {
    let fault = Finding(error.offset, row: Row.none, error.reason)
    return (nil, reader.problems([fault]))
  }
}

/// A text as JSON writes it, in quotation marks; what would not be seen in an editor is escaped.
package func jsonString(_ text: String) -> String {
  JSONWriter.string(text)
}
