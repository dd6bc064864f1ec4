extension ChainFile {
  /// The chain that runs when no file is given or found; `postil chain show` prints it.
  public static let builtInSource = """
    # The built-in chain. Saved as postil.yaml it can be changed; rules are looked for beside it, then among the shipped ones.
    postil: 1
    language: en
    steps:
      - module: date-normalization
        rules: [en/date-normalization]
      - module: entity-extraction
        rules: [en/entity-extraction]
      - module: statement-sentiment
        rules: [en/statement-sentiment]
      - module: poll-detection
        rules: [en/poll-detection]

    """
}
