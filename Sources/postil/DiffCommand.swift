import ArgumentParser
import PostilComparison
import PostilRecords

/// `postil diff`.
struct Diff: ParsableCommand {
  /// How differences are shown.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json
  }

  static let configuration = CommandConfiguration(
    abstract: "Show the annotations that two reports on the same documents do not share.",
    discussion:
      "Exit status: 0 no difference or no more than --allow takes, 1 differences, 2 usage or reports that cannot be read."
  )

  @Option(help: "How to show it: table or json.")
  var format = Format.table

  @Option(help: "The most differences of a table.")
  var rows = 100

  @OptionGroup var allowance: DifferenceAllowance

  @Argument(help: "The earlier report: a report.jsonl or the folder that holds it.")
  var old: String

  @Argument(help: "The later report.")
  var new: String

  func run() throws {
    let diff: ReportDiff
    do throws(ReportError) {
      diff = ReportDiff(old: try ReportReader.records(at: old), new: try ReportReader.records(at: new))
    } catch {
      throw Failure(error.description)
    }
    for report in [old, new] {
      guard let path = try? ReportReader.file(at: report), let outcome = RunOutcome(besideReport: path),
        !outcome.isComplete
      else { continue }
      StandardError.write("postil: warning: '\(report)' is partial: \(outcome.progress)\n")
    }
    switch format {
    case .table: try StandardOutput.write(diff.text(most: max(0, rows)))
    case .json: try StandardOutput.write(data: diff.json)
    }
    try allowance.check(diff)
  }
}
