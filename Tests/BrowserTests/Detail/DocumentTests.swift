import Records
import Screen
import Testing

@testable import Browser

@Suite struct DocumentTests {
  private static let goldens = [
    (
      DetailStore.rare,
      [
        "e-talks", "e-shots", "e-withdrawal", "e-council", "e-letter", "q-bridge", "q-observers",
        "q-reader", "q-radio", "ada-north", "northland", "plain-wire", "northland-official",
        "delegations", "ford-accord", "ford-1", "t-bridge", "t-observance", "s-courier-plan",
        "s-courier-comment", "s-radio-council", "ford",
      ]
    ),
    (
      DetailStore.miami,
      [
        "miami-talks", "new-campaign", "truce-violations", "q-naim-lawlessness", "bassem-naim",
        "gaza-ceasefire", "aj-miami",
      ]
    ),
  ].flatMap { store, records in records.map { GoldenDocument(store: store, record: $0) } }

  @Test("A document reads as its text file says", arguments: goldens)
  func golden(_ golden: GoldenDocument) throws {
    try golden.compare(in: golden.store.chronicle())
  }

  @Test("Every record of a store has a document with its name", arguments: DetailStore.allCases)
  func names(store: DetailStore) throws {
    let chronicle = try store.chronicle()
    for record in chronicle.everyRecord {
      let text = document(of: record, in: chronicle).plainText(columns: nil)
      #expect(text.contains(Block.visible(chronicle.label(of: record))))
    }
  }

  @Test(
    "Links are numbered in reading order, lead to a record or an address, and are all used",
    arguments: DetailStore.allCases)
  func links(store: DetailStore) throws {
    let chronicle = try store.chronicle()
    for record in chronicle.everyRecord {
      let document = document(of: record, in: chronicle)
      let name = chronicle.name(of: record)
      let used = document.lines(columns: 78).flatMap(\.links).map(\.number)
      var highest = 0
      for number in used {
        #expect(number <= highest + 1, "\(name): link \(number) comes after \(highest)")
        highest = max(highest, number)
      }
      #expect(highest == document.links.count, "\(name)")
      #expect(Set(document.links.map(\.target)).count == document.links.count, "\(name)")
      for link in document.links {
        #expect(document.link(numbered: link.number) == link, "\(name)")
        switch link.target {
        case .address(let address): #expect(address == link.reference)
        case .record(let target):
          #expect(target != record, "\(name) links to itself")
          #expect(chronicle.id(named: link.reference) == target, "\(name)")
        }
      }
    }
  }

  @Test("There is no link outside of the numbers", arguments: [-1, 0, 1_000_000, .max])
  func noSuchLink(number: Int) throws {
    let chronicle = try DetailStore.rare.chronicle()
    let event = try #require(chronicle.id(named: "e-talks"))
    #expect(document(of: event, in: chronicle).link(numbered: number) == nil)
  }

  @Test(
    "No line of a document is wider than asked, and each marker is where its line says",
    arguments: DetailStore.allCases)
  func widths(store: DetailStore) throws {
    let chronicle = try store.chronicle()
    for (index, record) in chronicle.everyRecord.enumerated() {
      let document = document(of: record, in: chronicle)
      // Every width is tried with some record, every record with some widths.
      for columns in stride(from: 10 + index % 11, through: 120, by: 11) {
        for line in document.lines(columns: columns) {
          let name = "\(chronicle.name(of: record)) at \(columns)"
          #expect(line.text.columns <= columns, "\(name): \(line.text.plain)")
          for link in line.links {
            let before = TextWidth.prefix(of: line.text.plain, columns: link.column)
            let marker = line.text.plain[before.endIndex...]
            #expect(marker.hasPrefix("[\(link.number)]"), "\(name): \(line.text.plain)")
          }
        }
      }
    }
  }

  @Test("In a frame every marker is in its column, whatever scripts stand around it")
  func markersInFrames() throws {
    let chronicle = try DetailStore.rare.chronicle()
    for record in chronicle.everyRecord {
      for columns in [30, 60, 100] {
        for line in document(of: record, in: chronicle).lines(columns: columns) {
          var frame = Frame(size: Size(columns: columns, rows: 1))
          frame.write(line.text, at: Point(column: 0, row: 0))
          for link in line.links {
            let shown = TextWidth.prefix(of: frame.text(row: 0), columns: link.column)
            let rest = frame.text(row: 0)[shown.endIndex...]
            #expect(rest.hasPrefix("[\(link.number)]"), "\(frame.text(row: 0))")
          }
        }
      }
    }
  }

  @Test("At any width down to one column there is a document")
  func tinyWidths() throws {
    let chronicle = try DetailStore.rare.chronicle()
    let event = try #require(chronicle.id(named: "e-talks"))
    for columns in [-5, 0, 1, 2, 3, 5, 9] {
      let lines = document(of: event, in: chronicle).lines(columns: columns)
      #expect(lines.allSatisfy { $0.text.columns <= max(1, columns) })
    }
  }

  @Test("A link to a term lands on the term in its agreement's document")
  func anchors() throws {
    let chronicle = try DetailStore.rare.chronicle()
    let agreement = try #require(chronicle.id(named: "ford-accord"))
    let lines = document(of: agreement, in: chronicle).lines(columns: 60)
    #expect(lines.first?.anchor == agreement)
    for name in ["ford-1", "ford-2", "t-withdrawal", "t-exchange", "t-bridge", "t-observance"] {
      let part = try #require(chronicle.id(named: name))
      let line = try #require(lines.first { $0.anchor == part }, "\(name) has no place")
      #expect(line.text.plain.contains(chronicle.label(of: part)))
    }
  }

  @Test("Plain text ends with what the numbers stand for")
  func references() throws {
    let chronicle = try DetailStore.chronicle(
      """
      {"ceasefire": 1, "title": "t",
       "places": [{"id": "outer", "name": "Florida"},
                  {"id": "inner", "name": "Miami", "within": "outer"}]}
      """)
    let place = try #require(chronicle.id(named: "outer"))
    #expect(
      document(of: place, in: chronicle).plainText(columns: nil) == """
        Florida
        place

        holds       [1] Miami

        REFERENCES
          [1] inner

        """)
  }
}
