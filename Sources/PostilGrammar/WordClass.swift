/// What a token is for the grammar: the word classes that the lexicon gives it, and marks.
///
/// A word may have several classes until ``Tagger`` has looked at the words around it.
public struct WordClass: OptionSet, Sendable {
  /// A bit a class.
  public let rawValue: UInt64

  /// - Parameter rawValue: A bit a class.
  @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// - Parameter bit: 0 to 63.
  @inlinable init(bit: Int) { rawValue = 1 << bit }

  /// An article or another word that begins a noun phrase.
  @inlinable public static var determiner: WordClass { WordClass(bit: 0) }
  /// `of`, `in`.
  @inlinable public static var preposition: WordClass { WordClass(bit: 1) }
  /// `and`, `but`.
  @inlinable public static var coordinator: WordClass { WordClass(bit: 2) }
  /// `who`, `which`, `where`.
  @inlinable public static var relative: WordClass { WordClass(bit: 3) }
  /// `because`, `although`.
  @inlinable public static var subordinator: WordClass { WordClass(bit: 4) }
  /// `be`, `have`, `do`, `may` and their forms.
  @inlinable public static var auxiliary: WordClass { WordClass(bit: 5) }
  /// A pronoun that can be a subject.
  @inlinable public static var pronoun: WordClass { WordClass(bit: 6) }
  /// A pronoun that is no subject, such as `him`.
  @inlinable public static var object: WordClass { WordClass(bit: 7) }
  /// A word that stands beside verbs: `also`, `quickly`.
  @inlinable public static var adverb: WordClass { WordClass(bit: 8) }
  /// A finite verb or a past participle.
  @inlinable public static var verb: WordClass { WordClass(bit: 9) }
  /// `that`, before a clause or as a pronoun.
  @inlinable public static var that: WordClass { WordClass(bit: 10) }
  /// `to`, before an infinitive or a noun.
  @inlinable public static var to: WordClass { WordClass(bit: 11) }
  /// A word that negates.
  @inlinable public static var negation: WordClass { WordClass(bit: 12) }
  /// A possessive mark, or a word that ends in one.
  @inlinable public static var possessive: WordClass { WordClass(bit: 13) }
  /// A word whose first letter is a capital.
  @inlinable public static var capital: WordClass { WordClass(bit: 14) }
  /// Digits.
  @inlinable public static var number: WordClass { WordClass(bit: 15) }
  /// A comma.
  @inlinable public static var comma: WordClass { WordClass(bit: 16) }
  /// A colon.
  @inlinable public static var colon: WordClass { WordClass(bit: 17) }
  /// A dash, or a hyphen with a space before it.
  @inlinable public static var dash: WordClass { WordClass(bit: 18) }
  /// The mark that opens a quotation.
  @inlinable public static var opening: WordClass { WordClass(bit: 19) }
  /// The mark that closes a quotation.
  @inlinable public static var closing: WordClass { WordClass(bit: 20) }
  /// A semicolon.
  @inlinable public static var semicolon: WordClass { WordClass(bit: 21) }
  /// A mark, such as a full stop, that is none of the others.
  @inlinable public static var mark: WordClass { WordClass(bit: 22) }
  /// Part of a date or time.
  @inlinable public static var time: WordClass { WordClass(bit: 23) }
  /// Inside a quotation, its marks included.
  @inlinable public static var quoted: WordClass { WordClass(bit: 24) }
  /// An opening bracket.
  @inlinable public static var openingBracket: WordClass { WordClass(bit: 25) }
  /// A closing bracket.
  @inlinable public static var closingBracket: WordClass { WordClass(bit: 26) }
  /// A mark that ends a sentence and nothing else: `!`, `?`.
  @inlinable public static var stop: WordClass { WordClass(bit: 27) }
  /// Part of the words that introduce a statement, whom a clause may follow; set by who looks for them.
  @inlinable public static var cue: WordClass { WordClass(bit: 28) }
  /// A word ending as present participles do.
  @inlinable public static var gerund: WordClass { WordClass(bit: 29) }
  /// A form of `be`.
  @inlinable public static var be: WordClass { WordClass(bit: 30) }
  /// The word before the doer of a passive verb.
  @inlinable public static var by: WordClass { WordClass(bit: 31) }
  /// Where or on what occasion something was said.
  @inlinable public static var venue: WordClass { WordClass(bit: 32) }
  /// A determiner that says which one: `the`, `this`.
  @inlinable public static var definite: WordClass { WordClass(bit: 33) }
  /// A noun for a document, figure or event, which does not speak.
  @inlinable public static var thing: WordClass { WordClass(bit: 34) }
  /// Of whom speaks: `we`, `my`.
  @inlinable public static var first: WordClass { WordClass(bit: 35) }
  /// A possessive pronoun.
  @inlinable public static var owner: WordClass { WordClass(bit: 36) }
  /// A pronoun that names nobody, such as `there`.
  @inlinable public static var dummy: WordClass { WordClass(bit: 37) }
  /// A word after which what is said is only supposed.
  @inlinable public static var supposing: WordClass { WordClass(bit: 38) }
  /// `what`, which makes a clause a noun.
  @inlinable public static var what: WordClass { WordClass(bit: 39) }
  /// A determiner, such as `some`, that stands for a noun phrase too.
  @inlinable public static var quantity: WordClass { WordClass(bit: 40) }
  /// Of a man: names, titles, pronouns.
  @inlinable public static var male: WordClass { WordClass(bit: 41) }
  /// Of a woman.
  @inlinable public static var female: WordClass { WordClass(bit: 42) }
  /// `it`, which stands for things and bodies.
  @inlinable public static var it: WordClass { WordClass(bit: 43) }
  /// `they`, which stands for several, and for bodies.
  @inlinable public static var they: WordClass { WordClass(bit: 44) }
  /// A question word: `how`.
  @inlinable public static var question: WordClass { WordClass(bit: 45) }
  /// A form that is the base of a verb: `go`.
  @inlinable public static var base: WordClass { WordClass(bit: 46) }
  /// A form of the third person: `goes`.
  @inlinable public static var present: WordClass { WordClass(bit: 47) }
  /// A word that may be a noun though the lexicon has it as a verb.
  @inlinable public static var noun: WordClass { WordClass(bit: 48) }
  /// A word that stands before nouns and is seldom one.
  @inlinable public static var adjective: WordClass { WordClass(bit: 49) }
  /// A noun for somebody: `official`.
  @inlinable public static var person: WordClass { WordClass(bit: 50) }
  /// A noun for persons who act as one: `ministry`.
  @inlinable public static var body: WordClass { WordClass(bit: 51) }
  /// A word for several.
  @inlinable public static var plural: WordClass { WordClass(bit: 52) }
  /// A form of `have`.
  @inlinable public static var have: WordClass { WordClass(bit: 53) }
  /// `may`, `would`, `will`.
  @inlinable public static var modal: WordClass { WordClass(bit: 54) }
  /// `will`, `shall`.
  @inlinable public static var future: WordClass { WordClass(bit: 55) }
  /// An auxiliary that negates: `didn’t`.
  @inlinable public static var negated: WordClass { WordClass(bit: 56) }
  /// An auxiliary of the past: `was`, `had`, `did`.
  @inlinable public static var past: WordClass { WordClass(bit: 57) }
  /// A noun for somebody who stands against or beside others: `critic`, `ally`.
  @inlinable public static var outsider: WordClass { WordClass(bit: 58) }
  /// A noun for somebody who speaks for a body: `spokesman`, `official`.
  @inlinable public static var voice: WordClass { WordClass(bit: 59) }
  /// Part of a name that was found.
  @inlinable public static var name: WordClass { WordClass(bit: 60) }
  /// A noun for what happens, such as `meeting`: neither somebody nor a document.
  @inlinable public static var event: WordClass { WordClass(bit: 61) }
  /// A past form that is no participle: `came`.
  @inlinable public static var preterite: WordClass { WordClass(bit: 62) }

