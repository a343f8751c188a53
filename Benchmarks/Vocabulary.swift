/// Words of several scripts for the texts of a synthetic store: common English ones of the matter,
/// and others made of syllables, drawn as unevenly as words of a language are.
struct Vocabulary {
  /// Stands in one quote of ten thousand, and in three of a smaller store.
  static let rare = "zanzelmar"
  /// How many different words there are.
  static let size = 24_000

  private static let common = """
    the of and to in a that for on with by was is as at from has be it an not had its after said
    were have are their which would but this been they two who under ceasefire agreement truce
    talks forces between during until new also parties monitors exchange corridor aid convoy
    border delegation mediator envoy statement council resolution withdrawal troops villages
    civilians reported called signed extended resumed mission observers release northern
    southern eastern western line city district province river crossing checkpoint airport
    hospital school market bridge minister president spokesman committee commission buffer zone
    round venue guarantor framework annex clause article deadline extension phase implementation
    verification mechanism hotline liaison officer detained returned displaced families camps
    relief food fuel medicine water power offer proposal condition demand commitment temporary
    permanent national local morning evening week month year day hours first second third last
    next since before about around near across
    """
  private static let latin = """
    ba be bo da de di do fa fe ga go ha hi ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe
    po ra re ri ro sa se si so ta te ti to va ve vi za zo ran sten mar kel vor nim dal tur bel
    gar hol pen ric sul ter ven win yar
    """
  private static let turkish = """
    şa çı ğü ön lü kır bey oğlu dağ köy ışı ürk taş gül nur öz yıl çe şe tü ba ka mer can
    """
  private static let accented = "ʿa ḥa ṣa ṭā qā bī mū rī sā dī ʾi nū lā wā hā ğa šī žu"
  private static let arabic = "ا ب ت ث ج ح خ د ر ز س ش ص ض ط ع غ ف ق ك ل م ن ه و ي أ إ ة ى"
  private static let hebrew = "א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת"

  /// All words end to end, and where each begins; the last entry is the end of the last word.
  private var bytes: [UInt8] = []
  private var starts: [Int32] = [0]
  /// The word of each of 65 536 equally likely draws: rank r has a share of about 1 / (r + 1).
  private var draws: [UInt16] = []

  init(seed: UInt64) {
    var dice = Dice(seed: seed, stream: .vocabulary, index: 0)
    for word in Self.common.split(whereSeparator: \.isWhitespace) { add(String(word)) }
    let scripts = [Self.latin, Self.turkish, Self.accented, Self.arabic, Self.hebrew]
      .map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    while starts.count <= Self.size {
      let script =
        switch dice.below(100) {
        case 0..<80: 0
        case ..<87: 1
        case ..<91: 2
        case ..<97: 3
        default: 4
        }
      let length = dice.number(in: script < 3 ? 2...4 : 3...6)
      add((0..<length).map { _ in dice.pick(scripts[script]) }.joined())
    }
    rank()
  }

  private mutating func add(_ word: String) {
    bytes.append(contentsOf: word.utf8)
    starts.append(Int32(bytes.count))
  }

  private mutating func rank() {
    let total = (1...Self.size).reduce(0.0) { $0 + 1 / Double($1) }
    var sum = 0.0
    for rank in 0..<Self.size {
      sum += 1 / Double(rank + 1) / total
      let until = Int(sum * 65_536 + 0.5)
      while draws.count < min(until, 65_536) { draws.append(UInt16(rank)) }
    }
    while draws.count < 65_536 { draws.append(0) }
  }

  /// Writes `count` words, a space between them, the first one with a capital where its script has
  /// them. `rareAt` puts the rare word in that place instead of a drawn one.
  func write(
    _ count: Int, from dice: inout Dice, to writer: inout ByteWriter, capital: Bool = true,
    rareAt: Int? = nil
  ) {
    let start = writer.count
    var bits: UInt64 = 0
    for index in 0..<count {
      if index % 4 == 0 { bits = dice.next() }
      if index > 0 { writer.write(byte: 32) }
      if index == rareAt {
        writer.write(Self.rare)
      } else {
        let word = Int(draws[Int(bits & 0xffff)])
        writer.write(bytes[Int(starts[word])..<Int(starts[word + 1])])
      }
      bits >>= 16
    }
    if capital { writer.capitalise(at: start) }
  }
}
