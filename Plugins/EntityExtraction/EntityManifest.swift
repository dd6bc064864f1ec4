import PostilModuleKit
import PostilNames

extension EntityAnalyzer {
  /// What the module needs, takes and gives.
  static let manifest = ModuleManifest(
    name: "entity-extraction", version: "1.0.0", requires: ["timex"],
    assigns: [
      .init("person", "a person's name, without title", features: shared + roleFeature),
      .init("organization", "the name of an organization, body, armed force or medium", features: shared),
      .init("location", "the name of a place", features: shared),
      .init("misc", "any other name", features: shared),
    ],
    refines: NameKind.allCases.map {
      .init($0.rawValue, "a name that the input brings", features: shared + roleFeature)
    },
    inputs: [
      .init(
        "name", "a name, sure or supposed",
        features: [
          .init(
            "kind", .string, "what it names", choices: NameKind.allCases.map(\.rawValue)),
          .init("canonical", .string, "the entity's name, where the rule knows it"),
          .init("acronym", .string, "the entity's acronym"),
          .init("role", .string, "the office or rank that the person holds"),
          .init("formerRole", .string, "the same once it is over: former president"),
          .init("organization", .string, "the organization that the person works for"),
          .init("from", .string, "when terms of the office began, ISO 8601 dates divided by spaces"),
          .init("to", .string, "when they ended; the last one may be open"),
          .init("short", .string, "a short form that stands for the name in the rest of the document"),
          .init(
            "national", .string, "how the document's country completes the name: Iraqi X, X of Iraq",
            choices: ["demonym", "of"]),
          .init("country", .string, "the country that a place is or lies in, or that the person serves"),
          .init("demonym", .string, "the adjective of the country"),
          .init(
            "population", .string, "how many people live in the place, where that may decide whether a person is meant"),
          .init(
            "certainty", .string,
            "sure: spreads over the document and beats others; likely: stands alone; supposed: only where nothing else is",
            choices: Certainty.allCases.map(\.name)),
        ]),
      .init(
        "demonym", "an adjective or noun of nationality, not annotated",
        features: [.init("country", .string, "the country it belongs to"), .init("demonym", .string, "its plain form")]),
      .init(
        "identity", "a name that a table of identities knows",
        features: [
          .init("kind", .string, "what it names", choices: NameKind.allCases.map(\.rawValue)),
          .init("entity", .string, "the name of the identity; absent while it is open"),
        ]),
      .init("chunk", "words with capitals that may hold one name or several"),
      .init(
        "part", "what a word or phrase in a chunk is",
        features: [
          .init("part", .string, "what it is", choices: WordTraits.named.map(\.name)),
          .init("role", .string, "the office or rank, for a title"),
          .init("gender", .string, "whose it is, for a title or given name", choices: ["f", "m"]),
          .init("field", .string, "the field of an office that nobody holds beside one of another field"),
          .init("office", .string, "any: it may mean each office of a body or country", choices: ["any"]),
          .init("generation", .string, "what a title such as `the elder` adds to the name: Sr."),
        ]),
      .init(
        "context", "what stands beside a name and tells its kind",
        features: [
          .init(
            "kind", .string, "the kind of the name; thing: any but a person",
            choices: NameKind.allCases.map(\.rawValue) + ["thing"]),
          .init(
            "side", .string, "where it stands: before the name (the default) or after it",
            choices: ["before", "after"]),
          .init("certainty", .string, "how far it tells", choices: Certainty.allCases.map(\.name)),
        ]),
      .init(
        "tenure", "a word before an office that is over",
        features: [.init("word", .string, "what stands before the role of who held it")]),
      .init("definition", "a long name in capture `long`, its short form or acronym in capture `short`"),
    ],
    rejectReasons: ["inside-a-date", "no-name", "overlapped", "initials-differ"], decisions: NameDecision.declared,
    settings: [
      .init(
        "propagate", .boolean, default: true,
        meaning: "look for short forms and repetitions of sure names in the whole document"),
      .init("supposed", .boolean, default: true, meaning: "keep names of which only their form is known"),
      .init(
        "given", .string, default: "add", choices: ["add", "only"],
        meaning: "whether names are looked for beside those that the input brings, which are linked"),
      .init(
        "linking", .string, default: .string(Linking.usual.rawValue), choices: Linking.allCases.map(\.rawValue),
        meaning: "how bold spellings are taken for one name"),
    ], takesFrames: true, takesTables: [NameWeights.table, LeaderTable.table])

  private static let shared: [ModuleManifest.Feature] = [
    .init("entity", .string, "the entity's canonical name, the same for all its mentions"),
    .init("entityId", .string, "the same as a stable key: type and folded name"),
    .init(
      "linkedBy", .string, "why the words mean the entity, where they are not its name",
      choices: NameLink.allCases.map(\.rawValue)),
    .init("acronym", .string, "the entity's acronym"),
    .init("country", .string, "the country that a place is or lies in, a body belongs to or a person serves"),
  ]
  private static let roleFeature: [ModuleManifest.Feature] = [
    .init("role", .string, "the office or rank at the mention, else that of the person's first one in the document"),
    .init("organization", .string, "the body whose office the person holds, by its entity"),
  ]
}
