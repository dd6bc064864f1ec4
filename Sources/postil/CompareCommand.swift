import ArgumentParser
import Foundation
import PostilComparison
import PostilReports

/// `postil compare`.
struct Compare: ParsableCommand {
  /// How a comparison is shown.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json
  }

  static let configuration = CommandConfiguration(
    abstract: "Compare two reports: names, statement sources with their tone, dates by month, polls.")

  @Option(help: "How to show it: table or json.")
  var format = Format.table

  @Option(help: "The most rows of a table for each kind of item.")
  var rows = 25

  @Argument(help: "The first report: a report.jsonl or the folder that holds it.")
  var left: String

  @Argument(help: "The second report.")
  var right: String

  func run() throws {
    let comparison: Comparison
    do throws(ReportError) {
      comparison = Comparison(left: try ReportReader.records(at: left), right: try ReportReader.records(at: right))
    } catch {
      throw Failure(error.description)
    }
    switch format {
    case .table: try StandardOutput.write(comparison.table(most: max(1, rows)))
    case .json: try StandardOutput.write(String(decoding: try comparison.json(), as: UTF8.self) + "\n")
    }
  }
}
