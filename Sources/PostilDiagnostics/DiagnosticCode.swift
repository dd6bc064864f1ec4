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
    case unclosedReference = "R046"
    case ownSetting = "R047"
    case unused = "R050"
    case patternWithoutLiteral = "R051"
    case missingExamples = "R052"
    case repeatedTerm = "R053"
    case deadAlternative = "R054"
    case repeatedWork = "R055"
    case slowPattern = "R056"
    case commentInPattern = "R057"
    case untriedExample = "R058"
    case doubtfulTemplate = "R059"
    case foreignPattern = "R060"
    case lineEndInPattern = "R061"
    case swallowedText = "R062"
    case emptyTerm = "R063"
    case oddLineEnd = "R064"
    case versionDependent = "R065"
    case laterPhase = "R066"
    case commonPattern = "R067"
    case misplacedFrame = "R068"
    case refusedFrame = "R069"
    case missingHeader = "R070"
    case tooFewCells = "R071"
    case repeatedInTable = "R072"
    case unknownTable = "R073"
    case refusedTable = "R074"
    case tooManySteps = "R075"
    case unknownWord = "R076"
    case differentKinds = "R077"
    case emptyChain = "C001"
    case otherChainVersion = "C002"
    case missingModule = "C003"
    case unmetRequirement = "C004"
    case repeatedModule = "C005"
    case unknownSetting = "C006"
    case settingNotAllowed = "C007"
    case programNotStarted = "C008"
    case programNotAllowed = "C009"
    case moduleNotRun = "P001"
    case backtrackingLimit = "L001"
    case matchLimit = "L002"
    case stateLimit = "L003"
    case stepLimit = "L004"
    case memoryLimit = "L005"
    case matchingFailed = "L006"
    case featureTooLong = "L007"
    case moduleRemark = "M001"
    case unreadableDate = "I001"
    case hardlyAnyText = "I002"
    case unreadableCharacters = "I003"
    case foreignLanguage = "I004"
    case wrongLanguage = "I005"
    case cutCharacter = "I006"
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
      .slowPattern, .commentInPattern, .untriedExample, .doubtfulTemplate, .foreignPattern, .lineEndInPattern,
      .swallowedText, .emptyTerm, .oddLineEnd, .versionDependent, .laterPhase, .commonPattern:
      .doubt
    case .emptyChain, .otherChainVersion, .missingModule, .unmetRequirement, .repeatedModule, .unknownSetting,
      .settingNotAllowed, .programNotStarted, .programNotAllowed:
      .chain
    case .moduleNotRun: .placing
    case .backtrackingLimit, .matchLimit, .stateLimit, .stepLimit, .memoryLimit, .matchingFailed, .featureTooLong,
      .moduleRemark, .unreadableDate, .hardlyAnyText, .unreadableCharacters, .foreignLanguage, .wrongLanguage,
      .cutCharacter:
      .record
    default: .ruleFile
    }
  }

  /// Whether it is told of a document by what read it, before any step of a chain ran.
  public var isOfReading: Bool {
    [.unreadableDate, .hardlyAnyText, .unreadableCharacters, .cutCharacter].contains(self)
  }

  /// How bad it is.
  public var severity: Diagnostic.Severity {
    switch (self, stage) {
    case (.emptyFile, _), (.folderWithoutRules, _), (_, .doubt), (_, .record): .warning
    default: .error
    }
  }
}

