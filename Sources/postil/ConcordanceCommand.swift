import ArgumentParser
import PostilComparison
import PostilFiles
import PostilMatching
import PostilRecords
import PostilReports

/// `postil concordance`.
struct ConcordanceCommand: ParsableCommand {
  /// How a concordance is shown.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, csv, json
  }

  static let configuration = CommandConfiguration(
    commandName: "concordance",
    abstract:
      "Show a name, an annotation type or a pattern in context: left, keyword, right, with outlet, date, document.",
    discussion:
      "Each input is a report, a folder of reports, or a summary with texts; NAME=PATH names its set. Items are found as 'compare' "
      + "names them, whatever their case and accents.")

  @Option(help: ArgumentHelp("The item whose places are shown: a name, a month, a rule, …", valueName: "item"))
  var item: String?

  @Option(
    help: ArgumentHelp(
      "With --item, its kind (default: the first of these that has it).", valueName: "kind"))
  var by: Facet?

  @Option(
    help: ArgumentHelp("The PCRE2 pattern whose matches are shown; '(?i)' in front ignores case.", valueName: "pattern")
  )
  var pattern: String?

  @Option(help: ArgumentHelp("The annotation type whose places are shown.", valueName: "type"))
  var type: String?

  @Option(help: "The order of the lines: left or right by the words beside the keyword, document, or date.")
  var sort = Concordance.Order.document

  @Option(help: "The most characters of context on either side.")
  var context = 60

  @Option(help: "The most lines (default: 100 in table, all in csv and json).")
  var limit: Int?

  @Option(help: "Places of items in boilerplate: leave-out or keep.")
  var boilerplate = ComparisonOptions.Treatment.leaveOut

  @OptionGroup var identities: IdentityOptions

  @Option(help: "How to show it: table, csv or json.")
  var format = Format.table

  @Option(
    help: ArgumentHelp(
      "The columns that lines of table take (default: COLUMNS, else the terminal's; no limit in files and pipes).",
      valueName: "columns"))
  var width: Int?

  @Option(help: ArgumentHelp("The file to write to instead of standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Refuse damaged records instead of counting them as documents that failed.")
  var strict = false

  @Argument(help: "Reports, folders of reports, or summaries.")
  var inputs: [String]

  func validate() throws {
    let given = [item, pattern, type].compactMap(\.self)
    guard given.count == 1 else { throw ValidationError("give one of --item, --pattern and --type") }
    if given[0].isEmpty { throw ValidationError("there is nothing to look for in ''") }
    if by != nil, item == nil { throw ValidationError("--by goes with --item") }
    if !(1...10_000).contains(context) { throw ValidationError("--context takes a number from 1 to 10000") }
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1") }
    try StandardOutput.check(width: width)
  }

  func run() throws {
    let concordance: Concordance
    do {
      let inputs = try inputs.map { try ComparisonInput(argument: $0) }
      try OutputGuard.check(inputs.flatMap(\.sources).map(\.file.path), output: output)
      concordance = try Concordance(
        of: try subject(), in: inputs, order: sort, context: context, boilerplate: boilerplate,
        identities: try identities.joined(), isStrict: strict)
    } catch let error as ReportError {
      throw Failure(error.description)
    }
    for warning in concordance.warnings { StandardError.write("postil: warning: \(TerminalText.visible(warning))\n") }
    try write(concordance)
  }

  private func write(_ concordance: Concordance) throws {
    let bytes: [UInt8]
    switch format {
    case .table:
      let width = StandardOutput.width(asked: width, of: output)
      let text = concordance.table(most: limit ?? 100, width: width)
      guard let output else { return try StandardOutput.write(text) }
      return try WholeFile.write(Array(text.utf8), to: output)
    case .csv: bytes = Array(concordance.csv(most: limit ?? .max).utf8)
    case .json: bytes = concordance.json(most: limit ?? .max)
    }
    guard let output else { return try StandardOutput.write(data: bytes) }
    try WholeFile.write(bytes, to: output)
  }

  private func subject() throws -> Concordance.Subject {
    if let pattern {
      do {
        return .pattern(try Pattern(pattern))
      } catch {
        throw Failure("the pattern does not compile: \(error)\(Self.place(of: error))")
      }
    }
    return type.map { .item($0, facets: [.type]) } ?? .item(item ?? "", facets: by.map { [$0] } ?? Facet.allCases)
  }

  /// The pattern with a caret below the place that PCRE2 stopped at.
  private static func place(of error: PatternError) -> String {
    guard case .compile(let offset) = error.kind else { return "" }
    let before = String(decoding: error.pattern.utf8.prefix(offset), as: UTF8.self)
    return "\n  \(error.pattern)\n  \(String(repeating: " ", count: TextColumns.width(of: before)))^"
  }
}

extension Facet: ExpressibleByArgument {}
extension Concordance.Order: ExpressibleByArgument {}
