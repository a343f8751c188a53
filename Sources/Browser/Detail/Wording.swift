import Records
import Screen
package import Search

/// The words in which documents and lists state numbers and the vocabularies.
package enum Wording {
  /// What is shown where the record is silent.
  package static let notStated = "not stated"

  /// A number with its thousands set apart, "1 940". The space in it does not break.
  package static func number(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) {
        text.append("\u{A0}")
      }
      text.append(digit)
    }
    return value < 0 ? "-" + text : text
  }

  /// A number of things, "1 report", "no reports"; `plural` is the word for several where it is not
  /// the singular with an "s".
  package static func count(_ value: Int, _ singular: String, plural: String? = nil) -> String {
    let word = value == 1 ? singular : plural ?? singular + "s"
    return value == 0 ? "no " + word : number(value) + " " + word
  }

  /// What is found without one condition or another of a line that finds nothing: "Without
  /// from:2026: 3 records. Without force: 1 record."; `nil` if there is none.
  package static func loosened(_ conditions: [Loosened]) -> String? {
    guard !conditions.isEmpty else { return nil }
    return conditions.map { "Without \($0.condition): \(count($0.count, "record"))." }
      .joined(separator: " ")
  }

  /// How often, "once", "3 times".
  package static func times(_ value: Int) -> String {
    value == 1 ? "once" : number(value) + " times"
  }

  /// Words as a list, "a, b and c"; nothing for none.
  package static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension RecordKind {
  /// A number of records of the kind besides others, "3 more quotes".
  package func countOfMore(_ count: Int) -> String {
    Wording.count(count, "more \(word)", plural: "more \(plural)")
  }
}

extension RecordDate {
  /// The date in words, with what belongs to one day kept on one line.
  var unbroken: String {
    var text = ""
    var last: Substring = ""
    for word in shown().split(separator: " ", omittingEmptySubsequences: false) {
      if !text.isEmpty {
        let isDayAndMonth = last.last?.isNumber == true && word.first?.isUppercase == true
        let isMonthAndYear = last.first?.isUppercase == true && word.first?.isNumber == true
        text.append(isDayAndMonth || isMonthAndYear ? Block.joint : " ")
      }
      text += word
      last = word
    }
    return text
  }
}

extension EventKind {
  /// The kind as a word of running text.
  package var word: String { rawValue }
}

extension ActorKind {
  /// The kind as words of running text.
  package var words: String {
    switch self {
    case .governmentBody: "government body"
    case .armedGroup: "armed group"
    case .anonymous: "unnamed person"
    default: rawValue
    }
  }

  /// Whether an actor of this kind acts in the record rather than carrying it or being counted in
  /// it, so that its silence is worth a word.
  var speaksForItself: Bool {
    switch self {
    case .person, .state, .governmentBody, .organisation, .armedGroup: true
    case .outlet, .group, .population, .anonymous: false
    }
  }
}

extension TermState {
  /// The state as words of running text.
  package var words: String {
    switch self {
    case .notStarted: "not started"
    case .minimal: "minimal"
    case .partial: "partial"
    case .full: "full"
    case .breached: "breached"
    }
  }
}

extension ParticipantRole {
  /// The role as words behind a name.
  package var words: String {
    self == .actor ? "acting" : rawValue
  }
}

extension Relation {
  /// The tie read from the event that states it. Keeping and breaking a term is always something
  /// that somebody says.
  var words: String {
    switch self {
    case .requires: "requires"
    case .follows: "follows"
    case .replaces: "replaces"
    case .fulfils: "said to fulfil"
    case .breaches: "said to breach"
    case .partOf: "part of"
    case .respondsTo: "responds to"
    case .possiblySame: "possibly the same as"
    }
  }

  /// The tie read from its target.
  var inverseWords: String {
    switch self {
    case .requires: "required by"
    case .follows: "followed by"
    case .replaces: "replaced by"
    case .fulfils: "said to be fulfilled by"
    case .breaches: "said to be breached by"
    case .partOf: "includes"
    case .respondsTo: "responded to by"
    case .possiblySame: "possibly the same as"
    }
  }
}

extension Assertion {
  /// What a report does, read after its origin; `nil` where it asserts, which is the rule.
  var words: String? {
    switch self {
    case .asserts: nil
    case .denies: "denies it"
    case .corrects: "corrects it"
    case .retracts: "retracts it"
    }
  }
}

extension Assertion {
  /// What a report does with the facts it names.
  var verb: String {
    switch self {
    case .asserts: "says"
    case .denies: "denies"
    case .corrects: "corrects to"
    case .retracts: "retracts"
    }
  }
}

extension QuoteMode {
  /// What the mode means for a reader who wants to print the words. Translated words are the
  /// speaker's only in translation.
  func explanation(isTranslated: Bool) -> String {
    let suffix = isTranslated ? ", in translation" : ""
    return switch self {
    case .direct: "direct: the words are the speaker’s\(suffix)"
    case .indirect: "reported speech: the words are not the speaker’s"
    case .mixed: "mixed: only the words in quotation marks are the speaker’s\(suffix)"
    }
  }

  /// The mode in a list.
  package var word: String {
    self == .indirect ? "reported speech" : rawValue
  }
}

extension Standing {
  /// Why the evidence has this standing, as the rule that derives it says.
  var reason: String {
    switch self {
    case .reported: "at least one origin is named and not involved itself"
    case .claimed: "every origin is unnamed or involved itself"
    case .disputed: "some accounts assert it, some deny it"
    case .denied: "every account denies it"
    case .retracted: "the last account retracts it"
    case .confirmed: "a report says so and gives its reason"
    }
  }
}
