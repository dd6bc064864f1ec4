import ArgumentParser
import Foundation
import PostilComparison
import PostilFiles
import PostilRecords
import PostilReports

/// `postil compare`.
struct Compare: ParsableCommand {
  /// How a comparison is shown.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, html, csv, json
  }

  static let configuration = CommandConfiguration(
    abstract: "Compare sets of documents: names, pairs, speakers and their tone, dates, polls, rules.",
    discussion:
      "Each input is a report, a folder of reports, or a summary; NAME=PATH names its set. Formulas, sources and limits: "
      + "Documentation/Statistics.md.")

  @Option(
    name: .customLong("by"), parsing: .singleValue,
    help: ArgumentHelp(
      "What to compare; may be repeated or a list with commas (default: all): "
        + Facet.allCases.map(\.rawValue).joined(separator: ", "), valueName: "kind"))
  var facets: [String] = []

  @Option(
    help: ArgumentHelp(
      "Divide the documents by metadata: a field, set, date, week, month or year, or several, as in outlet×month (or outlet,month).",
      valueName: "field"))
  var groupBy: String?

  @Option(help: "The fewest documents an item stands in (default: 3, or 1 where a set has fewer than 8 documents).")
  var minDocuments: Int?

  @Option(help: "Documents that repeat others almost word for word: mark, once or ignore.")
  var nearDuplicates = ComparisonOptions.Duplicates.mark

  @Option(help: "Names and statements in boilerplate: leave-out or keep.")
  var boilerplate = ComparisonOptions.Treatment.leaveOut

  @Option(help: "With --group-by outlet and the like, items that are the outlet's own name: leave-out or keep.")
  var ownNames = ComparisonOptions.Treatment.leaveOut

  @OptionGroup var identities: IdentityOptions

  @Option(help: "The seed of permutations and resamplings.")
  var seed: UInt64 = 20_230_921

  @Option(help: "How to show it: table, html, csv or json.")
  var format = Format.table

  @Option(help: ArgumentHelp("The file to write to instead of standard output.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The columns that lines of table take (default: COLUMNS, else the terminal's; no limit in files and pipes).",
      valueName: "columns"))
  var width: Int?

  @Option(help: "The most rows of each kind of item in table (default: 25) and html (default: 200).")
  var rows: Int?

  @Option(help: "The most places of an item in one set that html and --show give, and documents that --explain gives.")
  var occurrences = 12

  @Option(help: ArgumentHelp("Show the places of this item in context instead of the tables.", valueName: "item"))
  var show: String?

  @Option(
    help: ArgumentHelp(
      "Show how this item's figures come about, and the documents behind them, instead of the tables.",
      valueName: "item"))
  var explain: String?

  @Option(
    help: ArgumentHelp(
      "With --group-by month and the like, show this item over time, its changes marked, instead of the tables.",
      valueName: "item"))
  var series: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Leave this item out of what is shown, with its pairs; may be repeated.", valueName: "item"))
  var hide: [String] = []

  @Option(help: ArgumentHelp("Hide the items of this file, one a line; # begins a comment.", valueName: "file"))
  var stopList: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Show this item and its pairs alone; may be repeated.", valueName: "item"))
  var only: [String] = []

  @Flag(help: "Refuse damaged records instead of counting them as documents that failed.")
  var strict = false

  @Argument(help: "Reports, folders of reports, or summaries.")
  var inputs: [String]

  func validate() throws {
    if let wrong = kinds.first(where: { Facet(rawValue: $0) == nil }) {
      throw ValidationError(
        "--by knows no '\(wrong)'; known: \(Facet.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    if let minDocuments, minDocuments < 1 { throw ValidationError("--min-documents takes a number from 1") }
    try StandardOutput.check(width: width)
    if let rows, rows < 1 { throw ValidationError("--rows takes a number from 1") }
    if let (name, _) = asked.first, format != .table {
      throw ValidationError("--\(name) writes text, not \(format.rawValue)")
    }
    if asked.count > 1 { throw ValidationError("give one of \(asked.map { "--\($0.name)" }.joined(separator: ", "))") }
    if occurrences < 1 { throw ValidationError("--occurrences takes a number from 1") }
  }

  private var kinds: [String] { facets.flatMap { $0.split(separator: ",").map(String.init) } }

  func run() throws {
    let comparison: Comparison
    do {
      let inputs = try inputs.map { try ComparisonInput(argument: $0) }
      try OutputGuard.check(inputs.flatMap(\.sources).map(\.file.path), output: output)
      comparison = try Comparer.comparison(of: inputs, options: try options())
    } catch let error as ReportError {
      throw Failure(error.description)
    }
    for warning in comparison.warnings { StandardError.write("postil: warning: \(TerminalText.visible(warning))\n") }
    let bytes: [UInt8]
    switch format {
    case .table: bytes = Array(try text(comparison).utf8)
    case .html:
      guard comparison.groups.count <= Comparison.mostSetsOfPage else {
        throw Failure(
          "a page shows at most \(Comparison.mostSetsOfPage) sets, and these are \(comparison.groups.count): group by a longer time, or take "
            + "--series, --format csv or json")
      }
      bytes = Array(comparison.html(most: rows ?? 200, occurrences: occurrences).utf8)
    case .csv: bytes = Array(comparison.csv.utf8)
    case .json: bytes = comparison.json
    }
    guard let output else {
      return try format == .table
        ? StandardOutput.write(String(decoding: bytes, as: UTF8.self)) : StandardOutput.write(data: bytes)
    }
    try WholeFile.write(bytes, to: output)
  }

  /// The options that ask for one item.
  private var asked: [(name: String, item: String)] {
    [("show", show), ("explain", explain), ("series", series)].compactMap { name, item in item.map { (name, $0) } }
  }

  private func text(_ comparison: Comparison) throws -> String {
    let width = StandardOutput.width(asked: width, of: output)
    guard let (name, item) = asked.first else { return comparison.table(most: rows ?? 25, width: width) }
    let text: String?
    switch name {
    case "show": text = comparison.places(of: item, most: occurrences, width: width)
    case "explain": text = comparison.explanation(of: item, most: occurrences, width: width)
    default:
      guard !comparison.series.isEmpty else {
        throw Failure("--series shows periods: add --group-by month, or week, year, date, outlet×month")
      }
      text = comparison.series(of: item, width: width)
    }
    guard let text else {
      let help = comparison.help(for: item) ?? "--min-documents 1 shows rare ones too"
      throw Failure("no item is called '\(item)'; \(help)")
    }
    return text
  }

  /// The lines of a stop list without blanks and comments.
  private static func items(of path: String) throws -> [String] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw Failure("cannot read the stop list '\(path)' as UTF-8 text")
    }
    return text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }
  }

  private func options() throws -> ComparisonOptions {
    ComparisonOptions(
      facets: kinds.isEmpty ? Facet.allCases : kinds.compactMap(Facet.init), groupBy: groupBy,
      minDocuments: minDocuments, duplicates: nearDuplicates, boilerplate: boilerplate, ownNames: ownNames,
      filter: ItemFilter(hidden: hide + (try stopList.map(Self.items) ?? []), only: only),
      identities: try identities.joined(), seed: seed, isStrict: strict)
  }
}

extension ComparisonOptions.Duplicates: ExpressibleByArgument {}
extension ComparisonOptions.Treatment: ExpressibleByArgument {}
