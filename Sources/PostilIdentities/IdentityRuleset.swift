/// A file of identities as a ruleset of the module that links names.
public enum IdentityRuleset {
  /// The names of the two files that ``files(for:)`` makes.
  public static let names = (rules: "identities.yaml", table: "identities.tsv")

  /// The ruleset and its lexicon, to be written into one folder.
  public static func files(for table: IdentityTable) -> (rules: String, table: String) {
    let rules = """
      postil: 1
      ruleset: given.identities
      module: entity-extraction
      lexicons:
        identity: {file: \(names.table)}
      rules:
        - id: identity
          type: identity
          priority: 10
          terms: identity
          features: {kind: '${term.kind}', entity: '${term.entity}'}

      """
    return (rules, table.text)
  }
}
