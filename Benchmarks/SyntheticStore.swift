import Records

/// A store of made-up records in the format of the program, of any size, always the same for a size
/// and a seed.
///
/// It holds one quote for each event, a source for ten, an actor for a hundred, and all kinds of
/// records, all forms of dates, several scripts; no record is in error. It is written as it is made,
/// one record a line, and nothing of it is kept: what a record refers to follows from its number.
struct SyntheticStore {
  /// How many events there are, at least 1.
  let events: Int
  let seed: UInt64
  let words: Vocabulary

  let sources: Int
  let outlets: Int
  let actors: Int
  let places: Int
  let agreements: Int

  /// The first event takes place on 1 January 2015, and the last within eleven years.
  static let firstDay = Day(year: 2015, month: 1, day: 1) ?? .first
  static let span = 4018
  /// The states among the actors come directly after the outlets.
  static let states = 12

  init(events: Int, seed: UInt64 = 2_025) {
    self.events = events
    self.seed = seed
    words = Vocabulary(seed: seed)
    sources = (events + 9) / 10
    outlets = max(1, min(500, sources / 2))
    actors = outlets + Self.states + 8 + events / 100
    places = 12 + min(events / 200, 5000)
    agreements = 1 + events / 5000
  }

  /// Writes the whole store. Throws when the file does not take it.
  func write(to writer: inout ByteWriter) throws(Failure) {
    writer.write(#"{"ceasefire":1,"title":"Synthetic records of "#)
    writer.write(events)
    writer.write(#" events","lang":"en","note":"Made up. No name and no word means anybody.""#)
    try list("sources", sources, to: &writer, writeSource)
    try list("places", places, to: &writer, writePlace)
    try list("actors", actors, to: &writer, writeActor)
    try list("agreements", agreements, to: &writer, writeAgreement)
    try list("events", events, to: &writer, writeEvent)
    try list("quotes", events, to: &writer, writeQuote)
    writer.write("\n}\n")
    try writer.flush()
  }

  private func list(
    _ name: String, _ count: Int, to writer: inout ByteWriter,
    _ record: (Int, inout ByteWriter) -> Void
  ) throws(Failure) {
    writer.write(",\n\"\(name)\":[\n")
    for index in 0..<count {
      if index > 0 { writer.write(",\n") }
      record(index, &writer)
      try writer.flushIfFull()
    }
    writer.write("\n]")
  }

  // MARK: - What follows from a number

  func dice(_ stream: Dice.Stream, _ index: Int) -> Dice {
    Dice(seed: seed, stream: stream, index: index)
  }

  /// When an event took place: events are in the order of time.
  func day(ofEvent index: Int) -> Day { Self.firstDay + index * Self.span / events }

  /// A source reports ten events, and appears the day after the last of them.
  func source(ofEvent index: Int) -> Int { index / 10 }

  func day(ofSource index: Int) -> Day {
    day(ofEvent: min(index * 10 + 9, events - 1)) + 1
  }

  /// The first source that appears later than the day; `nil` when the store ends before.
  func source(after day: Day) -> Int? {
    var index = max(0, (day - Self.firstDay - 1) * events / Self.span / 10)
    while index < sources, self.day(ofSource: index) <= day { index += 1 }
    return index < sources ? index : nil
  }

  /// Sources that hold their paragraphs, one for each event they report.
  func holdsText(source: Int) -> Bool { source % 20 == 0 }
  /// Sources with an unnamed speaker of their own, the speaker of the first quote in them.
  func hasOfficial(source: Int) -> Bool { source % 8 == 3 }
  /// Sources with a reader's comment below them.
  func hasComment(source: Int) -> Bool { source % 100 == 50 }

  /// The agreement an event is about, if it is about any.
  func agreement(ofEvent index: Int) -> Int? {
    index % 3 == 0 ? index * agreements / events : nil
  }

  /// Letters that no other number has, so that no two records have the same name, however it is
  /// folded. There are 512 000.
  func uniqueName(_ number: Int, arabic: Bool = false) -> String {
    let consonants = Array("bdfghklmnprstvyz")
    let letters = Array("بتثجحخدرزسشصضطظعغفقكلمنه")
    if arabic {
      return String((0..<4).map { letters[number / power(letters.count, $0) % letters.count] })
    }
    let vowels = Array("aeiou")
    var name = ""
    for place in 0..<3 {
      let digit = number / power(80, place) % 80
      name += "\(consonants[digit / 5])\(vowels[digit % 5])"
    }
    return name
  }

  private func power(_ base: Int, _ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }

  /// An actor that acts: no outlet, and the first ones far more often than the last.
  func actor(_ dice: inout Dice) -> Int {
    let count = actors - outlets
    let share = dice.below(count)
    return outlets + (dice.once(in: 3) ? share : share * share / count * share / count)
  }
}