  /// Everything that is no word.
  public static let marks: WordClass = [
    .comma, .colon, .dash, .opening, .closing, .semicolon, .mark, .openingBracket, .closingBracket, .stop,
  ]
  /// Classes that no word has as part of a name: `Per`, `Will`, `May`.
  public static let notInNames: WordClass = [
    .base, .present, .noun, .adjective, .verb, .gerund, .preposition, .auxiliary, .modal, .future, .past, .adverb,
    .coordinator, .subordinator, .relative, .pronoun, .object, .to, .that, .negation, .person, .body, .thing, .quantity,
  ]

  /// Words that no noun phrase goes over.
  public static let borders: WordClass = [
    .comma, .colon, .dash, .opening, .closing, .semicolon, .relative, .subordinator, .auxiliary, .object, .adverb,
    .that, .to, .negation, .openingBracket, .stop, .time,
  ]

  /// The class that the lexicon calls `name`.
  public init?(name: String) {
    guard let found = Self.named[name] else { return nil }
    self = found
  }

  /// The classes that rules may give.
  public static let names = named.keys.sorted()

  /// The class that patterns over tokens call `name`: always one alone, so that `be` is no other auxiliary.
  public init?(tested name: String) {
    guard let found = Self.tested[name] else { return nil }
    self = found
  }

