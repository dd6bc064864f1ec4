import ArgumentParser
import PostilAuthoring

/// `postil rules schema`.
struct RulesSchema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of rule files, for editors with a YAML language server.",
    discussion: "Save it, and write '# yaml-language-server: $schema=postil.schema.json' atop a rule file.")

  func run() throws { try StandardOutput.write(RuleSchema.json) }
}
