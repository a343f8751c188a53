import Records
import Screen

extension DocumentBuilder {
  mutating func addPlace(_ id: RecordID) {
    guard let place = chronicle.place(id) else { return }
    title(place.name)
    paragraph(own("place"))
    gap()
    if !place.aliases.isEmpty { field("also", joined(place.aliases.map { text($0) }, by: "; ")) }
    if let within = place.within { field("within", joined(placeChain(within), by: ", ")) }
    let inner = chronicle.places(within: id)
    if !inner.isEmpty { field("holds", list(inner)) }
    let offer = Offer(view: "Timeline", name: id)
    list("EVENTS HERE", known(chronicle.events(at: id)), all: offer) { $0.eventEntry($1) }
    let shown = DocumentLimit.entries(inEachOf: inner.count)
    for place in inner.prefix(DocumentLimit.entries) {
      let events = known(chronicle.events(at: place))
      guard !events.isEmpty else { continue }
      heading(own("EVENTS IN A PLACE WITHIN IT: ", .heading) + link(place))
      for event in events.prefix(shown) { eventEntry(event) }
      rest(of: events.count, after: shown, all: Offer(view: "Timeline", name: place))
    }
    records("AGREEMENTS", chronicle.agreements(at: id))
    let about = known(chronicle.records(about: id))
    list("EVENTS ABOUT IT", about.filter { chronicle.kind(of: $0) == .event }, all: offer) {
      $0.eventEntry($1)
    }
    quotes("SAID OF IT", about.filter { chronicle.kind(of: $0) == .quote })
  }
}