  private static let tested: [String: WordClass] = [
    "adjective": .adjective, "adverb": .adverb, "auxiliary": .auxiliary, "be": .be, "body": .body, "by": .by,
    "capital": .capital, "closing": .closing, "colon": .colon, "comma": .comma, "coordinator": .coordinator,
    "dash": .dash, "determiner": .determiner, "gerund": .gerund, "mark": .marks, "modal": .modal, "name": .name,
    "number": .number, "object": .object, "opening": .opening, "person": .person, "preposition": .preposition,
    "pronoun": .pronoun, "quantity": .quantity, "relative": .relative, "said": .cue, "semicolon": .semicolon,
    "stop": .stop,
    "subordinator": .subordinator, "that": .that, "time": .time, "to": .to, "venue": .venue, "verb": .verb,
    "what": .what,
  ]

  private static let named: [String: WordClass] = [
    "determiner": .determiner, "preposition": .preposition, "coordinator": .coordinator,
    "relative": [.relative, .question], "who": [.relative, .question, .person],
    "subordinator": .subordinator, "auxiliary": .auxiliary, "pronoun": .pronoun, "object": .object,
    "adverb": .adverb, "verb": .verb, "that": .that, "to": .to, "negation": .negation, "possessive": .possessive,
    "gerund": .gerund, "by": [.by, .preposition], "venue": .venue, "thing": .thing, "time": .time,
    "we": [.pronoun, .first], "our": [.definite, .determiner, .first, .owner],
    "preposition-or-subordinator": [.preposition, .subordinator],
    "what": [.what, .determiner, .question], "supposing": [.supposing, .subordinator, .question],
    "dummy": [.pronoun, .dummy],
    "owner": [.definite, .determiner, .owner],
    "definite": [.definite, .determiner], "quantity": [.quantity, .determiner], "male": .male, "female": .female,
    "whose": [.relative, .determiner], "he": [.pronoun, .male],
    "she": [.pronoun, .female], "him": [.object, .male], "herself": [.object, .female],
    "his": [.definite, .determiner, .owner, .male], "her": [.definite, .determiner, .owner, .female],
    "it": [.pronoun, .it], "they": [.pronoun, .they], "question": .question,
    "be": [.be, .auxiliary], "was": [.be, .auxiliary, .past], "have": [.have, .auxiliary],
    "had": [.have, .auxiliary, .past], "having": [.have, .auxiliary, .gerund], "being": [.be, .auxiliary, .gerund],
    "do": .auxiliary, "did": [.auxiliary, .past],
    "may": [.modal, .auxiliary], "will": [.modal, .future, .auxiliary], "not-be": [.be, .auxiliary, .negated],
    "not-was": [.be, .auxiliary, .past, .negated], "not-have": [.have, .auxiliary, .negated],
    "not-had": [.have, .auxiliary, .past, .negated], "not-do": [.auxiliary, .negated],
    "not-did": [.auxiliary, .past, .negated], "not-may": [.modal, .auxiliary, .negated],
    "not-will": [.modal, .future, .auxiliary, .negated],
    "base": .base, "present": .present, "base-or-noun": [.base, .noun], "present-or-noun": [.present, .noun, .plural],
    "past": .verb, "participle": .verb, "preterite": [.verb, .preterite], "noun": .noun, "nouns": [.noun, .plural],
    "adjective": .adjective,
    "person": .person, "persons": [.person, .plural], "body": .body,
    "bodies": [.body, .plural], "things": [.thing, .plural], "event": [.thing, .event],
    "events": [.thing, .event, .plural], "outsider": [.person, .outsider],
    "outsiders": [.person, .plural, .outsider], "voice": [.person, .voice],
    "voices": [.person, .plural, .voice],
  ]
}
