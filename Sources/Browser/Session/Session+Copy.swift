import Records

extension Session {
  /// Copies what the cursor's link names, or else the selected record.
  mutating func copy(_ form: Copy.Form) -> [Effect] {
    if pane.focus == .detail, let link = focusedLink {
      switch link.target {
      case .address(let address) where form == .address:
        return [.copy(Copy(text: address, name: form.name))]
      case .record(let record):
        if let copy = Copy(form, of: record, in: chronicle) { return [.copy(copy)] }
      case .address: break
      }
    }
    guard let selected, let copy = Copy(form, of: selected, in: chronicle) else {
      note = form.missing
      return []
    }
    return [.copy(copy)]
  }
}