extension Diagnostic.Code {
  /// What it means, as the table of `Documentation/Diagnostics.md` says it.
  public var meaning: String {
    switch self {
    case .unreadableFile: "the file or folder is missing, a folder in place of a file, unreadable or not UTF-8"
    case .fileTooLarge: "the file is too large"
    case .invalidYAML: "not valid YAML; in double quotes backslashes are escapes, so write patterns in single quotes"
    case .repeatedKey: "a key given twice, or a second document"
    case .tooManyValues: "too many values after aliases are expanded, or nested too deeply"
    case .wrongShape: "a value of the wrong shape: text, list or mapping"
    case .repeatedRuleset: "a second ruleset of one name"
    case .unknownField: "unknown field"
    case .missingField: "a field is missing"
    case .valueNotAllowed: "a value that is none of those allowed"
    case .controlCharacter:
      #"a control character or another line end in a pattern: `\b`, `\e`, `\N` or `\P` in double quotes"#
    case .invalidPattern: "the pattern does not compile"
    case .circularDefinition: "a definition uses itself"
    case .lexiconTooLarge: "a lexicon too large for a pattern: use `terms`"
    case .unknownName: "unknown definition or lexicon"
    case .emptyFile: "nothing in the file"
    case .otherFormatVersion: "another format version"
    case .unknownModule: "unknown module"
    case .unreadableImport: "a file of imports, a lexicon or a table that cannot be read"
    case .wrongKind: "a feature's text is none of its kind"
    case .unknownCapture: "the rule has no such capture"
    case .captureWithoutLexicon: "a capture without a lexicon"
    case .unknownColumn: "a lexicon without the column"
    case .unknownFunction: "unknown template function"
    case .wrongArguments: "the wrong number or kind of arguments of a template function"
    case .missingKind: "a feature declared without a kind"
    case .outsideFolder: "a file outside the ruleset's folder"
    case .repeatedRule: "a name given twice: of a rule, an item of evidence, an element of a sequence"
    case .unknownType: "unknown type"
    case .missingTermColumn: "a lexicon without the column `term`"
    case .tooManyCells: "a row of a lexicon or table with too many cells"
    case .missingTerm: "a row of a lexicon without a term, or of a table without a key"
    case .notOneOfSeveral: "none, or more than one, of the matchers, or of what a condition asks for"
    case .unknownFeature: "a feature that the type does not have"
    case .notAChoice: "a feature's value that is none of its choices"
    case .patternTooLong: "a pattern that is too long when definitions are filled in"
    case .misplacedWhere: "`where` beside a pattern"
    case .laterType: "a condition on a type that the rule's own step or a later one assigns"
    case .misplacedGap: "a gap at an end of a sequence or with a field beside it, or a sequence that could be empty"
    case .unpairedMarks: "marks of an example that do not pair"
    case .sayingNothing: "an example that says nothing"
    case .noSuchDate: "an example's date that no calendar has"
    case .differentPolicies: "rules of one type with different conflict policies"
    case .endOfSpan:
      "a feature called like an end of a span beside it, such as `sourceStart` beside `source`: a report would have the name twice"
    case .folderWithoutRules: "a folder without rule files"
    case .unclosedReference: "`${` without `}` in a pattern or a template"
    case .ownSetting:
      "a pattern that sets what ends a line or what characters are, as `(*CRLF)` does: that is one for all patterns"
    case .unused: "a definition or lexicon that nothing uses"
    case .patternWithoutLiteral:
      "a pattern without a literal or a rare first character: it is tried at every place of every document"
    case .missingExamples: "a rule without examples, or without a counterexample"
    case .repeatedTerm: "a term twice in a lexicon"
    case .deadAlternative: "the same pattern twice, or an alternative that an earlier one always forestalls"
    case .repeatedWork: "a rule that finds the same as an earlier one: the same patterns or lexicons for the same type"
    case .slowPattern: "nested repetitions that hit the backtracking limit"
    case .commentInPattern: "` #` that cuts a plain pattern"
    case .untriedExample:
      "an example that does not say the metadata that `document` asks for: its rule is never tried on it"
    case .doubtfulTemplate: "`$name`, `{name}` or `${name}}` in a template, which is text"
    case .foreignPattern:
      "a pattern as other tools or word processors write it: `/…/i`, curly quotation marks, a space that is none"
    case .lineEndInPattern: "a block of lines whose last line end belongs to the pattern"
    case .swallowedText: "a tag or an anchor that nothing uses: YAML takes `!word` and `&word` out of the text"
    case .emptyTerm: "an empty term, as `- #word` makes one"
    case .oddLineEnd: "U+0085, U+2028 or U+2029 in a text, which YAML takes for a line end"
    case .versionDependent:
      "`{,3}` in a pattern: three at most to newer versions of PCRE2, the characters themselves to older ones"
    case .laterPhase: "a rule that asks for a type of its own file that no earlier phase makes"
    case .commonPattern:
      "a pattern whose words or first characters are common: it is tried at more than one in 100 places"
    case .misplacedFrame: "a frame without a module that takes frames, or beside a field that frames do not have"
    case .refusedFrame: "a frame that its module cannot read"
    case .missingHeader: "a table without a header row, or a column of it without a name"
    case .tooFewCells: "a row of a table with too few cells"
    case .repeatedInTable: "a column or the key of a row twice in a table"
    case .unknownTable: "a table that the ruleset's module does not take"
    case .refusedTable: "a table that its module cannot use"
    case .tooManySteps: "groups of a sequence that come to too many steps, each repetition counted"
    case .unknownWord: "a word of `lemma` that has no forms, or of a class that there is not"
    case .differentKinds: "two files give one feature of a type different kinds"
    case .emptyChain: "an empty chain"
    case .otherChainVersion: "another format version of a chain"
    case .missingModule: "a module that is not there"
    case .unmetRequirement: "a module whose `requires` no earlier step assigns"
    case .repeatedModule: "a module in two steps"
    case .unknownSetting: "unknown setting"
    case .settingNotAllowed: "a value that a setting does not take"
    case .programNotStarted: "a program that is a module does not start, or is no module"
    case .programNotAllowed: "a program that is a module, in a chain file that was found and not named with --chain"
    case .moduleNotRun: "a ruleset of `--rules` for a module that the chain does not run"
    case .backtrackingLimit: "a rule hit its backtracking limit and made no candidates in this document"
    case .matchLimit: "a rule had more matches than its limit; the first were kept"
    case .stateLimit: "a sequence took something in more than 10,000 states; what was found so far stands"
    case .stepLimit:
      "a rule took more steps of matching than its limit and made no candidates in this document: repetitions beside one another, or ones that run far"
    case .memoryLimit:
      "a rule needed more memory for going back than PCRE2 may have, and made no candidates in this document"
    case .matchingFailed: "PCRE2 could not match a rule's pattern, which made no candidates in this document"
    case .featureTooLong: "the text of a feature grew too long and was left out"
    case .moduleRemark: "a module's own remark"
    case .unreadableDate: "a date of the input that cannot be read: the document is without it"
    case .hardlyAnyText: "a web page with a title and hardly any text"
    case .unreadableCharacters: "characters of a web page that its encoding does not have: each became U+FFFD"
    case .foreignLanguage:
      "a document in another language than the chain's: by its text, else by its metadata; `foreign-language` leaves it alone"
    case .cutCharacter: "half of a character in a JSON record (a surrogate without its other): each became U+FFFD"
    case .wrongLanguage: "metadata that say another language than the text, which is in the chain's"
    }
  }
}
