import Testing

@testable import Records

@Suite struct ActorOrderTests {
  @Test("Who takes part or is quoted most comes first, then who is named more, outlets last")
  func order() throws {
    let chronicle = try chronicle(
      store([
        "actors": #"""
        {"id": "a", "name": "A", "kind": "person"}, {"id": "b", "name": "B", "kind": "state"},
        {"id": "w", "name": "W", "kind": "person", "partOf": ["b"]},
        {"id": "d", "name": "D", "kind": "person"}, {"id": "z", "name": "Z", "kind": "outlet"}
        """#,
        "quotes": #"""
        {"id": "q1", "speaker": "d", "text": "T", "mode": "direct", "source": "s"},
        {"id": "q2", "speaker": "z", "text": "T", "mode": "direct", "source": "s"},
        {"id": "q3", "speaker": "z", "text": "U", "mode": "direct", "source": "s"}
        """#,
      ]))
    let order = ActorOrder(chronicle)
    let names = chronicle.names(order.actors)
    func place(_ name: String) -> Int { names.firstIndex(of: name) ?? -1 }
    #expect(place("d") < place("b") && place("b") < place("a") && place("a") < place("w"))
    #expect(place("w") < place("z"))
    #expect(names.count == chronicle.actors.count)
    for (position, actor) in chronicle.actors.enumerated() {
      #expect(order.actors[order.place(of: position)] == actor)
    }
  }
}
