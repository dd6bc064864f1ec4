extension Diagnostic {
  /// What can be told: a code has one meaning for good and is never reused for another.
  public enum Code: String, CaseIterable, Sendable {
    case unreadableFile = "R000"
    case fileTooLarge = "R001"
    case invalidYAML = "R002"
    case repeatedKey = "R003"
    case tooManyValues = "R004"
    case wrongShape = "R005"
    case repeatedRuleset = "R006"
    case unknownField = "R007"
    case missingField = "R009"
    case valueNotAllowed = "R010"
    case controlCharacter = "R011"
    case invalidPattern = "R012"
    case circularDefinition = "R013"
    case lexiconTooLarge = "R014"
    case unknownName = "R015"
    case emptyFile = "R016"
    case otherFormatVersion = "R017"
    case unknownModule = "R018"
    case unreadableImport = "R019"
    case wrongKind = "R020"
    case unknownCapture = "R021"
    case captureWithoutLexicon = "R022"
    case unknownColumn = "R023"
    case unknownFunction = "R024"
    case wrongArguments = "R025"
    case missingKind = "R026"
    case outsideFolder = "R027"
    case repeatedRule = "R028"
    case unknownType = "R029"
    case missingTermColumn = "R030"
    case tooManyCells = "R031"
    case missingTerm = "R032"
    case notOneOfSeveral = "R033"
    case unknownFeature = "R034"
    case notAChoice = "R035"
    case patternTooLong = "R036"
    case misplacedWhere = "R037"
    case laterType = "R038"
    case misplacedGap = "R039"
    case unpairedMarks = "R040"
    case sayingNothing = "R041"
    case noSuchDate = "R042"
    case differentPolicies = "R043"
    case endOfSpan = "R044"
    case folderWithoutRules = "R045"
    case unused = "R050"
    case patternWithoutLiteral = "R051"
    case missingExamples = "R052"
    case repeatedTerm = "R053"
    case deadAlternative = "R054"
    case repeatedWork = "R055"
    case slowPattern = "R056"
    case commentInPattern = "R057"
    case untriedExample = "R058"
    case emptyChain = "C001"
    case otherChainVersion = "C002"
    case missingModule = "C003"
    case unmetRequirement = "C004"
    case repeatedModule = "C005"
    case unknownSetting = "C006"
    case settingNotAllowed = "C007"
    case moduleNotRun = "P001"
    case backtrackingLimit = "L001"
    case matchLimit = "L002"
    case stateLimit = "L003"
    case moduleRemark = "M001"
  }
}

extension Diagnostic.Code: CustomStringConvertible {
  /// What a user can search for, such as `R012`.
  public var description: String { rawValue }
}

extension Diagnostic.Code {
  /// What a diagnostic is about; `Documentation/Diagnostics.md` has a table for each.
  public enum Stage: String, CaseIterable, Sendable {
    /// A file of rules, or one that it names.
    case ruleFile
    /// What is allowed in a rule file and yet doubtful.
    case doubt
    /// The chain file: with an error in it nothing runs.
    case chain
    /// Where the rules of a run belong in its chain.
    case placing
    /// One document of a run.
    case record
  }

  /// What it is about.
  public var stage: Stage {
    switch self {
    case .unused, .patternWithoutLiteral, .missingExamples, .repeatedTerm, .deadAlternative, .repeatedWork,
      .slowPattern, .commentInPattern, .untriedExample:
      .doubt
    case .emptyChain, .otherChainVersion, .missingModule, .unmetRequirement, .repeatedModule, .unknownSetting,
      .settingNotAllowed:
      .chain
    case .moduleNotRun: .placing
    case .backtrackingLimit, .matchLimit, .stateLimit, .moduleRemark: .record
    default: .ruleFile
    }
  }

  /// How bad it is.
  public var severity: Diagnostic.Severity {
    switch (self, stage) {
    case (.emptyFile, _), (.folderWithoutRules, _), (_, .doubt), (_, .record): .warning
    default: .error
    }
  }
}
