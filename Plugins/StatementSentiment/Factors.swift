import PostilModuleKit

/// What changes the weight of a word of tone, as the table `factors` of the rules has it.
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
    var reader = FactorReader(table)
    scope = try ScopeFactors(&reader)
    target = try TargetFactors(&reader)
    band = try BandFactors(&reader)
    neutralBand = try reader["neutral band"]
    textLength = try reader["text length"]
    try reader.finish()
  }
}

/// Reads the rows of a table of factors, and knows which were asked for.
struct FactorReader {
  /// A row that no factor is read from.
  struct UnknownRow: Error, CustomStringConvertible {
    let table: String
    let row: String
    var description: String { "\(table): row '\(row)' is no factor that the module knows" }
  }

  private let table: ModuleTable
  private var asked: Set<String> = []

  init(_ table: ModuleTable) { self.table = table }

  /// The value of a row.
  subscript(key: String) -> Double {
    mutating get throws {
      asked.insert(key)
      return try table.number(of: key, in: "value")
    }
  }

  /// The values of all rows whose key begins with `prefix` and a space, by the rest of the key.
  mutating func all(_ prefix: String) throws -> [String: Double] {
    var values: [String: Double] = [:]
    for row in table.rows where row.key.hasPrefix(prefix + " ") {
      values[String(row.key.dropFirst(prefix.count + 1))] = try self[row.key]
    }
    return values
  }

  /// - Throws: ``UnknownRow`` for the first row that was not asked for.
  func finish() throws {
    if let row = table.rows.first(where: { !asked.contains($0.key) }) {
      throw UnknownRow(table: table.name, row: row.key)
    }
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

  init(_ reader: inout FactorReader) throws {
    negationOfGood = try reader["negation of good"]
    negationOfBad = try reader["negation of bad"]
    removalOfGood = try reader["removal of good"]
    removalOfBad = try reader["removal of bad"]
    intensifier = try reader["intensifier"]
    diminisher = try reader["diminisher"]
    reducerOfNoun = try reader["reducer of noun"]
    reducerOfQuality = try reader["reducer of quality"]
    conditional = try reader["conditional"]
    topic = try reader["topic"]
    contrast = try reader["contrast"]
    question = try reader["question"]
    irony = try reader["irony"]
    scareQuotes = try reader["scare quotes"]
    doubtedSubject = try reader["doubted subject"]
    strongAct = try reader["strong act"]
    actBeforeClause = try reader["act before clause"]
    objectOfAct = try reader["object of act"]
    report = try reader["report"]
    negationReach = Int(try reader["negation reach"])
    degreeReach = Int(try reader["degree reach"])
    contextReach = Int(try reader["context reach"])
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

  init(_ reader: inout FactorReader) throws {
    places = Dictionary(uniqueKeysWithValues: try Place.allCases.map { ($0, try reader[$0.rawValue]) })
    near = Int(try reader["near"])
    middle = Int(try reader["middle"])
    speaks = try reader["target speaks"]
    speechReach = Int(try reader["speech reach"])
    patientOfStance = try reader["patient of stance"]
    patient = try reader["patient"]
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

  init(_ reader: inout FactorReader) throws {
    base = try reader["band"]
    let least = try reader["band least"]
    range = least...max(least, try reader["band most"])
    perCapital = try reader["band per capital"]
    perWord = try reader["band per word"]
    perTone = try reader["band per tone"]
    perPatient = try reader["band per patient"]
    lateness = try reader["band lateness"]
    pronoun = try reader["band pronoun"]
    speech = try reader["band speech"]
    does = try reader.all("band does")
  }
}
