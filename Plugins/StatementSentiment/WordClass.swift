/// What a token is for the grammar of statements: word classes of the lexicon, and marks.
struct WordClass: OptionSet {
  let rawValue: UInt64

  static let determiner = WordClass(rawValue: 1 << 0)
  static let preposition = WordClass(rawValue: 1 << 1)
  static let coordinator = WordClass(rawValue: 1 << 2)
  static let relative = WordClass(rawValue: 1 << 3)
  static let subordinator = WordClass(rawValue: 1 << 4)
  static let auxiliary = WordClass(rawValue: 1 << 5)
  static let pronoun = WordClass(rawValue: 1 << 6)
  static let object = WordClass(rawValue: 1 << 7)
  static let adverb = WordClass(rawValue: 1 << 8)
  /// A finite verb or a past participle.
  static let verb = WordClass(rawValue: 1 << 9)
  static let that = WordClass(rawValue: 1 << 10)
  static let to = WordClass(rawValue: 1 << 11)
  static let negation = WordClass(rawValue: 1 << 12)
  static let possessive = WordClass(rawValue: 1 << 13)
  static let capital = WordClass(rawValue: 1 << 14)
  static let number = WordClass(rawValue: 1 << 15)
  static let comma = WordClass(rawValue: 1 << 16)
  static let colon = WordClass(rawValue: 1 << 17)
  static let dash = WordClass(rawValue: 1 << 18)
  static let opening = WordClass(rawValue: 1 << 19)
  static let closing = WordClass(rawValue: 1 << 20)
  static let semicolon = WordClass(rawValue: 1 << 21)
  /// A mark, such as a full stop, that is none of the others.
  static let mark = WordClass(rawValue: 1 << 22)
  /// Part of a date or time.
  static let time = WordClass(rawValue: 1 << 23)
  static let quoted = WordClass(rawValue: 1 << 24)
  static let openingBracket = WordClass(rawValue: 1 << 25)
  static let closingBracket = WordClass(rawValue: 1 << 26)
  static let stop = WordClass(rawValue: 1 << 27)
  /// Part of a cue.
  static let cue = WordClass(rawValue: 1 << 28)
  /// A word ending as present participles do.
  static let gerund = WordClass(rawValue: 1 << 29)
  /// A form of `be`.
  static let be = WordClass(rawValue: 1 << 30)
  /// The word before the doer of a passive verb.
  static let by = WordClass(rawValue: 1 << 31)
  /// Where or on what occasion something was said.
  static let venue = WordClass(rawValue: 1 << 32)
  /// A noun, such as `meeting`, that does not speak.
  static let thing = WordClass(rawValue: 1 << 34)
  /// Of whom speaks: `we`, `my`.
  static let first = WordClass(rawValue: 1 << 35)
  /// A possessive pronoun.
  static let owner = WordClass(rawValue: 1 << 36)
  /// A pronoun that names nobody, such as `there`.
  static let dummy = WordClass(rawValue: 1 << 37)
  /// A word after which what is said is only supposed.
  static let supposing = WordClass(rawValue: 1 << 38)
  /// `what`, which makes a clause a noun.
  static let what = WordClass(rawValue: 1 << 39)
  static let definite = WordClass(rawValue: 1 << 33)
  /// A determiner, such as `some`, that stands for a noun phrase too.
  static let quantity = WordClass(rawValue: 1 << 40)
  /// Of a man, and of a woman: names, titles, pronouns.
  static let male = WordClass(rawValue: 1 << 41)
  static let female = WordClass(rawValue: 1 << 42)
  /// `it`, and `they`: pronouns for things and for several.
  static let it = WordClass(rawValue: 1 << 43)
  static let they = WordClass(rawValue: 1 << 44)
  /// A question word: `how`.
  static let question = WordClass(rawValue: 1 << 45)

  /// Everything that is no word.
  static let marks: WordClass = [
    .comma, .colon, .dash, .opening, .closing, .semicolon, .mark, .openingBracket, .closingBracket, .stop,
  ]
  /// Words that no noun phrase goes over.
  static let borders: WordClass = [
    .comma, .colon, .dash, .opening, .closing, .semicolon, .relative, .subordinator, .auxiliary, .object, .adverb,
    .that, .to, .negation, .openingBracket, .stop, .time,
  ]

  /// The class that the lexicon calls `name`.
  init?(name: String) {
    guard let found = Self.named[name] else { return nil }
    self = found
  }

  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The classes that rules may give.
  static let names = named.keys.sorted()

  private static let named: [String: WordClass] = [
    "determiner": .determiner, "preposition": .preposition, "coordinator": .coordinator,
    "relative": [.relative, .question],
    "subordinator": .subordinator, "auxiliary": .auxiliary, "pronoun": .pronoun, "object": .object,
    "adverb": .adverb, "verb": .verb, "that": .that, "to": .to, "negation": .negation, "possessive": .possessive,
    "gerund": .gerund, "be": [.be, .auxiliary], "by": [.by, .preposition], "venue": .venue, "thing": .thing,
    "we": [.pronoun, .first], "our": [.definite, .determiner, .first, .owner],
    "what": [.what, .determiner, .question], "supposing": [.supposing, .subordinator, .question],
    "dummy": [.pronoun, .dummy],
    "owner": [.definite, .determiner, .owner],
    "definite": [.definite, .determiner], "quantity": [.quantity, .determiner], "male": .male, "female": .female,
    "he": [.pronoun, .male],
    "she": [.pronoun, .female], "him": [.object, .male], "herself": [.object, .female],
    "his": [.definite, .determiner, .owner, .male], "her": [.definite, .determiner, .owner, .female],
    "it": [.pronoun, .it], "they": [.pronoun, .they], "question": .question,
  ]
}
