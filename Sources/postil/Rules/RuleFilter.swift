import ArgumentParser

/// The rules that a command tells of.
struct RuleFilter: ParsableArguments {
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Tell only of rules, lexicons and decisions whose names begin so, such as my.; may be repeated.",
      valueName: "ruleset"))
  var only: [String] = []

  /// Whether the rule or lexicon called `name`, its ruleset in front, is to be told of.
  func isWanted(_ name: String) -> Bool { only.isEmpty || only.contains { name.hasPrefix($0) } }
}
