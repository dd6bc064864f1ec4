import PostilPipeline

/// The files of a new project: a chain, rules with an example, texts to try them on, and what CI runs.
public enum ProjectTemplate {
  /// A file by its path below the project's folder.
  public struct File: Sendable {
    /// The path.
    public let path: String
    /// Its whole text.
    public let text: String
  }

  /// The files, in the order in which one reads them.
  public static let files = [
    File(path: "postil.yaml", text: chain),
    File(path: "rules/works.yaml", text: RuleTemplate.text(named: "works")),
    File(path: "seeds/bridges.txt", text: article),
    File(path: "seeds/survey.txt", text: survey),
    File(path: "Makefile", text: makefile),
    File(path: ".gitignore", text: "/out/\n"),
  ]

  /// The steps that come with the program, and one for the project's own rules.
  private static let chain =
    "# What runs in this folder and below it: what the program brings, then the rules of this project.\n"
    + ChainFile.builtInSource.split(separator: "\n", omittingEmptySubsequences: false).drop { $0.hasPrefix("#") }
    .joined(separator: "\n") + "  - rules: [rules]\n"

  private static let article = """
    Two bridges for Velmora

    VELMORA, March 14, 2025 — Mayor Mira Kostrel said on Friday that the town will open two bridges in May.

    “This is a great day for Velmora,” she told reporters.

    The Korr Chamber of Commerce criticized the plan as reckless. Its director, Adil Marlow, said the boats would lose their harbour. Police will watch
    the opening with drones.

    """

  private static let survey = """
    Most of Velmora wants its bridges

    VELMORA, March 21, 2025 — A poll of 1,004 adults by Sennhold Research, conducted March 17-19, found that 58 percent support the bridges
    and 31 percent oppose them. The margin of error is 3.1 percentage points.

    """

  private static let makefile = """
    # What CI runs: rules without faults, examples that hold, and a run over the seeds. 'postil help rulerepositories' tells more.
    .PHONY: check
    check:
    \tpostil rules check rules
    \tpostil rules test rules
    \tpostil annotate seeds --strict --format jsonl --format html --output out

    """
}
