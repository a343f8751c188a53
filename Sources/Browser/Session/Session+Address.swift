import Screen

extension Session {
  /// Shows the address of what the cursor's link names, or else of the source of what is selected;
  /// the next key may open it.
  mutating func openAddress() {
    guard let address = addressToOpen else {
      note = "No address is stated for the source of this record"
      return
    }
    offer(address)
  }

  /// The address that the link one is on leads to, else that of the source of what is selected;
  /// `nil` when none is stated.
  var addressToOpen: String? {
    if pane.focus == .detail, let link = focusedLink {
      switch link.target {
      case .address(let address): return address
      case .record(let record):
        if let address = chronicle.address(of: record) { return address }
      }
    }
    return selected.flatMap { chronicle.address(of: $0) }
  }

  /// An address is seen before anything is opened: it comes from the store.
  mutating func offer(_ text: String) {
    offered = WebAddress(text)
    note =
      offered.map { "Enter opens \($0)" }
      ?? "Only addresses of http and https are opened: \(visibleText(text))"
  }

  /// Opens the address that was offered, or forgets it; `nil` leaves the key to others.
  mutating func answerOffer(_ key: Key) -> [Effect]? {
    guard let address = offered else { return nil }
    offered = nil
    switch key {
    case .enter, .character("o"): return [.openAddress(address)]
    case .escape: return []
    default: return nil
    }
  }
}
