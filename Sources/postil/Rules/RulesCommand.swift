import ArgumentParser

/// `postil rules`.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write, check, test, explain and compare rules.",
    subcommands: [
      RulesNew.self, RulesCheck.self, RulesTest.self, RulesExplain.self, RulesProfile.self, RulesCoverage.self,
      RulesDiff.self, RulesWatch.self, RulesFormat.self, RulesSchema.self,
    ])
}
