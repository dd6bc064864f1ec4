import PostilModuleKit

/// What changes the weight of a word of tone, as the table `factors` of the rules has it; where no rules give it, nothing does.
struct Factors {
  /// The name of the table.
  static let table = "factors"

  let scope: ScopeFactors
  let target: TargetFactors
  let band: BandFactors
  /// Scores nearer to zero are neutral.
  let neutralBand: Double
  /// In a text of so many words each counts with its own weight.
  let textLength: Double

  /// - Throws: An error that names the table, and the row that is missing, no number, or known to nobody.
  init(_ table: ModuleTable) throws {
    var reader = TableReader(table)
    scope = try ScopeFactors(&reader)
    target = try TargetFactors(&reader)
    band = try BandFactors(&reader)
    neutralBand = try reader.threshold("neutral band")
    textLength = try reader.factor("text length")
    try reader.finish()
  }
}

extension TableReader {
  /// By what a row multiplies; without a table by 1.
  fileprivate mutating func factor(_ key: String) throws -> Double { try number(of: key, orNone: 1) }

  /// What a row adds; without a table nothing.
  fileprivate mutating func addition(_ key: String) throws -> Double { try number(of: key, orNone: 0) }

  /// How many tokens a row means; without a table none.
  fileprivate mutating func tokens(_ key: String) throws -> Int { Int(try number(of: key, orNone: 0)) }

  /// From what on a row counts; without a table from the least that is not zero.
  fileprivate mutating func threshold(_ key: String) throws -> Double {
    try number(of: key, orNone: .leastNonzeroMagnitude)
  }

  /// The values of all rows whose key begins with `prefix` and a space, by the rest of the key.
  fileprivate mutating func all(_ prefix: String) throws -> [String: Double] {
    var values: [String: Double] = [:]
    for key in keys(below: prefix) { values[String(key.dropFirst(prefix.count + 1))] = try addition(key) }
    return values
  }
}

/// How the words around a word of tone change it.
struct ScopeFactors {
  let negationOfGood: Double
  let negationOfBad: Double
  let removalOfGood: Double
  let removalOfBad: Double
  let intensifier: Double
  let diminisher: Double
  let reducerOfNoun: Double
  let reducerOfQuality: Double
  let conditional: Double
  let topic: Double
  let contrast: Double
  let question: Double
  let irony: Double
  let scareQuotes: Double
  let doubtedSubject: Double
  let strongAct: Double
  let actBeforeClause: Double
  let objectOfAct: Double
  let report: Double
  /// In tokens, as are the other reaches.
  let negationReach: Int
  let degreeReach: Int
  let contextReach: Int

  init(_ reader: inout TableReader) throws {
    negationOfGood = try reader.factor("negation of good")
    negationOfBad = try reader.factor("negation of bad")
    removalOfGood = try reader.factor("removal of good")
    removalOfBad = try reader.factor("removal of bad")
    intensifier = try reader.factor("intensifier")
    diminisher = try reader.factor("diminisher")
    reducerOfNoun = try reader.factor("reducer of noun")
    reducerOfQuality = try reader.factor("reducer of quality")
    conditional = try reader.factor("conditional")
    topic = try reader.factor("topic")
    contrast = try reader.factor("contrast")
    question = try reader.factor("question")
    irony = try reader.factor("irony")
    scareQuotes = try reader.factor("scare quotes")
    doubtedSubject = try reader.factor("doubted subject")
    strongAct = try reader.threshold("strong act")
    actBeforeClause = try reader.factor("act before clause")
    objectOfAct = try reader.factor("object of act")
    report = try reader.factor("report")
    negationReach = try reader.tokens("negation reach")
    degreeReach = try reader.tokens("degree reach")
    contextReach = try reader.tokens("context reach")
  }

  /// How far before a word any that changes it may stand, in tokens.
  var reach: Int { max(negationReach, degreeReach, contextReach) }
}

/// What a word, or an act, means for somebody in its sentence.
struct TargetFactors {
  /// By ``Place``.
  let places: [Place: Double]
  let near: Int
  let middle: Int
  let speaks: Double
  let speechReach: Int
  let patientOfStance: Double
  let patient: Double
  /// The classes of acts that are a stance towards the one who bears them.
  let stances: Set<String>
  /// What doing an act says of the one who does it, by class.
  let does: [String: Double]

  init(_ reader: inout TableReader) throws {
    places = Dictionary(uniqueKeysWithValues: try Place.allCases.map { ($0, try reader.factor($0.rawValue)) })
    near = try reader.tokens("near")
    middle = try reader.tokens("middle")
    speaks = try reader.factor("target speaks")
    speechReach = try reader.tokens("speech reach")
    patientOfStance = try reader.factor("patient of stance")
    patient = try reader.factor("patient")
    stances = Set(try reader.all("stance").filter { $0.value != 0 }.keys)
    does = try reader.all("does")
  }
}

/// How far from zero the sum of a sentence's words must lie before it means something for a target.
struct BandFactors {
  let base: Double
  let range: ClosedRange<Double>
  let perCapital: Double
  let perWord: Double
  let perTone: Double
  let perPatient: Double
  let lateness: Double
  let pronoun: Double
  let speech: Double
  /// What the target's own acts add, by class.
  let does: [String: Double]

  init(_ reader: inout TableReader) throws {
    base = try reader.threshold("band")
    let least = try reader.threshold("band least")
    range = least...max(least, try reader.threshold("band most"))
    perCapital = try reader.addition("band per capital")
    perWord = try reader.addition("band per word")
    perTone = try reader.addition("band per tone")
    perPatient = try reader.addition("band per patient")
    lateness = try reader.addition("band lateness")
    pronoun = try reader.addition("band pronoun")
    speech = try reader.addition("band speech")
    does = try reader.all("band does")
  }
}
