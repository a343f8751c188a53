import CBytes

/// An object of texts in JSON, in the form in which a person reads and changes it: a member a line.
package enum TextObject {
  /// A member of it.
  package typealias Member = (name: String, text: String)

  /// Where bytes are no such object, and why.
  package struct Fault: Error, Hashable, Sendable {
    /// From 1.
    package let line: Int
    /// From 1, in characters (Unicode scalars).
    package let column: Int
    /// In words that go on from the place.
    package let reason: String
  }

  /// The members in the order of the file; none where there is nothing but space. `complaint` says
  /// what is wrong with a member, if anything is.
  ///
  /// Throws for what is no object of texts, and for a second member of the same name.
  package static func members(
    of bytes: [UInt8], complaint: (Member) -> String? = { _ in nil }
  ) throws(Fault) -> [Member] {
    let result: Result<[Member], Fault> = bytes.withUnsafeBytes { bytes in
      do throws(JSONFault) {
        return .success(try read(bytes, complaint: complaint))
      } catch {
        var finder = PlaceFinder(bytes)
        let place = finder.place(of: error.offset)
        return .failure(Fault(line: place.line, column: place.column, reason: error.reason))
      }
    }
    return try result.get()
  }

  /// The members as a file.
  package static func text(of members: [Member]) -> String {
    let lines = members.map { "  \(JSONWriter.string($0.name)): \(JSONWriter.string($0.text))" }
    return lines.isEmpty ? "{}\n" : "{\n\(lines.joined(separator: ",\n"))\n}\n"
  }

  private static func read(
    _ bytes: UnsafeRawBufferPointer, complaint: (Member) -> String?
  ) throws(JSONFault) -> [Member] {
    guard let base = bytes.baseAddress else { return [] }
    let valid = cbytes_utf8_run(base.assumingMemoryBound(to: UInt8.self), bytes.count)
    guard valid == bytes.count else {
      throw JSONFault(offset: valid, reason: "this byte is not UTF-8; save the file as UTF-8")
    }
    var scanner = JSONScanner(bytes)
    scanner.skipSpace()
    guard scanner.offset < bytes.count else { return [] }
    try scanner.skipValue()
    try scanner.finish("the object")
    let node = try JSONNode(bytes)
    guard case .object(let members) = node.value else {
      throw JSONFault(offset: node.offset, reason: "an object is expected here, in { and }")
    }
    var names: Set<String> = []
    var read: [Member] = []
    for member in members {
      let place = member.value.offset
      guard let text = member.value.text else {
        throw JSONFault(offset: place, reason: "a text in quotation marks is expected here")
      }
      guard names.insert(member.name).inserted else {
        throw JSONFault(offset: place, reason: "there are two of the name \(quoted(member.name))")
      }
      if let reason = complaint((member.name, text)) {
        throw JSONFault(offset: place, reason: reason)
      }
      read.append((member.name, text))
    }
    return read
  }
}
